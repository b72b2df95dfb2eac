/** Typing: a key every 50 ms. Who waits for a pause tells nothing until one stops. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isClean, toggle } from '../documents/document.ts';
import type { Figures } from '../figures.ts';
import type { Plan } from '../plan.ts';
import { cpuMs } from '../protocol/processes.ts';
import { type Columns, headOf, linesOf, median, percent, rowOf } from '../report/beside.ts';
import type { Table } from '../report/table.ts';
import type { IsRight, Report, Session } from '../session.ts';
import { spotAt } from './bursts.ts';

const KEYS = 40;
const INTERVAL_MS = 50;

interface Key {
  readonly at: number;
  readonly version: number;
  readonly isRight: IsRight;
}

/** Types at one spot: every key makes something wrong or mends it. */
export async function measureTyping(session: Session, of: string, lines: number, figures: Figures): Promise<void> {
  const { document } = session;
  const { on, off, isOn } = toggle('value', document, spotAt(session, 0.6));
  await session.quiet();
  const before = cpuMs(session.pids);
  const reports: Report[] = [];
  const stop = session.onReport((report) => reports.push(report));
  const keys: Key[] = [];
  for (let key = 0; key < KEYS; key += 1) {
    const at = performance.now();
    const isWrong = key % 2 === 0;
    const version = session.edit(isWrong ? on : off);
    keys.push({ at, version, isRight: isWrong ? isOn : (diagnostics) => isClean(document, diagnostics) });
    await sleep(INTERVAL_MS);
  }
  const end = performance.now();
  const whileTyping = reports.length;
  await session.quiet();
  stop();
  const inTime = keys.filter(({ at, version, isRight }, index) => {
    const next = keys[index + 1]?.at ?? end;
    return reports.some(
      (report) =>
        report.at > at && report.at <= next && (report.version ?? version) === version && isRight(report.diagnostics),
    );
  });
  figures.add({ of, what: 'typing.share', lines }, inTime.length / KEYS);
  figures.add({ of, what: 'typing.runs', lines }, whileTyping);
  figures.add({ of, what: 'typing.cpu', lines }, (cpuMs(session.pids) - before) / KEYS);
}

/** One table of all typing. */
export function typingTable(columns: Columns, { sizes }: Plan): Table {
  return {
    title: `Typing, ${KEYS} keys, one every ${INTERVAL_MS} ms`,
    note: 'The share of keys after which right diagnostics came before the next key, how often diagnostics came while one typed, and processor time per key in milliseconds.',
    head: headOf(columns, ''),
    rows: sizes.flatMap((lines) => [
      rowOf(columns, `right before the next key, ${linesOf(lines)}`, 'typing.share', lines, percent).with(-1, ''),
      rowOf(columns, `diagnostics while typing, ${linesOf(lines)}`, 'typing.runs', lines, median).with(-1, ''),
      rowOf(columns, `CPU, ${linesOf(lines)}`, 'typing.cpu', lines),
    ]),
  };
}
