/** A thread that checks files for the command line. */
import type { MessagePort } from 'node:worker_threads';
import { thenChecker } from '../before/compare.ts';
import { openCatalogs } from '../catalogs.ts';
import type { Host } from '../host.ts';
import { textChecker } from '../oneFile.ts';
import { type FileChecking, type Outcome, outcomeOf } from './checkFile.ts';
import { claimsOn } from './claims.ts';
import { mending } from './lists.ts';
import type { Answer, Task, WorkerData } from './pool.ts';

/** Takes part in each task that it is sent, until the thread is stopped. */
export async function serve(port: MessagePort, data: WorkerData, host: Host): Promise<void> {
  const { catalog, problems } = await openCatalogs(data.catalog, host);
  const context = { catalog, date: data.date, severities: data.severities ?? {} };
  const checking: FileChecking = {
    checkText: textChecker(context, data.catalog, host),
    mends: mending(data),
    checkThen: data.revision && thenChecker(data.revision, context, data.catalog, host),
  };
  const send = (answer: Answer): void => port.postMessage(answer);
  port.on('message', async ({ inputs, state }: Task) => {
    const claims = claimsOn(inputs.length, state);
    for (let claim = claims.take(); claim !== undefined; claim = claims.take()) {
      const outcomes: (readonly [number, Outcome])[] = [];
      for (const index of claim) {
        const input = inputs[index];
        // Standard input cannot be read by another thread.
        if (input?.path === undefined || claims.isStopped()) continue;
        outcomes.push([index, await outcomeOf(input, checking, host)]);
      }
      send({ outcomes });
    }
    send({ catalogProblems: [...problems] });
  });
}
