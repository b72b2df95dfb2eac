/** A thread that checks files for the command line. */
import type { MessagePort } from 'node:worker_threads';
import { openCatalogs } from '../catalogs.ts';
import type { Input } from '../files/find.ts';
import type { Host } from '../host.ts';
import { textChecker } from '../oneFile.ts';
import { outcomeOf } from './checkFile.ts';
import { listing } from './lists.ts';
import type { Answer, WorkerData } from './pool.ts';

/** Answers for each list of files, until the thread is stopped. */
export async function serve(port: MessagePort, data: WorkerData, host: Host): Promise<void> {
  const { catalog, problems } = await openCatalogs(data.catalog, host);
  const context = { catalog, date: data.date, severities: data.severities ?? {} };
  const checkText = textChecker(context, data.catalog, host);
  const lists = listing(data);
  let before = Promise.resolve();
  port.on('message', (inputs: readonly Input[]) => {
    before = before.then(async () => {
      const outcomes: Answer['outcomes'][number][] = [];
      for (const input of inputs) outcomes.push(await outcomeOf(input, checkText, lists, host));
      port.postMessage({ outcomes, catalogProblems: [...problems] } satisfies Answer);
    });
  });
}
