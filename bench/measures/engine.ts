/** Our own work for an edit, without a protocol, beside the least that others do with the same text. */
import type { Figures } from '../figures.ts';
import { FLOORS } from '../inProcess/floor.ts';
import { worked } from '../inProcess/work.ts';
import { type Plan, timesIn } from '../plan.ts';
import { linesOf } from '../report/beside.ts';
import { shown, shownRatio, type Table } from '../report/table.ts';
import { OURS } from '../servers.ts';

/** Under this name stands what claims compare with. */
export const FLOOR = 'tree-sitter';
/** The same, where the least of the document stands behind the edit: its best case. */
export const FLOOR_AT_END = 'tree-sitter, last entry';

/** Short documents take more edits: code is compiled by how often it runs. */
const PAIRS = { short: 100, long: 20 };
const LONG = 5000;
/** Each way has so many processes of its own, in turn. */
const MOST_PROCESSES = 3;

type Arguments = readonly (string | number)[];

function ways(lines: number): ReadonlyMap<string, Arguments> {
  const pairs = timesIn(lines, lines < LONG ? PAIRS.short : PAIRS.long);
  const floors = Object.keys(FLOORS).map((name): [string, Arguments] => [name, ['floor', name, 'all', lines, pairs]]);
  return new Map<string, Arguments>([
    [OURS, ['engine', lines, pairs]],
    ...floors,
    [FLOOR_AT_END, ['floor', FLOOR, 'end', lines, pairs]],
  ]);
}

/** All ways, at all lengths. */
export function measureEngine(plan: Plan, figures: Figures, tell: (message: string) => void): void {
  for (const lines of plan.sizes) {
    tell(`${lines} lines, in one process: edits and parsers`);
    for (let run = 0; run < Math.min(MOST_PROCESSES, plan.processes); run += 1) {
      const all = [...ways(lines)];
      for (const [of, args] of run % 2 === 0 ? all : all.toReversed()) {
        figures.add({ of, what: 'engine', lines }, worked(...args).cpu ?? 0);
      }
    }
  }
}

/** One table: our own, each of the others, and ratios. */
export function engineTable(figures: Figures, { sizes }: Plan): Table {
  const [first = 0] = sizes;
  const of = (name: string, lines: number): number | undefined => figures.median({ of: name, what: 'engine', lines });
  return {
    title: 'Edit to diagnostics without a protocol, and what parsers take for the same text',
    note: `Processor time per edit in milliseconds, all threads. ${OURS} gives diagnostics, tree-sitter parses again what an edit touches, the others parse the whole text.`,
    head: ['', ...[...ways(first).keys()], `${OURS} / ${FLOOR}`],
    rows: sizes.map((lines) => [
      linesOf(lines),
      ...[...ways(lines).keys()].map((name) => shown(of(name, lines))),
      shownRatio(of(OURS, lines), of(FLOOR, lines)),
    ]),
  };
}
