/** Texts where a version or a range is expected. */
import {
  compareVersions,
  describeRange,
  isAboveRange,
  jumpBetween,
  parsePin,
  parseRange,
  parseVersion,
  printVersion,
  type Scheme,
  satisfies,
} from '../../../server/src/version/index.ts';
import type { Random } from '../random.ts';
import type { Count, Target } from '../target.ts';

const SCHEMES: readonly Scheme[] = ['semver', 'two-part', 'four-part', 'calendar', 'codename', 'integer'];

/** What versions and ranges are made of, and what they are never made of. */
const PIECES = [
  ...['0', '1', '9', '34', '007', '999999999999999', '9999999999999999', '1.2.3', '24.04', '1.x', '*', 'v', 'V', 'x'],
  ...[
    '.',
    '-',
    '+',
    '~',
    '_',
    ' ',
    '\t',
    '\n',
    ' - ',
    '^',
    '~',
    '>',
    '<',
    '=',
    '>=',
    '<=',
    '||',
    ' || ',
    ',',
    ':',
    '/',
  ],
  ...[
    'rc',
    'rc.1',
    'beta',
    'alpha',
    'dev',
    'a',
    'b',
    'p1',
    'U3',
    'SP1',
    'SR',
    'RELEASE.',
    'T00-31-37Z',
    'h2',
    'Hoxton',
  ],
  ...['+k3s1', '-gke.1080000', '-eks-1', '.Final', '-0', '2025-01-18', 'caracal', 'latest', '${', '}', '\\', '"', "'"],
  ...[
    '\u0000',
    '\ud800',
    '\ufeff',
    '\u0661',
    '\u2028',
    '\u{1f680}',
    '__proto__',
    'constructor',
    'NaN',
    'Infinity',
    '1e9',
  ],
];

/** Lengths of what is repeated; the limit of a text is 256. */
const LENGTHS = [2, 3, 10, 100, 255, 256, 257, 1_000, 10_000];

function make(random: Random): string {
  let text = '';
  for (let left = random.below(8); left >= 0; left -= 1) {
    const piece = random.chance(90) ? random.pick(PIECES) : String.fromCharCode(random.below(0x10000));
    text += random.chance(5) ? piece.repeat(random.pick(LENGTHS)) : piece;
  }
  return text;
}

function check(text: string, count: Count): void {
  for (const scheme of SCHEMES) {
    const version = parseVersion(text, scheme);
    const range = parseRange(text, scheme);
    parsePin(text, { scheme, version: () => undefined, line: () => undefined });
    if (describeRange(text, scheme) === '' && text.trim() !== '') throw new Error('A text is described by nothing.');
    const other = parseVersion('1.28.4-rc.1', scheme);
    if (version !== undefined) {
      count('versions read');
      const again = parseVersion(printVersion(version), scheme);
      if (again === undefined || compareVersions(version, again) !== 0)
        throw new Error('A version is not what is printed of it.');
      if (other !== undefined) {
        jumpBetween(version, other);
        if (compareVersions(version, other) + compareVersions(other, version) !== 0)
          throw new Error('Two versions have two orders.');
      }
    }
    if (range !== undefined) {
      count('ranges read');
      for (const one of [version, other]) {
        if (one === undefined) continue;
        isAboveRange(one, range);
        satisfies(one, range, 'exclude');
        if (satisfies(one, range, 'as-release') && isAboveRange(one, range))
          throw new Error('A range admits what is above it.');
      }
    }
  }
}

export const versions: Target = {
  name: 'versions',
  about: 'texts where versions and ranges are expected',
  inputs: 2_000,
  begin: () => ({ make, check }),
};
