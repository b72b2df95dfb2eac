/** How far a part of a document can be mended: where not all of it can be, without the fewest pins that stand in the way. */
import { once } from '../../analysis/once.ts';
import type { Constraint, Cost } from '../engine/problem.ts';
import type { Choice } from '../stack/choices.ts';
import type { Link, StackProblem } from '../stack/stackProblem.ts';
import { FOR_ALL, type Tolerance } from '../stack/tolerance.ts';
import { type LeastChange, leastChange, limitUnder } from './leastChange.ts';
import type { Searching } from './searching.ts';

/**
 * Finds the least change of a part that mends as much of it as can be.
 * @returns undefined where the search stopped before it found any
 */
export function farthest(
  part: StackProblem,
  search: Searching,
): Extract<LeastChange, { readonly kind: 'found' }> | undefined {
  const change = leastChange(part, FOR_ALL, search);
  if (change.kind === 'found') return change;
  const given = givenUp(part, search);
  if (given === undefined) return undefined;
  const concerned = part.links.filter(({ one, two }) => given.has(one) || given.has(two));
  const most = new Map(concerned.map((link) => [link, asBadAsNow(part, link)]));
  const rest = leastChange(part, FOR_ALL, search, most);
  return rest.kind === 'found' ? { ...rest, proven: rest.proven && change.kind === 'none' } : undefined;
}

const LAXEST: Tolerance = FOR_ALL.at(-1)?.at(-1) ?? ((now) => now);

function isOpen({ kept }: Choice): boolean {
  return kept > 1;
}

/** A pair of which one is given up stays as it is; of a range nobody is told what it takes beside all the others. */
function asBadAsNow({ choices }: StackProblem, { one, two, now }: Link): number {
  return [choices[one], choices[two]].some((choice) => choice !== undefined && isOpen(choice))
    ? Number.POSITIVE_INFINITY
    : now;
}

/**
 * The fewest choices that have to be given up, by their places: each stays as it is, and its pairs as bad as they are. For the
 * search, a choice has besides its versions those that it takes now as given up, and these cost more than all else. Of as few,
 * those of which the fewest pairs stay bad.
 */
function givenUp(part: StackProblem, search: Searching): ReadonlySet<number> | undefined {
  const { choices, links, barred, countsUntenable } = part;
  const own = part.within(limitUnder(part, LAXEST, new Map()));
  const inWay = new Set(links.flatMap(({ one, two, isTarget }) => (isTarget ? [one, two] : [])));
  const spareOf = choices.map((choice, place) => (inWay.has(place) || isOpen(choice) ? choice.kept : 0));
  const variables = own.variables.map(({ costs }, place) => {
    const counted = countsUntenable ? costs : costs.map((cost): Cost => [0, ...cost]);
    const spare = choices[place]?.costs.slice(0, spareOf[place]) ?? [];
    const left = links.filter(({ one, two, isTarget }) => isTarget && (one === place || two === place)).length;
    return {
      costs: [
        ...counted.map(([first = 0, ...others]): Cost => [first, 0, ...others]),
        ...spare.map((cost): Cost => [1, left, ...cost]),
      ],
    };
  });
  const limitOf = limitUnder(part, LAXEST, new Map());
  const constraints = links.map((link): Constraint => {
    const [strict, loose] = [limitOf(link), Math.max(limitOf(link), asBadAsNow(part, link))];
    const { one, two, table } = link;
    const ofOne = once(() => withSpare(table.classesOfOne, spareOf[one] ?? 0));
    const ofTwo = once(() => withSpare(table.classesOfTwo, spareOf[two] ?? 0));
    return {
      one,
      two,
      get classesOfOne() {
        return ofOne();
      },
      get classesOfTwo() {
        return ofTwo();
      },
      allows: (a, b) => table.badness(a >> 1, b >> 1) <= ((a | b) & 1 ? loose : strict),
    };
  });
  const solution = search.solve({ variables, constraints: [...constraints, ...barred] });
  if (solution.kind !== 'solved') return undefined;
  return new Set(
    solution.values.flatMap((value, place) => (value >= (choices[place]?.versions.length ?? 0) ? [place] : [])),
  );
}

/** Classes of versions, and of those that are given up: odd for the latter. */
function withSpare(classes: ArrayLike<number>, spare: number): readonly number[] {
  const all = Array.from(classes);
  return [...all.map((one) => one << 1), ...all.slice(0, spare).map((one) => (one << 1) | 1)];
}
