/** Resident memory: after a document was opened, and after many edits of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isClean, toggle } from '../documents/document.ts';
import type { Figures } from '../figures.ts';
import type { Plan } from '../plan.ts';
import { residentMiB } from '../protocol/processes.ts';
import { type Columns, headOf, linesOf, rowOf } from '../report/beside.ts';
import type { Table } from '../report/table.ts';
import type { Server } from '../servers.ts';
import { openSession } from '../session.ts';
import { wanderer } from './edits.ts';

const EDITS = 500;
/** So many edits are sent at once; the last of them makes the document right. */
const BATCH = 20;
/** For what is collected when nothing happens any more. */
const REST_MS = 1000;

/** One process. */
export async function measureMemory(server: Server, lines: number, figures: Figures): Promise<void> {
  const session = await openSession(server, lines);
  try {
    await session.quiet();
    await sleep(REST_MS);
    figures.add({ of: server.name, what: 'memory.open', lines }, residentMiB(session.pids));
    const next = wanderer(session);
    for (let done = 0; done < EDITS; done += BATCH) {
      const edits = Array.from({ length: BATCH / 2 }, () => toggle('value', session.document, next())).flatMap(
        ({ on, off }) => [on, off],
      );
      const last = edits.pop();
      for (const edit of edits) session.edit(edit);
      const isRight = (diagnostics: Parameters<typeof isClean>[1]) => isClean(session.document, diagnostics);
      const took = last === undefined ? undefined : await session.editUntil(last, isRight);
      if (took === undefined) throw new Error('An edit was never followed by right diagnostics.');
    }
    await session.quiet();
    await sleep(REST_MS);
    figures.add({ of: server.name, what: 'memory.edited', lines }, residentMiB(session.pids));
  } finally {
    await session.close();
  }
}

/** One table of all sizes. */
export function memoryTable(columns: Columns, { sizes }: Plan): Table {
  return {
    title: 'Resident memory',
    note: `In MiB, a fresh process each: after the document was opened, and after ${EDITS} edits of it.`,
    head: headOf(columns, ''),
    rows: sizes.flatMap((lines) => [
      rowOf(columns, `after open, ${linesOf(lines)}`, 'memory.open', lines),
      rowOf(columns, `after ${EDITS} edits, ${linesOf(lines)}`, 'memory.edited', lines),
    ]),
  };
}
