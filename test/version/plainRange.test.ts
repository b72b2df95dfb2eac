/** Plain comparisons are read as npm reads them, limit for limit. */
import fc from 'fast-check';
import semver from 'semver';
import { expect, test } from 'vitest';
import { parseRange } from '../../server/src/version/index.ts';
import { arePlain } from '../../server/src/version/plainRange.ts';

/** What npm makes of a range: `>=1.33.0`, `<1.35.0-0`. npm says the same thing once. */
function byNpm(text: string): string[][] {
  return new semver.Range(text).set.map((set) =>
    set.map(({ operator, semver: { version } }) => `${operator === '' ? '=' : operator}${version}`),
  );
}

function byUs(text: string): string[][] | undefined {
  return parseRange(text, 'semver')?.alternatives.map((set) => [
    ...new Set(set.map(({ operator, version }) => `${operator}${version.text}`)),
  ]);
}

const number = fc.oneof({ weight: 4, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(999_999_999) });
const comparison = fc
  .tuple(fc.constantFrom('', '=', '>', '>=', '<', '<='), fc.array(number, { minLength: 1, maxLength: 3 }))
  .filter(([, numbers]) => numbers.some((one) => one > 0))
  .map(([operator, numbers]) => operator + numbers.join('.'));
const range = fc
  .array(fc.array(comparison, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((alternatives) => alternatives.map((all) => all.join(' ')).join(' || '));

test('any comparisons: the same limits as npm has', () => {
  fc.assert(
    fc.property(range, (text) => {
      expect(arePlain(text.split('||'))).toBe(true);
      expect(byUs(text)).toEqual(byNpm(text));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  '>=0',
  '<0.0',
  '0.0.0',
  '>=1.2.3-rc.1',
  '~1.2',
  '^1',
  '1.x',
  '*',
  '1 - 2',
  '1.2.3.4',
  '>=1.33.5+k3s1',
  'v1.2',
  '1234567890',
  '>= 1',
])('%s is left to others', (text) => {
  expect(arePlain(text.split('||'))).toBe(false);
  expect(parseRange(text, 'semver')).toBeDefined();
});
