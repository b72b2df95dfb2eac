/** Effective stacks of one document as a problem for the engine: they are resolved together where they share pins. */
import type { EffectiveStack } from '../../analysis/analysis.ts';
import { likenessKey } from '../../analysis/likeness.ts';
import { once } from '../../analysis/once.ts';
import { BADNESS, type KnownPin } from '../../analysis/pairs.ts';
import type { PairTable } from '../../analysis/pairTable.ts';
import type { IsPinned } from '../../analysis/verdictMemory.ts';
import type { EntryNode, ScalarNode } from '../../manifest/tree.ts';
import type { Constraint, Cost, Problem } from '../engine/problem.ts';
import { type Choice, type ChoiceOptions, choiceKey, choicesOf, isMovable } from './choices.ts';
import type { Tolerance } from './tolerance.ts';
import type { LinkedStack, Workshop } from './workshop.ts';

/** Pairs looked at at most, so that no file can hang the editor. */
const MOST_PAIRS = 100_000;

export interface StackProblem {
  /** In the order of the problem's variables. */
  readonly choices: readonly Choice[];
  /** The pairs that somebody says something about, and that are not settled. */
  readonly links: readonly Link[];
  /** Two versions that are not to be taken together, for what else would come of them. */
  readonly barred: readonly Constraint[];
  /**
   * The problem with a limit for each pair: the worst badness that it may have. Where a choice has untenable versions, the first
   * part of the costs counts those that are taken, and the parts of `costs` come behind it.
   */
  within(most: (link: Link) => number): Problem;
  /** The same under one tolerance for all pairs. */
  under(tolerance: Tolerance): Problem;
  /** Whether costs have that part. */
  readonly countsUntenable: boolean;
}

/** Two choices that somebody says something about, by their places. */
export interface Link {
  readonly one: number;
  readonly two: number;
  readonly pins: readonly [KnownPin, KnownPin];
  readonly table: PairTable;
  /** Badness of the pair as it is written, at its best. */
  readonly now: number;
  readonly isTarget: boolean;
}

export interface ProblemOptions extends ChoiceOptions {
  /** Whether a pair is one of those that are to be mended. `now` is its badness as it is written. */
  readonly isTarget: (one: KnownPin, two: KnownPin, now: number) => boolean;
  /** Which pins are resolved; where this is absent, those that can be changed. Their neighbours take part besides. */
  readonly takesPart?: ((pin: KnownPin) => boolean) | undefined;
}

/**
 * Makes the problem of some stacks of one document. Pins that cannot be changed take part where a pin that can has to do
 * with them.
 * @returns undefined where there are more pairs than can be looked at
 */
export function stackProblem(
  stacks: readonly EffectiveStack[],
  { offered, tables, linked }: Workshop,
  options: ProblemOptions,
): StackProblem | undefined {
  const parts = stacks.map((stack) => partOf(linked(stack), options));
  const choices = choicesOf(
    parts.flatMap(({ stack, places }) => places.flatMap((place) => stack.pins[place] ?? [])),
    offered,
    options,
  );
  const byKey = new Map<EntryNode | ScalarNode, number>();
  for (const [place, { pins }] of choices.entries()) byKey.set(choiceKey(pins[0], options.tied), place);
  const links: Link[] = [];
  const seen = new Set<string>();
  for (const { stack, places } of parts) {
    const inside = new Set(places);
    for (const place of places) {
      for (const behind of stack.linksOf(place)) {
        if (behind < place || !inside.has(behind)) continue;
        const link = linkOf(stack.pins[place], stack.pins[behind], stack.isPinned);
        if (link === undefined) continue;
        if (links.length === MOST_PAIRS) return undefined;
        links.push(link);
      }
    }
  }

  function linkOf(pin: KnownPin | undefined, other: KnownPin | undefined, isPinned: IsPinned): Link | undefined {
    if (pin === undefined || other === undefined) return undefined;
    const [one, two] = [pin, other].map((each) => byKey.get(choiceKey(each, options.tied)) ?? -1);
    const [first, second] = [choices[one ?? -1], choices[two ?? -1]];
    // Two that share one text are one choice: what they make of each other is seen when the answer is tried.
    if (first === undefined || second === undefined || one === undefined || two === undefined || one === two)
      return undefined;
    const isSettled = first.versions.length === 1 && second.versions.length === 1;
    if (isSettled) return undefined;
    const table = tables.between(pin, first.versions, other, second.versions, isPinned);
    if (table === undefined) return undefined;
    // In several stacks the same two may be judged alike.
    const key = `${one} ${two} ${table.key}`;
    if (seen.has(key)) return undefined;
    seen.add(key);
    // Not everybody asks how the pins are as they are written.
    const now = once(() => BADNESS[tables.asWritten(pin, other, isPinned).best.verdict]);
    const isTarget = once(() => options.isTarget(pin, other, now()));
    return {
      one,
      two,
      pins: [pin, other],
      table,
      get now() {
        return now();
      },
      get isTarget() {
        return isTarget();
      },
    };
  }

  return problemOf(choices, links);
}

/** A problem of choices, and of pairs of them by their places. */
export function problemOf(
  choices: readonly Choice[],
  links: readonly Link[],
  barred: readonly Constraint[] = [],
): StackProblem {
  const countsUntenable = choices.some(({ untenable }) => untenable.size > 0);
  const variables = once(() =>
    choices.map(({ costs, untenable }) => ({
      costs: countsUntenable ? costs.map((cost, place): Cost => [Number(untenable.has(place)), ...cost]) : costs,
    })),
  );
  const within: StackProblem['within'] = (most) => ({
    variables: variables(),
    constraints: [...links.map((link) => constraintOf(link, most(link))), ...barred],
  });
  return {
    choices,
    links,
    barred,
    countsUntenable,
    within,
    under: (tolerance) => within(({ now, isTarget }) => tolerance(now, isTarget)),
  };
}

/** The pins of a stack that take part in a problem, by their places. */
interface Part {
  readonly stack: LinkedStack;
  readonly places: readonly number[];
}

/** Those that can be changed, and those that these have to do with: of several that are alike, one. */
function partOf(stack: LinkedStack, options: ProblemOptions): Part {
  const { takesPart = (pin: KnownPin) => isMovable(pin, options) } = options;
  const movable = stack.pins.flatMap((pin, place) => (takesPart(pin) ? [place] : []));
  if (movable.length * 2 > stack.pins.length) return { stack, places: [...stack.pins.keys()] };
  const places = new Set(movable);
  const fixed = new Set<string>();
  for (const place of movable) {
    for (const other of stack.linksOf(place)) {
      const pin = stack.pins[other];
      if (pin === undefined || places.has(other)) continue;
      const key = likenessKey(pin);
      if (fixed.has(key)) continue;
      fixed.add(key);
      places.add(other);
    }
  }
  return { stack, places: [...places].sort((a, b) => a - b) };
}

function constraintOf({ one, two, table }: Link, most: number): Constraint {
  // What is never asked for is never made.
  const classesOfOne = once(() => table.classesOfOne);
  const classesOfTwo = once(() => table.classesOfTwo);
  return {
    one,
    two,
    get classesOfOne() {
      return classesOfOne();
    },
    get classesOfTwo() {
      return classesOfTwo();
    },
    allows: (classOfOne, classOfTwo) => table.badness(classOfOne, classOfTwo) <= most,
  };
}
