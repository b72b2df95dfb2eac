/** The entry of `stackpin`. */
import { nodeHost } from './host.node.ts';
import { run } from './program.ts';
import { STATUS } from './status.ts';

run(process.argv.slice(2), nodeHost()).then(
  (status) => {
    // Set and not exited with, so that what is still being written arrives. The language server may have set its own.
    process.exitCode ??= status;
  },
  (error: unknown) => {
    const { stack } = error instanceof Error ? error : new Error(String(error));
    process.stderr.write(`stackpin: this is a fault in Stackpin; please report it with the lines below.\n${stack}\n`);
    process.exitCode = STATUS.unusable;
  },
);
