/** What the checked file removes of its bases: what is so in a base need not be so without it, and is not told there. */
import type { Catalog } from '../catalog/model.ts';
import type { Composition } from '../composition/layers.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import type { Presence } from './presence.ts';

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
  const entriesOf = ({ components, environments }: StackManifest): readonly PinEntry[] =>
    environment === null
      ? components
      : [...components, ...(environments.find(({ name }) => name === environment)?.components ?? [])];
  const removed = new Set(entriesOf(manifest).flatMap((entry) => (entry.removed ? [entry.instance] : [])));
  const found = new Set<string>();
  if (removed.size === 0) return found;
  const add = (id: string) => {
    found.add(id);
    for (const capability of catalog.summary(id)?.provides ?? []) found.add(capability);
  };
  const below = layers.filter(({ via }) => via !== undefined).flatMap((layer) => entriesOf(layer.manifest));
  for (const entry of below) {
    if (entry.removed || !removed.has(entry.instance)) continue;
    add(entry.component);
    for (const { with: id } of catalog.component(entry.component)?.carries ?? []) add(id);
  }
  return found;
}
