/** Effective stacks: a document's components, alone and with each environment's merged over them, looked up in the catalog. */
import { candidatesOf, vocabularyOf } from '../catalog/queries.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import { type PinValue, type PinVocabulary, parsePin } from '../version/index.ts';
import type { AnalysisContext, Coverage, EffectiveStack, ResolvedPin } from './analysis.ts';
import { type JudgedPairs, judgePairs } from './judgedPairs.ts';

/** What is assumed of a component that no catalog knows. */
const NO_VOCABULARY: PinVocabulary = { scheme: 'semver', version: () => undefined, line: () => undefined };

/** An effective stack with its pairs judged. */
export interface JudgedStack {
  readonly stack: EffectiveStack;
  readonly pairs: JudgedPairs;
}

/** Looks up one entry. Pure; the catalog decodes the component on first use. */
export function resolvePin(entry: PinEntry, writtenIn: string | null, context: AnalysisContext): ResolvedPin {
  const component = context.catalog.component(entry.component);
  const text = entry.version?.text.trim();
  const parsed =
    text === undefined || text === ''
      ? undefined
      : parsePin(text, component === undefined ? NO_VOCABULARY : vocabularyOf(component));
  // Software of one's own may be versioned in any way.
  const value: PinValue | undefined = component === undefined && parsed?.kind === 'invalid' ? undefined : parsed;
  const candidates = component === undefined || value === undefined ? [] : candidatesOf(component, value);
  return { entry, writtenIn, component, value, candidates };
}

/** All effective stacks of one document: the file's own first, then one an environment. */
export function effectiveStacks(manifest: StackManifest, context: AnalysisContext): JudgedStack[] {
  const memory: Parameters<typeof judgePairs>[2] = new Map();
  const base = mergedPins(new Map(), manifest.components, null, context);
  const stackOf = (environment: string | null, pins: ReadonlyMap<string, ResolvedPin>): JudgedStack => {
    const list = [...pins.values()];
    const pairs = judgePairs(list, context, memory);
    const coverage: Coverage = { pins: list.length, pairs: pairs.total, pairsKnown: pairs.known };
    return {
      stack: { manifest, document: manifest.document.index, name: manifest.name, environment, pins: list, coverage },
      pairs,
    };
  };
  return [
    stackOf(null, base),
    ...manifest.environments.map(({ name, components }) => stackOf(name, mergedPins(base, components, name, context))),
  ];
}

/** Later entries win; `null` removes. */
function mergedPins(
  below: ReadonlyMap<string, ResolvedPin>,
  entries: readonly PinEntry[],
  writtenIn: string | null,
  context: AnalysisContext,
): Map<string, ResolvedPin> {
  const pins = new Map(below);
  for (const entry of entries) {
    if (entry.removed) pins.delete(entry.instance);
    else pins.set(entry.instance, resolvePin(entry, writtenIn, context));
  }
  return pins;
}
