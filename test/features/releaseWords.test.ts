import { expect, test } from 'vitest';
import type { Component } from '../../server/src/catalog/model.ts';
import { render } from '../../server/src/features/prose.ts';
import { releaseBlocks } from '../../server/src/features/releaseWords.ts';
import { parseVersion } from '../../server/src/version/index.ts';

const SAYS = { source: 'https://cluster.example/releases', checked: '2026-11-01' };

const cluster: Component = {
  id: 'cluster',
  name: 'Cluster',
  layer: 'orchestrator',
  description: 'Runs containers.',
  status: 'active',
  versions: { scheme: 'semver', lines: [], ...SAYS },
  charts: [
    { name: 'cluster', repository: 'https://charts.cluster.example', versions: { '1.25.1': '7.0.2' }, ...SAYS },
    { name: 'cluster-ha', repository: 'https://charts.cluster.example', versions: { '1.24.0': '2.0.0' }, ...SAYS },
  ],
  upgrade: { maxMinorSkip: 1, longTermToLongTerm: true, enforced: true, ...SAYS },
  skew: [
    { when: '>=1.25', part: 'agent', of: 'the API server', maxNewer: 0, maxOlder: 3, ...SAYS },
    { when: '<1.25', part: 'agent', of: 'the API server', maxNewer: 0, maxOlder: 2, ...SAYS },
    { when: '*', part: 'client', of: 'the API server', maxNewer: 1, maxOlder: 1, ...SAYS },
    { when: '*', part: 'clients', of: 'the API server', oldest: '1.10', ...SAYS },
  ],
  removals: [
    { since: '1.25', kind: 'api', what: 'policy/v1beta1 of budgets', replacement: 'policy/v1', ...SAYS },
    { since: '1.25', kind: 'feature', what: 'the old runtime', note: 'Move before.', ...SAYS },
    { since: '1.22', kind: 'api', what: 'extensions/v1beta1', ...SAYS },
  ],
};

function told(component: Component, text: string): string[] {
  const version = parseVersion(text, component.versions.scheme);
  if (version === undefined) throw new Error(`${text} is no version`);
  return render(releaseBlocks(component, version), 'plaintext')
    .value.split('\n')
    .filter((line) => line !== '');
}

test('a release: its chart, its upgrades, its parts, and what it removed', () => {
  expect(told(cluster, '1.25.1')).toEqual([
    'Helm chart: cluster 7.0.2 (https://charts.cluster.example).',
    'Upgrades: one minor at a time, or from one long-term release to the next, which the software enforces (https://cluster.example/releases).',
    'How far its parts may be apart:',
    '- Agent: at most 3 minors older than the API server, never newer (https://cluster.example/releases)',
    '- Client: within 1 minor of the API server (https://cluster.example/releases)',
    '- Clients: 1.10 or later (https://cluster.example/releases)',
    'Removed in Cluster 1.25:',
    '- policy/v1beta1 of budgets; instead: policy/v1 (https://cluster.example/releases)',
    '- the old runtime. Move before (https://cluster.example/releases)',
  ]);
});

test('another release: what holds for it', () => {
  expect(told(cluster, '1.24.0')).toEqual([
    'Helm chart: cluster-ha 2.0.0 (https://charts.cluster.example).',
    'Upgrades: one minor at a time, or from one long-term release to the next, which the software enforces (https://cluster.example/releases).',
    'How far its parts may be apart:',
    '- Agent: at most 2 minors older than the API server, never newer (https://cluster.example/releases)',
    '- Client: within 1 minor of the API server (https://cluster.example/releases)',
    '- Clients: 1.10 or later (https://cluster.example/releases)',
  ]);
});

test.each([
  [{ anyWithinMajor: true }, 'to any later release of the same major'],
  [{ anyWithinMajor: true, anyMajor: true }, 'to any later release'],
  [{ maxMajorSkip: 2 }, '2 majors at most'],
  [{ stops: ['1.20', '1.26', '2.1'], enforced: true }, 'by way of 1.26 and 2.1, which the software enforces'],
  [{ stops: ['2.1', '2.2', '2.3', '2.4', '2.5'] }, 'by way of 2.1, 2.2, 2.3 and 2.4 and later stops'],
])('upgrades: %j', (rule, words) => {
  const { charts: _, skew: __, removals: ___, ...plain } = cluster;
  expect(told({ ...plain, upgrade: { ...rule, ...SAYS } }, '1.25.1')).toEqual([
    `Upgrades: ${words} (https://cluster.example/releases).`,
  ]);
});

test('a component of which nothing more is known', () => {
  const { charts: _, skew: __, removals: ___, upgrade: ____, ...plain } = cluster;
  expect(told(plain, '1.25.1')).toEqual([]);
  expect(told({ ...plain, upgrade: { note: 'It depends.', ...SAYS } }, '1.25.1')).toEqual([]);
});
