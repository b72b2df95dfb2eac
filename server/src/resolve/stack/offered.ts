/** Versions that a pin may be moved to, and what each move costs. */
import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import type { Component, Line } from '../../catalog/model.ts';
import { allVersions, lineOf } from '../../catalog/queries.ts';
import { supportOf } from '../../catalog/support.ts';
import { compareVersions, isPrerelease, jumpBetween, parseVersion, type Version } from '../../version/index.ts';
import type { Cost } from '../engine/problem.ts';

/** A version of a component on a day. */
export interface OfferedVersion {
  readonly version: Version;
  readonly line: Line | undefined;
  /** Free support has ended. */
  readonly ended: boolean;
  /** Newer versions of its line that may be pinned as well. */
  readonly newer: number;
}

export interface Offers {
  /** Newest first. The same list each time. */
  versionsOf(component: Component): readonly string[];
  /** Any version, whether it is offered or not; undefined for what is no version. */
  about(component: Component, text: string): OfferedVersion | undefined;
}

/**
 * What can be pinned on the day: never a pre-release, nor a version that upstream took back or had not released by then.
 */
export function offers(context: Pick<AnalysisContext, 'catalog' | 'date'>): Offers {
  const lists = new Map<
    Component,
    { readonly texts: readonly string[]; readonly newer: ReadonlyMap<string, number> }
  >();
  const abouts = new Map<Component, Map<string, OfferedVersion | undefined>>();
  // The versions of a line are in support for the same time.
  const ended = new Map<Line, boolean>();
  const hasEnded = (component: Component, version: Version, line: Line | undefined): boolean => {
    const known = line === undefined ? false : (ended.get(line) ?? isEnded(component, version, context));
    if (line !== undefined) ended.set(line, known);
    return known;
  };
  const listOf = (component: Component) => {
    const known = lists.get(component) ?? offered(component, context.date);
    lists.set(component, known);
    return known;
  };
  return {
    versionsOf: (component) => listOf(component).texts,
    about: (component, text) => {
      const known = abouts.get(component) ?? new Map<string, OfferedVersion | undefined>();
      abouts.set(component, known);
      if (known.has(text)) return known.get(text);
      const version = parseVersion(text, component.versions.scheme);
      const line = version && lineOf(component, version);
      const made = version && {
        version,
        line,
        ended: hasEnded(component, version, line),
        newer: listOf(component).newer.get(text) ?? 0,
      };
      known.set(text, made);
      return made;
    },
  };
}

function offered(component: Component, date: string) {
  const texts: string[] = [];
  const newer = new Map<string, number>();
  const perLine = new Map<Line | undefined, number>();
  for (const text of allVersions(component)) {
    const version = parseVersion(text, component.versions.scheme);
    if (version === undefined || isPrerelease(version)) continue;
    const line = lineOf(component, version);
    if (line?.withdrawn?.some((withdrawal) => withdrawal.version === version.text) === true) continue;
    if (line?.released !== undefined && line.released > date) continue;
    const before = perLine.get(line) ?? 0;
    perLine.set(line, before + 1);
    newer.set(text, before);
    texts.push(text);
  }
  return { texts, newer };
}

function isEnded(
  component: Component,
  version: Version,
  { date, catalog }: Pick<AnalysisContext, 'catalog' | 'date'>,
): boolean {
  const { state } = supportOf(component, version, date, catalog);
  return state === 'ended' || state === 'extended';
}

/** The part of a cost that counts changed pins. */
export const CHANGED = 0;

/**
 * What it costs to pin a version, in this order: pins changed, downgrades, versions out of support, jumps (none within a
 * line, one within a major, two beyond), release lines jumped, newer patches left out.
 * @param keeps whether the pin takes the version as it is written
 */
export function priceOf(
  pin: Pick<KnownPin, 'component' | 'candidates'>,
  text: string,
  keeps: boolean,
  offered: Offers,
): Cost {
  const { component } = pin;
  const to = offered.about(component, text);
  const ended = Number(to?.ended ?? false);
  // A range or a line takes the newest that it can; an exact pin has nothing else to take.
  if (keeps) return [0, 0, ended, 0, 0, pin.candidates.indexOf(text)];
  const stale = to?.newer ?? 0;
  const [newest] = pin.candidates;
  const from = newest === undefined ? undefined : offered.about(component, newest);
  if (from === undefined || to === undefined) return [1, 0, ended, 0, 0, stale];
  const isSameLine = from.line !== undefined && from.line === to.line;
  const jump = isSameLine ? 0 : jumpBetween(from.version, to.version) === 'major' ? 2 : 1;
  const downgrade = Number(compareVersions(to.version, from.version) < 0);
  return [1, downgrade, ended, jump, isSameLine ? 0 : linesBetween(component, from.line, to.line), stale];
}

/** How many release lines lie between two, by the catalog's own order. */
function linesBetween({ versions: { lines } }: Component, one: Line | undefined, two: Line | undefined): number {
  if (one === undefined || two === undefined) return lines.length;
  return Math.abs(lines.indexOf(one) - lines.indexOf(two));
}
