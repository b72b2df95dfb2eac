/** A hundred edits back to back: how long after the last one the diagnostics are right, and what it costs. */
import { isClean, type Spot, toggle } from '../documents/document.ts';
import type { Figures } from '../figures.ts';
import type { Plan } from '../plan.ts';
import { cpuMs } from '../protocol/processes.ts';
import { type Columns, headOf, linesOf, rowOf } from '../report/beside.ts';
import type { Table } from '../report/table.ts';
import type { Session } from '../session.ts';

/** Edits of one burst: all but two go to and fro at one spot. */
export const EDITS = 100;

/** The spot that is this share of the document down. */
export function spotAt({ document: { spots } }: Session, share: number): Spot {
  const spot = spots[Math.floor(spots.length * share)];
  if (spot === undefined) throw new Error('The document has no spots.');
  return spot;
}

/** So many bursts, one after the other: one alone says little. */
const BURSTS = 7;

export async function measureBursts(session: Session, of: string, lines: number, figures: Figures): Promise<void> {
  for (let burst = 0; burst < BURSTS; burst += 1) await measureBurst(session, of, lines, figures);
}

/** One burst. Only of the last text it is right that something is found at the last two spots, and nothing at the first. */
async function measureBurst(session: Session, of: string, lines: number, figures: Figures): Promise<void> {
  const { document } = session;
  const first = toggle('value', document, spotAt(session, 0.3));
  const second = toggle('value', document, spotAt(session, 0.5));
  const third = toggle('value', document, spotAt(session, 0.8));
  await session.quiet();
  const before = cpuMs(session.pids);
  let runs = 0;
  const stop = session.onReport(() => {
    runs += 1;
  });
  for (let edit = 0; edit < EDITS - 2; edit += 1) session.edit(edit % 2 === 0 ? first.on : first.off);
  session.edit(second.on);
  const took = await session.editUntil(
    third.on,
    (diagnostics) => !first.isOn(diagnostics) && second.isOn(diagnostics) && third.isOn(diagnostics),
  );
  await session.quiet();
  stop();
  if (took === undefined) throw new Error('A burst was never followed by right diagnostics.');
  figures.add({ of, what: 'burst.last', lines }, took);
  figures.add({ of, what: 'burst.runs', lines }, runs);
  figures.add({ of, what: 'burst.cpu', lines }, cpuMs(session.pids) - before);
  session.edit(second.off);
  await session.editUntil(third.off, (diagnostics) => isClean(document, diagnostics));
}

/** One table of all bursts. */
export function burstTable(columns: Columns, { sizes }: Plan): Table {
  return {
    title: `${EDITS} edits back to back`,
    note: 'Milliseconds from the last edit to right diagnostics, how often diagnostics came, and processor time of the whole burst.',
    head: headOf(columns, ''),
    rows: sizes.flatMap((lines) => [
      rowOf(columns, `last edit to right, ${linesOf(lines)}`, 'burst.last', lines),
      rowOf(columns, `diagnostics, ${linesOf(lines)}`, 'burst.runs', lines).with(-1, ''),
      rowOf(columns, `CPU, ${linesOf(lines)}`, 'burst.cpu', lines),
    ]),
  };
}
