/** Statements of generated instances: versions of one component support a range of another's, as upstreams say it. */
import type { Constraint } from '../../server/src/resolve/engine/problem.ts';
import { lineAt, linesOf, type Pin } from './components.ts';
import type { Random } from './random.ts';

/** What an upstream says of another component: for each of its own lines the range that it supports. */
export interface Statement {
  /** Indexes of the pins. */
  readonly by: number;
  readonly about: number;
  /** For each line of `by` the first and the last version of `about`, by their places; undefined: it says nothing of it. */
  readonly ranges: readonly (readonly [first: number, last: number] | undefined)[];
}

/** How much a statement allows. */
export interface Width {
  /** Lines below and above the one that is as old: at most so many of each. */
  readonly lines: number;
  /** The share of own lines of which nothing is said, from the oldest. */
  readonly silent: number;
}

interface Party {
  readonly index: number;
  readonly pin: Pin;
  /** The line that is sure to go together with that of the other. */
  readonly sure: number;
}

/** Draws what one says of the other. */
export function statementOf(by: Party, about: Party, { lines, silent }: Width, random: Random): Statement {
  const { lineOf } = about.pin.component;
  const [below, above] = [random.between(0, lines), random.between(0, lines)];
  const count = linesOf(by.pin.component);
  const ranges = Array.from({ length: count }, (_, line): readonly [number, number] | undefined => {
    if (line < Math.floor(silent * count)) return undefined;
    const middle = lineAt(about.pin.component, (line + 0.5) / count);
    const other = line === by.sure ? about.sure : middle;
    const first = Math.max(0, Math.min(middle - below, other));
    const last = Math.min(linesOf(about.pin.component) - 1, Math.max(middle + above, other));
    const [from, to] = [lineOf.indexOf(first), lineOf.lastIndexOf(last)];
    // Some ranges begin at a patch; the newest patch of the first line is always in it.
    return [random.chance(0.2) ? random.between(from, lineOf.lastIndexOf(first)) : from, to];
  });
  return { by: by.index, about: about.index, ranges };
}

/** A statement as what the resolver has to keep: lines of the one by stretches between the ends of ranges of the other. */
export function constraintOf({ by, about, ranges }: Statement, pins: readonly Pin[]): Constraint {
  const [one, two] = [pins[by], pins[about]];
  if (one === undefined || two === undefined) throw new Error(`There is no pin ${by} or ${about}.`);
  const ends = ranges.flatMap((range) => (range === undefined ? [] : [range[0], range[1] + 1]));
  const cuts = [...new Set([0, ...ends])].sort((a, b) => a - b);
  return {
    one: by,
    two: about,
    classesOfOne: one.choices.map((version) => one.component.lineOf[version] ?? 0),
    classesOfTwo: two.choices.map((version) => cuts.findLastIndex((cut) => cut <= version)),
    allows: (line, stretch) => {
      const range = ranges[line];
      const version = cuts[stretch] ?? 0;
      return range === undefined || (range[0] <= version && version <= range[1]);
    },
  };
}
