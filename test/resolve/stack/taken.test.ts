import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Analysis } from '../../../server/src/analysis/analysis.ts';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { isKnown } from '../../../server/src/analysis/pairs.ts';
import { readCatalog } from '../../../server/src/catalog/read.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { versionsTaken } from '../../../server/src/resolve/stack/taken.ts';
import { workshop } from '../../../server/src/resolve/stack/workshop.ts';
import { catalogOf, fixtureCatalog, TODAY } from '../../analysis/check.ts';
import { isBetter, possible, type Rated } from './bruteTaken.ts';

const LIMITS = { steps: 20_000 };

const CATALOG = fixtureCatalog();

function check(body: string, catalog = CATALOG): Analysis {
  const context = { catalog, date: TODAY, severities: {} };
  return analyze(parseYaml(`apiVersion: stackpin/v1\nkind: Stack\n${body}`), context);
}

/** What each range and line takes in the file's own stack, or in all stacks together. */
function taken(
  body: string,
  which: 'own' | 'all' = 'own',
  limits = LIMITS,
  catalog = CATALOG,
): { [instance: string]: string } {
  const { stacks, context } = check(body, catalog);
  const some = stacks.filter(({ environment }) => which === 'all' || environment === null);
  const of = versionsTaken(some, workshop(context), limits);
  const pins = some.flatMap((stack) => stack.pins.filter(isKnown)).filter(({ value }) => value?.kind !== 'exact');
  return Object.fromEntries(
    pins.map((pin) => {
      const version = of(pin);
      return [pin.entry.instance, version.kind === 'version' ? version.text : version.kind];
    }),
  );
}

test('a line and a range take the newest that they admit', () => {
  expect(taken('components:\n  cluster: "1.3"\n  mesh: ">=2.0 <2.2"\n')).toEqual({ cluster: '1.3.2', mesh: '2.1.0' });
});

test('a range takes what goes together with an exact pin', () => {
  expect(taken('components:\n  cluster: 1.2.5\n  mesh: ">=2.0"\n')).toEqual({ mesh: '2.1.0' });
});

test('ranges take what goes together with each other', () => {
  expect(taken('components:\n  cluster: ">=1.3"\n  mesh: ">=2.0"\n  runner: "3.1"\n')).toEqual({
    cluster: '1.3.2',
    mesh: '2.1.0',
    runner: '3.1.0',
  });
});

test('as few newer versions as can be are left out, of all of them together', () => {
  // Mesh 2.2 needs a Cluster of 1.3 at least; with Mesh 2.1 two newer versions of the mesh and two of the cluster were left out.
  expect(taken('components:\n  cluster: ">=1.3"\n  mesh: ">=2.0"\n')).toEqual({ cluster: '1.4.1', mesh: '2.2.1' });
});

/** Releases with long-term support, and one between them without. */
const LONG_TERM = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: long-term, version: 1.0.0, updated: 2026-11-01}
components:
  engine:
    name: Engine
    layer: tool
    description: Runs scripts.
    status: active
    versions:
      scheme: semver
      source: https://engine.example/releases
      checked: 2026-11-01
      lines:
        - {line: "8", released: 2027-01-10, versions: [8.0.0-rc.1, 8.0.0]}
        - {line: "7", released: 2026-01-10, supportEnds: 2026-07-10, versions: [7.0.0, 7.1.0]}
        - {line: "6", released: 2025-01-10, supportEnds: 2028-01-10, versions: [6.0.0, 6.1.0]}
`;

test('what is in support comes before what is newer, and what is not yet released is not taken', () => {
  const { catalog } = readCatalog(LONG_TERM);
  if (catalog === undefined) throw new Error('The catalog cannot be read.');
  const engine = (range: string) => taken(`components:\n  engine: "${range}"\n`, 'own', LIMITS, catalogOf(catalog));
  expect(engine('>=6')).toEqual({ engine: '6.1.0' });
  expect(engine('7')).toEqual({ engine: '7.1.0' });
  // A pre-release where the range names one: it may be out before its line is.
  expect(engine('>=7 || >=8.0.0-rc.1')).toEqual({ engine: '8.0.0-rc.1' });
});

test('what upstream took back is taken only where there is nothing else', () => {
  expect(taken('components:\n  cluster: "<1.1.1"\n')).toEqual({ cluster: '1.1.0' });
  expect(taken('components:\n  cluster: "1.1"\n')).toEqual({ cluster: '1.1.1' });
});

test('what is supported comes before what is merely newest', () => {
  // Runner 3.0 is tested with Cluster 1.2 alone.
  expect(taken('components:\n  cluster: ">=1.2"\n  runner: "3.0"\n')).toEqual({ cluster: '1.2.5', runner: '3.0.0' });
});

test('a pair that is bad whatever its pins take leaves the others as good as they can be', () => {
  // No Mesh 2.1 supports Cluster 1.4.
  expect(taken('components:\n  cluster: "1.4"\n  mesh: "2.1"\n  runner: ">=3.0"\n')).toEqual({
    cluster: '1.4.1',
    mesh: '2.1.0',
    runner: '3.1.0',
  });
});

const NOTHING_GOES = 'components:\n  cluster: "1.4"\n  mesh: "2.0.x || >=2.2"\n  runner: 3.1.0\n';

test('where nothing goes together, the pins that depend on each other take nothing, and the others what they can', () => {
  expect(taken(`${NOTHING_GOES}  bridge: "1.0"\n`)).toEqual({ cluster: 'none', mesh: 'none', bridge: '1.0.0' });
});

test('a search that stops at its bound says so', () => {
  expect(taken('components:\n  cluster: ">=1.3"\n  mesh: ">=2.0"\n  runner: "3.1"\n', 'own', { steps: 0 })).toEqual({
    cluster: 'unknown',
    mesh: 'unknown',
    runner: '3.1.0',
  });
});

const ENVIRONMENTS = `components:
  cluster: "1.4"
  mesh: ">=2.0"
environments:
  edge: {components: {cluster: 1.2.0}}
`;

test('by itself a stack takes what goes together in it; with others, what goes together in all', () => {
  expect(taken(ENVIRONMENTS)).toEqual({ cluster: '1.4.1', mesh: '2.2.1' });
  // Mesh 2.1 does not support Cluster 1.4, nor Mesh 2.2 Cluster 1.2: neither is better, and neither is known not to work.
  expect(taken(ENVIRONMENTS, 'all')).toEqual({ cluster: '1.4.1', mesh: '2.2.1' });
});

const PIN = fc.oneof(
  fc.record({
    component: fc.constant('cluster'),
    version: fc.constantFrom(
      '1.4.1',
      '1.2.0',
      '1.1.1',
      '1.4',
      '1.3',
      '1.1',
      '>=1.1',
      '>=1.2 <1.4',
      '<1.3',
      '>=1.3',
      '1.2 || 1.4',
    ),
  }),
  fc.record({
    component: fc.constant('mesh'),
    version: fc.constantFrom('2.2.0', '2.1.0', '2.0.1', '2.2', '2.0', '>=2.0', '<2.2', '2.0 || 2.2', '>=2.1'),
  }),
  fc.record({ component: fc.constant('runner'), version: fc.constantFrom('3.1.0', '3.0.0', '>=3.0', '3.x') }),
  fc.record({ component: fc.constant('distro'), version: fc.constantFrom('1.4.1+d1', '1.2', '>=1.2', '1.2.5+d1') }),
  fc.record({ component: fc.constant('bridge'), version: fc.constantFrom('1.0.0', '1.0') }),
);

/** A manifest of a few pins, with an environment that has some of them differently. */
const MANIFEST = fc
  .record({
    pins: fc.array(PIN, { minLength: 1, maxLength: 4 }),
    over: fc.array(fc.tuple(fc.nat(3), PIN), { maxLength: 2 }),
  })
  .map(({ pins, over }) => {
    const line = (indent: string, name: number, { component, version }: { component: string; version: string }) =>
      `${indent}p${name}: {component: ${component}, version: "${version}"}\n`;
    const overlaid = new Map(over);
    return [
      'components:\n',
      ...pins.map((pin, name) => line('  ', name, pin)),
      ...(overlaid.size === 0 ? [] : ['environments:\n  edge:\n    components:\n']),
      ...[...overlaid].map(([name, pin]) => line('      ', name, pin)),
    ].join('');
  });

/** Compares with all that could be taken. */
function expectBest(analysis: Analysis, stacks: Analysis['stacks']): void {
  const of = versionsTaken(stacks, workshop(analysis.context), LIMITS);
  for (const { pins, all, rate } of possible(analysis, stacks)) {
    const versions = pins.map((pin) => [pin.entry, of(pin)] as const);
    if (all.length === 0) {
      expect(versions.map(([, { kind }]) => kind)).toEqual(pins.map(() => 'none'));
      continue;
    }
    const taken = versions.flatMap(([entry, one]) =>
      one.kind === 'version' && one.proven ? [[entry, one.text] as const] : [],
    );
    expect(taken).toHaveLength(pins.length);
    const rated = rate(new Map(taken));
    expect(all.filter((one) => isBetter(one, rated))).toEqual([]);
    const worst = ({ levels }: Rated) => Math.max(0, ...levels);
    expect(worst(rated)).toBe(Math.min(...all.map(worst)));
  }
}

test('what is taken is the best of all that could be, in each stack and in all together', () => {
  fc.assert(
    fc.property(MANIFEST, (body) => {
      const analysis = check(body);
      for (const stack of analysis.stacks) expectBest(analysis, [stack]);
      expectBest(analysis, analysis.stacks);
    }),
    { numRuns: 200 },
  );
});

test('some pin takes nothing just where the check finds that nothing goes together', () => {
  fc.assert(
    fc.property(MANIFEST, (body) => {
      const { stacks, context, findings } = check(body);
      const isUnsatisfiable = findings.some(
        ({ code, environments }) => code === 'unsatisfiable' && environments.includes(null),
      );
      const [own] = stacks;
      if (own === undefined) throw new Error('A manifest has a stack.');
      // What cannot work whatever is taken is told by the pair, and no longer by the whole.
      if (findings.some(({ code, environments }) => code === 'incompatible' && environments.includes(null))) return;
      const of = versionsTaken([own], workshop(context), LIMITS);
      expect(own.pins.filter(isKnown).some((pin) => of(pin).kind === 'none')).toBe(isUnsatisfiable);
    }),
    { numRuns: 200 },
  );
});
