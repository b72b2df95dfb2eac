import fc from 'fast-check';
import semver from 'semver';
import { describe, expect, test } from 'vitest';
import {
  compareVersions,
  describeRange,
  isAboveRange,
  isPrerelease,
  jumpBetween,
  type PinVocabulary,
  parsePin,
  parseRange,
  parseVersion,
  printVersion,
  type Range,
  type Scheme,
  satisfies,
  type Version,
} from '../../server/src/version/index.ts';
import { arePlain } from '../../server/src/version/plainRange.ts';
import { readAlternative } from '../../server/src/version/syntax.ts';

const SCHEMES: readonly Scheme[] = ['semver', 'two-part', 'four-part', 'calendar', 'codename', 'integer'];
const scheme = fc.constantFrom(...SCHEMES);

function parsed(text: string, of: Scheme): Version {
  const version = parseVersion(text, of);
  if (version === undefined) throw new Error(`${text} is no ${of} version`);
  return version;
}

function parsedRange(text: string, of: Scheme): Range {
  const range = parseRange(text, of);
  if (range === undefined) throw new Error(`${text} is no ${of} range`);
  return range;
}

/** Few different numbers, so that equal ones meet. */
const number = fc.nat({ max: 3 });
const dotted = (min: number, max: number) =>
  fc.array(number, { minLength: min, maxLength: max }).map((n) => n.join('.'));
const suffix = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('-rc.', '-rc', 'rc', '-beta.', 'b', 'a', '.dev', '-M'), number)
      .map(([w, n]) => w + n),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('-gke.', '+k3s', '+', '-', 'p', 'r', ' U', ' CU', '-eks-', '.v'), number)
      .map(([w, n]) => w + n),
  },
  fc.constantFrom(
    'a',
    'b',
    'z',
    'za',
    '.Final',
    '-alpine',
    '-rc.1+k3s1',
    '-0.okd-2020-1-2-beta1',
    '+99999999999999999999',
    '-SNAPSHOT',
  ),
);
const numbered = fc.tuple(dotted(1, 5), suffix).map(([numbers, end]) => numbers + end);
const date = fc
  .tuple(fc.constantFrom('', 'RELEASE.'), fc.constantFrom('2024', '2025'), number, number, number)
  .map(([prefix, y, m, d, s]) => `${prefix}${y}-0${m}-1${d}T00-00-0${s}Z`);
const named = fc
  .tuple(
    fc.constantFrom('Hoxton', 'hoxton', 'Ilford', 'Abcdefghijkl', 'Abcdefghijkm'),
    fc.constantFrom('', '.SR1', '.SR2', '.RELEASE', '.M1', '.RC1'),
  )
  .map(([name, end]) => name + end);

const TEXTS: Readonly<Record<Scheme, fc.Arbitrary<string>>> = {
  semver: numbered,
  'two-part': numbered,
  'four-part': numbered,
  integer: numbered,
  calendar: fc.oneof(numbered, date, fc.constantFrom('22h2', '23h1', '2022.2', '2025-01-11')),
  codename: fc.oneof(named, numbered),
};

/** Versions of one and the same scheme. */
const versions = (count: number) =>
  scheme.chain((of) =>
    fc.array(
      TEXTS[of].map((text) => parsed(text, of)),
      { minLength: count, maxLength: count },
    ),
  );
const version = versions(1).map(([only]) => only as Version);

describe('compareVersions is a total order', () => {
  test('the two directions agree', () => {
    fc.assert(
      fc.property(versions(2), ([a, b]) => {
        if (a === undefined || b === undefined) return;
        expect(compareVersions(a, b)).toBe(-compareVersions(b, a) || 0);
      }),
    );
  });

  test('it is transitive, and equivalent versions stand in the same places', () => {
    fc.assert(
      fc.property(versions(3), (three) => {
        const [a, b, c] = [...three].sort(compareVersions);
        if (a === undefined || b === undefined || c === undefined) return;
        expect(compareVersions(a, b)).toBeLessThanOrEqual(0);
        expect(compareVersions(b, c)).toBeLessThanOrEqual(0);
        expect(compareVersions(a, c)).toBe(Math.min(compareVersions(a, b), compareVersions(b, c)));
      }),
      { numRuns: 1000 },
    );
  });

  test('equivalent means: the same numbers, pre-release and build', () => {
    const withoutZeros = ({ release, prerelease, build }: Version): string =>
      JSON.stringify([release.join('.').replace(/(?:\.0)+$/, ''), prerelease, build]);
    fc.assert(
      fc.property(versions(2), ([a, b]) => {
        if (a === undefined || b === undefined) return;
        expect(compareVersions(a, b) === 0).toBe(withoutZeros(a) === withoutZeros(b));
        expect(jumpBetween(a, b) === 'same').toBe(compareVersions(a, b) === 0);
      }),
    );
  });

  test('the order is that of semver where semver can read both', () => {
    const plain = fc.tuple(
      fc.tuple(number, number, number).map((n) => n.join('.')),
      fc.oneof(
        fc.constant(''),
        fc.tuple(fc.constantFrom('-alpha.', '-beta.', '-rc.'), fc.nat({ max: 12 })).map(([w, n]) => w + n),
      ),
    );
    fc.assert(
      fc.property(plain, plain, ([a, aEnd], [b, bEnd]) => {
        expect(compareVersions(parsed(a + aEnd, 'semver'), parsed(b + bEnd, 'semver'))).toBe(
          semver.compare(a + aEnd, b + bEnd),
        );
      }),
    );
  });

  test('a pre-release is older than its release, and a build is not', () => {
    fc.assert(
      fc.property(version, (v) => {
        const release: Version = { ...v, prerelease: [], build: [] };
        if (isPrerelease(v)) expect(compareVersions(v, release)).toBe(-1);
        else expect(compareVersions(v, release)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('texts', () => {
  test('what is printed is read as the same version', () => {
    fc.assert(
      fc.property(version, (v) => {
        expect(parseVersion(printVersion(v), v.scheme)).toEqual(v);
      }),
    );
  });

  test('a leading v and white space change nothing', () => {
    fc.assert(
      fc.property(numbered, (text) => {
        expect(parseVersion(` v${text} `, 'semver')).toEqual(parsed(text, 'semver'));
      }),
    );
  });
});

const x = fc.constantFrom('x', 'X', '*');
const partial = fc.oneof(
  x,
  dotted(1, 3),
  fc.tuple(dotted(1, 2), x).map(([n, any]) => `${n}.${any}`),
  fc.tuple(number, x, x).map((parts) => parts.join('.')),
  dotted(1, 3).map((n) => `v${n}`),
);
const operator = fc.constantFrom('', '=', '>', '>=', '<', '<=', '^', '~', '~>');
const space = fc.constantFrom('', ' ', '  ');
const comparator = fc.tuple(operator, space, partial).map((parts) => parts.join(''));
const alternative = fc.oneof(
  { weight: 1, arbitrary: fc.tuple(partial, partial).map((sides) => sides.join(' - ')) },
  { weight: 3, arbitrary: fc.array(comparator, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')) },
);
const plainRange = fc
  .tuple(fc.array(alternative, { minLength: 1, maxLength: 3 }), fc.constantFrom('||', ' || '))
  .map(([all, or]) => all.join(or));
const finalVersion = fc.tuple(number, number, number).map((n) => n.join('.'));
const candidate = fc
  .tuple(finalVersion, fc.constantFrom('-alpha.1', '-beta.2', '-rc.0', '-rc.1'))
  .map(([numbers, end]) => numbers + end);

/** The same range read by our own parser, which otherwise sees only what npm's cannot read. */
function readWithoutSemver(text: string): Range {
  const alternatives = text.split('||').map((part) => readAlternative(part.trim(), 'semver'));
  if (alternatives.some((one) => one === undefined)) throw new Error(`${text} is no range to our own parser`);
  return { text, scheme: 'semver', alternatives: alternatives.flatMap((one) => (one === undefined ? [] : [one])) };
}

describe('ranges mean what they mean to npm', () => {
  const ranges = { 'as parsed': (text: string) => parsedRange(text, 'semver'), 'by our own parser': readWithoutSemver };

  test.each(Object.entries(ranges))('final versions, %s', (_, read) => {
    fc.assert(
      fc.property(plainRange, finalVersion, (text, v) => {
        const expected = semver.satisfies(v, text);
        expect(semver.satisfies(v, text, { includePrerelease: true })).toBe(expected);
        for (const mode of ['exclude', 'as-release'] as const) {
          expect(satisfies(parsed(v, 'semver'), read(text), mode)).toBe(expected);
        }
      }),
      { numRuns: 2000 },
    );
  });

  /** npm takes `>=0.0.0`, however it is written, for everything, also for what comes before 0.0.0. Our own parser is not asked about it (plainRange.ts). */
  const isOfZero = (text: string): boolean =>
    text.split(/[\s|]+/).some((part) => /^(?:>=|[~^=])?0+(?:\.(?:0+|[xX*]))*$/.test(part));

  test.each(Object.entries(ranges))('pre-releases, %s', (name, read) => {
    const withPrerelease = fc.oneof(
      plainRange,
      fc
        .tuple(fc.constantFrom('', '>=', '>', '<', '<=', '^', '~'), candidate, fc.oneof(fc.constant(''), comparator))
        .map(([op, limit, rest]) => `${op}${limit} ${rest}`.trim()),
      fc.tuple(candidate, candidate).map((sides) => sides.join(' - ')),
      finalVersion.map((v) => `>=${v}-0`),
    );
    fc.assert(
      fc.property(withPrerelease, candidate, (text, v) => {
        if (name !== 'as parsed' && isOfZero(text)) {
          expect(arePlain(text.split('||'))).toBe(false);
          return;
        }
        expect(satisfies(parsed(v, 'semver'), read(text), 'exclude')).toBe(semver.satisfies(v, text));
      }),
      { numRuns: 2000 },
    );
  });

  test('as-release: a candidate is where its release is', () => {
    fc.assert(
      fc.property(plainRange, candidate, (text, v) => {
        const release = v.replace(/-.*/, '');
        expect(satisfies(parsed(v, 'semver'), parsedRange(text, 'semver'), 'as-release')).toBe(
          semver.satisfies(release, text),
        );
      }),
    );
  });

  test('a vendor suffix changes nothing', () => {
    fc.assert(
      fc.property(plainRange, finalVersion, fc.constantFrom('-gke.1', '+k3s1', ' U3', 'a', '-1'), (text, v, end) => {
        for (const mode of ['exclude', 'as-release'] as const) {
          expect(satisfies(parsed(v + end, 'semver'), parsedRange(text, 'semver'), mode)).toBe(
            semver.satisfies(v, text),
          );
        }
      }),
    );
  });

  test('above a range means that nothing from there on is admitted', () => {
    const some = [0, 1, 2, 3, 4, 5];
    const all = some.flatMap((a) => some.flatMap((b) => some.map((c) => `${a}.${b}.${c}`))).concat('99.0.0');
    fc.assert(
      fc.property(plainRange, finalVersion, (text, v) => {
        // An alternative that admits nothing has no upper end to speak of.
        fc.pre(text.split('||').every((one) => all.some((other) => semver.satisfies(other, one))));
        const above = all.every((other) => semver.lt(other, v) || !semver.satisfies(other, text));
        expect(isAboveRange(parsed(v, 'semver'), parsedRange(text, 'semver'))).toBe(above);
      }),
      { numRuns: 300 },
    );
  });
});

describe('nothing throws', () => {
  const tokens = fc.array(
    fc.oneof(
      fc.constantFrom(
        '>=',
        '<',
        '^',
        '~',
        '||',
        ' - ',
        ' ',
        '.',
        '-',
        '+',
        'x',
        '*',
        'v',
        'U3',
        'rc',
        'Hoxton',
        '0',
        '24.04',
        '99999999999999999999',
        '2025-01-18T00-31-37Z',
        '__proto__',
        '\u0000',
        '💥',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 60 },
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ minLength: 250, maxLength: 2000 }),
    tokens.map((all) => all.join('')),
  );

  test('on any text, and what is read has a text that is read again', () => {
    fc.assert(
      fc.property(text, scheme, (any, of) => {
        const v = parseVersion(any, of);
        if (v !== undefined) expect(parseVersion(v.text, of)).toEqual(v);
        const range = parseRange(any, of);
        if (range !== undefined) expect(parseRange(range.text, of)).toEqual(range);
        expect(typeof describeRange(any, of)).toBe('string');
        const vocabulary: PinVocabulary = { scheme: of, version: () => undefined, line: () => undefined };
        expect(['exact', 'range', 'invalid']).toContain(parsePin(any, vocabulary).kind);
      }),
      { numRuns: 1000 },
    );
  });

  test('over 256 characters nothing is read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1', '1.', '*', ' ', '1 || ', '1-', 'a', '-a1', ' U3', '>=1 '),
        scheme,
        (piece, of) => {
          const long = piece.repeat(Math.ceil(257 / piece.length));
          expect(parseVersion(long, of)).toBeUndefined();
          expect(parseRange(long, of)).toBeUndefined();
          expect(describeRange(long, of)).toBe(long.trim());
        },
      ),
    );
  });
});

describe('describeRange', () => {
  test('says "before" and "and later" only of ranges without that end', () => {
    fc.assert(
      fc.property(plainRange, (text) => {
        const words = describeRange(text, 'semver');
        fc.pre(words !== text.trim());
        const range = parsedRange(text, 'semver');
        const lowest = satisfies(parsed('0.0.0', 'semver'), range, 'exclude');
        const highest = satisfies(parsed('99.0.0', 'semver'), range, 'exclude');
        if (words === 'any version') expect([lowest, highest]).toEqual([true, true]);
        else expect(/and later|later than [\d.]+(?:,| or|$)/.test(words)).toBe(highest);
      }),
    );
  });
});
