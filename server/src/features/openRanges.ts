/** The ranges and release lines that a manifest writes, and what each takes in its stacks; kept with the checked document. */
import type { EffectiveStack } from '../analysis/analysis.ts';
import { isKnown, type KnownPin } from '../analysis/pairs.ts';
import { isInherited } from '../analysis/texts.ts';
import { type OffsetRange, rangeOf } from '../manifest/tree.ts';
import { isOpen } from '../resolve/fix/exactPin.ts';
import type { Fixing } from '../resolve/fix/fixing.ts';
import { aliasOf } from '../resolve/fix/places.ts';
import { type Standing, standingOf } from '../resolve/stack/heldBack.ts';
import { type Taken, versionsTaken } from '../resolve/stack/taken.ts';
import type { CheckedDocument } from './document.ts';
import { fixingOf } from './fixingOf.ts';

/** A range or line as it stands in the text. */
export interface OpenRange {
  readonly pin: KnownPin;
  /** Its text, or the alias that stands for it. */
  readonly range: OffsetRange;
  /** The stacks that it takes part in, the file's own first. */
  readonly stacks: readonly EffectiveStack[];
}

export interface OpenRanges {
  /** Of texts that several pins read, the first of them. */
  readonly all: readonly OpenRange[];
  /** What a range takes in one of its stacks, resolved by itself. Worked out when it is first asked for. */
  standing(open: OpenRange, stack: EffectiveStack): Standing | 'none' | 'unknown';
  /** Whether the ranges of a stack were resolved already. */
  isResolved(stack: EffectiveStack): boolean;
  /** For fixes of this document. */
  readonly made: Fixing;
}

const kept = new WeakMap<CheckedDocument, OpenRanges>();

/** The same object each time for the same checked document. */
export function openRanges(checked: CheckedDocument): OpenRanges {
  const known = kept.get(checked) ?? madeOf(checked);
  kept.set(checked, known);
  return known;
}

function madeOf(checked: CheckedDocument): OpenRanges {
  const made = fixingOf(checked);
  const taken = new Map<EffectiveStack, Taken>();
  const standings = new Map<OpenRange, Map<EffectiveStack, ReturnType<OpenRanges['standing']>>>();
  return {
    all: rangesIn(checked.analysis.stacks),
    made,
    isResolved: (stack) => taken.has(stack),
    standing: (open, stack) => {
      const own = standings.get(open) ?? new Map<EffectiveStack, ReturnType<OpenRanges['standing']>>();
      standings.set(open, own);
      const shared = made.workshopOf(stack.document);
      const of = taken.get(stack) ?? versionsTaken([stack], shared, made.limits);
      taken.set(stack, of);
      const standing = own.get(stack) ?? standingOf(open.pin, stack, of, shared);
      own.set(stack, standing);
      return standing;
    },
  };
}

function rangesIn(stacks: readonly EffectiveStack[]): OpenRange[] {
  const found = new Map<number, { pin: KnownPin; range: OffsetRange; stacks: EffectiveStack[] }>();
  for (const stack of stacks) {
    for (const pin of stack.pins) {
      if (!isOpen(pin) || isInherited(pin) || !isKnown(pin) || pin.entry.version === undefined) continue;
      const range = rangeOf(aliasOf(pin.entry) ?? pin.entry.version);
      const known = found.get(range.end);
      if (known === undefined) found.set(range.end, { pin, range, stacks: [stack] });
      else if (known.pin.entry === pin.entry) known.stacks.push(stack);
    }
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}
