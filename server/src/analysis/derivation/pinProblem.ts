/** Pins with what they may be, as a problem for the engine: which of their versions are not incompatible. */
import { rangeOf } from '../../manifest/tree.ts';
import type { Constraint, Problem } from '../../resolve/engine/problem.ts';
import type { KnownPin } from '../pairs.ts';
import type { PairTable, PairTables } from '../pairTable.ts';
import type { IsPinned } from '../verdictMemory.ts';

/** Pins of one stack, and what is judged of them. */
export interface PinSet {
  readonly pins: readonly KnownPin[];
  readonly tables: PairTables;
  /** Whether the stack pins an id itself. */
  readonly isPinned: IsPinned;
}

/** Pins in the order in which they are laid over each other, and then as they are written: a set is derived in this order. */
export function inOrder(pins: Iterable<KnownPin>): readonly KnownPin[] {
  return [...pins].sort((a, b) => a.rank - b.rank || rangeOf(a.entry.key).start - rangeOf(b.entry.key).start);
}

/** What the versions of two pins make of each other; undefined where nobody says anything. */
export function tableOf({ tables, isPinned }: PinSet, a: KnownPin, b: KnownPin): PairTable | undefined {
  return a.component === b.component ? undefined : tables.between(a, a.candidates, b, b.candidates, isPinned);
}

/**
 * The problem whose variables are the pins, in their order; values are their candidates, in theirs.
 * @param counts whether what two pins make of each other counts
 */
export function pinProblem(set: PinSet, counts: (a: KnownPin, b: KnownPin) => boolean = () => true): Problem {
  const { pins } = set;
  return {
    variables: pins.map(({ candidates }) => ({ costs: candidates.map(() => []) })),
    constraints: pins.flatMap((a, one) =>
      pins.slice(one + 1).flatMap((b, behind): Constraint[] => {
        const table = counts(a, b) ? tableOf(set, a, b) : undefined;
        if (table === undefined) return [];
        const { classesOfOne, classesOfTwo } = table;
        const allows = (x: number, y: number): boolean => table.verdict(x, y).verdict !== 'incompatible';
        return [{ one, two: one + 1 + behind, classesOfOne, classesOfTwo, allows }];
      }),
    ),
  };
}
