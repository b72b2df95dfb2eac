/** What a catalog says of a pin. */
import type { Catalog } from '../catalog/model.ts';
import { candidatesOf, vocabularyOf } from '../catalog/queries.ts';
import type { PinEntry } from '../manifest/stack.ts';
import { type PinValue, type PinVocabulary, parsePin } from '../version/index.ts';
import type { LookedUpPin } from './analysis.ts';
import { isVersionOfChart } from './listing.ts';

/** What is assumed of a component that no catalog knows. */
const NO_VOCABULARY: PinVocabulary = { scheme: 'semver', version: () => undefined, line: () => undefined };

/** Looks up one entry. Pure; the catalog decodes the component on first use. */
export function lookUp(entry: PinEntry, catalog: Catalog): LookedUpPin {
  const component = catalog.component(entry.component);
  const text = entry.version?.text.trim();
  const parsed =
    text === undefined || text === ''
      ? undefined
      : parsePin(text, component === undefined ? NO_VOCABULARY : vocabularyOf(component));
  // Software of one's own may be versioned in any way.
  const value: PinValue | undefined = component === undefined && parsed?.kind === 'invalid' ? undefined : parsed;
  const candidates = component === undefined || value === undefined ? [] : candidatesOf(component, value);
  const pin = { entry, component, value, candidates };
  // Nothing that is said of the component's versions is said of its chart's.
  return isVersionOfChart(pin) ? { ...pin, candidates: [] } : pin;
}
