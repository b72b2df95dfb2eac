/** What is in a stack, by id and by capability, counting what distributions carry. */
import { carriedBy } from '../catalog/relations.ts';
import { parseVersion } from '../version/index.ts';
import type { EffectiveStack } from './analysis.ts';
import { isKnown } from './pairs.ts';

/** Ids of the pins (known or not), ids of what they carry, and the capabilities that any of these provide. */
export interface Presence {
  has(idOrCapability: string): boolean;
}

/**
 * Lists what a stack has.
 * @param summaries looks up what a carried component provides, without decoding its entry
 */
export function presenceIn(
  stack: Pick<EffectiveStack, 'pins'>,
  summaries: (id: string) => { readonly provides: readonly string[] } | undefined,
): Presence {
  const present = new Set<string>();
  for (const pin of stack.pins) {
    present.add(pin.entry.component);
    for (const capability of pin.component?.provides ?? []) present.add(capability);
    if (!isKnown(pin)) continue;
    for (const text of pin.candidates) {
      const version = parseVersion(text, pin.component.versions.scheme);
      if (version === undefined) continue;
      for (const { with: id } of carriedBy(pin.component, version)) {
        present.add(id);
        for (const capability of summaries(id)?.provides ?? []) present.add(capability);
      }
    }
  }
  return { has: (name) => present.has(name) };
}
