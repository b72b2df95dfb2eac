/** What is in a stack, by id and by capability, counting what distributions carry. */
import { changedPart } from '../manifest/changedPart.ts';
import { type Counts, counts } from './counts.ts';
import type { KnownMember } from './judgedPairs.ts';
import type { Likeness } from './likeness.ts';
import { once } from './once.ts';
import { namesOfUnjudged } from './pinLists.ts';
import type { LaidStack } from './stacks.ts';

/** Names of what is there, or of what is taken out. */
export interface Presence {
  has(idOrCapability: string): boolean;
}

/** What is in a stack: ids of the pins (known or not), ids of what they carry, and the capabilities that any of these provide. */
export interface StackPresence extends Presence {
  /** Whether anything but some of the pins brings it. */
  hasWithout(idOrCapability: string, without: readonly KnownMember[]): boolean;
}

/** What the known pins of a stack bring; kept from check to check. */
export interface Brought {
  readonly likenesses: readonly Likeness[];
  readonly names: Counts;
}

/**
 * Counts what known pins bring.
 * @param last what those of the same stack brought at the last check; it is not to be used any more
 */
export function broughtBy(members: readonly KnownMember[], last: Brought | undefined): Brought {
  const likenesses = members.map(({ likeness }) => likeness);
  const before = last?.likenesses ?? [];
  const names = last?.names ?? counts();
  const { start, endBefore, endAfter } = changedPart(before, likenesses);
  for (const likeness of before.slice(start, endBefore)) names.remove(likeness.gives());
  for (const likeness of likenesses.slice(start, endAfter)) names.add(likeness.gives());
  return { likenesses, names };
}

/** What is in a stack, by what its known pins bring and by its other pins. */
export function presenceIn({ lists, slots, recordAt }: LaidStack, { names }: Brought): StackPresence {
  const others = once(() => {
    const found = new Set<string>();
    for (const slot of slots) {
      const record = recordAt(slot);
      for (const name of record === undefined ? [] : namesOfUnjudged(record)) found.add(name);
    }
    return found;
  });
  // In most stacks no list holds it; if one does, that pin may be taken out or have another in its place.
  const isOther = (name: string) => lists.some(({ unjudged }) => unjudged.has(name)) && others().has(name);
  return {
    has: (name) => names.has(name) || isOther(name),
    hasWithout: (name, without) => {
      let left = names.count(name);
      for (const { likeness } of new Set(without)) if (likeness.gives().includes(name)) left -= 1;
      return left > 0 || isOther(name);
    },
  };
}
