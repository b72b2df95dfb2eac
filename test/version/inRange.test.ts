/** A range that is not read, as the first numbers show that it is about other releases, would not have admitted the version. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  inRange,
  parseRange,
  parseVersion,
  type Scheme,
  satisfies,
  type Version,
} from '../../server/src/version/index.ts';
import { bundledCatalog } from '../support/compiled.ts';

/** What it stands for. */
function byReading(version: Version, text: string): boolean {
  const range = parseRange(text, version.scheme);
  return range !== undefined && satisfies(version, range, 'as-release');
}

const scheme = fc.constantFrom<Scheme>('semver', 'two-part', 'four-part', 'calendar', 'codename', 'integer');
const number = fc.oneof(
  { weight: 6, arbitrary: fc.nat(3) },
  fc.constantFrom(10, 24, 2025, 999_999_999, 99_999_999_999),
);
const written = fc
  .tuple(
    fc.constantFrom('', '', '', 'v', '0', 'RELEASE.', 'Hoxton.SR'),
    fc.array(number, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '', '-rc.1', 'rc1', '+k3s1', '-gke.100', ' U3', '.x', '.*', '-0', 'a', '-01-18T00-31-37Z'),
  )
  .map(([before, numbers, behind]) => before + numbers.join('.') + behind);
const limit = fc
  .tuple(fc.constantFrom('', '', '=', '>', '>=', '>=', '>= ', '<', '<=', '^', '~'), written)
  .map(([operator, text]) => operator + text);
const range = fc.oneof(
  limit,
  fc.tuple(written, written).map(([from, to]) => `>=${from} <${to}`),
  fc.tuple(written, written).map(([from, to]) => `>=${from} <=${to}`),
  fc.tuple(limit, fc.constantFrom(' ', '  ', ' || ', '||', ' - ', ','), limit).map((parts) => parts.join('')),
  fc.constantFrom('*', '', ' ', 'x', '||', '>=', ' <2', '>=1 <'),
);

test('any version, any range: as if it had been read', () => {
  let admitted = 0;
  fc.assert(
    fc.property(scheme, written, range, (of, text, limits) => {
      const version = parseVersion(text, of);
      if (version === undefined) return;
      const expected = byReading(version, limits);
      expect(inRange(version, limits)).toBe(expected);
      if (expected) admitted += 1;
    }),
    { numRuns: 20_000 },
  );
  expect(admitted).toBeGreaterThan(1000);
});

test('all that the catalog says of versions', () => {
  const catalog = bundledCatalog();
  const wrong: string[] = [];
  for (const id of catalog.ids()) {
    const component = catalog.component(id);
    if (component === undefined) continue;
    const ranges = new Set([...(component.compatibility ?? []), ...(component.carries ?? [])].map(({ when }) => when));
    const texts = component.versions.lines.slice(0, 12).flatMap(({ versions }) => versions.slice(-1));
    for (const text of texts) {
      const version = parseVersion(text, component.versions.scheme);
      if (version === undefined) continue;
      for (const one of ranges)
        if (inRange(version, one) !== byReading(version, one)) wrong.push(`${id} ${text}: ${one}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['1.35.0-rc.1', '>=1.35 <1.36', true],
  ['1.35.0-rc.1', '>=1.36', false],
  ['1.36.4', '>=1.30 <=1.36', true],
  ['1.36.4', '1.36', true],
  ['1.36.4', '1.35', false],
  ['2', '>=1.5 <3', true],
  ['24.04', '>=24.4 <24.10', true],
])('%s in %s: %s', (text, limits, expected) => {
  const version = parseVersion(text, text === '24.04' ? 'two-part' : 'semver');
  expect(version && inRange(version, limits)).toBe(expected);
});
