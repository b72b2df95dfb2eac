/** Names in the order of what the stack goes on with, the keys of what lies below, and whole layers. */
import { expect, test } from 'vitest';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { analysisMemory } from '../../server/src/analysis/memory.ts';
import type { Catalog } from '../../server/src/catalog/model.ts';
import { complete } from '../../server/src/features/completion.ts';
import { resolveCompletion } from '../../server/src/features/completionDocs.ts';
import { LAYER_REFERENCES } from '../../server/src/features/layerReferences.ts';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { parseYaml, reparse } from '../../server/src/manifest/parse.ts';
import { textOf } from '../../server/src/manifest/pieces.ts';
import { sample } from '../catalog/sample.ts';
import { TODAY, testCatalog } from '../support/catalog.ts';
import { bundledCatalog, catalogOf } from '../support/compiled.ts';
import { ask, labels, taken } from './ask.ts';

import { ALL, cursorIn, NOTHING, open, URI } from './open.ts';
import { openIn } from './openIn.ts';

const SOURCE = { source: 'https://mesh.example', checked: '2026-11-01' };
const LINES = [{ line: '1.0', versions: ['1.0.0'] }];

/** A mesh that needs a certificate authority, says something of clusters, and is not run together with another mesh. */
const CATALOG = catalogOf({ name: 'made-up', version: '1', updated: '2026-11-01' }, [
  sample({
    id: 'mesh',
    layer: 'service-mesh',
    lines: LINES,
    requires: [{ when: '*', anyOf: ['certificates'], ...SOURCE }],
    conflicts: [{ when: '*', with: 'other-mesh', range: '*', ...SOURCE }],
    compatibility: [{ when: '*', with: 'cluster', level: 'supported', supported: '*', ...SOURCE }],
  }),
  sample({ id: 'other-mesh', layer: 'service-mesh', lines: LINES }),
  sample({ id: 'authority', layer: 'security', provides: ['certificates'], lines: LINES }),
  sample({ id: 'cluster', layer: 'orchestrator', lines: LINES }),
  sample({ id: 'gateway', layer: 'service-mesh', lines: LINES }),
  sample({ id: 'network', layer: 'networking', lines: LINES }),
  sample({ id: 'blog', layer: 'application', lines: LINES }),
  sample({ id: 'a-database', layer: 'database', lines: LINES }),
]);

function offered(marked: string) {
  const { text, position } = cursorIn(marked);
  const list = complete(open(text, {}, CATALOG), position, ALL.completion, () => false);
  return { text, list };
}

test('what a pin needs comes first, then what it speaks of, then what goes with its layer; what it is not run with is last', () => {
  const answer = offered('components:\n  mesh: 1.0.0\n  $0\n');
  expect(labels(answer)).toEqual(['authority', 'cluster', 'network', 'gateway', 'a-database', 'blog', 'other-mesh']);
  expect(answer.list.items.find(({ label }) => label === 'authority')?.detail).toBe(
    'authority · security · needed by mesh 1.0.0',
  );
});

test('what is there is needed no more, and in an empty stack the names are in their order', () => {
  const some = labels(offered('components:\n  mesh: 1.0.0\n  authority: 1.0.0\n  $0\n'));
  expect(some.slice(0, 3)).toEqual(['cluster', 'network', 'gateway']);
  expect(labels(offered('components:\n  $0\n'))).toEqual([
    'a-database',
    'authority',
    'blog',
    'cluster',
    'gateway',
    'mesh',
    'network',
    'other-mesh',
  ]);
});

test('what an instance is, is ranked by the other pins', () => {
  expect(labels(offered('components:\n  mesh: 1.0.0\n  mine:\n    component: $0\n')).slice(0, 2)).toEqual([
    'authority',
    'cluster',
  ]);
});

test('an environment: the keys that it can lay its own pins over come first', () => {
  const before =
    'components:\n  reporting-db: {component: postgresql, version: "17"}\n  kubernetes: 1.34.2\n  cilium: 1.19.0\nenvironments:\n  edge:\n    components:\n      cilium: 1.19.0\n      $0\n';
  const answer = ask(before);
  expect(labels(answer).slice(0, 2)).toEqual(['reporting-db', 'kubernetes']);
  expect(answer.list.items[0]).toEqual({
    label: 'reporting-db',
    kind: CompletionItemKind.Reference,
    detail: 'replaces PostgreSQL 17',
    filterText: 'reporting-db',
    sortText: '/0000',
    textEdit: {
      range: { start: { line: 8, character: 6 }, end: { line: 8, character: 6 } },
      newText: 'reporting-db: ',
    },
    data: { kind: 'component', uri: URI, component: 'reporting-db' },
  });
  expect(taken(answer, 'reporting-db')).toBe(before.replace('$0', 'reporting-db: '));
  // The card is that of what it is.
  const [item] = answer.list.items;
  if (item === undefined) throw new Error('Nothing is offered.');
  const { documentation } = resolveCompletion(open(answer.text), item, ALL.completion);
  expect(documentation).toMatchObject({ value: expect.stringContaining('**PostgreSQL** · database') });
});

test('a leaf: the keys of its bases, and their environments', () => {
  const files = {
    'platform.stack.yaml': 'extends: [./base.stack.yaml]\ncomponents:\n  cilium: 1.19.0\n  $0\n',
    'base.stack.yaml':
      'components:\n  kubernetes: 1.34.2\n  cilium: 1.19.0\nenvironments: {edge: {components: {}}, lab: {components: {}}}\n',
  };
  const { checked, position } = openIn(files);
  const { items } = complete(checked, position, ALL.completion, () => false);
  expect(items.filter(({ sortText }) => sortText?.startsWith('/')).map(({ label, detail }) => [label, detail])).toEqual(
    [['kubernetes', 'replaces Kubernetes 1.34.2 of ./base.stack.yaml']],
  );
  const other = openIn({
    ...files,
    'platform.stack.yaml': 'extends: [./base.stack.yaml]\nenvironments:\n  lab: {components: {}}\n  $0\n',
  });
  const names = complete(other.checked, other.position, ALL.completion, () => false);
  expect(names.items.map(({ label }) => label)).toEqual(['edge']);
});

const LAYERED = 'components:\n  kubernetes: 1.34.2\n  $0\n';

test('a whole layer: its components at the newest versions that fit, as places to fill in', () => {
  const answer = ask(LAYERED);
  expect(answer.list.items.filter(({ kind }) => kind === CompletionItemKind.Snippet)).toEqual([
    {
      label: 'layer: networking',
      kind: CompletionItemKind.Snippet,
      detail: 'Cilium 1.19.0',
      documentation: { kind: 'markdown', value: '- `cilium: 1.19.0`' },
      filterText: 'networking cilium',
      sortText: '2/05',
      textEdit: {
        range: { start: { line: 2, character: 2 }, end: { line: 2, character: 2 } },
        newText: `cilium: \${1:1.19.0}`,
      },
      data: { kind: 'component', uri: URI, component: 'layer: networking' },
      insertTextFormat: InsertTextFormat.Snippet,
    },
    expect.objectContaining({ label: 'layer: service mesh', detail: 'Istio 1.28.1' }),
    expect.objectContaining({ label: 'layer: database', detail: 'PostgreSQL 18.10' }),
  ]);
});

test('a layer begins with what fits the pins that are there', () => {
  const versions = (kubernetes: string) =>
    ask(LAYERED.replace('1.34.2', kubernetes)).list.items.find(({ label }) => label === 'layer: service mesh')?.detail;
  expect([versions('1.34.2'), versions('1.33.5'), versions('1.30.0')]).toEqual([
    'Istio 1.28.1',
    'Istio 1.28.1',
    undefined,
  ]);
});

test('for clients without snippets a layer is plain text', () => {
  const answer = ask(LAYERED, NOTHING);
  expect(taken(answer, 'layer: database')).toBe('components:\n  kubernetes: 1.34.2\n  postgresql: "18.10"\n');
  expect(answer.list.items.find(({ label }) => label === 'layer: database')?.insertTextFormat).toBeUndefined();
});

test('layers of several components keep their lines in line; a client that would indent them again gets none', () => {
  const marked = 'components:\n  kubernetes: "1.36"\n  $0\n';
  const { text, position } = cursorIn(marked);
  const checked = open(text, {}, bundledCatalog());
  const layers = (traits: typeof ALL) =>
    complete(checked, position, traits.completion, () => false).items.find(
      ({ label }) => label === 'layer: observability',
    );
  const item = layers({ ...ALL, completion: { ...ALL.completion, snippets: false } });
  expect(item?.insertTextMode).toBe(InsertTextMode.asIs);
  expect(item?.textEdit?.newText).toMatch(/^prometheus: \S+\n {2}alertmanager: \S+\n {2}grafana: \S+$/);
  expect(layers(NOTHING)).toBeUndefined();
});

test('no whole layers in braces, nor where a key has its colon', () => {
  for (const marked of [
    'components: {kubernetes: 1.34.2, $0}\n',
    'components:\n  kubernetes: 1.34.2\n  ci$0: 1.19.0\n',
  ])
    expect(ask(marked).list.items.filter(({ kind }) => kind === CompletionItemKind.Snippet)).toEqual([]);
});

test('layers are begun with active components of the bundled catalog', () => {
  const catalog = bundledCatalog();
  const ids = Object.values(LAYER_REFERENCES).flat(2);
  expect(ids.filter((id) => catalog.summary(id)?.status !== 'active')).toEqual([]);
});

test('the layers that what is typed can mean are worked out once: typing a name changes nothing of them', () => {
  const asked: string[] = [];
  const counting = Object.create(testCatalog(), {
    component: {
      value: (id: string) => {
        asked.push(id);
        return testCatalog().component(id);
      },
    },
  }) as Catalog;
  const context = { catalog: counting, date: TODAY, severities: {} };
  const memory = analysisMemory();
  const texts = ['c', 'ca', 'cal'].map((typed) => LAYERED.replace('$0', typed));
  let file = parseYaml(texts[0] ?? '');
  const labelsOf = texts.map((text, index) => {
    if (index > 0) file = reparse(file, textOf(text)).file;
    const analysis = analyze(file, context, undefined, memory);
    asked.length = 0;
    const checked = { uri: URI, version: index, lines: lineIndex(text), analysis };
    const position = lineIndex(text).positionAt(LAYERED.indexOf('$0') + index + 1);
    const { items } = complete(checked, position, ALL.completion, () => false);
    const layers = items.flatMap(({ label, detail }) => (label.startsWith('layer: ') ? [`${label}, ${detail}`] : []));
    return [asked.length > 0, layers];
  });
  expect(labelsOf).toEqual([
    [true, ['layer: networking, Cilium 1.19.0', 'layer: service mesh, Istio 1.28.1']],
    [false, ['layer: networking, Cilium 1.19.0']],
    [false, ['layer: networking, Cilium 1.19.0']],
  ]);
});

test('one letter in an empty stack: every component of the catalog that begins with it is among the names', () => {
  const catalog = bundledCatalog();
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    const { text, position } = cursorIn(`components:\n  ${letter}$0\n`);
    const { items } = complete(open(text, {}, catalog), position, ALL.completion, () => false);
    const names = new Set(items.map(({ label }) => label));
    expect(catalog.ids().filter((id) => id.startsWith(letter) && !names.has(id))).toEqual([]);
  }
});
