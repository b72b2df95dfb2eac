/** The entry `stackpin-language-server`, and what `stackpin lsp` loads. It starts the server when it is loaded. */
import { loadProgram } from './codeCache.node.ts';
import { keepYoungGenerationSmall } from './memory.node.ts';

// First: what is compiled counts for the flags it was compiled with.
keepYoungGenerationSmall();
const { main } = loadProgram(__dirname, 'main.js', 'checker.js') as typeof import('./nodeServer.ts');
main(process.argv.slice(2));
