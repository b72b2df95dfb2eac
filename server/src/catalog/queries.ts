/** Questions about the versions of one component. What is parsed once is kept, by component object. */
import {
  compareVersions,
  isPrerelease,
  type PinValue,
  type PinVocabulary,
  parseVersion,
  satisfies,
  type Version,
} from '../version/index.ts';
import type { Component, IsoDate, Line } from './model.ts';

interface PreparedLine {
  readonly line: Line;
  /** Release numbers of the line's name; undefined for a line that is a mere name. */
  readonly numbers: readonly number[] | undefined;
}

interface Prepared {
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly texts: readonly string[];
  readonly lines: readonly PreparedLine[];
  readonly lineOfText: ReadonlyMap<string, Line>;
  readonly lineNames: ReadonlyMap<string, Line>;
  readonly withdrawn: ReadonlySet<string>;
  readonly vocabulary: PinVocabulary;
}

const prepared = new WeakMap<Component, Prepared>();

function withoutV(text: string): string {
  const trimmed = text.trim();
  return /^[vV]\d/.test(trimmed) ? trimmed.slice(1) : trimmed;
}

/** The versions that can be pinned from a line: those it lists, or its own name where upstream publishes no finer numbers. */
function pinnable(line: Line): readonly string[] {
  return line.versions.length > 0 ? line.versions : [line.line];
}

function prepare(component: Component): Prepared {
  const known = prepared.get(component);
  if (known !== undefined) return known;
  const { scheme, lines } = component.versions;
  const versions: Version[] = [];
  const lineOfText = new Map<string, Line>();
  const lineNames = new Map<string, Line>();
  const withdrawn = new Set<string>();
  const name = (text: string | undefined, line: Line) => {
    const key = text === undefined ? '' : withoutV(text).toLowerCase();
    if (key !== '' && !lineNames.has(key)) lineNames.set(key, line);
  };
  for (const line of lines) {
    for (const text of pinnable(line)) {
      const version = parseVersion(text, scheme);
      if (version === undefined || lineOfText.has(version.text)) continue;
      versions.push(version);
      lineOfText.set(version.text, line);
    }
    for (const withdrawal of line.withdrawn ?? []) withdrawn.add(withoutV(withdrawal.version));
    name(line.line, line);
  }
  // Names of all lines come before codenames of any, so that a codename never hides a line.
  for (const line of lines) {
    name(line.codename, line);
    name(line.codename?.split(/\s+/)[0], line);
    for (const alias of line.aliases ?? []) name(alias, line);
  }
  versions.sort((a, b) => compareVersions(b, a));
  // Most are in small letters; a second table of all would be the largest thing that is kept of a component.
  const capitalised = new Map<string, string>();
  for (const { text } of versions) if (text !== text.toLowerCase()) capitalised.set(text.toLowerCase(), text);
  // What stands for a line that lists none is the line's name, and no version.
  const names = new Set(lines.flatMap((line) => (line.versions.length === 0 ? line.line.toLowerCase() : [])));
  const listed = (lower: string): string | undefined => {
    if (names.has(lower)) return undefined;
    return lineOfText.has(lower) ? lower : capitalised.get(lower);
  };
  const vocabulary: PinVocabulary = {
    scheme,
    version: (text) => {
      const direct = listed(withoutV(text).toLowerCase());
      if (direct !== undefined) return direct;
      const version = parseVersion(text, scheme);
      return version && versions.find((one) => sameSpelling(one, version) && !names.has(one.text.toLowerCase()))?.text;
    },
    line: (text) => lineNames.get(withoutV(text).toLowerCase())?.line,
  };
  const result: Prepared = {
    versions,
    texts: versions.map(({ text }) => text),
    lines: lines.map((line) => ({ line, numbers: parseVersion(line.line, scheme)?.release })),
    lineOfText,
    lineNames,
    withdrawn,
    vocabulary,
  };
  prepared.set(component, result);
  return result;
}

/** `8.0 U3` and `8.0U3` are one version; `1.34` and `1.34.0` are not: the first names a line. */
function sameSpelling(a: Version, b: Version): boolean {
  return a.release.length === b.release.length && compareVersions(a, b) === 0;
}

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
  const { lineOfText, lines } = prepare(component);
  const listing = lineOfText.get(version.text);
  if (listing !== undefined) return listing;
  let best: PreparedLine | undefined;
  for (const one of lines) {
    if (one.numbers === undefined || one.numbers.length === 0 || !startsWith(version.release, one.numbers)) continue;
    if (best?.numbers === undefined || one.numbers.length > best.numbers.length) best = one;
  }
  return best?.line;
}

/** The line with this name, codename or alias, in any case, or undefined. */
export function findLine(component: Component, text: string): Line | undefined {
  return prepare(component).lineNames.get(withoutV(text).toLowerCase());
}

/**
 * The versions that a pin may take, newest first. An exact pin gives itself, listed or not. A line or a range gives the
 * listed versions it admits; pre-releases only where the range itself names one.
 */
export function candidatesOf(component: Component, value: PinValue): readonly string[] {
  const { versions, lineOfText, lineNames } = prepare(component);
  switch (value.kind) {
    case 'exact':
      return [value.version.text];
    case 'line': {
      const line = lineNames.get(value.line.toLowerCase());
      return versions.filter((one) => !isPrerelease(one) && lineOfText.get(one.text) === line).map(({ text }) => text);
    }
    case 'range':
      return versions.filter((one) => satisfies(one, value.range, 'exclude')).map(({ text }) => text);
    case 'invalid':
      return [];
  }
}

/** The newest final release, of one line or of all; never a pre-release or a version that upstream took back. */
export function latestOf(component: Component, line?: Line): string | undefined {
  const { versions, lineOfText, withdrawn } = prepare(component);
  return versions.find(
    (one) =>
      !isPrerelease(one) &&
      !withdrawn.has(one.text) &&
      (line === undefined || lineOfText.get(one.text)?.line === line.line),
  )?.text;
}

/**
 * Whether a version came out after a day: its line was released later, or it is newer than everything the catalog lists.
 * A statement that was read on that day could not know it.
 */
export function releasedAfter(component: Component, version: Version, date: IsoDate): boolean {
  const released = lineOf(component, version)?.released;
  if (released !== undefined && released > date) return true;
  const [newest] = prepare(component).versions;
  return newest !== undefined && compareVersions(version, newest) > 0;
}
