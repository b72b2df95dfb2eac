import { remember } from './cache.ts';
import { afterAllNames, readCodename } from './codename.ts';
import { MAX_DIGITS } from './identifiers.ts';
import { readSuffix, type Suffix } from './suffix.ts';
import type { Scheme, Version } from './types.ts';

/** Longer texts are no version and no range: no real one comes near, and it bounds all work on hostile input. */
export const MAX_LENGTH = 256;

const NUMBERS = new RegExp(String.raw`^(\d{1,${MAX_DIGITS}}(?:\.\d{1,${MAX_DIGITS}}){0,7})(?!\d)(.*)$`);
/** `2025-01-18T00-31-37Z`, `2025-01-18`. */
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d{2})[-:](\d{2})(?:[-:](\d{2}))?Z?)?(?!\d)(.*)$/i;
/** `23h2`: the second half of 2023. */
const HALF_YEAR = /^(\d{2}|\d{4})h([12])(?![0-9a-z])(.*)$/i;

/**
 * Reads one version.
 *
 * Takes what upstreams really write: any number of numeric parts up to eight (fewer or more than the scheme names),
 * pre-releases, vendor suffixes, updates and letters; see `readSuffix` for how they are told apart.
 *
 * @returns undefined for what is no version of the scheme. Never throws; refuses more than 256 characters.
 */
export function parseVersion(text: string, scheme: Scheme): Version | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  return cachedVersion(text, scheme);
}

/** The text of a version: `parseVersion` of it gives an equal version. */
export function printVersion(version: Version): string {
  return version.text;
}

/** True for what comes before a final release: `-rc.1`, `b2`, `.dev12`. False for vendor suffixes and updates. */
export function isPrerelease(version: Version): boolean {
  return version.prerelease.length > 0;
}

const cachedVersion = remember(20_000, (text, scheme) => {
  const bare = text.trim().replace(/^v(?=\d)/i, '');
  const version = read(bare, scheme);
  return version && freeze(version);
});

function read(text: string, scheme: Scheme): Version | undefined {
  if (scheme === 'codename') return readNamed(text);
  if (scheme === 'calendar') return readCalendar(text) ?? readNumbers(text, scheme);
  return readNumbers(text, scheme);
}

function readNumbers(text: string, scheme: Scheme): Version | undefined {
  const [, numbers, rest] = NUMBERS.exec(text) ?? [];
  if (numbers === undefined || rest === undefined) return undefined;
  const suffix = readSuffix(rest);
  return suffix && versionOf(text, scheme, numbers.split('.').map(Number), suffix);
}

function readNamed(text: string): Version | undefined {
  const named = readCodename(text);
  if (named !== undefined) return { text, scheme: 'codename', ...named };
  const numbered = readNumbers(text, 'codename');
  return numbered && { ...numbered, release: afterAllNames(numbered.release) };
}

/** Dates and half years. MinIO's tags begin with `RELEASE.`. */
function readCalendar(text: string): Version | undefined {
  const bare = text.replace(/^RELEASE\./i, '');
  const half = HALF_YEAR.exec(bare);
  if (half !== null) {
    const [, year = '', number, rest = ''] = half;
    const suffix = readSuffix(rest);
    const release = [Number(year) + (year.length === 2 ? 2000 : 0), Number(number)];
    return suffix && versionOf(text, 'calendar', release, suffix);
  }
  const date = DATE.exec(bare);
  if (date === null) return undefined;
  const suffix = readSuffix(date[7] ?? '');
  const release = date.slice(1, 7).filter((part) => part !== undefined);
  return suffix && versionOf(text, 'calendar', release.map(Number), suffix);
}

/** Spelled out: there are tens of thousands, and what is spread takes an object of its own for each. */
function versionOf(text: string, scheme: Scheme, release: readonly number[], { prerelease, build }: Suffix): Version {
  return { text, scheme, release, prerelease, build };
}

/** Cached values are shared: nobody may change them. */
function freeze(version: Version): Version {
  Object.freeze(version.release);
  Object.freeze(version.prerelease);
  Object.freeze(version.build);
  return Object.freeze(version);
}
