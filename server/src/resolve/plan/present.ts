/** What is in a stack beside two of its pins from the start of a plan to its end: it may lift a conflict between them. */
import { likenessOf } from '../../analysis/likeness.ts';
import { atVersion } from '../../analysis/pairs.ts';
import type { PlanContext, PlanPin, PlanRequest } from './plan.ts';

/** Whether an id or a capability is brought by any pin but two, at the start as at the target. */
export function presentBeside(
  { pins, start, target }: PlanRequest,
  { catalog }: Pick<PlanContext, 'catalog'>,
): (idOrCapability: string, one: PlanPin, two: PlanPin) => boolean {
  const brought = new Map<PlanPin, readonly string[]>();
  const namesOf = (pin: PlanPin): readonly string[] => {
    const known = brought.get(pin) ?? namesBrought(pin);
    brought.set(pin, known);
    return known;
  };
  const namesBrought = ({ known, id, instance }: PlanPin): readonly string[] => {
    if (known === undefined) return [id];
    const [first, last] = [start, target].map((versions) => {
      const version = versions.get(instance);
      return version === undefined ? [] : likenessOf(atVersion(known, version), catalog).gives();
    });
    return (first ?? []).filter((name) => !target.has(instance) || last?.includes(name) === true);
  };
  return (name, one, two) => pins.some((pin) => pin !== one && pin !== two && namesOf(pin).includes(name));
}
