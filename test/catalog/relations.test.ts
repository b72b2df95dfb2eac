import { expect, test } from 'vitest';
import type { Carried, CompatibilityRule } from '../../server/src/catalog/model.ts';
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
