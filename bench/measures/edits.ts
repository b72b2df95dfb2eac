/** From an edit to right diagnostics: the time that passes, and the processor time that it costs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isClean, KINDS, type Kind, toggle } from '../documents/document.ts';
import type { Figures } from '../figures.ts';
import { type Plan, timesIn } from '../plan.ts';
import { cpuMs } from '../protocol/processes.ts';
import { type Columns, headOf, linesOf, rowOf, spread } from '../report/beside.ts';
import type { Table } from '../report/table.ts';
import type { Session } from '../session.ts';

/** Between two edits, so that nobody is hurried. */
const PAUSE_MS = 10;
/** Afterwards, for what is done when nobody waits any more. */
const REST_MS = 400;

/** All over the document: each spot is this share of it further on. */
const STEP = 0.382;

/** Gives the spots of a document in turn, near and far. */
export function wanderer({ document: { spots } }: Session): () => (typeof spots)[number] {
  let at = 0;
  return () => {
    at = (at + Math.max(1, Math.floor(spots.length * STEP))) % spots.length;
    const spot = spots[at];
    if (spot === undefined) throw new Error('The document has no spots.');
    return spot;
  };
}

/** Makes something wrong and mends it; gives both times, or undefined when the diagnostics were never right. */
export async function toggled(
  session: Session,
  kind: Kind,
  next: ReturnType<typeof wanderer>,
): Promise<readonly [number, number] | undefined> {
  const { on, off, isOn } = toggle(kind, session.document, next());
  const first = await session.editUntil(on, isOn);
  await sleep(PAUSE_MS);
  const second = await session.editUntil(off, (diagnostics) => isClean(session.document, diagnostics));
  await sleep(PAUSE_MS);
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** Whoever edits a file does so for longer than this. */
const WARM_UP_MS = 5_000;

/** Lets the server warm up, each for as long: what it compiles by the first edits belongs to none of them. */
export async function warmUp(session: Session, lines: number): Promise<void> {
  const next = wanderer(session);
  const end = performance.now() + WARM_UP_MS;
  const least = lines >= 20_000 ? 2 : lines >= 5000 ? 3 : 8;
  for (let time = 0; time < least || performance.now() < end; time += 1) {
    for (const kind of KINDS) await toggled(session, kind, next);
  }
}

/** Edits of each kind. */
export async function measureEdits(
  session: Session,
  of: string,
  lines: number,
  plan: Plan,
  figures: Figures,
): Promise<void> {
  const next = wanderer(session);
  for (const kind of KINDS) {
    await session.quiet();
    const pairs = timesIn(lines, kind === 'value' ? plan.pairs : plan.pairs / 2);
    const before = cpuMs(session.pids);
    for (let pair = 0; pair < pairs; pair += 1) {
      const times = await toggled(session, kind, next);
      if (times === undefined) throw new Error(`An edit of a ${kind} was never followed by right diagnostics.`);
      figures.add({ of, what: `edit.${kind}`, lines }, ...times);
    }
    await sleep(REST_MS);
    figures.add({ of, what: `edit.${kind}.cpu`, lines }, (cpuMs(session.pids) - before) / (2 * pairs));
  }
}

const TITLES: { readonly [kind in Kind]: string } = {
  value: 'the last character of a version',
  line: 'a whole line',
  quote: 'a quotation mark without a partner',
};

/** A table a kind. */
export function editTables(columns: Columns, { sizes }: Plan): readonly Table[] {
  return KINDS.map((kind) => ({
    title: `Edit to right diagnostics: ${TITLES[kind]}`,
    note: 'In milliseconds: median (95 of 100 are not above), and processor time of all threads per edit.',
    head: headOf(columns, ''),
    rows: sizes.flatMap((lines) => [
      rowOf(columns, `wall, ${linesOf(lines)}`, `edit.${kind}`, lines, spread),
      rowOf(columns, `CPU, ${linesOf(lines)}`, `edit.${kind}.cpu`, lines),
    ]),
  }));
}
