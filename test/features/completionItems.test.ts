/** What is offered, in which order, and what is said of it. */

import { expect, test } from 'vitest';
import { CompletionItemKind, CompletionItemTag } from 'vscode-languageserver-types';
import { complete } from '../../server/src/features/completion.ts';
import { resolveCompletion } from '../../server/src/features/completionDocs.ts';
import type { ClientTraits } from '../../server/src/features/document.ts';
import { ask, labels, taken } from './ask.ts';
import { ALL, cursorIn, NOTHING, open } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

test('versions: newest first, each line behind its versions, ranges of them, then what nobody should start with', () => {
  const answer = ask('components:\n  kubernetes: $0\n');
  expect(labels(answer)).toEqual([
    '1.34.2',
    '1.34.1',
    '1.34.0',
    '1.34',
    '1.33.5',
    '1.33.0',
    '1.33',
    '~1.34.2',
    '>=1.33 <1.35',
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
    '1.34.2 up to but not including 1.35, now 1.34.2',
    '1.33 to 1.34, now 1.34.2',
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
    '~1.33.5',
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
    sortText: '0007',
    textEdit: { range: { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } }, newText: '1.34.2' },
    data: {
      kind: 'version',
      uri: 'file:///stacks/platform.stack.yaml',
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

test('names: what goes with the layers that are there first, retired ones last and marked, those already there left out', () => {
  const answer = ask('components:\n  cilium: 1.19.0\n  $0\n');
  const names = labels(answer).filter((label) => !label.startsWith('layer:'));
  expect(names).toEqual(['istio', 'kubernetes', 'postgresql', 'weave-net']);
  expect(answer.list.isIncomplete).toBe(false);
  expect(answer.list.items.find(({ label }) => label === 'weave-net')).toEqual({
    label: 'weave-net',
    kind: CompletionItemKind.Module,
    labelDetails: { description: 'networking, retired' },
    detail: 'Weave Net · networking · retired',
    tags: [CompletionItemTag.Deprecated],
    filterText: 'weave-net',
    sortText: '6weave-net',
    textEdit: { range: { start: { line: 2, character: 2 }, end: { line: 2, character: 2 } }, newText: 'weave-net: ' },
    data: { kind: 'component', uri: 'file:///stacks/platform.stack.yaml', component: 'weave-net' },
  });
});

test('an alias that is being typed finds its component, and the client asks again while it is typed', () => {
  const filters = (marked: string) => {
    const { list } = ask(marked);
    return [list.isIncomplete, list.items.find(({ label }) => label === 'kubernetes')?.filterText];
  };
  expect(filters('components:\n  k$0\n')).toEqual([true, 'kubernetes']);
  expect(filters('components:\n  k8$0\n')).toEqual([true, 'k8s']);
  expect(filters('components:\n  kubern$0\n')).toEqual([true, 'kubernetes']);
  // Where no whole layer can go, nothing else was left out.
  expect(filters('components:\n  main:\n    component: k8$0\n')).toEqual([true, 'k8s']);
  expect(filters('components:\n  main:\n    component: kubern$0\n')).toEqual([false, 'kubernetes']);
});

test('a client that understands nothing more', () => {
  const items = (marked: string) => ask(marked, NOTHING).list.items;
  expect(items('components:\n  kubernetes: $0\n  istio: 1.27.4\n').find(({ label }) => label === '1.34.2')).toEqual({
    label: '1.34.2',
    kind: CompletionItemKind.Value,
    detail: 'unsupported with Istio 1.27.4; supported until 2027-10-20',
    filterText: '1.34.2',
    sortText: '0007',
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
    'Newest of each release line:',
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

test('versions of a chart: the one that installs what is pinned first, then the newest', () => {
  const body = (version: string, name: string) =>
    `components:\n  istio:\n    version: ${version}\n    chart: {name: ${name}, version: $0}\n`;
  const items = (text: string) =>
    ask(text).list.items.map(({ label, detail, preselect }) => [label, detail, preselect]);
  expect(items(body('1.28.0', 'istiod'))).toEqual([
    ['2.8.0', 'installs Istio 1.28.0', true],
    ['2.8.1', 'installs Istio 1.28.1', undefined],
    ['2.7.9', 'installs Istio 1.27.4', undefined],
  ]);
  expect(items(body('">=1.27"', 'istiod'))[0]).toEqual(['2.8.1', 'installs Istio 1.28.1', undefined]);
  expect(items(body('1.28.0', 'other'))).toEqual([]);
  expect(items('components:\n  kubernetes: {version: 1.34.2, chart: {version: $0}}\n')).toEqual([]);
});
