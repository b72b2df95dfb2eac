/** What versions of a component bring along, for judging them without words. */

import type { Catalog, Component } from '../catalog/model.ts';
import { carriedBy, statementsBetween } from '../catalog/relations.ts';
import { parseVersion } from '../version/index.ts';
import { carriedVersions } from './sides.ts';
import type { IsPinned } from './verdictMemory.ts';

/** A component that a version carries, and the versions of it that this may be. */
export interface CarriedVersions {
  readonly component: Component;
  readonly versions: readonly string[];
}

/** The components that versions of one may carry, of those that a stack does not pin itself. */
export function carriedComponents(component: Component, catalog: Catalog, isPinned: IsPinned): readonly Component[] {
  if (component.carries === undefined) return NONE;
  const ids = new Set(component.carries.flatMap((one) => (one.default === true ? [] : one.with)));
  return [...ids].flatMap((id) => (isPinned(id) ? [] : (catalog.component(id) ?? [])));
}

const NONE: readonly never[] = [];
const known = new WeakMap<Catalog, WeakMap<Component, Map<string, readonly CarriedVersions[]>>>();

/** What one version carries, if that is more than a default that configuration can change; by catalog the same each time. */
export function carriedAt(component: Component, text: string, catalog: Catalog): readonly CarriedVersions[] {
  if (component.carries === undefined) return NONE;
  const ofCatalog = known.get(catalog) ?? new WeakMap<Component, Map<string, readonly CarriedVersions[]>>();
  known.set(catalog, ofCatalog);
  const ofComponent = ofCatalog.get(component) ?? new Map<string, readonly CarriedVersions[]>();
  ofCatalog.set(component, ofComponent);
  const made = ofComponent.get(text) ?? findCarried(component, text, catalog);
  ofComponent.set(text, made);
  return made;
}

function findCarried(component: Component, text: string, catalog: Catalog): readonly CarriedVersions[] {
  const version = parseVersion(text, component.versions.scheme);
  const found = new Map<Component, Set<string>>();
  for (const { with: id, versions, statement } of version === undefined ? NONE : carriedBy(component, version)) {
    const part = statement.default === true ? undefined : catalog.component(id);
    if (part === undefined) continue;
    const texts = found.get(part) ?? new Set<string>();
    found.set(part, texts);
    for (const one of carriedVersions(part, versions)) texts.add(one);
  }
  return [...found].flatMap(([part, texts]) => (texts.size === 0 ? [] : [{ component: part, versions: [...texts] }]));
}

/** Whether anybody says anything about two components, or about what either of them carries. */
export function isSpokenOf(
  a: Component,
  carriedByA: readonly Component[],
  b: Component,
  carriedByB: readonly Component[],
): boolean {
  const isStated = (one: Component, two: Component) => statementsBetween(one, two).length > 0;
  return isStated(a, b) || carriedByB.some((two) => isStated(a, two)) || carriedByA.some((one) => isStated(one, b));
}
