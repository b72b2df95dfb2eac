/** Which pin stands at a place in the text. */
import type { Analysis, AnalysisContext, EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import type { PinRef } from '../analysis/finding.ts';
import { contextOf } from '../analysis/ownCatalogs.ts';
import { resolvePin, writtenInFile } from '../analysis/stacks.ts';
import { alone } from '../composition/compose.ts';
import type { Composition } from '../composition/layers.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import { type OffsetRange, rangeOf, type ScalarNode } from '../manifest/tree.ts';

/** A pin, the part of it that stands at the place, and the stacks that it takes part in. */
export interface PinAt {
  readonly pin: ResolvedPin;
  /** `name`: its key, or the value of `component`. */
  readonly part: 'name' | 'version';
  readonly range: OffsetRange;
  /** The file's own stack first; empty when every environment overrides or removes the pin. */
  readonly stacks: readonly EffectiveStack[];
  /** What holds in its document. */
  readonly context: AnalysisContext;
}

/** The end counts as inside, since a cursor stands between characters. */
export function touches({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Finds the pin whose name or version an offset is in. */
export function pinAt(analysis: Analysis, offset: number): PinAt | undefined {
  for (const manifest of analysis.manifests) {
    if (!touches(manifest.document.range, offset)) continue;
    const groups: (readonly [string | null, readonly PinEntry[]])[] = [
      [null, manifest.components],
      ...manifest.environments.map(({ name, components }) => [name, components] as const),
    ];
    for (const [environment, entries] of groups) {
      for (const entry of entries) {
        const found = partAt(entry, offset);
        if (found === undefined) continue;
        const context = contextOf(analysis.context, manifest.document.index);
        const held = analysis.stacks.flatMap((stack) => {
          const pin = stack.manifest === manifest ? stack.named(entry.instance) : undefined;
          return pin?.entry === entry ? [{ stack, pin }] : [];
        });
        const written = () => writtenInFile(compositionOf(analysis, manifest), manifest, environment);
        const pin = held[0]?.pin ?? resolvePin(entry, written(), context);
        return { pin, ...found, stacks: held.map(({ stack }) => stack), context };
      }
    }
  }
  return undefined;
}

function partAt({ version, key, componentNode }: PinEntry, offset: number): Pick<PinAt, 'part' | 'range'> | undefined {
  if (isAt(version, offset)) return { part: 'version', range: rangeOf(version) };
  if (isAt(key, offset)) return { part: 'name', range: rangeOf(key) };
  return isAt(componentNode, offset) ? { part: 'name', range: rangeOf(componentNode) } : undefined;
}

/** Asked of all pins of a long list. */
function isAt(node: ScalarNode | undefined, offset: number): node is ScalarNode {
  return node !== undefined && touches({ start: node.from, end: node.to }, offset - node.segment.offset);
}

/**
 * A pin that is being written, with the stack it goes into; undefined while the text is too broken to hold it. A pin
 * without a version counts as removed, and is not among the pins of the stack.
 */
export function pinInStack(
  { manifests, stacks, context }: Analysis,
  { document, environment, instance }: PinRef,
): { readonly pin: ResolvedPin; readonly stack: EffectiveStack } | undefined {
  const stack = stacks.find((one) => one.document === document && one.environment === environment);
  const manifest = manifests.find((one) => one.document.index === document);
  const entries =
    environment === null
      ? manifest?.components
      : manifest?.environments.find(({ name }) => name === environment)?.components;
  const entry = entries?.findLast((one) => one.instance === instance);
  if (stack === undefined || entry === undefined) return undefined;
  const known = stack.named(instance);
  if (known?.entry === entry) return { stack, pin: known };
  const written = writtenInFile(stack.composition, stack.manifest, environment);
  return { stack, pin: resolvePin(entry, written, contextOf(context, document)) };
}

function compositionOf({ stacks }: Analysis, manifest: StackManifest): Composition {
  return stacks.find((stack) => stack.manifest === manifest)?.composition ?? alone('', manifest);
}
