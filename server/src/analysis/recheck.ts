/** Checks a document as it would be with some of its pins changed, without any text: for trying a fix before it is offered. */
import type { Composition } from '../composition/layers.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import type { Analysis } from './analysis.ts';
import { checkValues } from './analyze.ts';
import type { Finding } from './finding.ts';
import type { AnalysisMemory } from './memory.ts';

/** How pins would be written. */
export interface Rewriting {
  /** An entry of the checked file or of a base as it would be; the same object where nothing changes. */
  readonly entry: (entry: PinEntry) => PinEntry;
  /** Entries that the checked file would have besides. */
  readonly added: readonly AddedPin[];
}

/** An entry that a file would have besides its own. */
export interface AddedPin {
  /** The environment that it is added to; null for the file's own components. */
  readonly environment: string | null;
  readonly entry: PinEntry;
}

/**
 * Checks one document anew with other pins.
 * @param memory of earlier trials of the same analysis, so that one more costs what it changes
 * @returns all findings, also those that are acknowledged
 */
export function recheck(
  { manifests, stacks, context }: Analysis,
  document: number,
  { entry, added }: Rewriting,
  memory: AnalysisMemory,
): readonly Finding[] {
  const manifest = manifests.find((one) => one.document.index === document);
  const composition = stacks.find((one) => one.document === document)?.composition;
  if (manifest === undefined || composition === undefined) return [];
  const rewritten = (one: StackManifest): StackManifest => {
    const own = one === manifest ? added : [];
    return {
      ...one,
      components: rewrittenEntries(one.components, entry, own, null),
      environments: one.environments.map((environment) => {
        const components = rewrittenEntries(environment.components, entry, own, environment.name);
        return components === environment.components ? environment : { ...environment, components };
      }),
    };
  };
  const changed = rewritten(manifest);
  const layers = composition.layers.map((layer) =>
    layer.manifest === manifest ? { ...layer, manifest: changed } : { ...layer, manifest: rewritten(layer.manifest) },
  );
  const composed: Composition = { ...composition, layers };
  return checkValues(changed, composed, context, memory);
}

/** The same list where nothing changes. */
function rewrittenEntries(
  entries: readonly PinEntry[],
  rewrite: Rewriting['entry'],
  added: readonly AddedPin[],
  place: string | null,
): readonly PinEntry[] {
  const more = added.flatMap(({ environment, entry }) => (environment === place ? [entry] : []));
  const changed = entries.map(rewrite);
  if (more.length === 0 && changed.every((one, index) => one === entries[index])) return entries;
  return [...changed, ...more];
}
