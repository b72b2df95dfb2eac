/** Definition and type definition of everything but anchors. */
import { expect, test } from 'vitest';
import { definition } from '../../../server/src/features/navigate/definition.ts';
import { definitionOf } from '../../../server/src/features/navigate/targets.ts';
import { typeDefinition } from '../../../server/src/features/navigate/typeDefinition.ts';
import { pageText } from '../../../server/src/features/virtualDocument.ts';
import { readPageAddress } from '../../../server/src/features/virtualPage.ts';
import { openFiles, shown } from './open.ts';

async function leadsTo(fixture: string): Promise<string[]> {
  const opened = await openFiles(fixture);
  return shown(opened, definition(opened.checked, opened.position)?.targets ?? []);
}

async function typeLeadsTo(fixture: string, pages = true): Promise<string[]> {
  const opened = await openFiles(fixture);
  return shown(opened, typeDefinition(opened.checked, opened.position, opened.catalogs, pages)?.targets ?? []);
}

const WORKSPACE = `=== base.stack.yaml
kind: Stack
components:
  kubernetes: 1.34.2
  istio: 1.28.1
environments:
  edge:
    components: {kubernetes: 1.33.5}
=== leaf.stack.yaml
kind: Stack
extends: [./base.stack.yaml, "./missing.stack.yaml", ../outside.stack.yaml]
catalogs:
  - ./acme.catalog.yaml
  - ./none.catalog.yaml
components:
  kubernetes: 1.34.1
  db: {component: postgresql, version: "17.6"}
  gateway: 1.0.0
  istio: null
environments:
  edge:
    components:
      kubernetes: 1.33.0
      istio: 1.27.4
  core: {components: {db: {component: postgresql, version: "18.1"}}}
acknowledge:
  - code: incompatible
    between: [db, istio, postgresql, nothing]
    reason: looked at
=== acme.catalog.yaml
apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-20, source: "https://acme.example"}
components:
  "gateway":
    name: Gateway
    layer: ingress
    description: Lets people in.
`;
/** The workspace with the cursor in a text of the leaf. */
const at = (text: string): string => {
  const [base, leaf = '', ...rest] = WORKSPACE.split(/(?=^=== )/m);
  const marked = leaf.replace(text.replace('$0', ''), text);
  if (marked === leaf) throw new Error(`${text} is not in the leaf.`);
  return [base, marked, ...rest].join('');
};

test('an entry leads to its file', async () => {
  expect(await leadsTo(at('[./ba$0se'))).toEqual(['base.stack.yaml 0:0']);
  expect(await leadsTo(at('- ./acme$0'))).toEqual(['acme.catalog.yaml 0:0']);
});

test('an entry whose file is missing, or outside of the workspace, leads nowhere', async () => {
  expect(await leadsTo(at('"./miss$0ing'))).toEqual([]);
  expect(await leadsTo(at('../out$0side'))).toEqual([]);
  expect(await leadsTo(at('./no$0ne'))).toEqual([]);
});

test('a pin leads to the one that it takes the place of', async () => {
  expect(await leadsTo(at('  kube$0rnetes: 1.34.1'))).toEqual(['base.stack.yaml 2:2 kubernetes']);
  // In an environment, what the base says of the environment lies below.
  expect(await leadsTo(at('kubernetes$0: 1.33.0'))).toEqual(['base.stack.yaml 6:17 kubernetes']);
  expect(await leadsTo(at('{$0db: {component: postgresql, version: "18.1"'))).toEqual(['leaf.stack.yaml 7:2 db']);
  // What removes a pin leads to it, and what adds it again to the one that was removed.
  expect(await leadsTo(at('  is$0tio: null'))).toEqual(['base.stack.yaml 3:2 istio']);
  expect(await leadsTo(at('is$0tio: 1.27.4'))).toEqual(['base.stack.yaml 3:2 istio']);
});

test('a pin that takes the place of none, and a name of the stack, lead to themselves', async () => {
  expect(await leadsTo(at('  d$0b: {component: postgresql, version: "17.6"'))).toEqual(['leaf.stack.yaml 7:2 db']);
  expect(await leadsTo('metadata: {name: "plat$0form"}\ncomponents: {}\n')).toEqual(['stackpin.yaml 0:18 platform']);
});

test('a name under between leads to the pins that it means', async () => {
  expect(await leadsTo(at('[d$0b, istio'))).toEqual(['leaf.stack.yaml 7:2 db']);
  expect(await leadsTo(at('is$0tio, postgresql'))).toEqual(['base.stack.yaml 3:2 istio']);
  expect(await leadsTo(at('post$0gresql, nothing'))).toEqual(['leaf.stack.yaml 7:2 db']);
  expect(await leadsTo(at('noth$0ing'))).toEqual([]);
});

test('what is no name leads nowhere', async () => {
  expect(await leadsTo(at('1.34$0.1'))).toEqual([]);
  expect(await leadsTo(at('looked $0at'))).toEqual([]);
  expect(await leadsTo('=== empty.stack.yaml\n$0')).toEqual([]);
});

test('it works in flow style, in broken text and in later documents', async () => {
  expect(await leadsTo('{components: {istio: 1.28.1}, environments: {e: {components: {is$0tio: 1.27.4}}}')).toEqual([
    'stackpin.yaml 0:14 istio',
  ]);
  const broken =
    'components:\n  istio: "1.28.1\n  db: {version\nenvironments:\n  e:\n    components:\n      $0istio:\n';
  expect(await leadsTo(broken)).toEqual(['stackpin.yaml 1:2 istio']);
  const later =
    'components: {istio: 1.28.1}\r\n---\r\n# 🚀\r\ncomponents: {istio: 1.28.0}\r\nenvironments:\r\n  "🚀": {components: {istio$0: 1.27.4}}\r\n';
  expect(await leadsTo(later)).toEqual(['stackpin.yaml 3:13 istio']);
});

test('a component of a catalog of your own leads to its place there', async () => {
  expect(await typeLeadsTo(at('gate$0way: 1.0.0'))).toEqual(['acme.catalog.yaml 4:3 gateway']);
});

test('any other leads to the page about it, where the client opens pages', async () => {
  const [page = ''] = await typeLeadsTo(at('component: post$0gresql, version: "17.6"'));
  const address = readPageAddress(page.replace(/ 0:0$/, ''));
  expect(address).toEqual({
    path: '/component/postgresql.md',
    manifest: 'file:///stacks/leaf.stack.yaml',
    wanted: ['postgresql', 0],
  });
  const byKey = await typeLeadsTo(at('  d$0b: {component: postgresql, version: "17.6"'));
  expect(byKey).toEqual([page]);
  expect(await typeLeadsTo(at('[d$0b, istio'))).toEqual([page]);
  expect(await typeLeadsTo(at('component: post$0gresql, version: "17.6"'), false)).toEqual([]);
  // What no catalog knows, and what is no component.
  expect(await typeLeadsTo(at('noth$0ing'))).toEqual([]);
  expect(await typeLeadsTo(at('1.34$0.1'))).toEqual([]);
});

test('the page says what the catalog says', async () => {
  const { checked } = await openFiles('components:\n  istio: 1.28.1\n');
  const page = (id: unknown, document: unknown): string | undefined =>
    pageText(checked, { path: '/component/any.md', wanted: [id, document] }, () => false);
  expect(page('istio', 0)).toBe(`# Istio

\`istio\` · service mesh · active

Connects and secures workloads.

## Release lines

- **1.28** · \`1.28.1\` · supported until 2027-06-30
- **1.27** · \`1.27.4\` · supported until 2027-01-31
- **1.22** · \`1.22.8\` · support ended 2026-01-31

Read on 2026-11-01: [istio.example](<https://istio.example/releases>).

## What upstream says

- \`>=1.28 <1.29\` · Kubernetes \`>=1.33 <1.35\` · supported · [istio.example](<https://istio.example/1.28>)
- \`>=1.27 <1.28\` · Kubernetes \`>=1.30 <1.34\` · supported · [istio.example](<https://istio.example/1.27>)
- \`<1.23\` · Kubernetes \`>=1.34\` · broken · [istio.example](<https://istio.example/1.22>)

[Homepage](<https://istio.example>)

As of 2026-11-24.
`);
  expect(page('<b>', 'x')).toBe('# No such component\n\nNo catalog of this manifest has "\\<b\\>".\n');
});

test('clients that take no links are given places, and nothing where there is none', async () => {
  const opened = await openFiles('components: {$0a: 1}\n');
  const found = definition(opened.checked, opened.position);
  const range = { start: { line: 0, character: 13 }, end: { line: 0, character: 14 } };
  expect(definitionOf(found, false)).toEqual([{ uri: opened.checked.uri, range }]);
  expect(definitionOf(found, true)).toEqual([
    {
      originSelectionRange: range,
      targetUri: opened.checked.uri,
      targetRange: range,
      targetSelectionRange: range,
    },
  ]);
  expect(definitionOf(undefined, true)).toBeNull();
  expect(definitionOf({ origin: range, targets: [] }, false)).toBeNull();
});
