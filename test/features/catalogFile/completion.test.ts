import { expect, test } from 'vitest';
import type { CompletionList, TextEdit } from 'vscode-languageserver-types';
import { LAYERS } from '../../../server/src/catalog/model.ts';
import { completeCatalog } from '../../../server/src/features/catalogFile/completion.ts';
import type { ClientTraits } from '../../../server/src/features/document.ts';
import { ALL, applied, cursorIn, NOTHING } from '../open.ts';
import { HEAD, openCatalog } from './openCatalog.ts';

interface Answer {
  readonly text: string;
  readonly list: CompletionList;
}

function ask(marked: string, traits: ClientTraits = ALL): Answer {
  const { text, position } = cursorIn(marked);
  return { text, list: completeCatalog(openCatalog(text), position, traits.completion, () => false) };
}

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
  ['the id of a component', '  kube$0\n', 'kubernetes', '  kubernetes:\n'],
  ['the id of a component that has a colon', '  kube$0: {}\n', 'kubernetes', '  kubernetes: {}\n'],
  ['a key of a component', '  gateway:\n    comp$0\n', 'compatibility', '  gateway:\n    compatibility:\n      - \n'],
  ['a key with a text', '  gateway:\n    $0\n', 'description', '  gateway:\n    description: \n'],
  ['a key in braces', '  gateway: {la$0}\n', 'layer', '  gateway: {layer: }\n'],
  [
    'a key of a list item, behind its dash',
    '  gateway:\n    compatibility:\n      - $0\n',
    'when',
    '  gateway:\n    compatibility:\n      - when: \n',
  ],
  [
    'another key of a list item',
    '  gateway:\n    compatibility:\n      - when: "*"\n        $0\n',
    'level',
    '  gateway:\n    compatibility:\n      - when: "*"\n        level: \n',
  ],
  ['a layer', '  gateway:\n    layer: in$0\n', 'ingress', '  gateway:\n    layer: ingress\n'],
  [
    'a scheme, where the space is missing',
    '  gateway:\n    versions:\n      scheme:$0\n',
    'calendar',
    '  gateway:\n    versions:\n      scheme: calendar\n',
  ],
  [
    'the other component of a rule',
    '  gateway:\n    compatibility:\n      - {when: "*", with: $0}\n',
    'istio',
    '  gateway:\n    compatibility:\n      - {when: "*", with: istio}\n',
  ],
  [
    'a component in a list',
    '  gateway:\n    successors:\n      - is$0\n',
    'istio',
    '  gateway:\n    successors:\n      - istio\n',
  ],
  [
    'a capability in a requirement',
    '  gateway:\n    requires:\n      - {when: "*", anyOf: [istio, $0]}\n',
    'service-mesh',
    '  gateway:\n    requires:\n      - {when: "*", anyOf: [istio, service-mesh]}\n',
  ],
  [
    'a limit of a range of the other component',
    '  gateway:\n    compatibility:\n      - {with: kubernetes, supported: ">=$0 <1.35"}\n',
    '1.33',
    '  gateway:\n    compatibility:\n      - {with: kubernetes, supported: ">=1.33 <1.35"}\n',
  ],
  [
    'an own version',
    '  gateway:\n    versions: {lines: [{line: "3.2", versions: [3.2.0]}]}\n    requires:\n      - when: ">=$0"\n',
    '3.2.0',
    '  gateway:\n    versions: {lines: [{line: "3.2", versions: [3.2.0]}]}\n    requires:\n      - when: ">=3.2.0"\n',
  ],
  [
    'today',
    '  gateway:\n    versions:\n      checked: $0\n',
    '2026-11-24',
    '  gateway:\n    versions:\n      checked: 2026-11-24\n',
  ],
  ['a truth value', '  gateway: {replace: $0}\n', 'true', '  gateway: {replace: true}\n'],
];

test.each(TAKEN)('%s', (_, before, label, after) => {
  expect(taken(ask(HEAD + before), label)).toBe(HEAD + after);
});

test('the keys of the file', () => {
  expect(labels(ask('apiVersion: stackpin/v1\n$0\n'))).toEqual(['kind', 'components', 'metadata']);
  expect(taken(ask('$0'), 'kind')).toBe('kind: Catalog');
});

test('a client that cannot keep white space gets no line breaks', () => {
  expect(taken(ask(`${HEAD}  gateway:\n    comp$0\n`, NOTHING), 'compatibility')).toBe(
    `${HEAD}  gateway:\n    compatibility:\n`,
  );
});

test('what is there already is not offered again', () => {
  const keys = labels(ask(`${HEAD}  gateway:\n    name: Gateway\n    $0\n`));
  expect(keys).not.toContain('name');
  expect(keys).toContain('layer');
  expect(labels(ask(`${HEAD}  istio: {}\n  $0\n`))).not.toContain('istio');
});

test('values that are one of some come in the order of the schema', () => {
  expect(labels(ask(`${HEAD}  gateway:\n    layer: $0\n`))).toEqual(LAYERS);
  expect(labels(ask(`${HEAD}  gateway:\n    status: $0\n`))).toEqual(['active', 'maintenance', 'retired', 'archived']);
  expect(labels(ask(`${HEAD}  gateway:\n    compatibility: [{level: $0}]\n`))).toEqual([
    'required',
    'supported',
    'recommended',
    'tested',
    'broken',
  ]);
  expect(labels(ask(`${HEAD}  gateway:\n    supportPolicy:\n      kind: $0\n`))).toContain('until-next-plus-months');
});

test('keys say what they mean, and which are required', () => {
  const { list } = ask(`${HEAD}  gateway:\n    carries:\n      - $0\n`);
  const when = list.items.find(({ label }) => label === 'when');
  expect(when?.detail).toBe('Own versions (required)');
  expect(when?.documentation).toEqual({
    kind: 'markdown',
    value:
      '**Own versions**\n\nThe versions of this component that the statement holds for, as a range. `*` means all.\n\nTakes text.\n\nFor example:\n\n- `">=1.30 <1.35"`',
  });
});

test('own components and those of other files are offered too; an alias finds its component', () => {
  const rule = '    successors: [$0]\n';
  expect(labels(ask(`${HEAD}  edge: {}\n  gateway:\n${rule}`))).toEqual([
    'cilium',
    'edge',
    'gateway',
    'istio',
    'kubernetes',
    'postgresql',
    'weave-net',
  ]);
  const { list } = ask(`${HEAD}  gateway:\n    successors: [k8$0]\n`);
  expect(list.isIncomplete).toBe(true);
  expect(list.items.find(({ label }) => label === 'kubernetes')?.filterText).toBe('k8s');
});

test('nothing in comments, in texts and where anything goes', () => {
  for (const text of ['  gateway: # $0\n', '  gateway:\n    description: $0\n', '  gateway:\n    aliases: [$0]\n'])
    expect(labels(ask(HEAD + text))).toEqual([]);
});
