/** What every check of the lint looks at: one component as one file writes it, among all others. */
import { parseRange, parseVersion, type Scheme, satisfies, type Version } from '../../version/index.ts';
import type { Catalog, Component, IsoDate, UserComponent } from '../model.ts';
import { allVersions } from '../queries.ts';
import type { Path } from '../read.ts';
import type { LintProblem } from './problem.ts';

export interface Subject {
  readonly written: UserComponent;
  /** With what lies below it. */
  readonly merged: Component;
  /** What it adds to; undefined for a component of its own, and for one that replaces. */
  readonly below: Component | undefined;
  /** How its versions are written. */
  readonly scheme: Scheme;
  /** All catalogs, laid over each other. */
  readonly world: Catalog;
  /** What stands in for a `checked` that is left out. */
  readonly updated: IsoDate;
  /** Whether the file itself has a key, as against one that was filled in; the path begins in the component. */
  isWritten(path: Path): boolean;
}

/** A problem as a check tells it: the path begins in the component. */
export type Told = Omit<LintProblem, 'components'> & {
  /** The other components it is about. */
  readonly others?: readonly string[];
};

export type Check = (subject: Subject) => readonly Told[];

const parsedVersions = new WeakMap<Component, readonly Version[]>();

/** The versions that a component lists, parsed; a line without versions counts as one. */
export function versionsOf(component: Component): readonly Version[] {
  const known = parsedVersions.get(component);
  if (known !== undefined) return known;
  const versions = allVersions(component).flatMap((text) => parseVersion(text, component.versions.scheme) ?? []);
  parsedVersions.set(component, versions);
  return versions;
}

const matches = new WeakMap<Component, Map<string, readonly Version[]>>();

/** The versions of a component that a range admits; none for a text that is no range. */
export function matching(component: Component, text: string): readonly Version[] {
  const known = matches.get(component) ?? new Map<string, readonly Version[]>();
  matches.set(component, known);
  const found = known.get(text) ?? findMatching(component, text);
  known.set(text, found);
  return found;
}

function findMatching(component: Component, text: string): readonly Version[] {
  const range = parseRange(text, component.versions.scheme);
  return range === undefined ? [] : versionsOf(component).filter((version) => satisfies(version, range, 'as-release'));
}
