import { expect, test } from 'vitest';
import { coverageOf } from '../../server/src/catalog/coverage.ts';
import { emptyCatalog } from '../../server/src/catalog/loader.ts';
import { baseOf } from './lint/lintText.ts';
import { SOURCE, sample } from './sample.ts';

test('what a small catalog holds', () => {
  const rule = { when: '*', with: 'database', level: 'supported', supported: '*', ...SOURCE } as const;
  const catalog = baseOf(
    sample({
      id: 'shop',
      layer: 'application',
      lines: [
        {
          line: '2',
          versions: ['2.0.0', '2.1.0'],
          withdrawn: [{ version: '2.0.0', ...SOURCE, checked: '2026-09-02' }],
        },
        { line: '1', versions: ['1.0.0'] },
      ],
      compatibility: [
        rule,
        { ...rule, level: 'tested', checked: '2026-05-30' },
        { ...rule, with: 'shop', level: 'broken', breaks: '1' },
      ],
      supportPolicy: { kind: 'latest-release', ...SOURCE },
    }),
    sample({
      id: 'database',
      layer: 'database',
      lines: [{ line: '9', versions: ['9.0.0'] }],
      compatibility: [{ ...rule, with: 'shop', source: '' }],
      conflicts: [{ when: '*', with: 'cache', range: '*', ...SOURCE }],
      carries: [{ when: '*', with: 'cache', versions: '*', ...SOURCE }],
    }),
    sample({ id: 'cache', layer: 'database' }),
  );
  expect(coverageOf(catalog)).toEqual({
    components: 3,
    lines: 3,
    versions: 4,
    statements: 11,
    layers: [
      { layer: 'database', components: 2, versions: 1, statements: 5 },
      { layer: 'application', components: 1, versions: 3, statements: 6 },
    ],
    kinds: {
      compatibility: 4,
      requires: 0,
      conflicts: 1,
      carries: 1,
      supportPolicy: 1,
      upgrade: 0,
      skew: 0,
      removals: 0,
      charts: 0,
      series: 0,
      retirement: 0,
      withdrawn: 1,
      versions: 3,
    },
    levels: { required: 0, broken: 1, supported: 2, tested: 1, recommended: 0 },
    pairs: 2,
    sourced: 10,
    age: {
      oldest: { checked: '2026-05-30', component: 'shop' },
      median: '2026-08-22',
      newest: { checked: '2026-09-02', component: 'shop' },
      months: [
        { month: '2026-05', statements: 1 },
        { month: '2026-08', statements: 9 },
        { month: '2026-09', statements: 1 },
      ],
    },
    carriers: 1,
    policies: 1,
  });
});

test('a catalog of nothing', () => {
  expect(coverageOf(emptyCatalog({ name: 'none', version: '', updated: '' }))).toMatchObject({
    components: 0,
    statements: 0,
    layers: [],
    age: undefined,
  });
});
