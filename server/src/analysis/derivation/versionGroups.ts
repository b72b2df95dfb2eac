/** Many versions in few words: whole release lines by their names, neighbours by the first and the last of them. */
import { t } from '@vscode/l10n';
import type { Component } from '../../catalog/model.ts';
import { allVersions, lineOf } from '../../catalog/queries.ts';
import { isPrerelease, parseVersion } from '../../version/index.ts';
import { enumeration, list } from '../../words.ts';
import type { KnownPin, LookedUpKnown } from '../pairs.ts';
import { nameOfPin } from '../texts.ts';
import type { VersionGroup } from './derivation.ts';

/** Runs of versions that are named. */
const MOST_RUNS = 3;

/** Some of the versions of a pin. What a pin that is no range stands for is named as it is written. */
export function groupOfPin(pin: LookedUpKnown, versions: readonly string[]): VersionGroup {
  const { candidates, component, value } = pin;
  const isAll = versions.length === candidates.length;
  if (isAll && (value?.kind === 'exact' || value?.kind === 'line')) return { versions, words: value.text };
  return versionGroup(component, candidates, versions);
}

/**
 * Some of a list of versions.
 * @param among newest first
 */
export function versionGroup(
  component: Component,
  among: readonly string[],
  versions: readonly string[],
): VersionGroup {
  const chosen = new Set(versions);
  const perLine = countsPerLine(component, finalVersions(component));
  const runs = runsOf(component, chosen);
  const named = runs.slice(0, MOST_RUNS).map((run) => runWords(component, run, perLine));
  const rest = runs.slice(MOST_RUNS).reduce((sum, run) => sum + run.length, 0);
  const words = rest > 0 ? t('{0} or {1} more', enumeration(named), rest) : list(named, 'or');
  return { versions: among.filter((text) => chosen.has(text)), words };
}

/** Versions between which the component has no other, the oldest first, as people read them. */
function runsOf(component: Component, chosen: ReadonlySet<string>): string[][] {
  const listed = allVersions(component);
  const between = new Set(finalVersions(component));
  const runs: string[][] = [];
  let run: string[] = [];
  for (const text of [...listed].reverse()) {
    if (chosen.has(text)) {
      if (run.push(text) === 1) runs.push(run);
    } else if (between.has(text)) run = [];
  }
  // A pin may name what no catalog lists.
  const unlisted = [...chosen].filter((text) => !listed.includes(text));
  return [...runs, ...unlisted.map((text) => [text])];
}

function finalVersions(component: Component): readonly string[] {
  return allVersions(component).filter((text) => {
    const version = parseVersion(text, component.versions.scheme);
    return version !== undefined && !isPrerelease(version);
  });
}

/** "Mesh 2.0": versions of a pin with what they are of. */
export function nameOfGroup(pin: KnownPin, group: VersionGroup): string {
  const isAll = group.versions.length === pin.candidates.length;
  return isAll && group.words === pin.value?.text ? nameOfPin(pin) : `${pin.component.name} ${group.words}`;
}

function lineName(component: Component, text: string): string | undefined {
  const version = parseVersion(text, component.versions.scheme);
  return version === undefined ? undefined : lineOf(component, version)?.line;
}

function countsPerLine(component: Component, versions: readonly string[]): ReadonlyMap<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  for (const text of versions) {
    const line = lineName(component, text);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

function runWords(
  component: Component,
  run: readonly string[],
  perLine: ReadonlyMap<string | undefined, number>,
): string {
  const [oldest = '', newest = oldest] = [run[0], run.at(-1)];
  if (run.length === 1) return oldest;
  const own = countsPerLine(component, run);
  const nameOf = (text: string): string => {
    const line = lineName(component, text);
    return line !== undefined && own.get(line) === perLine.get(line) ? line : text;
  };
  const [from, to] = [nameOf(oldest), nameOf(newest)];
  return from === to ? from : t('{0} to {1}', from, to);
}
