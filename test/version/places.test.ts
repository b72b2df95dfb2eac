/** Versions in one place among limits are inside the same ranges. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  parseRange,
  parseVersion,
  placesAmong,
  type Range,
  type Scheme,
  satisfies,
} from '../../server/src/version/index.ts';

function placesOf(ranges: readonly string[], versions: readonly string[], scheme: Scheme = 'semver') {
  const placeOf = placesAmong(ranges.flatMap((text) => parseRange(text, scheme) ?? []));
  return versions.map((text) => {
    const version = parseVersion(text, scheme);
    return version === undefined ? 'none' : placeOf(version);
  });
}

test('below, at, between and above limits', () => {
  expect(
    placesOf(['>=1.2 <1.4', '=1.3.1'], ['1.1.9', '1.2.0', '1.2', '1.3.0', '1.3.1', '1.3.2', '1.4.0', '2.0.0']),
  ).toEqual([0, 1, 1, 2, 3, 4, 5, 6]);
});

test('where there is no limit there is one place', () => {
  expect(placesOf(['*'], ['0.0.1', '99.0.0'])).toEqual([0, 0]);
});

test('what numbers alone do not tell has none', () => {
  expect(placesOf(['>=1.2'], ['1.2.0-rc.1', '1.2.0+k3s1', '1.2.0.1'])).toEqual([undefined, undefined, undefined]);
  expect(placesOf(['<=Hoxton'], ['Hoxton.SR1'], 'codename')).toEqual([undefined]);
});

const SCHEMES: readonly Scheme[] = ['semver', 'two-part', 'four-part', 'calendar', 'codename', 'integer'];
const number = fc.nat({ max: 3 });
const numbers = (least: number) => fc.array(number, { minLength: least, maxLength: 4 }).map((all) => all.join('.'));
const versions = fc.oneof(
  { weight: 4, arbitrary: numbers(1) },
  fc.constantFrom('Hoxton', 'Hoxton.SR1', '1.2.0-rc.1', '1.2.3+k3s1'),
);
const limit = fc.tuple(
  fc.constantFrom('>=', '<', '>', '<=', '=', '^', '~', ''),
  fc.oneof(
    { weight: 4, arbitrary: numbers(1) },
    fc.constantFrom('1.2.0-0', '1.2.0-rc.1', '1.2.3+k3s2', 'Hoxton', '2.x'),
  ),
);
const range = fc
  .array(
    fc.array(
      limit.map((parts) => parts.join('')),
      { minLength: 1, maxLength: 2 },
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((alternatives) => alternatives.map((limits) => limits.join(' ')).join(' || '));

test('two versions in one place are inside the same ranges', () => {
  let compared = 0;
  const property = fc.property(
    fc.constantFrom(...SCHEMES),
    fc.array(range, { minLength: 1, maxLength: 4 }),
    fc.array(versions, { minLength: 12, maxLength: 12 }),
    (scheme, texts, candidates) => {
      const ranges = texts.flatMap((text): Range[] => [parseRange(text, scheme) ?? []].flat());
      const placeOf = placesAmong(ranges);
      const seen = new Map<number, string>();
      for (const text of candidates) {
        const version = parseVersion(text, scheme);
        const place = version && placeOf(version);
        if (version === undefined || place === undefined) continue;
        const inside = ranges.flatMap((one) => [
          satisfies(version, one, 'as-release'),
          satisfies(version, one, 'exclude'),
        ]);
        const before = seen.get(place);
        if (before !== undefined) {
          compared += 1;
          expect(inside.join(), text).toBe(before);
        }
        seen.set(place, inside.join());
      }
    },
  );
  fc.assert(property, { numRuns: 2000 });
  expect(compared).toBeGreaterThan(1000);
});
