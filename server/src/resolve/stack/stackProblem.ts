/** Effective stacks of one document as a problem for the engine: they are resolved together where they share pins. */
import type { AnalysisContext, EffectiveStack } from '../../analysis/analysis.ts';
import { BADNESS, type KnownPin } from '../../analysis/pairs.ts';
import type { EntryNode, ScalarNode } from '../../manifest/tree.ts';
import type { Constraint, Problem } from '../engine/problem.ts';
import { type Choice, type ChoiceOptions, choiceKey, choicesIn, knownPins } from './choices.ts';
import { linksAmong } from './links.ts';
import { type Offers, offers } from './offered.ts';
import { type PairTable, type PairTables, pairTables } from './pairTable.ts';
import type { Tolerance } from './tolerance.ts';

/** Pairs looked at at most, so that no file can hang the editor. */
const MOST_PAIRS = 200_000;

export interface StackProblem {
  /** In the order of the problem's variables. */
  readonly choices: readonly Choice[];
  /** The pairs that somebody says something about, of which at least one pin can be changed. */
  readonly links: readonly Link[];
  /** The same problem under one tolerance. */
  under(tolerance: Tolerance): Problem;
}

/** Two choices that somebody says something about, by their places. */
export interface Link {
  readonly one: number;
  readonly two: number;
  readonly table: PairTable;
  /** Badness of the pair as it is written. */
  readonly now: number;
  readonly isTarget: boolean;
}

export interface ProblemOptions extends ChoiceOptions {
  /** Whether a pair is one of those that are to be mended. `now` is its badness as it is written. */
  readonly isTarget: (one: KnownPin, two: KnownPin, now: number) => boolean;
}

/** What several problems of one catalog and day share. */
export interface Workshop {
  readonly context: Pick<AnalysisContext, 'catalog' | 'date'>;
  readonly offered: Offers;
  readonly tables: PairTables;
}

/** Makes one. What is judged in it once is not judged again. */
export function workshop(context: Pick<AnalysisContext, 'catalog' | 'date'>): Workshop {
  return { context, offered: offers(context), tables: pairTables(context) };
}

/**
 * Makes the problem of some stacks of one document.
 * @returns undefined where there are more pairs than can be looked at
 */
export function stackProblem(
  stacks: readonly EffectiveStack[],
  { context, offered, tables }: Workshop,
  options: ProblemOptions,
): StackProblem | undefined {
  const choices = choicesIn(stacks, offered, options);
  const places = new Map<EntryNode | ScalarNode, number>();
  for (const [place, { pins }] of choices.entries()) places.set(choiceKey(pins[0], options.tied), place);
  const links: Link[] = [];
  const known = new Map<PairTable, Set<string>>();
  for (const stack of stacks) {
    const pins = knownPins(stack);
    const ids = new Set(pins.map(({ component }) => component.id));
    const isPinned = (id: string): boolean => ids.has(id);
    const linksOf = linksAmong(pins, context.catalog, isPinned);
    const placeOf = pins.map((pin) => places.get(choiceKey(pin, options.tied)) ?? -1);
    for (const [at, pin] of pins.entries()) {
      const one = placeOf[at] ?? -1;
      const first = choices[one];
      if (first === undefined) continue;
      for (const behind of linksOf(at)) {
        const [two, other] = [placeOf[behind] ?? -1, pins[behind]];
        const second = choices[two];
        // Two that share one text are the same choice: what they make of each other is seen when the answer is tried.
        if (behind < at || second === undefined || other === undefined || one === two) continue;
        if (first.versions.length === first.kept && second.versions.length === second.kept && !isOpen(first, second))
          continue;
        const table = tables.between(pin, first.versions, other, second.versions, isPinned);
        if (table === undefined) continue;
        const seen = known.get(table) ?? new Set<string>();
        known.set(table, seen);
        const key = `${one} ${two}`;
        if (seen.has(key)) continue;
        seen.add(key);
        if (links.length === MOST_PAIRS) return undefined;
        const now = BADNESS[tables.asWritten(pin, other, isPinned).best.verdict];
        links.push({ one, two, table, now, isTarget: options.isTarget(pin, other, now) });
      }
    }
  }
  const variables = choices.map(({ costs }) => ({ costs }));
  return {
    choices,
    links,
    under: (tolerance) => ({ variables, constraints: links.map((link) => constraintOf(link, tolerance)) }),
  };
}

/** Whether there is a choice even if nothing is changed: a range or a line. */
function isOpen(one: Choice, two: Choice): boolean {
  return one.versions.length > 1 || two.versions.length > 1;
}

function constraintOf({ one, two, table, now, isTarget }: Link, tolerance: Tolerance): Constraint {
  const most = tolerance(now, isTarget);
  return {
    one,
    two,
    get classesOfOne() {
      return table.classesOfOne;
    },
    get classesOfTwo() {
      return table.classesOfTwo;
    },
    allows: (classOfOne, classOfTwo) => BADNESS[table.verdict(classOfOne, classOfTwo).verdict] <= most,
  };
}
