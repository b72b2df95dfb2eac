import { MAX_DIGITS } from './identifiers.ts';
import { makeLimit } from './limit.ts';
import { parseVersion } from './parse.ts';
import { SPACED_UPDATE } from './suffix.ts';
import type { Comparator, Operator, Scheme, Version } from './types.ts';

/**
 * npm's range syntax over versions of any number of parts, with suffixes, dates and names: what `semver.Range` cannot
 * read. Where both can, they mean the same (https://github.com/npm/node-semver#ranges); a test compares them.
 */

/** Written numbers of a version, perhaps fewer than all: `1.2`, `4.20.1.x`. */
interface Partial {
  readonly numbers: readonly number[];
  /** Everything below the written numbers is free. */
  readonly open: boolean;
}

type Side = { readonly partial: Partial } | { readonly version: Version };

const NUMBER_OR_X = String.raw`(?:\d{1,${MAX_DIGITS}}|[x*])`;
const PARTIAL = new RegExp(String.raw`^v?${NUMBER_OR_X}(?:\.${NUMBER_OR_X}){0,7}$`, 'i');
/** npm's "before every pre-release", also where npm cannot read it: `>=1.22-0`, `>=4.20.1.0-0`. */
const LOWEST = new RegExp(String.raw`^v?(\d{1,${MAX_DIGITS}}(?:\.\d{1,${MAX_DIGITS}}){0,7})-0$`, 'i');
const HYPHEN = /^(\S.*?)\s+-\s+(\S.*)$/;
const SIMPLE = new RegExp(
  String.raw`\s*(<=|>=|<|>|=|\^|~>|~|)[\s=]*([^\s<>=~^|]+(?:${SPACED_UPDATE}(?![^\s<>=~^]))?)`,
  'iy',
);

const NOTHING: (scheme: Scheme) => Comparator[] = (scheme) => [
  { operator: '<', version: makeLimit([0, 0, 0], scheme, true) },
];

/** Reads one alternative (what stands between `||`); undefined when it is no range. */
export function readAlternative(alternative: string, scheme: Scheme): Comparator[] | undefined {
  const hyphen = HYPHEN.exec(alternative);
  if (hyphen !== null) return readHyphen(hyphen[1] ?? '', hyphen[2] ?? '', scheme);
  const comparators: Comparator[] = [];
  const end = alternative.trimEnd().length;
  let position = 0;
  while (position < end) {
    SIMPLE.lastIndex = position;
    const match = SIMPLE.exec(alternative);
    if (match === null) return undefined;
    // `>=1.33<1.35` is clear; `1.33=1.35` and `1.33~2` are slips.
    const glued = position > 0 && !/^\s/.test(match[0]);
    if (glued && !/^[<>]/.test(match[0])) return undefined;
    position = SIMPLE.lastIndex;
    const [, operator = '', text = ''] = match;
    const limits = readLimits(operator, text, scheme);
    if (limits === undefined) return undefined;
    comparators.push(...limits);
  }
  return comparators;
}

function readSide(text: string, scheme: Scheme): Side | undefined {
  if (/^[x*]$/i.test(text)) return { partial: { numbers: [], open: true } };
  if (scheme !== 'codename' && PARTIAL.test(text)) {
    const parts = text.replace(/^v/i, '').split('.');
    const numbers = parts.filter((part) => /^\d/.test(part)).map(Number);
    // Once a part is free, so are all behind it: 1.x.3 is no range.
    if (!parts.slice(0, numbers.length).every((part) => /^\d/.test(part))) return undefined;
    return { partial: { numbers, open: numbers.length < Math.max(3, parts.length) } };
  }
  const version = parseVersion(text, scheme);
  return version && { version };
}

function readHyphen(from: string, to: string, scheme: Scheme): Comparator[] | undefined {
  const lower = readLimits('>=', from, scheme);
  const upper = readLimits('<=', to, scheme);
  return lower && upper && [...lower, ...upper];
}

function readLimits(operator: string, text: string, scheme: Scheme): Comparator[] | undefined {
  // Without an order to it, 1.28.2-0 is the package of that name.
  const lowest = operator === '' || operator === '=' || scheme === 'codename' ? null : LOWEST.exec(text);
  const numbers = lowest?.[1]?.split('.').map(Number);
  const side = numbers ? { version: makeLimit(numbers, scheme, true) } : readSide(text, scheme);
  return side && limitsOf(operator, side, scheme);
}

function limitsOf(operator: string, side: Side, scheme: Scheme): Comparator[] | undefined {
  if ('version' in side) return versionLimits(operator, side.version);
  const { numbers, open } = side.partial;
  if (numbers.length === 0) return operator === '<' || operator === '>' ? NOTHING(scheme) : [];
  if (operator === '^' || operator.startsWith('~')) {
    return [at('>=', numbers, scheme), below(bumpIndex(operator, numbers), numbers, scheme)];
  }
  if (!open) return [at(operator === '' ? '=' : (operator as Operator), numbers, scheme)];
  const last = numbers.length - 1;
  switch (operator) {
    case '>':
      return [at('>=', bump(last, numbers), scheme)];
    case '>=':
      return [at('>=', numbers, scheme)];
    case '<':
      return [{ operator: '<', version: makeLimit(numbers, scheme, true) }];
    case '<=':
      return [below(last, numbers, scheme)];
    default:
      return [at('>=', numbers, scheme), below(last, numbers, scheme)];
  }
}

/** A version with a suffix, a date or a name is complete as written: nothing in it is free. */
function versionLimits(operator: string, version: Version): Comparator[] | undefined {
  if (operator === '^' || operator.startsWith('~')) {
    // A name has no next one.
    if (version.scheme === 'codename') return undefined;
    return [{ operator: '>=', version }, below(bumpIndex(operator, version.release), version.release, version.scheme)];
  }
  return [{ operator: operator === '' ? '=' : (operator as Operator), version }];
}

/** Which number `^` and `~` raise: `^` the first that is not 0, of the first three; `~` the second, if it is written. */
function bumpIndex(operator: string, numbers: readonly number[]): number {
  if (operator !== '^') return Math.min(1, numbers.length - 1);
  const first = numbers.slice(0, 3).findIndex((number) => number !== 0);
  return first < 0 ? Math.min(2, numbers.length - 1) : first;
}

function bump(index: number, numbers: readonly number[]): number[] {
  return numbers.slice(0, index + 1).map((number, i) => (i === index ? number + 1 : number));
}

function at(operator: Operator, numbers: readonly number[], scheme: Scheme): Comparator {
  return { operator, version: makeLimit(numbers, scheme) };
}

function below(index: number, numbers: readonly number[], scheme: Scheme): Comparator {
  return { operator: '<', version: makeLimit(bump(index, numbers), scheme, true) };
}
