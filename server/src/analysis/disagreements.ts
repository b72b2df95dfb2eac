/** Where two components say the opposite of each other: for the people who keep the catalog. */
import type { Catalog, Component } from '../catalog/model.ts';
import { latestOf } from '../catalog/queries.ts';
import { statementsBetween } from '../catalog/relations.ts';
import { parseVersion } from '../version/index.ts';
import { type Disagreement, disagreementOn } from './verdict.ts';
import type { Subject } from './verdict-types.ts';

export interface PairDisagreement extends Disagreement {
  /** Ids in alphabetical order. */
  readonly pair: readonly [string, string];
  /** The pairs of release lines that it is about, newest first; `including` and `excluding` are those of the first. */
  readonly lines: readonly (readonly [string, string])[];
}

/** All of them, in the order of the ids. Each release line is judged by its newest version. */
export function disagreements(catalog: Catalog): readonly PairDisagreement[] {
  const ids = catalog.ids();
  return ids.flatMap((id) => {
    const component = catalog.component(id);
    if (component === undefined) return [];
    const partners = new Set((component.compatibility ?? []).map((rule) => rule.with));
    return ids
      .filter((other) => other > id && (partners.has(other) || speaksAbout(catalog.component(other), id)))
      .flatMap((other) => between(component, catalog.component(other)));
  });
}

function speaksAbout(component: Component | undefined, id: string): boolean {
  return component?.compatibility?.some((rule) => rule.with === id) === true;
}

function between(a: Component, b: Component | undefined): PairDisagreement[] {
  if (b === undefined) return [];
  const speakers = new Set(statementsBetween(a, b).map(({ speaker }) => speaker));
  if (speakers.size < 2) return [];
  const lines: (readonly [string, string])[] = [];
  let first: Disagreement | undefined;
  for (const one of subjectsOf(a)) {
    for (const two of subjectsOf(b)) {
      const found = disagreementOn(one.subject, two.subject);
      if (found === undefined) continue;
      first ??= found;
      lines.push([one.line, two.line]);
    }
  }
  return first === undefined ? [] : [{ pair: [a.id, b.id], lines, ...first }];
}

function subjectsOf(component: Component): { readonly line: string; readonly subject: Subject }[] {
  return component.versions.lines.flatMap((line) => {
    const version = parseVersion(latestOf(component, line) ?? line.line, component.versions.scheme);
    if (version === undefined) return [];
    return [{ line: line.line, subject: { component, version, label: `${component.name} ${version.text}` } }];
  });
}
