/** A pin as it is written in the checked file, and what lies below it. */
import type { Analysis } from '../../analysis/analysis.ts';
import { alone } from '../../composition/compose.ts';
import type { Composition, Layer } from '../../composition/layers.ts';
import type { PinEntry, StackManifest } from '../../manifest/stack.ts';

/** An entry, and the file that writes it. */
export interface WrittenPin {
  readonly layer: Layer;
  readonly entry: PinEntry;
}

export function compositionOf({ stacks }: Analysis, manifest: StackManifest): Composition {
  return stacks.find((stack) => stack.manifest === manifest)?.composition ?? alone('', manifest);
}

/**
 * All entries of one stack, from the lowest on: of all files, then what each says of the environment.
 * @param environment null for the stack without one
 */
export function entriesInOrder({ layers }: Composition, environment: string | null): WrittenPin[] {
  const own = layers.flatMap((layer) => layer.manifest.components.map((entry) => ({ layer, entry })));
  if (environment === null) return own;
  const differing = layers.flatMap((layer) =>
    layer.manifest.environments
      .filter(({ name }) => name === environment)
      .flatMap(({ components }) => components.map((entry) => ({ layer, entry }))),
  );
  return [...own, ...differing];
}

/** What an entry of the file takes the place of: the nearest below that is a pin. */
export function overriddenBy(
  entry: PinEntry,
  composition: Composition,
  environment: string | null,
): WrittenPin | undefined {
  const entries = entriesInOrder(composition, environment).filter((one) => one.entry.instance === entry.instance);
  const own = entries.findLastIndex((one) => one.entry === entry);
  return entries.slice(0, Math.max(own, 0)).findLast((one) => !one.entry.removed);
}
