/** Many versions in few words: whole release lines by their names, neighbours by the first and the last of them. */
import type { Component } from '../../catalog/model.ts';
import { lineOf } from '../../catalog/queries.ts';
import { parseVersion } from '../../version/index.ts';
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
 * @param among newest first; a line counts as whole when all is there that the list has of it
 */
export function versionGroup(
  component: Component,
  among: readonly string[],
  versions: readonly string[],
): VersionGroup {
  const chosen = new Set(versions);
  const runs: string[][] = [];
  let run: string[] = [];
  // From the oldest on, as people read it.
  for (const text of [...among].reverse()) {
    if (!chosen.has(text)) run = [];
    else if (run.push(text) === 1) runs.push(run);
  }
  const perLine = countsPerLine(component, among);
  const named = runs.slice(0, MOST_RUNS).map((one) => runWords(component, one, perLine));
  const rest = runs.slice(MOST_RUNS).reduce((sum, one) => sum + one.length, 0);
  if (rest > 0) named.push(`${rest} more`);
  const words = named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`;
  return { versions: among.filter((text) => chosen.has(text)), words };
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
  return from === to ? from : `${from} to ${to}`;
}
