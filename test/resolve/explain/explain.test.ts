import { expect, test } from 'vitest';
import type { Analysis } from '../../../server/src/analysis/analysis.ts';
import { explain } from '../../../server/src/resolve/explain/explain.ts';
import type { ExplainedStep } from '../../../server/src/resolve/explain/explanation.ts';
import { check } from '../../analysis/check.ts';

/** The steps as lines, cases indented, each with its pages. */
function lines(steps: readonly ExplainedStep[], indent = ''): string[] {
  return steps.flatMap(({ text, sources, cases }) => [
    `${indent}${text}${sources.map(({ source }) => ` [${source.slice('https://'.length)}]`).join('')}`,
    ...cases.flatMap((one) => [`${indent}  ${one.title}`, ...lines(one.steps, `${indent}    `)]),
  ]);
}

function explained(analysis: Analysis, code: string): string[][] {
  const findings = analysis.findings.filter((finding) => finding.code === code);
  return findings.map((finding) => lines(explain(analysis, finding).steps));
}

test('unsatisfiable: what each range may be, and what takes it away', () => {
  expect(
    explained(check('components:\n  cluster: "1.4"\n  mesh: "2.0 || 2.2"\n  runner: 3.1.0\n'), 'unsatisfiable'),
  ).toEqual([
    [
      'Mesh 2.0 || 2.2 may be 2.0 or 2.2.',
      'Runner 3.1.0 needs Mesh before 2.2, so Mesh has to be 2.0. [runner.example/mesh]',
      'Mesh 2.0 does not work with Cluster 1.4 and later, but Cluster 1.4 is pinned. It uses an interface that 1.4 removed. [mesh.example/2.0]',
    ],
  ]);
});

test('unsatisfiable in one environment of a document that is not the first', () => {
  const body = [
    'components: {cluster: 1.4.1}',
    '---',
    'apiVersion: stackpin/v1',
    'kind: Stack',
    'components: {cluster: "1.4", mesh: "*"}',
    'environments:',
    '  next: {components: {mesh: "2.0 || 2.2", runner: 3.1.0}}',
    '',
  ].join('\n');
  const [steps = []] = explained(check(body), 'unsatisfiable');
  expect(steps).toHaveLength(3);
  expect(steps[1]).toBe('Runner 3.1.0 needs Mesh before 2.2, so Mesh has to be 2.0. [runner.example/mesh]');
});

test('incompatible: what is needed, and what is pinned', () => {
  expect(explained(check('components: {mesh: 2.2.0, runner: 3.1.0}\n'), 'incompatible')).toEqual([
    ['Runner 3.1.0 needs Mesh before 2.2, but Mesh 2.2.0 is pinned. [runner.example/mesh]'],
  ]);
  expect(explained(check('components: {mesh: ">=2.2", runner: "3.1"}\n'), 'incompatible')).toEqual([
    ['Mesh >=2.2 may be 2.2.', 'Runner 3.1 needs Mesh before 2.2, but Mesh >=2.2 is pinned. [runner.example/mesh]'],
  ]);
});

test('incompatible through what a distribution carries', () => {
  expect(explained(check('components: {mesh: 2.0.1, distro: 1.4.1+d1}\n'), 'incompatible')).toEqual([
    [
      'Mesh 2.0.1 does not work with Cluster 1.4 and later, and Distro 1.4.1+d1 carries Cluster 1.4.1. It uses an interface that 1.4 removed. [mesh.example/2.0]',
    ],
  ]);
});

test('range-admits-incompatible: which versions are left', () => {
  expect(explained(check('components: {mesh: "*", runner: 3.1.0}\n'), 'range-admits-incompatible')).toEqual([
    [
      'Mesh * may be 2.0 to 2.2.',
      'Runner 3.1.0 needs Mesh before 2.2, so Mesh has to be 2.0 to 2.1. [runner.example/mesh]',
    ],
  ]);
});

test('unsupported and untested: the statements', () => {
  const analysis = check('components: {cluster: 1.4.1, mesh: 2.1.0}\n');
  expect(explained(analysis, 'unsupported')).toEqual([['Mesh 2.1.0 supports Cluster 1.2 to 1.3. [mesh.example/2.1]']]);
});

test('end-of-life: the line, its end, and the day', () => {
  expect(explained(check('components: {cluster: 1.2.0}\n'), 'end-of-life')).toEqual([
    [
      'Cluster 1.2.0 belongs to the release line 1.2, first released on 2025-10-01. [cluster.example/releases]',
      'Support for Cluster 1.2 ended on 2026-06-01. [cluster.example/releases]',
      'Support is judged as of 2026-11-24.',
    ],
  ]);
});

test('what rests on no statement has no steps: its message says it all', () => {
  expect(explained(check('components: {clstr: 1.4.1}\n'), 'unknown-component')).toEqual([[]]);
});
