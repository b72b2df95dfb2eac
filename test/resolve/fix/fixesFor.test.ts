import { expect, test } from 'vitest';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import type { Component } from '../../../server/src/catalog/model.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { fixesFor } from '../../../server/src/resolve/fix/fixesFor.ts';
import { fixing } from '../../../server/src/resolve/fix/fixing.ts';
import { check, fixed, TODAY } from '../../analysis/check.ts';
import { catalogOf } from '../../support/compiled.ts';

test('either side of a pair changes to the nearest version that fits every other pin', () => {
  const analysis = check('components:\n  cluster: 1.4.1 # production\n  mesh: 2.1.0\n');
  const { titles, text } = fixed(analysis, 'unsupported');
  expect(titles).toEqual([
    'Set mesh to 2.2.1: resolves 1 finding',
    'Set cluster to 1.3.2: resolves 1 finding, leaves end-of-life-soon',
  ]);
  expect(text).toBe('components:\n  cluster: 1.4.1 # production\n  mesh: 2.2.1\n');
  expect(fixed(analysis, 'unsupported', titles[1]).text).toBe(
    'components:\n  cluster: 1.3.2 # production\n  mesh: 2.1.0\n',
  );
});

test('a fix that would break another pin is not offered', () => {
  // Mesh 2.2 would fit the cluster, but not the runner.
  const { titles } = fixed(check('components:\n  cluster: 1.4.1\n  mesh: 2.1.0\n  runner: 3.1.0\n'), 'unsupported');
  expect(titles).toEqual(['Set cluster to 1.3.2: resolves 1 finding, leaves end-of-life-soon']);
});

test('a locked pin is left alone', () => {
  const { titles } = fixed(
    check('components:\n  cluster: {version: 1.4.1, locked: true}\n  mesh: {version: 2.1.0, locked: true}\n'),
    'unsupported',
  );
  expect(titles).toEqual([]);
});

test('quotes and a leading v stay, and quotes are added where YAML would read a number', () => {
  expect(fixed(check(`components:\n  cluster: 1.4.1\n  mesh: 'v2.1.0'\n`), 'unsupported').text).toBe(
    `components:\n  cluster: 1.4.1\n  mesh: 'v2.2.1'\n`,
  );
  expect(fixed(check('components:\n  own: 1.30\n'), 'unquoted-version').text).toBe('components:\n  own: "1.30"\n');
});

test('names: an unknown component and an unknown key become the near one', () => {
  expect(fixed(check('components:\n  clutser: 1.4.1\n'), 'unknown-component').text).toBe(
    'components:\n  cluster: 1.4.1\n',
  );
  expect(fixed(check('components:\n  cluster: {verison: 1.4.1}\n'), 'schema').text).toBe(
    'components:\n  cluster: {version: 1.4.1}\n',
  );
});

test('lifecycle: the nearest supported version that fits', () => {
  expect(fixed(check('components:\n  cluster: 1.1.1\n'), 'end-of-life')).toEqual({
    titles: ['Set cluster to 1.3.2: resolves 1 finding, leaves end-of-life-soon'],
    text: 'components:\n  cluster: 1.3.2\n',
  });
  expect(fixed(check('components:\n  cluster: 1.4.0\n'), 'outdated-patch').text).toBe(
    'components:\n  cluster: 1.4.1\n',
  );
  expect(fixed(check('components:\n  cluster: "1.4"\npolicy: {unpinned: warn}\n'), 'unpinned').text).toBe(
    'components:\n  cluster: "1.4.1"\npolicy: {unpinned: warn}\n',
  );
  expect(fixed(check('components:\n  cluster: 1.5.0-rc.1\n'), 'prerelease').text).toBe(
    'components:\n  cluster: 1.4.1\n',
  );
});

test('a range is narrowed to the newest version that fits', () => {
  expect(
    fixed(check('components:\n  cluster: 1.4.1\n  mesh: ">=2.0 <3"\n  runner: 3.0.0\n'), 'range-admits-incompatible')
      .text,
  ).toBe('components:\n  cluster: 1.4.1\n  mesh: "2.2.1"\n  runner: 3.0.0\n');
});

test('every fix removes its finding and brings no other that is worse than a hint', () => {
  const bodies = [
    'components:\n  cluster: 1.4.1\n  mesh: 2.1.0\n',
    'components:\n  cluster: 1.4.1\n  mesh: 2.0.1\n',
    'components:\n  cluster: 1.1.0\n  runner: 3.1.0\n',
    'components:\n  distro: 1.2.5+d2\n  runner: 3.1.0\n',
    'components:\n  cluster: 1.2.0\n  mesh: 2.2.0\n  runner: 3.0.0\n',
  ];
  for (const body of bodies) {
    const before = check(body);
    for (const finding of before.findings) {
      for (const title of fixed(before, finding.code).titles) {
        const after = check(fixed(before, finding.code, title).text);
        expect(after.findings.filter(({ code }) => code === finding.code).length, `${title} in ${body}`).toBeLessThan(
          before.findings.filter(({ code }) => code === finding.code).length,
        );
        const worse = after.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
        const known = new Set(before.findings.map(({ code }) => code));
        expect(
          worse.filter(({ code }) => !known.has(code)),
          `${title} in ${body}`,
        ).toEqual([]);
      }
    }
  }
});

test('a version that is merely newer than what upstream has said mends nothing, where another is supported', () => {
  const SAYS = { source: 'https://mesh.example/releases', checked: '2026-08-22' };
  const line = (name: string, released: string) => ({ line: name, released, versions: [`${name}.0`] });
  const component = (id: string, lines: Component['versions']['lines'], more: Partial<Component> = {}): Component => ({
    id,
    name: id,
    layer: 'tool',
    description: 'A sample.',
    status: 'active',
    versions: { scheme: 'semver', lines, ...SAYS },
    ...more,
  });
  const catalog = catalogOf({ name: 'sample', version: '1', updated: '2026-11-24' }, [
    component('cluster', [line('1.7', '2026-09-01'), line('1.5', '2026-02-01'), line('1.4', '2025-09-01')]),
    component('mesh', [line('2.0', '2026-01-01')], {
      compatibility: [{ when: '*', with: 'cluster', level: 'supported', supported: '>=1.3 <1.5', ...SAYS }],
    }),
  ]);
  const text = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  cluster: 1.5.0\n  mesh: 2.0.0\n';
  const analysis = analyze(parseYaml(text), { catalog, date: TODAY, severities: {} });
  const [finding] = analysis.findings;
  if (finding === undefined) throw new Error('Nothing was found.');
  expect(finding.message).toBe('mesh 2.0.0 supports cluster 1.3 to 1.4, not 1.5.0.');
  expect(fixesFor(fixing(analysis), finding).map(({ title }) => title)).toEqual([
    'Set cluster to 1.4.0: resolves 1 finding',
  ]);
});
