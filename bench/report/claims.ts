/** What the project claims of its speed, beside what was measured. */
import { KINDS } from '../documents/document.ts';
import { type Figures, quantile } from '../figures.ts';
import { FLOOR, FLOOR_AT_END } from '../measures/engine.ts';
import { EMPTY_NODE } from '../measures/start.ts';
import { TREE_COLUMNS } from '../measures/tree.ts';
import { OURS } from '../servers.ts';
import { linesOf } from './beside.ts';
import { NOTHING, shown, shownRatio, type Table } from './table.ts';

export interface Claim {
  readonly claim: string;
  readonly target: string;
  /** What was measured, as it is shown. */
  readonly figure: string;
  /** Undefined when it was not measured. */
  readonly isMet: boolean | undefined;
}

/** At most so much of what the other takes, at each of these lengths. */
interface Share {
  readonly claim: string;
  readonly whats: readonly string[];
  /** Lengths, and by how much ours is to be divided. */
  readonly parts: readonly (readonly [lines: number, part: number])[];
}

const EDIT_WALL = KINDS.map((kind) => `edit.${kind}`);
const EDIT_CPU = KINDS.map((kind) => `edit.${kind}.cpu`);

const SHARES: readonly Share[] = [
  {
    claim: 'edit to right diagnostics, wall',
    whats: EDIT_WALL,
    parts: [
      [50, 20],
      [500, 20],
      [5000, 40],
      [20_000, 60],
    ],
  },
  {
    claim: 'edit to right diagnostics, CPU',
    whats: EDIT_CPU,
    parts: [
      [50, 5],
      [500, 10],
      [5000, 40],
      [20_000, 60],
    ],
  },
  { claim: 'start to first right diagnostics', whats: ['start.right'], parts: [[500, 5]] },
  {
    claim: 'completion and hover after an edit',
    whats: ['request.name', 'request.version', 'request.hover'],
    parts: [
      [500, 10],
      [5000, 40],
    ],
  },
  {
    claim: 'burst of 100 edits, last edit to right',
    whats: ['burst.last'],
    parts: [
      [500, 20],
      [5000, 20],
    ],
  },
];

/** Every claim, also about what was not measured. */
export function claims(figures: Figures, reference: string): readonly Claim[] {
  const of = (name: string, what: string, lines = 0): number | undefined => figures.median({ of: name, what, lines });
  return [
    ...SHARES.flatMap(({ claim, whats, parts }) =>
      parts.map(([lines, part]) => share(figures, reference, `${claim}, ${linesOf(lines)}`, whats, lines, part)),
    ),
    ...['memory.open', 'memory.edited'].map((what) =>
      times(
        `resident memory ${what === 'memory.open' ? 'after open' : 'after 500 edits'}, ${linesOf(5000)}`,
        [of(OURS, what, 5000), of(reference, what, 5000)],
        0.7,
        `of ${reference}`,
      ),
    ),
    growth(figures),
    ...[500, 5000].map((lines) => typing(figures, lines)),
    times(
      `start to first right diagnostics, ${linesOf(500)}`,
      [of(OURS, 'start.right', 500), of(EMPTY_NODE, 'start.right')],
      3,
      `of \`${EMPTY_NODE}\``,
    ),
    ...(
      [
        [5000, 3],
        [20_000, 1],
      ] as const
    ).flatMap(([lines, most]) => floor(figures, lines, most)),
    ...tree(figures),
    size(figures),
  ];
}

/** Of several figures, all have to be small enough. */
function share(
  figures: Figures,
  reference: string,
  claim: string,
  whats: readonly string[],
  lines: number,
  part: number,
): Claim {
  const pairs = whats.map((what) => ({
    what,
    own: figures.median({ of: OURS, what, lines }),
    other: figures.median({ of: reference, what, lines }),
  }));
  const names = pairs.map(({ what, own, other }) => `${nameOf(what)}${shownRatio(own, other)}`);
  return {
    claim,
    target: `at most 1/${part} of ${reference}`,
    figure: names.join(', '),
    isMet: all(pairs.map(({ own, other }) => isAtMost(own, other, 1 / part))),
  };
}

/** What tells the figures of one claim apart: "value 1/20". */
function nameOf(what: string): string {
  const [group, name] = what.split('.');
  return group === 'edit' || group === 'request' ? `${name} ` : '';
}

function times(
  claim: string,
  [own, other]: readonly [number | undefined, number | undefined],
  most: number,
  what: string,
): Claim {
  const ratio = own === undefined || other === undefined ? undefined : own / other;
  return {
    claim,
    target: most === 1 ? `not above that ${what}` : `at most ${most} times that ${what}`,
    figure: ratio === undefined ? NOTHING : `${shown(ratio)} times`,
    isMet: isAtMost(own, other, most),
  };
}

/** Our own edits in a long document, beside those in a short one. */
function growth(figures: Figures): Claim {
  const pairs = EDIT_CPU.map((what) => ({
    what,
    long: figures.median({ of: OURS, what, lines: 20_000 }),
    short: figures.median({ of: OURS, what, lines: 500 }),
  }));
  return {
    claim: `our own CPU per edit, ${linesOf(20_000)}`,
    target: `at most 3 times that at ${linesOf(500)}`,
    figure: pairs.map(({ what, long, short }) => `${nameOf(what)}${shownRatio(long, short)}`).join(', '),
    isMet: all(pairs.map(({ long, short }) => isAtMost(long, short, 3))),
  };
}

function typing(figures: Figures, lines: number): Claim {
  // The worst round counts.
  const worst = quantile(figures.values({ of: OURS, what: 'typing.share', lines }), 0);
  return {
    claim: `typing, a key every 50 ms, ${linesOf(lines)}`,
    target: 'right diagnostics before the next key after 95 % of keys',
    figure: worst === undefined ? NOTHING : `${Math.round(100 * worst)} %`,
    isMet: worst === undefined ? undefined : worst >= 0.95,
  };
}

/** Without a protocol, and with it: the whole work of the server. */
function floor(figures: Figures, lines: number, most: number): readonly Claim[] {
  const of = (name: string, what: string): number | undefined => figures.median({ of: name, what, lines });
  const own = of(OURS, 'engine');
  const [anywhere, atEnd] = [FLOOR, FLOOR_AT_END].map((name) => of(name, 'engine'));
  const claim = `edit to diagnostics, CPU, ${linesOf(lines)}`;
  return [
    times(`${claim}, without the protocol`, [own, anywhere], most, `of ${FLOOR}'s re-parse`),
    times(`${claim}, with it`, [of(OURS, 'edit.value.cpu'), anywhere], most, `of ${FLOOR}'s re-parse`),
    times(`${claim}, without the protocol`, [own, atEnd], most, `of ${FLOOR}'s re-parse at the end`),
  ];
}

/** The command line on a large tree. */
function tree(figures: Figures): readonly Claim[] {
  const of = (name: string): number | undefined => figures.median({ of: name, what: 'tree.each' });
  const { one, all, linter } = TREE_COLUMNS;
  return [
    times('`stackpin check` of a tree, all cores', [of(all), of(one)], 0.7, `of ${one}`),
    times('`stackpin check` of a tree, one thread', [of(one), of(linter)], 0.01, `of ${linter}, a process a file`),
  ];
}

function size(figures: Figures): Claim {
  const packed = figures.median({ of: OURS, what: 'size' });
  return {
    claim: 'packed extension, catalog included',
    target: 'under 1.5 MB',
    figure: packed === undefined ? NOTHING : `${shown(packed)} MB`,
    isMet: packed === undefined ? undefined : packed < 1.5,
  };
}

function isAtMost(own: number | undefined, other: number | undefined, share: number): boolean | undefined {
  return own === undefined || other === undefined ? undefined : own <= share * other;
}

/** Undefined when one of them was not measured. */
function all(parts: readonly (boolean | undefined)[]): boolean | undefined {
  return parts.includes(undefined) ? undefined : parts.every((part) => part === true);
}

/** One table of those claims that are about what was measured. */
export function claimsTable(all: readonly Claim[]): Table {
  const measured = all.filter(({ isMet }) => isMet !== undefined);
  const met = measured.filter(({ isMet }) => isMet === true).length;
  return {
    title: 'Claims',
    note: `${met} of ${measured.length} are met; ${all.length - measured.length} are about what was not measured in this run.`,
    head: ['', 'measured', 'claimed', 'met'],
    rows: measured.map(({ claim, figure, target, isMet }) => [claim, figure, target, isMet === true ? 'yes' : 'no']),
  };
}
