import { expect, test } from 'vitest';
import { CompletionItemKind, CompletionItemTag, type CompletionList, type TextEdit } from 'vscode-languageserver-types';
import { complete } from '../../server/src/features/completion.ts';
import { resolveCompletion } from '../../server/src/features/completionDocs.ts';
import type { ClientTraits } from '../../server/src/features/document.ts';
import { ALL, applied, cursorIn, NOTHING, open } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

interface Answer {
  readonly text: string;
  readonly list: CompletionList;
}

function ask(marked: string, traits: ClientTraits = ALL): Answer {
  const { text, position } = cursorIn(marked);
  return { text, list: complete(open(text), position, traits.completion, () => false) };
}

/** Labels in the order in which a client shows them. */
function labels({ list }: Answer): string[] {
  return [...list.items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)).map(({ label }) => label);
}

/** The whole document after an item was taken. */
function taken({ text, list }: Answer, label: string): string {
  const item = list.items.find((one) => one.label === label);
  if (item?.textEdit === undefined) throw new Error(`"${label}" is not among: ${list.items.map((one) => one.label)}`);
  return applied(text, [item.textEdit as TextEdit]);
}

const TAKEN: [what: string, before: string, label: string, after: string][] = [
  // Versions.
  ['a version behind a key', 'components:\n  kubernetes: $0\n', '1.34.2', 'components:\n  kubernetes: 1.34.2\n'],
  [
    'a version where the space is missing',
    'components:\n  kubernetes:$0\n',
    '1.34.2',
    'components:\n  kubernetes: 1.34.2\n',
  ],
  [
    'a version that YAML would read as a number',
    'components:\n  postgresql: $0\n',
    '18.10',
    'components:\n  postgresql: "18.10"\n',
  ],
  ['a release line', 'components:\n  kubernetes: 1$0\n', '1.34', 'components:\n  kubernetes: "1.34"\n'],
  [
    'a version in the middle of another',
    'components:\n  kubernetes: 1.3$00.0 # pinned\n',
    '1.34.2',
    'components:\n  kubernetes: 1.34.2 # pinned\n',
  ],
  [
    'a version between quotes',
    "components:\n  kubernetes: '1.3$0'\n",
    '1.34.2',
    "components:\n  kubernetes: '1.34.2'\n",
  ],
  ['a line between quotes', 'components:\n  kubernetes: "$0"\n', '1.34', 'components:\n  kubernetes: "1.34"\n'],
  [
    'a version behind an open quote',
    'components:\n  kubernetes: "1.3$0\n  istio: 1.28.1\n',
    '1.34.2',
    'components:\n  kubernetes: "1.34.2"\n  istio: 1.28.1\n',
  ],
  ['a version with a v', 'components:\n  kubernetes: v1$0\n', '1.34.2', 'components:\n  kubernetes: v1.34.2\n'],
  [
    'a limit of a range',
    'components:\n  kubernetes: ">=1.3$0 <1.35"\n',
    '1.33.0',
    'components:\n  kubernetes: ">=1.33.0 <1.35"\n',
  ],
  [
    'the last limit of a range',
    'components:\n  kubernetes: ">=1.33 <$0"\n',
    '1.34',
    'components:\n  kubernetes: ">=1.33 <1.34"\n',
  ],
  [
    'a version behind an operator',
    'components:\n  kubernetes: ^$0\n',
    '1.33.5',
    'components:\n  kubernetes: ^1.33.5\n',
  ],
  [
    'a version in braces',
    'components: {kubernetes: $0, istio: 1.28.1}\n',
    '1.34.2',
    'components: {kubernetes: 1.34.2, istio: 1.28.1}\n',
  ],
  [
    'a version in the long form',
    'components:\n  kubernetes:\n    version: $0\n    locked: true\n',
    '1.34.2',
    'components:\n  kubernetes:\n    version: 1.34.2\n    locked: true\n',
  ],
  [
    'a version of an instance',
    'components:\n  db: {component: postgresql, version: $0}\n',
    '17.6',
    'components:\n  db: {component: postgresql, version: "17.6"}\n',
  ],
  [
    'a version in an environment',
    'environments:\n  edge:\n    components:\n      kubernetes: $0\n',
    '1.33.5',
    'environments:\n  edge:\n    components:\n      kubernetes: 1.33.5\n',
  ],
  [
    'a version in a second document',
    'components: {}\n---\ncomponents:\n  kubernetes: $0',
    '1.34.2',
    'components: {}\n---\ncomponents:\n  kubernetes: 1.34.2',
  ],
  [
    'a version in a file with Windows line ends',
    'components:\r\n  kubernetes: $0\r\n  istio: 1.28.1\r\n',
    '1.34.2',
    'components:\r\n  kubernetes: 1.34.2\r\n  istio: 1.28.1\r\n',
  ],
  // Names.
  ['a name on an empty line', 'components:\n  $0\n', 'kubernetes', 'components:\n  kubernetes: \n'],
  [
    'a name below others',
    'components:\n  istio: 1.28.1\n  $0',
    'kubernetes',
    'components:\n  istio: 1.28.1\n  kubernetes: ',
  ],
  ['a name by its alias', 'components:\n  k8s$0\n', 'kubernetes', 'components:\n  kubernetes: \n'],
  [
    'a name that has its version already',
    'components:\n  ku$0: 1.34.2\n',
    'kubernetes',
    'components:\n  kubernetes: 1.34.2\n',
  ],
  [
    'a name in braces',
    'components: {istio: 1.28.1, $0}\n',
    'kubernetes',
    'components: {istio: 1.28.1, kubernetes: }\n',
  ],
  [
    'what an instance is',
    'components:\n  db:\n    component: $0\n',
    'postgresql',
    'components:\n  db:\n    component: postgresql\n',
  ],
  [
    'a name in an environment',
    'environments:\n  edge:\n    components:\n      $0\n',
    'cilium',
    'environments:\n  edge:\n    components:\n      cilium: \n',
  ],
  // Keys and values.
  ['a key with one value', '$0', 'kind', 'kind: Stack'],
  ['a key that holds a mapping', '$0', 'components', 'components:\n  '],
  ['a key that holds a list', '$0', 'extends', 'extends:\n  - '],
  [
    'a key of a component',
    'components:\n  kubernetes:\n    $0\n',
    'version',
    'components:\n  kubernetes:\n    version: \n',
  ],
  [
    'a key that holds a mapping, further in',
    'components:\n  kubernetes:\n    $0\n',
    'chart',
    'components:\n  kubernetes:\n    chart:\n      \n',
  ],
  ['a key that has its value', 'policy:\n  prerel$0: deny\n', 'prereleases', 'policy:\n  prereleases: deny\n'],
  ['a key in braces', 'policy: {$0}\n', 'prereleases', 'policy: {prereleases: }\n'],
  ['a key of a list item', 'acknowledge:\n  - $0\n', 'code', 'acknowledge:\n  - code: \n'],
  [
    'a layer',
    'components:\n  mine:\n    layer: $0\n',
    'service-mesh',
    'components:\n  mine:\n    layer: service-mesh\n',
  ],
  ['a policy', 'policy:\n  prereleases: $0\n', 'allow', 'policy:\n  prereleases: allow\n'],
  ['a policy between quotes', 'policy:\n  prereleases: "$0"\n', 'allow', 'policy:\n  prereleases: "allow"\n'],
  ['a truth value', 'components:\n  kubernetes: {locked:$0}\n', 'true', 'components:\n  kubernetes: {locked: true}\n'],
];

test.each(TAKEN)('%s', (_, before, label, after) => {
  expect(taken(ask(before), label)).toBe(after);
});

test('the same in text that is broken elsewhere', () => {
  const before = `${HEAD}components:\n  istio: *missing\n  kubernetes: $0\n  cilium: [1.19.0\n`;
  expect(taken(ask(before), '1.34.2')).toBe(before.replace('$0', '1.34.2'));
});

test('versions: newest first, each line behind its versions, then what nobody should start with', () => {
  const answer = ask('components:\n  kubernetes: $0\n');
  expect(labels(answer)).toEqual([
    '1.34.2',
    '1.34.1',
    '1.34.0',
    '1.34',
    '1.33.5',
    '1.33.0',
    '1.33',
    '1.35.0-rc.1',
    '1.30.0',
    '1.30',
  ]);
  expect(answer.list.items.map(({ detail }) => detail)).toEqual([
    'supported until 2027-10-20',
    'supported until 2027-10-20',
    'supported until 2027-10-20',
    'any 1.34, supported until 2027-10-20',
    'supported until 2027-06-20',
    'supported until 2027-06-20',
    'any 1.33, supported until 2027-06-20',
    'pre-release',
    'support ended 2026-06-20',
    'any 1.30, support ended 2026-06-20',
  ]);
});

test('versions that break another pin come last, and say which', () => {
  const answer = ask('components:\n  kubernetes: $0\n  istio: 1.27.4\n');
  expect(labels(answer)).toEqual([
    '1.33.5',
    '1.33.0',
    '1.33',
    '1.35.0-rc.1',
    '1.30.0',
    '1.30',
    '1.34.2',
    '1.34.1',
    '1.34.0',
    '1.34',
  ]);
  const breaking = answer.list.items.find(({ label }) => label === '1.34.2');
  expect(breaking).toEqual({
    label: '1.34.2',
    kind: CompletionItemKind.Value,
    labelDetails: { description: 'unsupported with Istio 1.27.4' },
    detail: 'unsupported with Istio 1.27.4; supported until 2027-10-20',
    tags: [CompletionItemTag.Deprecated],
    filterText: '1.34.2',
    sortText: '0006',
    textEdit: { range: { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } }, newText: '1.34.2' },
    data: {
      kind: 'version',
      uri: 'file:///work/platform.stack.yaml',
      component: 'kubernetes',
      document: 0,
      environment: null,
      instance: 'kubernetes',
      text: '1.34.2',
    },
  });
});

test('an environment counts its own pins', () => {
  const body =
    'components: {istio: 1.28.1}\nenvironments:\n  edge:\n    components:\n      istio: 1.27.4\n      kubernetes: $0\n';
  expect(labels(ask(body)).slice(0, 3)).toEqual(['1.33.5', '1.33.0', '1.33']);
});

test('a withdrawn version says so', () => {
  const { list } = ask('components:\n  postgresql: $0\n');
  expect(list.items.map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
    '18.10: supported until 2031-11-01',
    '18.1: supported until 2031-11-01',
    '18.0: supported until 2031-11-01',
    '18: any 18, supported until 2031-11-01',
    '17.6: supported until 2030-11-01',
    '17: any 17, supported until 2030-11-01',
    '17.5: withdrawn by upstream',
  ]);
});

test('names: retired ones last and marked, those already there left out', () => {
  const answer = ask('components:\n  cilium: 1.19.0\n  $0\n');
  expect(labels(answer)).toEqual(['istio', 'kubernetes', 'postgresql', 'weave-net']);
  expect(answer.list.isIncomplete).toBe(false);
  expect(answer.list.items.find(({ label }) => label === 'weave-net')).toEqual({
    label: 'weave-net',
    kind: CompletionItemKind.Module,
    labelDetails: { description: 'networking, retired' },
    detail: 'Weave Net · networking · retired',
    tags: [CompletionItemTag.Deprecated],
    filterText: 'weave-net',
    sortText: '1weave-net',
    textEdit: { range: { start: { line: 2, character: 2 }, end: { line: 2, character: 2 } }, newText: 'weave-net: ' },
    data: { kind: 'component', uri: 'file:///work/platform.stack.yaml', component: 'weave-net' },
  });
});

test('an alias that is being typed finds its component, and the client asks again while it is typed', () => {
  const filters = (marked: string) => {
    const { list } = ask(marked);
    return [list.isIncomplete, list.items.find(({ label }) => label === 'kubernetes')?.filterText];
  };
  expect(filters('components:\n  k$0\n')).toEqual([true, 'kubernetes']);
  expect(filters('components:\n  k8$0\n')).toEqual([true, 'k8s']);
  expect(filters('components:\n  kubern$0\n')).toEqual([false, 'kubernetes']);
});

test('a client that understands nothing more', () => {
  const items = (marked: string) => ask(marked, NOTHING).list.items;
  expect(items('components:\n  kubernetes: $0\n  istio: 1.27.4\n').find(({ label }) => label === '1.34.2')).toEqual({
    label: '1.34.2',
    kind: CompletionItemKind.Value,
    detail: 'unsupported with Istio 1.27.4; supported until 2027-10-20',
    filterText: '1.34.2',
    sortText: '0006',
    textEdit: { range: { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } }, newText: '1.34.2' },
    data: expect.anything(),
  });
  // It might add indentation of its own to a second line, so none is written.
  expect(taken(ask('$0', NOTHING), 'components')).toBe('components:');
  expect(items('policy: {$0}').map(({ documentation }) => documentation)).toEqual(
    Array(3).fill({ kind: 'plaintext', value: expect.any(String) }),
  );
});

test('a client that knows only the older mark of deprecation gets it', () => {
  const traits = { ...NOTHING, completion: { ...NOTHING.completion, deprecated: true } };
  const { list } = ask('components:\n  $0\n', traits);
  expect(list.items.filter(({ deprecated }) => deprecated).map(({ label }) => label)).toEqual(['weave-net']);
});

test('keys: required ones first, with what the schema says of them', () => {
  const answer = ask('metadata: {name: x}\n$0\n');
  expect(labels(answer).slice(0, 3)).toEqual(['apiVersion', 'kind', 'extends']);
  expect(answer.list.items.find(({ label }) => label === 'components')?.insertTextMode).toBe(1);
  const { documentation } = answer.list.items.find(({ label }) => label === 'policy') ?? {};
  expect(documentation).toEqual({ kind: 'markdown', value: '**Policy**\n\nWhat this stack asks of its pins.' });
});

test.each([
  ['free text', 'metadata:\n  name: $0\n'],
  ['the version of a component that no catalog holds', 'components:\n  mine: $0\n'],
  ['a comment', 'components:\n  kubernetes: 1.34.2 # $0\n'],
  ['the name of an environment', 'environments:\n  $0\n'],
  ['free values', 'components:\n  kubernetes:\n    values:\n      $0\n'],
])('nothing is offered for %s', (_, marked) => {
  expect(ask(marked).list).toEqual({ isIncomplete: false, items: [] });
});

/** The documentation that a client gets for an item. */
function documented(marked: string, label: string, traits: ClientTraits = ALL): string {
  const { text, list } = ask(marked, traits);
  const item = list.items.find((one) => one.label === label);
  if (item === undefined) throw new Error(`"${label}" is not offered.`);
  const { documentation } = resolveCompletion(open(text), item, traits.completion);
  return typeof documentation === 'object' ? documentation.value : String(documentation);
}

test('the documentation of a version that breaks another pin says why, and who says so', () => {
  expect(documented('components:\n  kubernetes: $0\n  istio: 1.27.4\n  mine: 1.0.0\n', '1.34.2')).toBe(
    [
      '**Kubernetes 1.34.2** · release line 1.34, released 2026-08-20',
      'Supported until 2027-10-20 ([kubernetes.example](<https://kubernetes.example/releases>)).',
      'Against the other pins:',
      '- **Istio 1.27.4**: unsupported. Istio 1.27.4 supports Kubernetes 1.30 to 1.33, not 1.34.2. ([istio.example](<https://istio.example/1.27>), read 2026-11-01)',
      'Nothing is known about: mine 1.0.0.',
    ].join('\n\n'),
  );
});

test('the documentation of a version that fits says what it was checked against', () => {
  expect(documented('components:\n  kubernetes: 1.34$0\n  istio: 1.28.1\n', '1.34.2', NOTHING)).toBe(
    [
      'Kubernetes 1.34.2 · release line 1.34, released 2026-08-20',
      'Supported until 2027-10-20 (https://kubernetes.example/releases).',
      'Against the other pins:',
      '- Istio 1.28.1: fits. Istio 1.28.1 supports Kubernetes 1.33 to 1.34. (https://istio.example/1.28, read 2026-11-01)',
    ].join('\n\n'),
  );
});

test('the documentation of a line and of a name', () => {
  expect(documented('components:\n  kubernetes: $0\n', '1.33').split('\n\n')).toEqual([
    '**Kubernetes 1.33** · release line 1.33, released 2026-04-20',
    'Stands for 2 versions, 1.33.0 to 1.33.5. What follows is about 1.33.5.',
    'Supported until 2027-06-20 ([kubernetes.example](<https://kubernetes.example/releases>)).',
  ]);
  expect(documented('components:\n  $0\n', 'cilium').split('\n\n')).toEqual([
    '**Cilium** · networking · active',
    'Networking by programs in the kernel.',
    'Latest versions:',
    '- `1.19.0`',
  ]);
});

test('an item whose data is not ours stays as it is', () => {
  const checked = open(HEAD);
  for (const data of [
    undefined,
    null,
    'x',
    { kind: 'version', uri: 'x', component: 'kubernetes' },
    { kind: 'component', uri: 'x', component: 'gone' },
  ]) {
    const item = { label: 'x', data };
    expect(resolveCompletion(checked, item, ALL.completion)).toBe(item);
  }
});

test('a cancelled question stops at once', () => {
  const { text, position } = cursorIn('components:\n  kubernetes: $0\n');
  let asked = 0;
  const list = complete(open(text), position, ALL.completion, () => {
    asked += 1;
    return asked > 1;
  });
  expect([list.items, asked]).toEqual([[], 2]);
});
