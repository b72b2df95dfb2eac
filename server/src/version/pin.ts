import { CODENAME_NUMBERS } from './codename.ts';
import { parseVersion } from './parse.ts';
import { parseRange } from './range.ts';
import type { PinValue, PinVocabulary, Scheme, Version } from './types.ts';

/** With how many numbers a text names one version even where no catalog lists it. */
const FULL: Readonly<Record<Scheme, number>> = {
  semver: 3,
  'two-part': 2,
  // Often written without the last 0: 4.20.1 for 4.20.1.0.
  'four-part': 3,
  calendar: 2,
  // The name and an update.
  codename: CODENAME_NUMBERS + 1,
  integer: 1,
};

/**
 * What the text of a pin means (docs/manifest.md, "What a version may be"). In this order:
 * 1. a version that the vocabulary knows is exact, in the vocabulary's spelling;
 * 2. a line or codename that it knows is that line;
 * 3. what is complete in the scheme is exact, known or not: `1.34.9` for semver, `26.04` for two-part; so is what a
 *    numbered suffix makes one build: `26+35`, `8.0 U3`, `1.36-eks-3`;
 * 4. what `parseRange` reads is a range: `^1.34`, and `1.34` for semver;
 * 5. all else is invalid.
 *
 * Never throws.
 */
export function parsePin(text: string, vocabulary: PinVocabulary): PinValue {
  const written = text.trim();
  const { scheme } = vocabulary;
  const known = vocabulary.version(written);
  const knownVersion = known === undefined ? undefined : parseVersion(known, scheme);
  if (knownVersion !== undefined) return { kind: 'exact', text: written, version: knownVersion };
  const line = vocabulary.line(written);
  if (line !== undefined) return { kind: 'line', text: written, line };
  const version = parseVersion(written, scheme);
  if (version !== undefined && isComplete(version)) return { kind: 'exact', text: written, version };
  const range = parseRange(written, scheme);
  if (range !== undefined) return { kind: 'range', text: written, range };
  return { kind: 'invalid', text: written };
}

function isComplete(version: Version): boolean {
  if (version.release.length >= FULL[version.scheme]) return true;
  return [...version.prerelease, ...version.build].some((identifier) => typeof identifier === 'number');
}
