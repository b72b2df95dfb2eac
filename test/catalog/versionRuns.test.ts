import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromRuns, toRuns } from '../../server/src/catalog/versionRuns.ts';

test('versions that only count on are counted', () => {
  const versions = [
    '1.28.0-rc.1',
    '1.28.0',
    '1.28.1',
    '1.28.2',
    '1.28.4',
    '2.9',
    '2.10',
    '1.01',
    '1.02',
    'jammy',
    '9',
    '10',
  ];
  const runs = ['1.28.0-rc.1', '1.28.0', 2, '1.28.4', '2.9', 1, '1.01', 1, 'jammy', '9', 1];
  expect(toRuns(versions)).toEqual(runs);
  expect(fromRuns(runs)).toEqual(versions);
});

test('property: what is counted is the same again', () => {
  const number = fc.oneof(
    fc.nat(12).map(String),
    fc.constantFrom('00', '01', '999999999', '1000000000', '9007199254740993'),
  );
  const version = fc.oneof(
    fc.tuple(fc.constantFrom('1.', '1.2.', 'v', '', '0', 'a-\n'), number).map((parts) => parts.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(version), (versions) => {
      expect(fromRuns(toRuns(versions))).toEqual(versions);
    }),
    { numRuns: 1000 },
  );
});
