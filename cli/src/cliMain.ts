/** The command line, in this process. */
import { t } from '@vscode/l10n';
import { nodeHost } from './host.node.ts';
import { run } from './program.ts';
import { STATUS } from './status.ts';

/** Runs it by the arguments of the process, whose status it sets. */
export async function main(): Promise<void> {
  try {
    const status = await run(process.argv.slice(2), nodeHost());
    // Set and not exited with, so that what is still being written arrives. The language server may have set its own.
    process.exitCode ??= status;
  } catch (error) {
    const { stack } = error instanceof Error ? error : new Error(String(error));
    const words = t('this is a fault in Stackpin; please report it with the lines below.');
    process.stderr.write(`stackpin: ${words}\n${stack}\n`);
    process.exitCode = STATUS.unusable;
  }
}
