/** The entry `stackpin-language-server`, and what `stackpin lsp` loads. It starts the server when it is loaded. */
import { loadProgram } from './codeCache.node.ts';
import { setV8Flags } from './v8Flags.node.ts';

// First: what is compiled counts for the flags it was compiled with.
setV8Flags();
const { main } = loadProgram(__dirname, 'main.js', 'checker.js') as typeof import('./nodeServer.ts');
main(process.argv.slice(2));
