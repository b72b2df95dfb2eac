/** Resolves ranges that depend on each other: no pair is worse than it has to be, and of all such versions the newest. */
import { BADNESS } from '../../analysis/pairs.ts';
import { Budget } from '../engine/budget.ts';
import type { Constraint, Limits, Solution, Variable } from '../engine/problem.ts';
import { solveWithin } from '../engine/solve.ts';
import type { Group } from './groups.ts';
import { Remaining } from './narrow.ts';
import { pricesOf, type Takeable, type TakeableLink } from './takeable.ts';
import type { Workshop } from './workshop.ts';

/** What a group takes: places of versions by the places of choices. */
export type GroupTaken =
  | { readonly kind: 'solved'; readonly versions: ReadonlyMap<number, number>; readonly proven: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** How bad pairs may be that could be better, strictest first. What cannot work goes with nothing. */
const LEVELS: readonly number[] = [BADNESS.unknown, BADNESS.untested, BADNESS.unsupported];

/** Pairs that can rule anything out in one group: each attempt to better one looks at all of them. */
const MOST_LINKS = 5_000;

type Solved = Extract<Solution, { readonly kind: 'solved' }>;

/**
 * Finds them. First all pairs are to be as good as each can be by itself. Where that cannot be, those may be untested, then
 * unsupported, that have to: taken in their order, each that can be better with what the ones before it have reached, is.
 * @param limits for all of the search
 */
export function takenTogether(
  { open, links }: Group<TakeableLink>,
  choices: readonly Takeable[],
  shared: Workshop,
  limits: Limits,
): GroupTaken {
  if (links.length > MOST_LINKS) return { kind: 'unknown' };
  const places = [...new Set([...open, ...links.flatMap(({ one, two }) => [one, two])])];
  const variableOf = new Map(places.map((place, variable) => [place, variable]));
  const variables = places.map((place): Variable => {
    const choice = choices[place];
    return { costs: choice === undefined ? [] : pricesOf(choice, shared) };
  });
  const search = new Search(variables, links, variableOf, limits);
  const solution = search.run();
  if (solution.kind !== 'solved') return solution;
  return {
    kind: 'solved',
    versions: new Map(places.map((place, variable) => [place, solution.values[variable] ?? 0])),
    proven: solution.proven,
  };
}

class Search {
  private readonly variables: readonly Variable[];
  private readonly links: readonly TakeableLink[];
  private readonly variableOf: ReadonlyMap<number, number>;
  private readonly budget: Budget;
  /** All questions so far were answered. */
  private isExact = true;

  constructor(
    variables: readonly Variable[],
    links: readonly TakeableLink[],
    variableOf: ReadonlyMap<number, number>,
    limits: Limits,
  ) {
    this.variables = variables;
    this.links = links;
    this.variableOf = variableOf;
    this.budget = new Budget(limits);
  }

  run(): Solution {
    for (const [level, worst] of LEVELS.entries()) {
      const most = this.links.map(({ best }) => Math.max(worst, best));
      const solution = this.solve(most);
      if (solution.kind === 'solved') return this.bettered(solution, most, LEVELS.slice(0, level).reverse());
    }
    return { kind: this.isExact ? 'none' : 'unknown' };
  }

  /**
   * Betters pairs one by one.
   * @param levels what they are to become, the least strict first
   */
  private bettered(first: Solved, limits: readonly number[], levels: readonly number[]): Solved {
    let solution = first;
    let most = limits;
    const refused = new Set<number>();
    const remaining = new Remaining(this.links);
    remaining.narrow(limits, this.links.keys());
    for (const level of levels) {
      const wanted = this.links.map(({ best }) => Math.max(level, best));
      // What is reached stays: no other answer that keeps it costs less.
      const kept = (): readonly number[] => {
        const { values } = solution;
        const next = most.map((limit, index) => {
          const want = wanted[index] ?? 0;
          return want < limit && this.badness(index, values) <= want ? want : limit;
        });
        remaining.narrow(
          next,
          next.flatMap((limit, index) => (limit === most[index] ? [] : [index])),
        );
        return next;
      };
      most = kept();
      for (const [index, want] of wanted.entries()) {
        if (refused.has(index) || (most[index] ?? 0) <= want) continue;
        // Most of what cannot be reached shows at once.
        const next = remaining.canReach(index, want) ? this.solve(most.with(index, want)) : undefined;
        if (next?.kind === 'solved') {
          solution = next;
          most = kept();
        } else refused.add(index);
      }
    }
    return { ...solution, proven: solution.proven && this.isExact };
  }

  private solve(most: readonly number[]): Solution {
    const solution = solveWithin({ variables: this.variables, constraints: this.constraints(most) }, this.budget);
    if (solution.kind === 'unknown' || (solution.kind === 'solved' && !solution.proven)) this.isExact = false;
    return solution;
  }

  private constraints(most: readonly number[]): Constraint[] {
    return this.links.map(({ one, two, classesOfOne, classesOfTwo, badness }, index) => ({
      one: this.variableOf.get(one) ?? 0,
      two: this.variableOf.get(two) ?? 0,
      get classesOfOne() {
        return classesOfOne();
      },
      get classesOfTwo() {
        return classesOfTwo();
      },
      allows: (classOfOne, classOfTwo) => badness(classOfOne, classOfTwo) <= (most[index] ?? 0),
    }));
  }

  /** How bad a pair is in an answer. */
  private badness(index: number, values: readonly number[]): number {
    const link = this.links[index];
    if (link === undefined) return 0;
    const [one, two] = [link.one, link.two].map((place) => values[this.variableOf.get(place) ?? 0] ?? 0);
    return link.badness(link.classesOfOne()[one ?? 0] ?? 0, link.classesOfTwo()[two ?? 0] ?? 0);
  }
}
