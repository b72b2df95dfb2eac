/** The entry of a thread of `stackpin check`. */
import { loadProgram } from '../../server/src/codeCache.node.ts';

const { work } = loadProgram(__dirname, 'main.js', 'commands.js') as typeof import('./cliMain.ts');
void work();
