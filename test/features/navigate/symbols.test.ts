/** Document symbols and workspace symbols. */
import { expect, test } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { catalogSymbols } from '../../../server/src/features/navigate/catalogSymbols.ts';
import { manifestSymbols } from '../../../server/src/features/navigate/documentSymbols.ts';
import { toDocumentSymbols, toSymbolInformation } from '../../../server/src/features/navigate/outlineNodes.ts';
import { MOST_SYMBOLS, workspaceSymbols } from '../../../server/src/features/navigate/workspaceSymbols.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { readStacks } from '../../../server/src/manifest/read.ts';
import { openFiles, shown, sliced } from './open.ts';

const KINDS = [
  '',
  'file',
  'module',
  'namespace',
  'package',
  'class',
  'method',
  'property',
  'field',
  'constructor',
  'enum',
];
const KIND_NAMES: { readonly [kind: number]: string } = { 11: 'interface', 14: 'constant', 16: 'number', 18: 'array' };

function kindName(kind: number): string {
  return KIND_NAMES[kind] ?? KINDS[kind] ?? String(kind);
}

/** An outline as lines: kind, name, detail, and in brackets what is selected. */
function outline(text: string, symbols: readonly DocumentSymbol[], depth = 0): string {
  return symbols
    .map(({ kind, name, detail, selectionRange, children = [] }) => {
      const more = detail === undefined ? '' : ` = ${detail}`;
      const line = `${'  '.repeat(depth)}${kindName(kind)} ${name}${more} [${sliced(text, selectionRange)}]\n`;
      return line + outline(text, children, depth + 1);
    })
    .join('');
}

function ofManifest(text: string): string {
  const file = parseYaml(text);
  return outline(text, toDocumentSymbols(manifestSymbols(readStacks(file)), file.source));
}

function ofCatalog(text: string): string {
  const file = parseYaml(text);
  return outline(text, toDocumentSymbols(file.documents.flatMap(catalogSymbols), file.source));
}

const TEXT = `apiVersion: stackpin/v1
kind: Stack
metadata: {name: "platform"}
extends:
  - ./base.stack.yaml
catalogs: [./acme.catalog.yaml]
x-common: &common {cilium: 1.19.0}
components:
  <<: *common
  kubernetes: 1.34.2
  "db":
    component: postgresql
    version: "17.6"
  gateway:
environments:
  edge:
    components: {kubernetes: 1.33.5, db: null}
  empty: {}
policy: {prereleases: deny}
acknowledge:
  - code: incompatible
    between: [istio, kubernetes]
    until: 2027-01-31
  - {reason: half written}
`;

test('a manifest: what it extends, pins with their versions, environments, what is accepted', () => {
  expect(ofManifest(TEXT)).toBe(`module platform ["platform"]
  array extends [extends]
    file ./base.stack.yaml [./base.stack.yaml]
  array catalogs [catalogs]
    file ./acme.catalog.yaml [./acme.catalog.yaml]
  namespace components [components]
    package kubernetes = 1.34.2 [kubernetes]
    package db = postgresql 17.6 ["db"]
    package gateway [gateway]
  namespace environments [environments]
    namespace edge [edge]
      package kubernetes = 1.33.5 [kubernetes]
      package db = null [db]
    namespace empty [empty]
  array acknowledge [acknowledge]
    constant incompatible = istio, kubernetes · 2027-01-31 [incompatible]
    constant acknowledge []
`);
});

test('each document of a file is a stack; what is none, and what is empty, is left out', () => {
  const text =
    '{components: {a: "1"}}\r\n---\r\n# nothing\r\n---\r\nkind: Catalog\r\n---\r\n"🚀": x\r\ncomponents: {"🚀": 2, "  ": 3}\r\n';
  expect(ofManifest(text)).toBe(`module Stack 1 []
  namespace components [components]
    package a = 1 [a]
module Stack 4 []
  namespace components [components]
    package 🚀 = 2 ["🚀"]
    package "" = 3 ["  "]
`);
  expect(ofManifest('')).toBe('');
  expect(ofManifest('- just\n- a list\n')).toBe('module Stack 1 []\n');
});

test('broken text has the symbols of what can be read', () => {
  expect(
    ofManifest('components:\n  a: "1\n  b: {version: 2\n  c\nenvironments:\n\te: {components: [\n'),
  ).toBe(`module Stack 1 []
  namespace components [components]
    package a = 1 [a]
    package b = 2 [b]
    package c [c]
  namespace environments [environments]
    namespace e [e]
`);
});

test('clients that show no tree get a list', async () => {
  const text = 'metadata: {name: p}\ncomponents: {a: 1}\n';
  const file = parseYaml(text);
  expect(toSymbolInformation(manifestSymbols(readStacks(file)), file.source, 'file:///w/a')).toEqual([
    {
      name: 'p',
      kind: 2,
      location: { uri: 'file:///w/a', range: { start: { line: 0, character: 0 }, end: { line: 1, character: 18 } } },
    },
    {
      name: 'components',
      kind: 3,
      containerName: 'p',
      location: { uri: 'file:///w/a', range: { start: { line: 1, character: 0 }, end: { line: 1, character: 18 } } },
    },
    {
      name: 'a',
      kind: 4,
      containerName: 'components',
      location: { uri: 'file:///w/a', range: { start: { line: 1, character: 13 }, end: { line: 1, character: 17 } } },
    },
  ]);
});

test('a catalog: components with their release lines and with what is said of others', () => {
  const text = `kind: Catalog
metadata: {name: acme}
components:
  gateway:
    name: Gateway
    versions:
      lines:
        - {line: "2", supportEnds: 2027-01-31, versions: ["2.0"]}
        - {versions: ["1.0"]}
    compatibility:
      - {when: ">=2", with: kubernetes, level: supported, supported: ">=1.33"}
    requires:
      - when: "*"
        anyOf: [container-runtime, containerd]
    conflicts: [{}]
  empty:
`;
  expect(ofCatalog(text)).toBe(`module acme []
  namespace components [components]
    package gateway = Gateway [gateway]
      number 2 = 2027-01-31 ["2"]
      interface compatibility: kubernetes = >=2 [kubernetes]
      interface requires: container-runtime, containerd = * [[container-runtime, containerd]]
      interface conflicts []
    package empty [empty]
`);
  expect(ofCatalog('components: {a: {name: "A"')).toBe(`module Catalog []
  namespace components [components]
    package a = A [a]
`);
  expect(ofCatalog('kind: Stack\ncomponents: {a: 1}\n')).toBe('');
});

const WORKSPACE = `=== base.stack.yaml
kind: Stack
metadata: {name: payments}
components: {kubernetes: 1.34.2, reporting-db: {component: postgresql}}
=== edge.stack.yaml
kind: Stack
components: {k3s: 1.33.5}
environments: {prod: {components: {kubernetes: 1.33.0}}}
---
kind: Stack
metadata: {name: second}
`;

async function matching(query: string): Promise<string[]> {
  const opened = await openFiles(WORKSPACE);
  return workspaceSymbols(opened.files.files, query).map(
    ({ name, kind, containerName, location }) =>
      `${kindName(kind)} ${name} in ${containerName}: ${shown(opened, [location]).join()}`,
  );
}

test('of a workspace: stacks and pins whose names hold what is typed, the nearest first', async () => {
  expect(await matching('kube')).toEqual([
    'package kubernetes in payments: base.stack.yaml 2:13 kubernetes',
    'package kubernetes in edge.stack.yaml · prod: edge.stack.yaml 2:35 kubernetes',
  ]);
  expect(await matching('K8S')).toEqual([]);
  expect(await matching('k s')).toEqual([
    'package k3s in edge.stack.yaml: edge.stack.yaml 1:13 k3s',
    'package kubernetes in payments: base.stack.yaml 2:13 kubernetes',
    'package kubernetes in edge.stack.yaml · prod: edge.stack.yaml 2:35 kubernetes',
  ]);
  expect(await matching('Postgres')).toEqual([
    'package reporting-db (postgresql) in payments: base.stack.yaml 2:33 reporting-db',
  ]);
  expect(await matching('second')).toEqual(['module second in edge.stack.yaml: edge.stack.yaml 5:17 second']);
});

test('nothing typed gives all, in their order', async () => {
  expect(await matching('')).toEqual([
    'module payments in base.stack.yaml: base.stack.yaml 1:17 payments',
    'package kubernetes in payments: base.stack.yaml 2:13 kubernetes',
    'package reporting-db (postgresql) in payments: base.stack.yaml 2:33 reporting-db',
    'module edge.stack.yaml in edge.stack.yaml: edge.stack.yaml 0:0 kind: Stack',
    'package k3s in edge.stack.yaml: edge.stack.yaml 1:13 k3s',
    'package kubernetes in edge.stack.yaml · prod: edge.stack.yaml 2:35 kubernetes',
    'module second in edge.stack.yaml: edge.stack.yaml 5:17 second',
  ]);
});

test('an answer has a bound', async () => {
  const pins = Array.from({ length: MOST_SYMBOLS + 10 }, (_, index) => `  pin${index}: "1"\n`).join('');
  const opened = await openFiles(`=== many.stack.yaml\nkind: Stack\ncomponents:\n${pins}`);
  expect(workspaceSymbols(opened.files.files, 'pin')).toHaveLength(MOST_SYMBOLS);
});
