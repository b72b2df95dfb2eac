/** What components say about each other, and what a distribution brings along. */
import { inRange, type Version } from '../version/index.ts';
import type { Carried, CompatibilityRule, Component } from './model.ts';
import { seriesRules } from './series.ts';

/** A statement about a pair, and which side makes it. */
export interface SpokenRule {
  readonly speaker: 'a' | 'b';
  readonly rule: CompatibilityRule;
}

const NO_RULES: readonly CompatibilityRule[] = [];
const rulesByPartner = new WeakMap<Component, ReadonlyMap<string, readonly CompatibilityRule[]>>();

function rulesAbout(component: Component, id: string): readonly CompatibilityRule[] {
  let partners = rulesByPartner.get(component);
  if (partners === undefined) {
    const grouped = new Map<string, CompatibilityRule[]>();
    for (const rule of component.compatibility ?? []) {
      const group = grouped.get(rule.with);
      if (group === undefined) grouped.set(rule.with, [rule]);
      else group.push(rule);
    }
    partners = grouped;
    rulesByPartner.set(component, partners);
  }
  return partners.get(id) ?? NO_RULES;
}

/**
 * The rules of a about b, what follows from the series both are of, then the rules of b about a, whatever versions they hold
 * for. For one component twice, its rules about itself, once.
 */
export function statementsBetween(a: Component, b: Component): readonly SpokenRule[] {
  const ofA = spoken.get(a) ?? new WeakMap<Component, readonly SpokenRule[]>();
  spoken.set(a, ofA);
  const known = ofA.get(b);
  if (known !== undefined) return known;
  const rules = [...rulesAbout(a, b.id), ...seriesRules(a, b)].map((rule): SpokenRule => ({ speaker: 'a', rule }));
  if (a.id !== b.id) rules.push(...rulesAbout(b, a.id).map((rule): SpokenRule => ({ speaker: 'b', rule })));
  ofA.set(b, rules);
  return rules;
}

/** Asked for each pair of versions, so it is kept by the pair of components. */
const spoken = new WeakMap<Component, WeakMap<Component, readonly SpokenRule[]>>();

/** One component that a version of a distribution brings along. */
export interface CarriedPart {
  readonly with: string;
  /** One version, or a range where only that is known. */
  readonly versions: string;
  readonly statement: Carried;
}

const NO_PARTS: readonly CarriedPart[] = [];
const partsByVersion = new WeakMap<Component, Map<string, readonly CarriedPart[]>>();

/**
 * What a version of a component carries. A statement with `same` is resolved to the version's own number.
 * @param version of the component itself
 */
export function carriedBy(component: Component, version: Version): readonly CarriedPart[] {
  if (component.carries === undefined || component.carries.length === 0) return NO_PARTS;
  const known = partsByVersion.get(component) ?? new Map<string, readonly CarriedPart[]>();
  partsByVersion.set(component, known);
  const parts = known.get(version.text) ?? findParts(component, version);
  known.set(version.text, parts);
  return parts;
}

function findParts(component: Component, version: Version): readonly CarriedPart[] {
  const parts: CarriedPart[] = [];
  for (const statement of component.carries ?? []) {
    if (!inRange(version, statement.when)) continue;
    parts.push({ with: statement.with, versions: carriedVersions(statement, version), statement });
  }
  return parts;
}

function carriedVersions(statement: Carried, version: Version): string {
  const [major, minor, patch] = version.release;
  if (statement.same === undefined || major === undefined || minor === undefined) return statement.versions;
  if (statement.same === 'minor' || patch === undefined) return `>=${major}.${minor}.0 <${major}.${minor + 1}.0`;
  const prerelease = version.prerelease.length > 0 ? `-${version.prerelease.join('.')}` : '';
  return `${version.release.join('.')}${prerelease}`;
}
