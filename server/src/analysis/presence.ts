/** What is in a stack, by id and by capability, counting what distributions carry. */
import type { ResolvedPin } from './analysis.ts';
import type { KnownMember } from './judgedPairs.ts';

/** Names of what is there, or of what is taken out. */
export interface Presence {
  has(idOrCapability: string): boolean;
}

/** What is in a stack, by who brings it. */
export interface StackPresence extends Presence {
  /** Whether anything but some pins brings it. */
  hasWithout(idOrCapability: string, pins: readonly ResolvedPin[]): boolean;
}

/**
 * Lists what a stack has: ids of the pins (known or not), ids of what they carry, and the capabilities that any of these
 * provide.
 * @param members those of the pins that are known
 */
export function presenceIn(pins: readonly ResolvedPin[], members: readonly KnownMember[]): StackPresence {
  const bringers = new Map<string, ResolvedPin[]>();
  const add = (name: string, pin: ResolvedPin): void => {
    const known = bringers.get(name);
    if (known === undefined) bringers.set(name, [pin]);
    else known.push(pin);
  };
  for (const { pin, likeness } of members) for (const name of likeness.gives()) add(name, pin);
  let others: ReadonlySet<string> | undefined;
  const isOther = (name: string): boolean => {
    others ??= new Set(pins.flatMap(namesOfUnjudged));
    return others.has(name);
  };
  return {
    has: (name) => bringers.has(name) || isOther(name),
    hasWithout: (name, without) => bringers.get(name)?.some((pin) => !without.includes(pin)) === true || isOther(name),
  };
}

/** What a pin brings that no version is known of. */
function namesOfUnjudged({ component, candidates, entry }: ResolvedPin): readonly string[] {
  if (component === undefined) return [entry.component];
  return candidates.length > 0 ? [] : [entry.component, ...(component.provides ?? [])];
}
