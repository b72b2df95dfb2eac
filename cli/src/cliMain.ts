/** The command line, in this process. */
import { t } from '@vscode/l10n';
import { speakLanguageOf } from '../../server/src/localization.ts';
import { nodeHost } from './host.node.ts';
import { run } from './program.ts';
import { STATUS } from './status.ts';

/** Runs a thread that checks files, in the language of the process. */
export async function work(): Promise<void> {
  const { parentPort, workerData } = await import('node:worker_threads');
  if (parentPort === null) return;
  // What it would say the first thread says.
  const host = { ...nodeHost(), warn: () => undefined };
  await speakLanguageOf(host.locale, host.bundledCatalog, host, () => undefined, 'cli');
  const { serve } = await import('./commands.ts');
  await serve(parentPort, workerData, host);
}

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
