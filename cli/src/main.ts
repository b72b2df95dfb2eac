/** The entry of `stackpin`. */
import { nodeHost } from './host.node.ts';
import { run } from './program.ts';

// The status is set and not exited with, so that what is still being written arrives.
run(process.argv.slice(2), nodeHost()).then((status) => {
  process.exitCode = status;
});
