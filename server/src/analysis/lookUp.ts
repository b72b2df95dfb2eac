/** What a catalog says of a pin. */
import type { Catalog, Component } from '../catalog/model.ts';
import { candidatesOf, vocabularyOf } from '../catalog/queries.ts';
import type { PinEntry } from '../manifest/stack.ts';
import { type PinValue, type PinVocabulary, parsePin } from '../version/index.ts';
import type { LookedUpPin } from './analysis.ts';
import { isVersionOfChart } from './listing.ts';

/** What is assumed of a component that no catalog knows. */
const NO_VOCABULARY: PinVocabulary = { scheme: 'semver', version: () => undefined, line: () => undefined };

/** What the text of an entry means for its component; undefined where none is written, and where nobody can tell. */
export function pinValueOf({ version }: PinEntry, component: Component | undefined): PinValue | undefined {
  const text = version?.text.trim();
  if (text === undefined || text === '') return undefined;
  const parsed = parsePin(text, component === undefined ? NO_VOCABULARY : vocabularyOf(component));
  // Software of one's own may be versioned in any way.
  return component === undefined && parsed.kind === 'invalid' ? undefined : parsed;
}

/** Looks up one entry. Pure; the catalog decodes the component on first use. */
export function lookUp(entry: PinEntry, catalog: Catalog): LookedUpPin {
  const component = catalog.component(entry.component);
  const value = pinValueOf(entry, component);
  const candidates = component === undefined || value === undefined ? [] : candidatesOf(component, value);
  const pin = { entry, component, value, candidates };
  // Nothing that is said of the component's versions is said of its chart's.
  return isVersionOfChart(pin) ? { ...pin, candidates: [] } : pin;
}
