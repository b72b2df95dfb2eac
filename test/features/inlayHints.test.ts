import { expect, test } from 'vitest';
import { type InlayHint, MarkupContent } from 'vscode-languageserver-types';
import type { CheckedDocument, ClientTraits } from '../../server/src/features/document.ts';
import { inlayHints, resolveInlayHint } from '../../server/src/features/inlayHints.ts';
import { ALL, applied, NOTHING, open, URI } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const AT_ONCE = { isCancelled: () => false, pause: async () => undefined };

/** From the first line of the body on. */
function lines(from: number, to: number) {
  return { start: { line: from + 2, character: 0 }, end: { line: to + 3, character: 0 } };
}

function hintsOf(
  checked: CheckedDocument,
  traits: ClientTraits = { ...NOTHING, hover: 'markdown' },
  range = lines(0, 97),
) {
  return inlayHints(checked, range, traits, AT_ONCE);
}

/** The body with its hints, each in brackets where it stands. */
async function shown(body: string, range = lines(0, 97)): Promise<string> {
  const hints = await hintsOf(open(HEAD + body), NOTHING, range);
  const inserted = hints.map(({ position, label }) => ({
    range: { start: position, end: position },
    newText: `[${String(label)}]`,
  }));
  return applied(HEAD + body, inserted).slice(HEAD.length);
}

function tooltipOf({ tooltip }: InlayHint): string {
  if (!MarkupContent.is(tooltip)) throw new Error('A tooltip is markup.');
  return tooltip.value;
}

/** The tooltip of the hint in a line of the body. */
async function tooltip(body: string, line: number, traits?: ClientTraits): Promise<string> {
  const hint = (await hintsOf(open(HEAD + body), traits)).find(({ position }) => position.line === line + 2);
  if (hint === undefined) throw new Error('There is no hint in this line.');
  return tooltipOf(hint);
}

/** The body after the hint of a line was accepted; undefined where it cannot be. */
async function accepted(body: string, line: number): Promise<string | undefined> {
  const hint = (await hintsOf(open(HEAD + body))).find(({ position }) => position.line === line + 2);
  if (hint === undefined) throw new Error('There is no hint in this line.');
  return hint.textEdits && applied(HEAD + body, hint.textEdits).slice(HEAD.length);
}

function paragraphs(...texts: string[]): string {
  return texts.join('\n\n');
}

test('beside lines and ranges, behind their quotes; none beside exact pins', async () => {
  const body = `components:
  kubernetes: "1.34" # the newest
  istio: '>=1.27'
  cilium: ~1.19
  db: {component: postgresql, version: "17", locked: true}
  other: {component: postgresql, version: 18.1}
`;
  expect(await shown(body)).toBe(`components:
  kubernetes: "1.34"[→ 1.34.2] # the newest
  istio: '>=1.27'[→ 1.28.1]
  cilium: ~1.19[→ 1.19.0]
  db: {component: postgresql, version: "17"[→ 17.6], locked: true}
  other: {component: postgresql, version: 18.1}
`);
});

test('none where nothing is admitted or known', async () => {
  const body = `components:
  kubernetes: "1.99"
  istio: "1.28.x || nonsense"
  gateway: ">=3"
  postgresql:
`;
  expect(await shown(body)).toBe(body);
});

test('none where pins cannot work together, whatever they take; the others have theirs', async () => {
  expect(await shown('components:\n  kubernetes: "1.34"\n  istio: "1.22"\n  postgresql: "17"\n')).toBe(
    'components:\n  kubernetes: "1.34"\n  istio: "1.22"\n  postgresql: "17"[→ 17.6]\n',
  );
});

test('each environment by itself: versions that are others are named with it', async () => {
  const body = `components:
  kubernetes: ">=1.30"
  istio: 1.28.0
environments:
  edge: {components: {istio: 1.27.4}}
  lab: {components: {istio: "1.28"}}
  old: {components: {istio: 1.22.8, kubernetes: ">=1.34"}}
`;
  expect(await shown(body)).toBe(`components:
  kubernetes: ">=1.30"[→ 1.34.2 (edge: 1.33.5)]
  istio: 1.28.0
environments:
  edge: {components: {istio: 1.27.4}}
  lab: {components: {istio: "1.28"[→ 1.28.1]}}
  old: {components: {istio: 1.22.8, kubernetes: ">=1.34"}}
`);
});

test('where an environment leaves no version, it says so', async () => {
  const body = `components:
  kubernetes: "1.34"
environments:
  a: {components: {istio: 1.22.8}}
  b: {components: {istio: 1.22.8}}
`;
  expect(await shown(body)).toContain('kubernetes: "1.34"[→ 1.34.2 (a, b: none)]');
});

test('many environments are counted', async () => {
  const environments = ['a', 'b', 'c', 'd'].map((name) => `  ${name}: {components: {istio: 1.27.4}}\n`).join('');
  expect(await shown(`components:\n  kubernetes: ">=1.30"\nenvironments:\n${environments}`)).toContain(
    '[→ 1.34.2 (4 environments: 1.33.5)]',
  );
});

test('an alias has its own; of texts that several pins read, one', async () => {
  const body = `components:
  a: {component: postgresql, version: &db "17"}
  b: {component: postgresql, version: *db }
  c: &c {component: postgresql, version: "18"}
  d: *c
`;
  expect(await shown(body)).toBe(`components:
  a: {component: postgresql, version: &db "17"[→ 17.6]}
  b: {component: postgresql, version: *db[→ 17.6] }
  c: &c {component: postgresql, version: "18"[→ 18.10]}
  d: *c
`);
});

test('none in a stack of more ranges than are resolved together', async () => {
  const pins = (count: number) =>
    Array.from({ length: count }, (_, index) => `  p${index}: {component: postgresql, version: "17 || 18"}\n`).join('');
  expect(await hintsOf(open(`${HEAD}components:\n${pins(1501)}`), ALL)).toEqual([]);
  expect(await hintsOf(open(`${HEAD}components:\n${pins(50)}`), ALL)).toHaveLength(50);
});

test('only those inside the range that is asked for', async () => {
  const body = 'components:\n  kubernetes: "1.34"\n  istio: "1.28"\n  postgresql: "17"\n';
  expect(await shown(body, lines(2, 2))).toBe(
    'components:\n  kubernetes: "1.34"\n  istio: "1.28"[→ 1.28.1]\n  postgresql: "17"\n',
  );
});

test('documents of one file by themselves', async () => {
  const body =
    'components:\n  istio: ">=1.27"\n  kubernetes: 1.30.0\n---\nkind: Stack\ncomponents:\n  istio: ">=1.27"\n';
  expect(await shown(body)).toBe(
    'components:\n  istio: ">=1.27"[→ 1.27.4]\n  kubernetes: 1.30.0\n---\nkind: Stack\ncomponents:\n  istio: ">=1.27"[→ 1.28.1]\n',
  );
});

test('a tooltip: the newest, which goes together with the others', async () => {
  expect(await tooltip('components:\n  kubernetes: "1.34"\n  istio: 1.28.1\n', 1)).toBe(
    '**Kubernetes 1.34.2**: the newest of `1.34`, and it goes together with the other pins.',
  );
});

test('a tooltip where nobody says anything', async () => {
  expect(await tooltip('components:\n  kubernetes: "1.34"\n  postgresql: "17"\n', 2)).toBe(
    '**PostgreSQL 17.6**: the newest of `17`. No statement is about it and another pin.',
  );
});

test('a tooltip: what is newer, which pin holds it back, and who says so', async () => {
  expect(await tooltip('components:\n  kubernetes: 1.30.0\n  istio: ">=1.27"\n', 2)).toBe(
    paragraphs(
      '**Istio 1.27.4**: the newest of `>=1.27` that goes together with the other pins.',
      'Istio 1.28.1 is newer, and held back by **Kubernetes 1.30.0**: Istio 1.28.1 supports Kubernetes 1.33 to 1.34, not 1.30.0. ([istio.example](<https://istio.example/1.28>), read 2026-11-01)',
    ),
  );
});

test('the same in plain text', async () => {
  expect(await tooltip('components:\n  kubernetes: 1.30.0\n  istio: ">=1.27"\n', 2, NOTHING)).toBe(
    paragraphs(
      'Istio 1.27.4: the newest of >=1.27 that goes together with the other pins.',
      'Istio 1.28.1 is newer, and held back by Kubernetes 1.30.0: Istio 1.28.1 supports Kubernetes 1.33 to 1.34, not 1.30.0. (https://istio.example/1.28, read 2026-11-01)',
    ),
  );
});

test('a tooltip: a range that holds another back is named at the version that it takes', async () => {
  expect(await tooltip('components:\n  kubernetes: "1.30"\n  istio: ">=1.27"\n', 2)).toContain(
    'Istio 1.28.1 is newer, and held back by **Kubernetes 1.30.0**: ',
  );
});

test('a tooltip: what is not supported is told', async () => {
  expect(await tooltip('components:\n  kubernetes: ">=1.34"\n  istio: "1.27"\n', 1)).toBe(
    paragraphs(
      '**Kubernetes 1.34.2**: the newest of `>=1.34`.',
      '- unsupported with **Istio 1.27.4**: Istio 1.27.4 supports Kubernetes 1.30 to 1.33, not 1.34.2. ([istio.example](<https://istio.example/1.27>), read 2026-11-01)',
    ),
  );
});

test('a tooltip: a chart decides what is installed, unless that does not go together with the others', async () => {
  const body = (kubernetes: string) =>
    `components:\n  kubernetes: ${kubernetes}\n  istio: {version: ">=1.27", chart: {name: istiod, version: 2.8.0}}\n`;
  expect(await tooltip(body('1.34.2'), 2)).toBe(
    paragraphs('**Istio 1.28.0**: the version of `>=1.27` that chart istiod 2.8.0 installs.', 'Istio 1.28.1 is newer.'),
  );
  expect(await shown(body('1.30.0'))).toContain('">=1.27"[→ 1.27.4]');
});

test('a tooltip: environments one by one', async () => {
  const body = `components:
  kubernetes: ">=1.30"
  istio: 1.27.4
environments:
  edge: {components: {istio: 1.28.0}}
  lab: {components: {istio: 1.22.8, kubernetes: 1.34.2}}
  none: {components: {istio: null}}
`;
  expect(await tooltip(body, 1)).toBe(
    paragraphs(
      '**Kubernetes 1.33.5** without an environment: the newest of `>=1.30` that goes together with the other pins.',
      'Kubernetes 1.34.2 is newer, and held back by **Istio 1.27.4**: Istio 1.27.4 supports Kubernetes 1.30 to 1.33, not 1.34.2. ([istio.example](<https://istio.example/1.27>), read 2026-11-01)',
      '**Kubernetes 1.34.2** in edge and none: the newest of `>=1.30`, and it goes together with the other pins.',
    ),
  );
});

test('a tooltip: an environment that leaves no version', async () => {
  const body = 'components:\n  kubernetes: "1.34"\nenvironments:\n  a: {components: {istio: 1.22.8}}\n';
  expect(await tooltip(body, 1)).toBe(
    paragraphs(
      '**Kubernetes 1.34.2** without an environment: the newest of `1.34`. No statement is about it and another pin.',
      'No version of `1.34` goes together with the other pins in a.',
    ),
  );
});

test.each([
  ['double quotes stay', '  kubernetes: "1.34" # x\n', '  kubernetes: "1.34.2" # x\n'],
  ['single quotes stay', "  kubernetes: '1.34'\n", "  kubernetes: '1.34.2'\n"],
  ['none where none are needed', '  cilium: ~1.19\n', '  cilium: 1.19.0\n'],
  ['some where they are', '  postgresql: 17\n', '  postgresql: "17.6"\n'],
  ['a v stays', '  kubernetes: v1.34\n', '  kubernetes: v1.34.2\n'],
  [
    'at the version that the chart installs',
    '  istio: {version: "1.28", chart: {name: istiod, version: 2.8.0}}\n',
    '  istio: {version: "1.28.0", chart: {name: istiod, version: 2.8.0}}\n',
  ],
])('accepting a hint pins exactly: %s', async (_, before, after) => {
  expect(await accepted(`components:\n${before}`, 1)).toBe(`components:\n${after}`);
});

test('accepting the hint of an alias leaves the text that it refers to', async () => {
  const body = (b: string) =>
    `components:\n  a: {component: postgresql, version: &db "17"}\n  b: {component: postgresql, version: ${b}}\n`;
  expect(await accepted(body('*db '), 2)).toBe(body('"17.6" '));
});

test('nothing to accept where the pin is locked, or its environments take several versions', async () => {
  expect(await accepted('components:\n  kubernetes: {version: "1.34", locked: true}\n', 1)).toBeUndefined();
  const body = 'components:\n  kubernetes: ">=1.30"\nenvironments:\n  edge: {components: {istio: 1.27.4}}\n';
  expect(await accepted(body, 1)).toBeUndefined();
});

test('nothing to accept where a warning would come of it', async () => {
  // Kubernetes 1.30 is out of support, which is not said of a range that admits more.
  expect(
    await accepted('components:\n  kubernetes: "<1.33 || 1.34"\n  istio: {version: 1.27.4, locked: true}\n', 1),
  ).toBe(undefined);
});

test('a client that asks later gets the label now, and the rest when it asks', async () => {
  const text = `${HEAD}components:\n  kubernetes: "1.34"\n`;
  const checked = open(text);
  const [hint, ...others] = await hintsOf(checked, ALL);
  expect(others).toEqual([]);
  expect(hint).toEqual({
    position: { line: 3, character: 20 },
    label: '→ 1.34.2',
    paddingLeft: true,
    data: { uri: URI, version: 7, at: text.indexOf('"1.34"') + 6 },
  });
  if (hint === undefined) throw new Error('There is no hint.');
  expect(resolveInlayHint(checked, hint, ALL)).toEqual({
    ...hint,
    tooltip: {
      kind: 'markdown',
      value: '**Kubernetes 1.34.2**: the newest of `1.34`. No statement is about it and another pin.',
    },
    textEdits: [{ range: { start: { line: 3, character: 14 }, end: { line: 3, character: 20 } }, newText: '"1.34.2"' }],
  });
  expect(resolveInlayHint({ ...checked, version: 8 }, hint, ALL)).toEqual(hint);
  expect(resolveInlayHint(checked, { ...hint, data: null }, ALL)).toEqual({ ...hint, data: null });
});

test('it pauses before each stack, once; a question that nobody waits for ends there', async () => {
  const checked = open(
    `${HEAD}components:\n  kubernetes: "1.34"\n  istio: "1.28"\nenvironments:\n  edge: {components: {}}\n`,
  );
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  const pace = { isCancelled: () => pauses > 1, pause };
  expect(await inlayHints(checked, lines(0, 9), ALL, pace)).toEqual([]);
  expect(pauses).toBe(2);
  const calm = { isCancelled: () => false, pause };
  expect(await inlayHints(checked, lines(0, 9), ALL, calm)).toHaveLength(2);
  // The first of the two stacks had been resolved.
  expect(pauses).toBe(3);
  await inlayHints(checked, lines(0, 9), ALL, calm);
  expect(pauses).toBe(3);
});
