/** The entry of `stackpin`. */
import { loadProgram } from '../../server/src/codeCache.node.ts';

const { main } = loadProgram(__dirname, 'main.js', 'commands.js') as typeof import('./cliMain.ts');
void main();
