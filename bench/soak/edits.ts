/** A long session: edits all over many documents, with a look at the memory now and then. */
import { setTimeout as sleep } from 'node:timers/promises';
import { toggle } from '../documents/document.ts';
import type { Server } from '../servers.ts';
import { manyDocuments } from './manyDocuments.ts';

export interface SoakOfEdits {
  /** Resident memory in MiB: after so many edits. */
  readonly line: readonly (readonly [edits: number, resident: number])[];
  /** In MiB: nothing open yet, all open, all closed again. */
  readonly start: number;
  readonly opened: number;
  readonly closed: number;
  readonly requests: number;
  /** Documents whose diagnostics are right at the end. */
  readonly right: number;
}

/** Lines of each document. */
const LINES = 50;
/** Edits that are sent at once; the server is waited for after them. */
const BATCH = 40;
/** For what is collected when nothing happens any more. */
const REST_MS = 500;

/**
 * Runs it.
 * @param every edits between two looks at the memory
 */
export async function soakEdits(server: Server, documents: number, edits: number, every: number): Promise<SoakOfEdits> {
  const session = await manyDocuments(server, documents, LINES);
  try {
    await sleep(REST_MS);
    const start = session.resident();
    session.open();
    for (let of = 0; of < documents; of += 1) await session.clean(of);
    await sleep(REST_MS);
    const opened = session.resident();
    const line: [number, number][] = [];
    const { spots } = session.document;
    let at = 0;
    for (let done = 0; done < edits; ) {
      const asked: Promise<void>[] = [];
      const touched = new Set<number>();
      for (let pair = 0; pair < BATCH / 2; pair += 1) {
        // Half of a batch goes into one document, as typing does; the others are all over.
        const of = pair % 2 === 0 ? Math.floor(at / BATCH) % documents : (at * 7) % documents;
        const spot = spots[at % spots.length];
        at += 1;
        if (spot === undefined) continue;
        const { on, off } = toggle('value', session.document, spot);
        session.edit(of, on);
        if (pair % 5 === 0) asked.push(session.ask(of, spot));
        session.edit(of, off);
        touched.add(of);
        done += 2;
      }
      await Promise.all(asked);
      for (const of of touched) await session.clean(of);
      if (Math.floor(done / every) > line.length) {
        await sleep(REST_MS);
        line.push([done, session.resident()]);
      }
    }
    const right = session.right();
    session.close();
    await sleep(2 * REST_MS);
    return { line, start, opened, closed: session.resident(), requests: session.answered(), right };
  } finally {
    await session.end();
  }
}

/** How much a line rises in 10,000 edits, by least squares over its second half: in the first, programs warm up. */
export function slopeOf(line: SoakOfEdits['line']): number {
  const half = line.slice(Math.floor(line.length / 2));
  const mean = (of: 0 | 1): number => half.reduce((sum, point) => sum + point[of], 0) / half.length;
  const [edits, resident] = [mean(0), mean(1)];
  const above = half.reduce((sum, [x, y]) => sum + (x - edits) * (y - resident), 0);
  const below = half.reduce((sum, [x]) => sum + (x - edits) ** 2, 0);
  return below === 0 ? 0 : (10_000 * above) / below;
}
