import { describe, expect, test } from 'vitest';
import type { Component } from '../../server/src/catalog/model.ts';
import { bundledFiles, bundledMetadata, readFiles } from './bundled.ts';
import {
  lintContradictions,
  lintDates,
  lintEmptyRanges,
  lintLevels,
  lintNames,
  lintRanges,
  lintReferences,
  lintSources,
  lintVersions,
} from './lint.ts';
import { EMPTY_RANGE_REASONS } from './reasons.ts';

const UPDATED = bundledMetadata()?.updated ?? '';

describe('the bundled catalog', () => {
  const { components, problems } = readFiles(bundledFiles());

  test('fits its schema, each file holding the component it is named after', () => {
    expect(problems).toEqual([]);
    expect(components.map(({ id }) => `catalog/components/${id}.yaml`)).toEqual(bundledFiles().map(({ path }) => path));
  });
  test('has a source and a date for every statement', () => expect(lintSources(components, UPDATED)).toEqual([]));
  test('has versions that parse and stand in order', () => expect(lintVersions(components)).toEqual([]));
  test('has dates in order', () => expect(lintDates(components)).toEqual([]));
  test('has unique names', () => expect(lintNames(components)).toEqual([]));
  test('refers only to what is there', () => expect(lintReferences(components)).toEqual([]));
  test('has ranges that parse', () => expect(lintRanges(components)).toEqual([]));
  test('has ranges that match a version, or a reason why not', () => {
    expect(lintEmptyRanges(components, EMPTY_RANGE_REASONS)).toEqual([]);
  });
  test('has no reason that is no longer needed', () => {
    const unneeded = [...EMPTY_RANGE_REASONS.keys()].filter((pair) => {
      const others = new Map([...EMPTY_RANGE_REASONS].filter(([key]) => key !== pair));
      const [id] = pair.split(' > ');
      const one = components.filter((component) => pair.endsWith(`> ${component.id}`) || component.id === id);
      return lintEmptyRanges(one, others).length === 0;
    });
    expect(unneeded).toEqual([]);
  });
  test('gives each level its own range', () => expect(lintLevels(components)).toEqual([]));
  test('does not contradict itself', () => expect(lintContradictions(components)).toEqual([]));
});

describe('the lint finds', () => {
  const SOURCE = { source: 'https://example.com/releases', checked: '2026-08-22' };
  const database: Component = {
    id: 'database',
    name: 'Database',
    layer: 'database',
    description: 'Keeps things.',
    status: 'active',
    provides: ['sql-database'],
    versions: { scheme: 'semver', ...SOURCE, lines: [{ line: '2.0', versions: ['2.0.0', '2.0.1'] }] },
  };
  const shop = (extra: Partial<Component>): Component => ({
    ...database,
    id: 'shop',
    name: 'Shop',
    ...extra,
  });
  const rule = { when: '*', with: 'database', level: 'supported', supported: '>=2 <3', ...SOURCE } as const;

  test('statements without a proper source or date', () => {
    const bad = shop({
      compatibility: [
        { ...rule, source: 'http://example.com' },
        { ...rule, checked: '2026-02-30' },
        { ...rule, checked: '2027-01-01' },
      ],
    });
    expect(lintSources([bad], '2026-11-23')).toEqual([
      'catalog/components/shop.yaml: compatibility[0]: "http://example.com" is no https address. Write the page that says so.',
      'catalog/components/shop.yaml: compatibility[1]: "2026-02-30" is no date. Write the day the source was read.',
      "catalog/components/shop.yaml: compatibility[2]: read on 2027-01-01, after the catalog's update on 2026-11-23. Correct one of them.",
    ]);
  });

  test('versions that are out of order, doubled, unreadable or withdrawn without being listed', () => {
    const bad = shop({
      versions: {
        scheme: 'semver',
        ...SOURCE,
        lines: [
          { line: '1.1', versions: ['1.1.1', '1.1.0', 'latest'] },
          { line: '1.0', versions: ['1.1.1'], withdrawn: [{ version: '1.0.9', ...SOURCE }] },
        ],
      },
    });
    expect(lintVersions([bad])).toEqual([
      'catalog/components/shop.yaml: line "1.1": "1.1.0" stands after "1.1.1", which is not older. Sort oldest first.',
      'catalog/components/shop.yaml: line "1.1": "latest" does not parse as semver. Correct it or the scheme.',
      'catalog/components/shop.yaml: line "1.0": "1.1.1" stands in line "1.1" too. Keep one.',
      'catalog/components/shop.yaml: line "1.0": withdrawn "1.0.9" is not in versions. Add it there.',
    ]);
  });

  test('dates that do not exist or go backwards', () => {
    const bad = shop({
      versions: {
        scheme: 'semver',
        ...SOURCE,
        lines: [
          { line: '1.1', released: '2026-02-29', versions: [] },
          { line: '1.0', released: '2026-01-01', supportEnds: '2025-01-01', versions: [] },
        ],
      },
    });
    expect(lintDates([bad])).toEqual([
      'catalog/components/shop.yaml: line "1.1": released "2026-02-29" is no day of the calendar.',
      'catalog/components/shop.yaml: line "1.0": supportEnds 2025-01-01 lies before released 2026-01-01. Correct the one that is wrong.',
    ]);
  });

  test('names that mean two things', () => {
    const bad = shop({ aliases: ['database', 'store'] });
    const other = { ...database, aliases: ['Store'] };
    expect(lintNames([other, bad])).toEqual([
      'catalog/components/shop.yaml: alias "database" is the id of another component. Remove it.',
      'catalog/components/shop.yaml: alias "store" is an alias of "database" too. Keep it where people mean it.',
    ]);
  });

  test('references to nothing', () => {
    const bad = shop({
      compatibility: [{ ...rule, with: 'databse' }],
      requires: [{ when: '*', anyOf: ['sql-database', 'cache'], ...SOURCE }],
      successors: ['shop-2'],
    });
    expect(lintReferences([database, bad])).toEqual([
      'catalog/components/shop.yaml: compatibility[0].with: "databse" is in no file of the catalog. Add it or drop this.',
      'catalog/components/shop.yaml: requires.anyOf: "cache" is in no file of the catalog. Add it or drop this.',
      'catalog/components/shop.yaml: successors: "shop-2" is in no file of the catalog. Add it or drop this.',
    ]);
  });

  test('ranges that cannot be read or match nothing', () => {
    const bad = shop({
      compatibility: [
        { ...rule, supported: 'two or later' },
        { ...rule, supported: '>=7' },
      ],
    });
    expect(lintRanges([database, bad])).toEqual([
      'catalog/components/shop.yaml: compatibility[0].supported: "two or later" is no range of database (semver). Write it as in ">=1.2 <1.3".',
    ]);
    expect(lintEmptyRanges([database, shop({ compatibility: [{ ...rule, supported: '>=7' }] })], new Map())).toEqual([
      'catalog/components/shop.yaml: compatibility[0].supported: ">=7" matches no version of database. Correct it, or give the reason in test/catalog/reasons.ts.',
    ]);
  });

  test('levels with the range of another', () => {
    const { supported: _, ...bare } = rule;
    const bad = shop({
      compatibility: [
        { ...rule, level: 'broken' },
        { ...bare, level: 'required', breaks: '>=2' },
        { ...bare, level: 'tested' },
      ],
    });
    expect(lintLevels([bad])).toEqual([
      'catalog/components/shop.yaml: compatibility[0]: level broken needs "breaks".',
      'catalog/components/shop.yaml: compatibility[0]: level broken has "breaks" alone. Move the other range to a rule of its own.',
      'catalog/components/shop.yaml: compatibility[1]: level required cannot have "breaks".',
      'catalog/components/shop.yaml: compatibility[1]: level required needs "supported".',
      'catalog/components/shop.yaml: compatibility[2]: level tested needs "tested".',
    ]);
  });

  test('a component that forbids what it supports, unless a note explains it', () => {
    const { supported: _, ...bare } = rule;
    const broken = { ...bare, level: 'broken', breaks: '2.0.1' } as const;
    expect(lintContradictions([database, shop({ compatibility: [rule, broken] })])).toEqual([
      'catalog/components/shop.yaml: shop 2.0.1 supports database 2.0.1 by one rule (https://example.com/releases) and forbids it by another (https://example.com/releases). Correct one, or explain it in a note.',
    ]);
    const explained = { ...broken, note: 'Loses data after a restart.' };
    expect(lintContradictions([database, shop({ compatibility: [rule, explained] })])).toEqual([]);
    expect(lintContradictions([database, shop({ compatibility: [rule, { ...broken, breaks: '<2' }] })])).toEqual([]);
  });
});
