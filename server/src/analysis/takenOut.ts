/** What the checked file removes of its bases: what is so in a base need not be so without it, and is not told there. */
import type { Catalog } from '../catalog/model.ts';
import type { Composition } from '../composition/layers.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import type { Presence } from './presence.ts';

const NOTHING: Presence = { has: () => false };

/**
 * Lists what bases pin and the file writes `null` for, by id and by capability, with what distributions among it carry.
 * @param environment whose removals count besides those of the file itself
 */
export function takenOut(
  manifest: StackManifest,
  { layers }: Composition,
  environment: string | null,
  catalog: Catalog,
): Presence {
  const bases = layers.filter(({ via }) => via !== undefined);
  if (bases.length === 0) return NOTHING;
  const entriesOf = ({ components, environments }: StackManifest): readonly (readonly PinEntry[])[] =>
    environment === null
      ? [components]
      : [components, environments.find(({ name }) => name === environment)?.components ?? []];
  const removed = new Set<string>();
  for (const entries of entriesOf(manifest))
    for (const entry of entries) if (entry.removed) removed.add(entry.instance);
  if (removed.size === 0) return NOTHING;
  const found = new Set<string>();
  const add = (id: string) => {
    found.add(id);
    for (const capability of catalog.summary(id)?.provides ?? []) found.add(capability);
  };
  for (const entry of bases.flatMap((layer) => entriesOf(layer.manifest).flat())) {
    if (entry.removed || !removed.has(entry.instance)) continue;
    add(entry.component);
    for (const { with: id } of catalog.component(entry.component)?.carries ?? []) add(id);
  }
  return found;
}
