/** Questions about the versions of one component. What is parsed once is kept, by component object. */
import {
  compareVersions,
  isPrerelease,
  type PinValue,
  type PinVocabulary,
  satisfies,
  type Version,
} from '../version/index.ts';
import type { Component, IsoDate, Line } from './model.ts';
import { type PreparedLine, prepare } from './prepared.ts';

/** What the parser of pins asks about a component: its scheme, its versions and the names of its lines. */
export function vocabularyOf(component: Component): PinVocabulary {
  return prepare(component).vocabulary;
}

/** All versions that the catalog lists, newest first. A line that lists none stands for itself: `1.34` of a managed service. */
export function allVersions(component: Component): readonly string[] {
  return prepare(component).texts;
}

function startsWith(numbers: readonly number[], start: readonly number[]): boolean {
  return start.length <= numbers.length && start.every((number, index) => numbers[index] === number);
}

/** The line a version belongs to: the one that lists it, else the longest line name that its release numbers begin with. */
export function lineOf(component: Component, version: Version): Line | undefined {
  const own = prepare(component);
  const listing = own.listing(version);
  if (listing !== undefined) return listing;
  let best: PreparedLine | undefined;
  for (const one of own.lines) {
    if (one.numbers === undefined || one.numbers.length === 0 || !startsWith(version.release, one.numbers)) continue;
    if (best?.numbers === undefined || one.numbers.length > best.numbers.length) best = one;
  }
  return best?.line;
}

/** The line with this name, codename or alias, in any case, or undefined. */
export function findLine(component: Component, text: string): Line | undefined {
  return prepare(component).lineNamed(text);
}

/**
 * The versions that a pin may take, newest first. An exact pin gives itself, listed or not. A line or a range gives the
 * listed versions it admits; pre-releases only where the range itself names one.
 */
export function candidatesOf(component: Component, value: PinValue): readonly string[] {
  const own = prepare(component);
  switch (value.kind) {
    case 'exact':
      return [value.version.text];
    case 'line': {
      const line = own.lineNamed(value.line);
      return line === undefined ? [] : own.candidates(line, (one) => !isPrerelease(one) && own.listing(one) === line);
    }
    case 'range':
      return own.candidates(value.range, (one) => satisfies(one, value.range, 'exclude'));
    case 'invalid':
      return [];
  }
}

/** The newest final release, of one line or of all; never a pre-release or a version that upstream took back. */
export function latestOf(component: Component, line?: Line): string | undefined {
  const own = prepare(component);
  return line === undefined ? own.newest : own.newestIn(line);
}

/**
 * Whether a version came out after a day: its line was released later, or it is newer than everything the catalog lists.
 * A statement that was read on that day could not know it.
 */
export function releasedAfter(component: Component, version: Version, date: IsoDate): boolean {
  const released = lineOf(component, version)?.released;
  if (released !== undefined && released > date) return true;
  const own = prepare(component);
  // What is listed is not newer than all that is.
  if (own.listing(version) !== undefined) return false;
  const [newest] = own.versions;
  return newest !== undefined && compareVersions(version, newest) > 0;
}
