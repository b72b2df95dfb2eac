/** Words that several messages share, so that one thing is called by one name everywhere. */
import { t } from '@vscode/l10n';
import type { Component, Statement } from '../catalog/model.ts';
import type { PinEntry } from '../manifest/stack.ts';
import { type OffsetRange, rangeOf, type ScalarNode } from '../manifest/tree.ts';
import { describeRange } from '../version/index.ts';
import { sentence, sentences } from '../words.ts';
import type { EffectiveStack, LookedUpPin, ResolvedPin } from './analysis.ts';
import type { Evidence, PinName, PinRef, Related } from './finding.ts';

export { clauses, list, sentence, sentences } from '../words.ts';

/** "Kubernetes 1.34.2": the component's name and the version as pinned. */
export function nameOfPin({
  component,
  value,
  entry,
}: Pick<LookedUpPin, 'component' | 'value'> & Partial<Pick<LookedUpPin, 'entry'>>): string {
  const name = component?.name ?? entry?.component ?? '';
  const text = value?.text ?? entry?.version?.text;
  return text === undefined ? name : `${name} ${text}`;
}

/** "1.30 to 1.34": a range of the component's versions for people. */
export function rangeInWords(range: string, component: Component): string {
  return describeRange(range, component.versions.scheme);
}

/** Whether a pin is written in a base, and not in the file that is checked. */
export function isInherited(pin: ResolvedPin): boolean {
  return pin.layer.via !== undefined;
}

/** Where a finding about a pin's version stands in its own file: the version, or the key while no version is written. */
export function versionNode({ version, key }: PinEntry): ScalarNode {
  return version ?? key;
}

/** Where a finding about what a pin is stands in its own file: the value of `component`, or the key. */
export function componentNode({ componentNode: written, key }: PinEntry): ScalarNode {
  return written ?? key;
}

/**
 * Where a finding about a pin's version stands in the file that is checked. For a pin of a base that is the entry under
 * `extends` that brings it in.
 */
export function versionRange({ entry, layer }: ResolvedPin): OffsetRange {
  return rangeOf(layer.via ?? versionNode(entry));
}

/** Where a finding about what a pin is stands in the file that is checked; for a pin of a base, as above. */
export function componentRange({ entry, layer }: ResolvedPin): OffsetRange {
  return rangeOf(layer.via ?? componentNode(entry));
}

/** The entry of a pin, in whatever file it is written. */
function placeOf(pin: ResolvedPin, message: string): Related {
  const { entry, layer } = pin;
  return { range: rangeOf(entry.entry), message, ...(layer.via === undefined ? {} : { layer }) };
}

/**
 * The places that take part in a finding, besides its own: where each pin is written, the entry under `extends` that brings
 * it in, and what the pin of the finding took the place of in another file.
 * @param pin the one that the finding stands at, or the one of a base whose entry it stands at
 * @param about what is said of a pin besides, without a full stop
 */
export function relatedPlaces(
  pin: ResolvedPin,
  others: readonly ResolvedPin[],
  about: (pin: ResolvedPin) => string | undefined = () => undefined,
): Related[] {
  // A finding about a pin of a base does not stand at the pin.
  const pins = isInherited(pin) ? [pin, ...others] : others;
  const places = pins.map((one) => {
    const more = about(one);
    const here = t('{0} is pinned here.', nameOfPin(one));
    return placeOf(one, more === undefined ? here : sentences(here, sentence(more)));
  });
  const entries = new Set(others.flatMap(({ layer }) => layer.via ?? []));
  // A finding that stands at the entry itself needs no pointer to it.
  if (pin.layer.via !== undefined) entries.delete(pin.layer.via);
  for (const entry of entries) places.push({ range: rangeOf(entry), message: t('{0} is extended here.', entry.text) });
  const below = isInherited(pin) ? undefined : pin.overrides;
  if (below !== undefined && below.layer !== pin.layer) {
    places.push(placeOf(below, t('It takes the place of {0}.', nameOfPin(below))));
  }
  return places;
}

/** Names a pin so that its fixes can be made later. */
export function pinRef(stack: EffectiveStack, pin: ResolvedPin): PinRef {
  return { document: stack.document, environment: stack.environment, instance: pin.entry.instance };
}

/** Names a pin so that what is said of it can be acknowledged. */
export function pinName({ component, entry }: Pick<LookedUpPin, 'component' | 'entry'>): PinName {
  return { instance: entry.instance, component: component?.id ?? entry.component };
}

/** A catalog statement as evidence. `words` says it where the statement has no note of its own. */
export function evidenceOf(statement: Statement, words: string): Evidence {
  return { statement: statement.note ?? words, source: statement.source, checked: statement.checked };
}
