/** A manifest beside what files say. */

import type { EffectiveStack } from '../analysis/analysis.ts';
import type { Catalog, Component } from '../catalog/model.ts';
import { candidatesOf, lineOf, vocabularyOf } from '../catalog/queries.ts';
import { compareVersions, parsePin, satisfies } from '../version/index.ts';
import type { Recognised } from './recognise.ts';

/**
 * - `same`: every version in the files is one that the pin names.
 * - `other`: one of them is not.
 * - `only-manifest`, `only-files`: only one of the two speaks about the component.
 */
export type DriftKind = 'same' | 'other' | 'only-manifest' | 'only-files';

export interface Drift {
  readonly kind: DriftKind;
  readonly component: string;
  /** The names of its pins with their versions; several where a component has several instances. */
  readonly pins: readonly { readonly instance: string; readonly version: string }[];
  /** What the files say; of `other` only what is not pinned. */
  readonly found: readonly Recognised[];
}

/** Compares, component by component, in the order of the manifest, then of the files. */
export function compareWith(stack: EffectiveStack, found: readonly Recognised[], catalog: Catalog): readonly Drift[] {
  const pins = new Map<string, { readonly instance: string; readonly version: string }[]>();
  for (const { entry, component } of stack.pins) {
    const id = component?.id ?? entry.component;
    const version = entry.version?.text ?? '';
    pins.set(id, [...(pins.get(id) ?? []), { instance: entry.instance, version }]);
  }
  const seen = new Map<string, Recognised[]>();
  for (const one of found) seen.set(one.component, [...(seen.get(one.component) ?? []), one]);
  return [...new Set([...pins.keys(), ...seen.keys()])].map((component): Drift => {
    const own = pins.get(component) ?? [];
    const said = seen.get(component) ?? [];
    if (said.length === 0) return { kind: 'only-manifest', component, pins: own, found: [] };
    if (own.length === 0) return { kind: 'only-files', component, pins: [], found: said };
    const entry = catalog.component(component);
    const others = said.filter(
      ({ version }) => !own.some((pin) => entry !== undefined && names(entry, pin.version, version)),
    );
    return others.length === 0
      ? { kind: 'same', component, pins: own, found: said }
      : { kind: 'other', component, pins: own, found: others };
  });
}

/** Whether a pin names a version that files give, or one of those that a line or a tag such as `1.34` stands for. */
export function names(component: Component, pinned: string, said: string): boolean {
  const vocabulary = vocabularyOf(component);
  const [pin, other] = [parsePin(pinned, vocabulary), parsePin(said, vocabulary)];
  if (pin.text === other.text) return true;
  if (pin.kind === 'exact' && other.kind === 'exact') return compareVersions(pin.version, other.version) === 0;
  const [exact, wide] = pin.kind === 'exact' ? [pin, other] : [other, pin];
  if (exact.kind === 'exact' && wide.kind === 'line') return lineOf(component, exact.version)?.line === wide.line;
  if (exact.kind === 'exact' && wide.kind === 'range') return satisfies(exact.version, wide.range, 'as-release');
  const candidates = new Set(candidatesOf(component, pin));
  return candidatesOf(component, other).some((version) => candidates.has(version));
}
