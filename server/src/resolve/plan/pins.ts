/** The pins of an effective stack as a plan takes them. */
import { allowedRange, limitBelow } from '../../analysis/allow.ts';
import type { EffectiveStack, ResolvedPin } from '../../analysis/analysis.ts';
import { isKnown, type KnownPin } from '../../analysis/pairs.ts';
import type { PlanPin, Versions } from './plan.ts';

/** The pins that a version is written for, in the order of the stack. */
export function planPins({ pins }: Pick<EffectiveStack, 'pins'>): readonly PlanPin[] {
  return pins.filter((pin) => startOf(pin) !== undefined).map(planPin);
}

function planPin(pin: ResolvedPin): PlanPin {
  const { entry, component } = pin;
  return {
    instance: entry.instance,
    id: component?.id ?? entry.component,
    known: isKnown(pin) ? pin : undefined,
    isLocked: entry.locked,
    allow: [allowedRange(pin), limitBelow(pin)?.range].flatMap((range) => range?.parsed ?? []),
  };
}

/**
 * The versions that a stack runs at: an exact pin that one, a range or a line the newest that it admits.
 * @param taken what ranges and lines take together, where that is known (stack/taken.ts)
 */
export function startVersions(
  { pins }: Pick<EffectiveStack, 'pins'>,
  taken?: (pin: KnownPin) => string | undefined,
): Versions {
  const start = new Map<string, string>();
  for (const pin of pins) {
    const version = (isKnown(pin) ? taken?.(pin) : undefined) ?? startOf(pin);
    if (version !== undefined) start.set(pin.entry.instance, version);
  }
  return start;
}

/** Undefined where no version is written. What stands for no version at all is kept as it is written. */
function startOf({ candidates, value, entry }: ResolvedPin): string | undefined {
  return candidates[0] ?? value?.text ?? entry.version?.text;
}
