import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { check, told } from './check.ts';

test('environments: one finding names all it holds in; a difference stands where it is written', () => {
  const analysis = check(
    'components:\n  cluster: 1.3.2\n  mesh: 2.1.0\nenvironments:\n  staging:\n    components: {cluster: 1.4.1}\n  production:\n    components: {mesh: null}\n',
  );
  expect(analysis.findings.map(({ code, environments }) => [code, environments])).toEqual([
    ['end-of-life-soon', [null, 'production']],
    ['unsupported', ['staging']],
  ]);
  expect(told(analysis)[1]).toBe('unsupported [1.4.1] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.');
  expect(analysis.stacks.map(({ environment, coverage }) => [environment, coverage])).toEqual([
    [null, { pins: 2, pairs: 1, pairsKnown: 1 }],
    ['staging', { pins: 2, pairs: 1, pairsKnown: 1 }],
    ['production', { pins: 1, pairs: 0, pairsKnown: 0 }],
  ]);
});

test('severities: set, and off', () => {
  const body = 'components:\n  cluster: 1.4.1\n  mesh: 2.1.0\n';
  expect(check(body, { unsupported: 'error' }).findings.map(({ severity }) => severity)).toEqual(['error']);
  expect(check(body, { unsupported: 'off' }).findings).toEqual([]);
});

test('ten thousand components are checked without judging every pair alike twice', () => {
  const lines = Array.from(
    { length: 10_000 },
    (_, index) =>
      `  i${index}: {component: ${index % 2 === 0 ? 'cluster' : 'mesh'}, version: ${index % 2 === 0 ? '1.4.1' : '2.1.0'}}`,
  );
  const text = `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n${lines.join('\n')}\n`;
  const analysis = analyze(parseYaml(text), check('').context);
  expect(analysis.stacks[0]?.coverage).toEqual({ pins: 10_000, pairs: 25_000_000, pairsKnown: 25_000_000 });
  expect(analysis.findings.length).toBe(200);
});
