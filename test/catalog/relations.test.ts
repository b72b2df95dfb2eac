import { describe, expect, test } from 'vitest';
import type { Carried, CompatibilityRule, Component } from '../../server/src/catalog/model.ts';
import { carriedBy, statementsBetween } from '../../server/src/catalog/relations.ts';
import { parseVersion, type Version } from '../../server/src/version/index.ts';
import { SOURCE, sample } from './sample.ts';

const about = (id: string, supported: string): CompatibilityRule => ({
  when: '*',
  with: id,
  level: 'supported',
  supported,
  ...SOURCE,
});
const version = (text: string): Version => {
  const parsed = parseVersion(text, 'semver');
  if (parsed === undefined) throw new Error(`${text} is no version`);
  return parsed;
};

test('both sides speak, and it is known who said what', () => {
  const mesh = sample({ id: 'mesh', compatibility: [about('cluster', '>=1.30'), about('proxy', '*')] });
  const cluster = sample({ id: 'cluster', compatibility: [about('mesh', '<2'), about('mesh', '>=1.20')] });
  expect(statementsBetween(mesh, cluster).map(({ speaker, rule }) => [speaker, rule.supported])).toEqual([
    ['a', '>=1.30'],
    ['b', '<2'],
    ['b', '>=1.20'],
  ]);
  expect(statementsBetween(cluster, mesh).map(({ speaker }) => speaker)).toEqual(['a', 'a', 'b']);
  expect(statementsBetween(cluster, sample({ id: 'other' }))).toEqual([]);
});

test('what a component says of itself counts once', () => {
  const agent = sample({ id: 'agent', compatibility: [about('agent', '>=1')] });
  expect(statementsBetween(agent, agent)).toHaveLength(1);
});

describe('parts of one whole', () => {
  const series = { of: 'cloud', apart: 1, note: 'Neighbours meet while an upgrade runs.', ...SOURCE };
  const belongs = (when: string, supported: string): CompatibilityRule => ({ ...about('cloud', supported), when });
  const compute = sample({
    id: 'compute',
    series,
    compatibility: [
      belongs('>=31 <32', '>=2025.1 <2025.2'),
      belongs('>=30 <31', '>=2024.2 <2024.3'),
      belongs('>=29 <30', '>=2024.1 <2024.2'),
    ],
  });
  const network = sample({
    id: 'network',
    series,
    compatibility: [
      belongs('>=26 <27', '>=2025.1 <2025.2'),
      belongs('>=25 <26', '>=2024.2 <2024.3'),
      belongs('>=24 <25', '>=2024.1 <2024.2'),
    ],
  });

  test('go together in one series; neighbours are tolerated', () => {
    const rules = statementsBetween(compute, network);
    expect(rules.map(({ speaker, rule }) => [speaker, rule.when, rule.tested, rule.supported])).toEqual([
      ['a', '>=31 <32', '>=26 <27', '>=26 <27 || >=25 <26'],
      ['a', '>=30 <31', '>=25 <26', '>=26 <27 || >=25 <26 || >=24 <25'],
      ['a', '>=29 <30', '>=24 <25', '>=25 <26 || >=24 <25'],
    ]);
    expect(rules[0]?.rule).toMatchObject({
      level: 'supported',
      with: 'network',
      inSeries: 'cloud 2025.1',
      note: 'Neighbours meet while an upgrade runs.',
      ...SOURCE,
    });
  });

  test.each([
    {
      names: ['2024.9', '2024.10', '2025.1'],
      tolerated: ['=2024.9 =2024.10', '=2024.9 =2024.10 =2025.1', '=2024.10 =2025.1'],
    },
    { names: ['9', '10', '10a', 'b'], tolerated: ['=9 =10', '=9 =10 =10a', '=10 =10a =b', '=10a =b'] },
    { names: ['1', '1.1', '1.2.3', '2'], tolerated: ['=1 =1.1', '=1 =1.1 =1.2.3', '=1.1 =1.2.3 =2', '=1.2.3 =2'] },
    {
      names: ['train', 'ussuri', 'victoria'],
      tolerated: ['=train =ussuri', '=train =ussuri =victoria', '=ussuri =victoria'],
    },
  ])('are neighbours by the names of their series: $names', ({ names, tolerated }) => {
    const part = (id: string): Component =>
      sample({ id, series, compatibility: names.map((name) => belongs(`=${name}`, `>=${name} <${name}.z`)) });
    const rules = statementsBetween(part('one'), part('two')).filter(({ speaker }) => speaker === 'a');
    expect(rules.map(({ rule }) => rule.supported?.replaceAll(' || ', ' '))).toEqual(tolerated);
  });

  test('say nothing of what belongs to no series, or to another whole', () => {
    expect(statementsBetween(compute, sample({ id: 'dashboard' }))).toEqual([]);
    expect(statementsBetween(compute, sample({ id: 'other', series: { ...series, of: 'other-cloud' } }))).toEqual([]);
    const young = sample({ id: 'young', series, compatibility: [belongs('>=1', '>=2026.1 <2026.2')] });
    expect(statementsBetween(compute, young)).toEqual([]);
  });
});

const carried = (extra: Partial<Carried>): Carried => ({
  when: '*',
  with: 'kubernetes',
  versions: '>=1.20',
  ...SOURCE,
  ...extra,
});

test('a distribution carries by its own version', () => {
  const distribution = sample({
    id: 'distribution',
    carries: [
      carried({ when: '>=4.20 <4.21', versions: '>=1.33 <1.34' }),
      carried({ when: '>=4.19 <4.20', versions: '>=1.32 <1.33' }),
      carried({ when: '>=4.19', with: 'etcd', versions: '3.5.18' }),
    ],
  });
  const parts = (text: string) => carriedBy(distribution, version(text)).map((part) => `${part.with} ${part.versions}`);
  expect(parts('4.20.3')).toEqual(['kubernetes >=1.33 <1.34', 'etcd 3.5.18']);
  expect(parts('4.19.0')).toEqual(['kubernetes >=1.32 <1.33', 'etcd 3.5.18']);
  expect(parts('4.18.9')).toEqual([]);
  expect(carriedBy(sample({ id: 'plain' }), version('1.0.0'))).toEqual([]);
});

test.each([
  ['patch', '1.34.2+k3s1', '1.34.2'],
  ['patch', '1.34.0-rc.1+k3s1', '1.34.0-rc.1'],
  ['patch', '1.34', '>=1.34.0 <1.35.0'],
  ['minor', '1.33.5-gke.1080000', '>=1.33.0 <1.34.0'],
  ['minor', '1.36-eks-3', '>=1.36.0 <1.37.0'],
] as const)('the same %s number as %s is %s', (same, own, versions) => {
  const distribution = sample({ id: 'distribution', carries: [carried({ same })] });
  expect(carriedBy(distribution, version(own)).map((part) => part.versions)).toEqual([versions]);
});
