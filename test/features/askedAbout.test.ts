import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { diagnosticsAsked, findingOf } from '../../server/src/features/askedAbout.ts';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { ALL, open } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const checked = open(`${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.27.4\n  k8s: 1.34.2\n`);
const all = toDiagnostics(checked, ALL.diagnostics);

function one(code: string): Diagnostic {
  const found = all.find((diagnostic) => diagnostic.code === code);
  if (found === undefined) throw new Error(`There is no ${code}.`);
  return found;
}

const at = (line: number, start: number, end = start) => ({
  start: { line, character: start },
  end: { line, character: end },
});

/** What stands in a range, by code and line. */
const asked = (range: ReturnType<typeof at>, named: readonly Diagnostic[] = []) =>
  diagnosticsAsked(checked, range, named, ALL.diagnostics).map(({ code, range: { start } }) => [code, start.line]);

/** As a client gives it back whose tables have no order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reordered(inner)]),
  );
}

test('each diagnostic comes back to the finding that it was made of, in whatever order a client keeps the keys of its data', () => {
  expect(all.map(({ code }) => code)).toContain('unsupported');
  const data = (diagnostic: Diagnostic) => reordered(JSON.parse(JSON.stringify(diagnostic.data ?? null)));
  const returned = all.map((diagnostic) => ({ ...diagnostic, data: data(diagnostic) }));
  expect(returned.map((diagnostic) => findingOf(checked, diagnostic))).toEqual(checked.analysis.findings);
});

test('of two findings of one code at one place the one with the same fix is meant', () => {
  const finding = findingOf(checked, one('unknown-component'));
  if (finding === undefined) throw new Error('There is no finding.');
  const fix = { kind: 'replace', choices: [{ title: 'Change to istio', newText: 'istio' }] } as const;
  const twin = { ...finding, fix };
  const both = { ...checked, analysis: { ...checked.analysis, findings: [finding, twin] } };
  const [first, second] = toDiagnostics(both, ALL.diagnostics);
  if (first === undefined || second === undefined) throw new Error('There are no two diagnostics.');
  expect(findingOf(both, first)).toBe(finding);
  expect(findingOf(both, second)).toBe(twin);
});

test('data of this version tells the place, wherever the client has it by now', () => {
  const moved = { ...one('unknown-component'), range: at(0, 0, 3) };
  expect(findingOf(checked, moved)?.code).toBe('unknown-component');
  expect(findingOf({ ...checked, version: 8 }, moved)).toBeUndefined();
});

test('data of this version that speaks of another text counts for nothing', () => {
  const { data, ...rest } = one('unknown-component');
  const stale = { ...rest, data: { ...data, range: { start: 0, end: 3 } } };
  expect(findingOf(checked, stale)).toBe(findingOf(checked, one('unknown-component')));
});

test('what the client names is asked about, where any of it holds', () => {
  const line = one('unsupported').range.start.line;
  expect(asked(at(line, 0, 40), [one('unsupported')])).toEqual([['unsupported', line]]);
  expect(asked(at(0, 0), [{ ...one('unsupported'), source: 'yaml' }, one('unknown-component')])).toEqual([
    ['unsupported', line],
    ['unknown-component', 5],
  ]);
});

test('where none of it holds, or nothing is named, what stands in the range is asked about', () => {
  expect(asked(at(5, 0, 1))).toEqual([]);
  for (const range of [at(5, 2), at(5, 5), at(5, 3, 4), at(5, 0, 20)])
    expect(asked(range)).toEqual([['unknown-component', 5]]);
  const older = { ...one('unknown-component'), data: undefined, range: at(2, 2, 5) };
  expect(asked(at(5, 3), [older])).toEqual([['unknown-component', 5]]);
  expect(asked(at(0, 3), [older])).toEqual([]);
  expect(asked({ start: at(0, 0).start, end: at(9, 0).end }).length).toBe(all.length);
});
