/** Hints beside pins whose support ends soon, or has ended. */
import { expect, test } from 'vitest';
import { supportHints } from '../../server/src/features/supportHints.ts';
import { ALL, applied, NOTHING, open } from './open.ts';
import { openIn } from './openIn.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const ALL_LINES = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** The body with its hints, each in brackets where it stands. */
function shown(body: string, range = ALL_LINES): string {
  const hints = supportHints(open(HEAD + body), range, NOTHING);
  const inserted = hints.map(({ position, label }) => ({
    range: { start: position, end: position },
    newText: `[${String(label)}]`,
  }));
  return applied(HEAD + body, inserted).slice(HEAD.length);
}

test('beside what ends within the window of the policy, and what has ended; nothing beside the others', () => {
  expect(
    shown(`components:
  kubernetes: "1.30.0" # the old one
  istio: {version: 1.27.4, locked: true}
  postgresql: "17.6"
  cilium: 1.19.0
  mine: 1.0.0
  db:
`),
  ).toBe(`components:
  kubernetes: "1.30.0"[support ended 157 days ago] # the old one
  istio: {version: 1.27.4[support ends in 68 days], locked: true}
  postgresql: "17.6"
  cilium: 1.19.0
  mine: 1.0.0
  db:
`);
});

test('the window is that of the manifest', () => {
  const body = (window: string) => `policy: {supportWindow: ${window}}\ncomponents:\n  istio: 1.27.4\n`;
  expect(shown(body('67d'))).toBe(body('67d'));
  expect(shown(body('68d'))).toContain('1.27.4[support ends in 68 days]');
});

test('a range counts as its version with the longest support; an alias has its own hint', () => {
  expect(shown('components:\n  istio: ">=1.22"\n')).not.toContain('[');
  expect(shown('components:\n  istio: "<1.28"\n')).toContain('"<1.28"[support ends in 68 days]');
  expect(
    shown('components:\n  a: {component: istio, version: &i 1.22.8}\n  b: {component: istio, version: *i }\n'),
  ).toBe(
    'components:\n  a: {component: istio, version: &i 1.22.8[support ended 297 days ago]}\n  b: {component: istio, version: *i[support ended 297 days ago] }\n',
  );
});

test.each([
  ['2026-06-20', 'support ends today'],
  ['2026-06-19', 'support ends tomorrow'],
  ['2026-06-21', 'support ended yesterday'],
])('on %s: %s', (date, label) => {
  const checked = open(`${HEAD}components: {kubernetes: 1.30.0}\n`);
  const analysis = { ...checked.analysis, context: { ...checked.analysis.context, date } };
  expect(supportHints({ ...checked, analysis }, ALL_LINES, ALL).map((hint) => hint.label)).toEqual([label]);
});

test('environments have theirs, a base keeps its own', () => {
  expect(shown('components: {istio: 1.28.1}\nenvironments: {edge: {components: {istio: 1.22.8}}}\n')).toContain(
    'istio: 1.22.8[support ended 297 days ago]',
  );
  const { checked } = openIn({
    'leaf.stack.yaml': 'extends: [./base.stack.yaml]\n$0components: {}\n',
    'base.stack.yaml': 'components: {kubernetes: 1.30.0}\n',
  });
  expect(supportHints(checked, ALL_LINES, ALL)).toEqual([]);
});

test('only inside the range, and with who says so', () => {
  const checked = open(`${HEAD}components:\n  kubernetes: 1.30.0\n  istio: 1.22.8\n`);
  const line = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
  expect(supportHints(checked, line, ALL)).toEqual([
    {
      position: { line: 4, character: 15 },
      label: 'support ended 297 days ago',
      paddingLeft: true,
      tooltip: {
        kind: 'markdown',
        value: 'Support for Istio 1.22 ended on 2026-01-31. ([istio.example](<https://istio.example/releases>))',
      },
    },
  ]);
});
