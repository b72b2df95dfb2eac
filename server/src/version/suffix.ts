import { type Identifier, splitIdentifiers } from './identifiers.ts';

/** What stands behind the release numbers, sorted into what makes a version older and what does not. */
export interface Suffix {
  readonly prerelease: readonly Identifier[];
  readonly build: readonly Identifier[];
}

export const NO_SUFFIX: Suffix = { prerelease: [], build: [] };

/** Words that say "not final yet". Every other word behind a version is a vendor's, and never makes it older. */
const PRERELEASE_WORDS: ReadonlySet<Identifier> = new Set([
  'alpha',
  'beta',
  'canary',
  'dev',
  'ea',
  'experimental',
  'milestone',
  'next',
  'nightly',
  'pre',
  'prerelease',
  'preview',
  'rc',
  'snapshot',
  'unstable',
]);

/** Words that say "this is the release itself": 3.0.0.Final is 3.0.0. */
const FINAL_WORDS: ReadonlySet<Identifier> = new Set(['final', 'ga', 'release']);

/**
 * Short forms, only with a number and only directly behind the release: `a1`, `b2`, `c1` (PEP 440), `M1` and `CR1`
 * (Maven). Further back a letter with a number is a build: the `b08` of 8u302-b08.
 */
const SHORT_PRERELEASE = /^[-._~]?(a|b|c|m|cr)(\d.*)$/i;
const SHORT_WORDS: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', c: 'rc', m: 'm', cr: 'rc' };

/** Updates that are written behind a space: ` U3`, ` Update 3`, ` CU32+GDR`, ` r.6`. Nothing else may follow a space. */
export const SPACED_UPDATE = String.raw` (?:build|cu|gdr|p|patch|r|sp|u|update)(?: |\.)?\d*[a-z]?(?:[-+.][0-9a-z]+)*`;
const SPACED = new RegExp(`^${SPACED_UPDATE}$`, 'i');

/** Single separators between letters and digits. Each round takes exactly one letter or digit, so it stays linear. */
const WELL_FORMED = /^(?:[-+._~]?[0-9a-z])+$/i;

/** What may follow a number without a separator: `a`, `za`, `rc1`, `u302`, `p551`, `beta`. Not `2foo`. */
const ATTACHED = /^(?:z?[a-z]|([a-z]{1,12})\d[0-9a-z]*|([a-z]{1,12}))(?![0-9a-z])/i;

function isWellFormed(text: string): boolean {
  if (text.startsWith(' ')) return SPACED.test(text);
  // `.x` is a range, and a number may not go on here: the release took every part that it can hold.
  if (!WELL_FORMED.test(text) || /^\.(?:\d|x(?![0-9a-z]))/i.test(text) || /^\d/.test(text)) return false;
  if (!/^[a-z]/i.test(text)) return true;
  // 1e3 and 0x1F are numbers to YAML readers, never versions.
  if (/^[ex]\d/i.test(text)) return false;
  const attached = ATTACHED.exec(text);
  if (attached === null) return false;
  const word = attached[2]?.toLowerCase();
  return word === undefined || PRERELEASE_WORDS.has(word) || FINAL_WORDS.has(word);
}

/**
 * Reads what follows the release numbers, or gives undefined when no version is written like that.
 *
 * - Before a `+`: a pre-release when one of its words says so (`-rc.1`, `.dev12`, `b2`, `-0.okd-2020-06-29-110348-beta6`).
 *   It is taken whole then, in the order as written.
 * - Anything else, and all that follows a `+`, is a build: `-gke.1080000`, `+k3s1`, ` U3`, `a`, `p551`, `-07`.
 *   semver calls a number behind a hyphen (`1.9.0-1`) a pre-release; where platforms are pinned it is a package
 *   revision (3.95.0-07, 1.28.2-0), so it is a build here.
 */
export function readSuffix(text: string): Suffix | undefined {
  if (text === '') return NO_SUFFIX;
  if (!isWellFormed(text)) return undefined;
  const plus = text.indexOf('+');
  const before = plus < 0 ? text : text.slice(0, plus);
  const after = plus < 0 ? [] : splitIdentifiers(text.slice(plus));
  const short = SHORT_PRERELEASE.exec(before);
  if (short !== null) {
    const word = SHORT_WORDS[(short[1] ?? '').toLowerCase()] ?? '';
    return { prerelease: [word, ...splitIdentifiers(short[2] ?? '')], build: plainBuild(after) };
  }
  const identifiers = splitIdentifiers(before);
  if (identifiers.some((identifier) => PRERELEASE_WORDS.has(identifier))) {
    return { prerelease: identifiers, build: plainBuild(after) };
  }
  return { prerelease: [], build: plainBuild([...identifiers, ...after]) };
}

/** Drops the words that say "final", and gives ` Update 3` the letter of ` U3`. */
function plainBuild(identifiers: readonly Identifier[]): Identifier[] {
  return identifiers
    .filter((identifier) => !FINAL_WORDS.has(identifier))
    .map((identifier) => (identifier === 'update' ? 'u' : identifier));
}
