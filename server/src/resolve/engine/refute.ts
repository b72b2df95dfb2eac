/**
 * Proves that no values of some variables go together, in steps that a person can follow: what is left of one variable rules
 * out values of another, until nothing is left of one. Where that alone does not get there, by cases.
 */
import { type ClassTable, classTable } from './classTable.ts';
import type { Limits, Problem } from './problem.ts';

/** One step: none of these values goes together with what is left of another variable. */
export interface Elimination {
  /** The variable of which something is left. */
  readonly by: number;
  /** The variable that loses values. */
  readonly of: number;
  /** The values that it loses, ascending. */
  readonly out: readonly number[];
}

export interface Refutation {
  /** In their order: each rests on what those before it leave. Every one of them is needed. */
  readonly steps: readonly Elimination[];
  readonly end: RefutationEnd;
}

export type RefutationEnd =
  /** The steps leave nothing of it. */
  | { readonly kind: 'empty'; readonly variable: number }
  /** Whichever of what is left of it is taken, there is a proof; the cases hold all that is left. */
  | { readonly kind: 'cases'; readonly variable: number; readonly cases: readonly RefutedCase[] };

export interface RefutedCase {
  readonly values: readonly number[];
  readonly refutation: Refutation;
}

export type RefutationAnswer =
  | { readonly kind: 'refuted'; readonly refutation: Refutation }
  /** There are values that go together. */
  | { readonly kind: 'possible' }
  /** The search stopped at its bound. */
  | { readonly kind: 'unknown' };

/** Cases within cases: nobody follows more. */
const MOST_NESTED = 6;

/**
 * Looks for a proof. What it costs is left out of account: the values alone count.
 * @param limits a step is a question whether two classes of values go together
 */
export function refute(problem: Problem, limits: Limits): RefutationAnswer {
  const table = classTable(problem);
  const search: Search = { table, budget: { left: limits.steps }, isCancelled: limits.isCancelled };
  const found = refuteFrom(
    table.classes.map((classes) => new Set(classes.keys())),
    search,
    0,
  );
  if (found === 'possible' || found === 'unknown') return { kind: found };
  return { kind: 'refuted', refutation: inValues(found.proof, table) };
}

interface Search {
  readonly table: ClassTable;
  readonly budget: { left: number };
  readonly isCancelled: (() => boolean) | undefined;
}

/** Of each variable the classes that are left. */
type Left = readonly Set<number>[];

/** A proof in classes, and the classes that it takes to be gone at its beginning. */
interface Found {
  readonly proof: Refutation;
  readonly restsOn: Left;
}

function refuteFrom(start: Left, search: Search, depth: number): Found | 'possible' | 'unknown' {
  const left = start.map((set) => new Set(set));
  const { trace, emptied } = propagate(left, search);
  if (search.budget.left < 0 || search.isCancelled?.() === true) return 'unknown';
  if (emptied !== undefined) {
    const needed = nothingOf(search);
    addAll(needed[emptied], allOf(emptied, search));
    return sliced(trace, { steps: [], end: { kind: 'empty', variable: emptied } }, needed, search);
  }
  const variable = fewest(left);
  if (variable === undefined) return 'possible';
  if (depth === MOST_NESTED) return 'unknown';
  return byCases(left, trace, variable, search, depth);
}

/** Takes classes away until nothing changes, or nothing is left of a variable. */
function propagate(left: Left, search: Search): { trace: Elimination[]; emptied: number | undefined } {
  const trace: Elimination[] = [];
  for (;;) {
    const step = nextStep(left, search);
    if (step === undefined || search.budget.left < 0) return { trace, emptied: undefined };
    trace.push(step);
    for (const one of step.out) left[step.of]?.delete(one);
    if (left[step.of]?.size === 0) return { trace, emptied: step.of };
  }
}

/**
 * The step that says most: one that leaves nothing before others, then one by what is most certain, then one that leaves least;
 * of equal ones, one by what has the fewest values.
 */
function nextStep(left: Left, search: Search): Elimination | undefined {
  let best: { readonly step: Elimination; readonly rank: readonly number[] } | undefined;
  for (const [by, certain] of left.entries()) {
    for (const of of search.table.neighbours[by] ?? []) {
      const out = ruledOut(by, certain, of, left[of] ?? new Set(), search);
      if (out.length === 0) continue;
      const remaining = (left[of]?.size ?? 0) - out.length;
      const rank = [Math.min(remaining, 1), certain.size, remaining, valuesIn(by, certain, search)];
      if (best === undefined || isBefore(rank, best.rank)) best = { step: { by, of, out }, rank };
    }
  }
  return best?.step;
}

function valuesIn(variable: number, classes: ReadonlySet<number>, { table }: Search): number {
  let sum = 0;
  for (const one of classes) sum += table.classes[variable]?.[one]?.length ?? 0;
  return sum;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

function ruledOut(by: number, certain: ReadonlySet<number>, of: number, from: ReadonlySet<number>, search: Search) {
  const { table, budget } = search;
  return [...from].filter((one) => {
    for (const other of certain) {
      budget.left -= 1;
      if (budget.left < 0 || table.fits(by, other, of, one)) return false;
    }
    return true;
  });
}

function fewest(left: Left): number | undefined {
  let best: number | undefined;
  for (const [variable, { size }] of left.entries())
    if (size > 1 && (best === undefined || size < (left[best]?.size ?? 0))) best = variable;
  return best;
}

function byCases(
  left: Left,
  trace: readonly Elimination[],
  variable: number,
  search: Search,
  depth: number,
): Found | 'possible' | 'unknown' {
  const open = left[variable] ?? new Set<number>();
  const needed = nothingOf(search);
  const cases: RefutedCase[] = [];
  for (const group of groupsOf(open, left, variable, search)) {
    const found = refuteFrom(withOnly(left, variable, group), search, depth + 1);
    if (found === 'possible' || found === 'unknown') return found;
    const isAssumed = [...(found.restsOn[variable] ?? [])].some((one) => open.has(one));
    // A proof that does without its assumption holds for all cases.
    if (!isAssumed) return sliced(trace, found.proof, found.restsOn, search);
    cases.push({ values: [...group], refutation: found.proof });
    for (const [index, set] of found.restsOn.entries()) addAll(needed[index], set);
  }
  for (const one of open) needed[variable]?.delete(one);
  addAll(
    needed[variable],
    allOf(variable, search).filter((one) => !open.has(one)),
  );
  return sliced(trace, { steps: [], end: { kind: 'cases', variable, cases } }, needed, search);
}

/** What is left of a variable, in as few groups as can each be refuted without cases; in their order. */
function groupsOf(open: ReadonlySet<number>, left: Left, variable: number, search: Search): ReadonlySet<number>[] {
  const groups: Set<number>[] = [];
  for (const one of open) {
    const last = groups.at(-1);
    const joined = last === undefined ? undefined : new Set([...last, one]);
    if (joined !== undefined && propagate(withOnly(left, variable, joined), search).emptied !== undefined) {
      groups[groups.length - 1] = joined;
    } else groups.push(new Set([one]));
  }
  return groups;
}

function withOnly(left: Left, variable: number, only: ReadonlySet<number>): Left {
  return left.map((set, index) => new Set(index === variable ? only : set));
}

/**
 * Puts the steps of a trace before a proof, without those that it does not need.
 * @param needed classes that the proof takes to be gone
 */
function sliced(trace: readonly Elimination[], proof: Refutation, needed: Left, search: Search): Found {
  const { table } = search;
  const open = needed.map((set) => new Set(set));
  const steps: Elimination[] = [];
  for (let at = trace.length - 1; at >= 0; at -= 1) {
    const { by, of, out } = trace[at] ?? { by: 0, of: 0, out: [] };
    const used = out.filter((one) => open[of]?.has(one) === true);
    if (used.length === 0) continue;
    for (const one of used) open[of]?.delete(one);
    // It rests on all being gone that would have gone together with what it takes away.
    const others = allOf(by, search);
    for (const other of others) if (used.some((one) => table.fits(by, other, of, one))) open[by]?.add(other);
    // What it takes away on the same grounds is told as well: half of a statement would look odd.
    const told = out.filter((one) => others.every((other) => open[by]?.has(other) || !table.fits(by, other, of, one)));
    steps.push({ by, of, out: told });
  }
  return { proof: { steps: [...steps.reverse(), ...proof.steps], end: proof.end }, restsOn: open };
}

function allOf(variable: number, { table }: Search): number[] {
  return [...(table.classes[variable] ?? []).keys()];
}

function nothingOf({ table }: Search): Left {
  return table.classes.map(() => new Set<number>());
}

function addAll(to: Set<number> | undefined, from: Iterable<number>): void {
  for (const one of from) to?.add(one);
}

/** A proof in classes as one in values. */
function inValues({ steps, end }: Refutation, table: ClassTable): Refutation {
  const valuesOf = (variable: number, classes: readonly number[]): number[] =>
    classes.flatMap((one) => table.classes[variable]?.[one] ?? []).sort((a, b) => a - b);
  return {
    steps: steps.map(({ by, of, out }) => ({ by, of, out: valuesOf(of, out) })),
    end:
      end.kind === 'empty'
        ? end
        : {
            ...end,
            cases: end.cases.map(({ values, refutation }) => ({
              values: valuesOf(end.variable, values),
              refutation: inValues(refutation, table),
            })),
          },
  };
}
