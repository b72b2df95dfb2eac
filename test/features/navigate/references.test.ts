/** References and highlights of pins, components and stacks. */
import { expect, test } from 'vitest';
import { highlights } from '../../../server/src/features/navigate/highlights.ts';
import { references } from '../../../server/src/features/navigate/references.ts';
import { openFiles, shown, sliced } from './open.ts';

async function found(fixture: string, isDeclarationAsked = true): Promise<string[]> {
  const opened = await openFiles(fixture);
  return shown(opened, references(opened.files, opened.checked.uri, opened.position, isDeclarationAsked));
}

/** `read` or `write`, the line, and what stands there. */
async function highlighted(fixture: string): Promise<string[]> {
  const opened = await openFiles(fixture);
  const text = opened.texts.get(opened.checked.uri) ?? '';
  return highlights(opened.checked, opened.position).map(
    ({ range, kind }) => `${kind === 3 ? 'write' : 'read'} ${range.start.line} ${sliced(text, range)}`,
  );
}

const WORKSPACE = `=== base.stack.yaml
kind: Stack
metadata: {name: base}
components:
  kubernetes: 1.34.2
  db: {component: postgresql, version: "17.6"}
=== other.stack.yaml
kind: Stack
components: {kubernetes: 1.33.5, db: {component: postgresql, version: "18.1"}}
=== prod.stack.yaml
kind: Stack
extends: [./base.stack.yaml]
components:
  db: {component: postgresql, version: "18.1"}
environments:
  edge: {components: {'db': null, kubernetes: 1.33.0}}
acknowledge:
  - {code: outdated-patch, between: [db, kubernetes], reason: known}
=== top.stack.yaml
kind: Stack
extends: ["./prod.stack.yaml", ./base.stack.yaml]
acknowledge:
  - {code: outdated-patch, between: postgresql, reason: known}
  - {code: outdated-patch, between: "db", reason: known}
`;
const at = (file: string, text: string): string =>
  WORKSPACE.split(/(?=^=== )/m)
    .map((one) => (one.startsWith(`=== ${file}.`) ? one.replace(text.replace('$0', ''), text) : one))
    .join('');

test('of a component: all its pins in all files, and the names that mean it', async () => {
  const all = [
    'base.stack.yaml 3:2 kubernetes',
    'other.stack.yaml 1:13 kubernetes',
    'prod.stack.yaml 5:34 kubernetes',
    'prod.stack.yaml 7:41 kubernetes',
  ];
  expect(await found(at('base', 'kube$0rnetes'))).toEqual(all);
  expect(await found(at('prod', 'kubernetes$0: 1.33.0'), false)).toEqual(all);
  expect(await found(at('prod', 'db, kube$0rnetes'))).toEqual(all);
  expect(await found(at('base', 'component: post$0gresql'))).toEqual([
    'base.stack.yaml 4:18 postgresql',
    'other.stack.yaml 1:49 postgresql',
    'prod.stack.yaml 3:18 postgresql',
    'top.stack.yaml 3:36 postgresql',
  ]);
});

test('of a pin with a name of its own: its places in all files that make one pin of it', async () => {
  const all = [
    'base.stack.yaml 4:2 db',
    'prod.stack.yaml 3:2 db',
    'prod.stack.yaml 5:23 db',
    'prod.stack.yaml 7:37 db',
    'top.stack.yaml 4:37 db',
  ];
  expect(await found(at('base', '  d$0b'))).toEqual(all);
  expect(await found(at('prod', '  db$0'))).toEqual(all);
  expect(await found(at('top', '"d$0b"'))).toEqual(all);
  expect(await found(at('prod', '[$0db'), false)).toEqual(all.slice(1));
  expect(await found(at('other', 'd$0b:'))).toEqual(['other.stack.yaml 1:33 db']);
});

test('of a stack, and of an entry that leads to it: the entries of all that extend it', async () => {
  const base = 'base.stack.yaml 1:17 base';
  const all = ['prod.stack.yaml 1:10 ./base.stack.yaml', 'top.stack.yaml 1:31 ./base.stack.yaml'];
  expect(await found(at('base', 'name: ba$0se'))).toEqual([base, ...all]);
  expect(await found(at('base', 'kind: Sta$0ck'), false)).toEqual(all);
  expect(await found(at('prod', './base$0.stack.yaml'))).toEqual([base, ...all]);
  expect(await found(at('top', 'kind: $0Stack'))).toEqual(['top.stack.yaml 0:0 kind: Stack']);
});

test('of what is no name: none', async () => {
  expect(await found(at('base', '1.34$0.2'))).toEqual([]);
  expect(await found(at('top', 'reason: kn$0own'))).toEqual([]);
  expect(await found('catalogs: [./a$0.catalog.yaml]\n')).toEqual([]);
});

test('a base that names a pin which only those above it have means that one', async () => {
  const accepting = `=== a.stack.yaml
kind: Stack
extends: [./base.stack.yaml]
components: {d$0b: {component: postgresql}}
=== base.stack.yaml
kind: Stack
acknowledge: [{code: outdated-patch, between: [db], reason: known}]
`;
  expect(await found(accepting)).toEqual(['a.stack.yaml 2:13 db', 'base.stack.yaml 1:47 db']);
  // With two of them, it is not one's own.
  const two = `${accepting}=== b.stack.yaml\nextends: [base.stack.yaml]\ncomponents: {db: {component: postgresql}}\n`;
  expect(await found(two)).toEqual(['a.stack.yaml 2:13 db']);
});

test('files that extend each other in a circle make one pin', async () => {
  const circle = `=== a.stack.yaml
kind: Stack
extends: [./b.stack.yaml, ./a.stack.yaml]
components: {d$0b: {component: postgresql}}
=== b.stack.yaml
kind: Stack
extends: [./a.stack.yaml]
components: {db: {component: postgresql}}
`;
  expect(await found(circle)).toEqual(['a.stack.yaml 2:13 db', 'b.stack.yaml 2:13 db']);
});

test('two files over one base have pins of their own, unless the base has one of this name', async () => {
  const apart = `=== a.stack.yaml
kind: Stack
extends: [./base.stack.yaml]
components: {d$0b: {component: postgresql}}
=== b.stack.yaml
kind: Stack
extends: [./base.stack.yaml]
components: {db: {component: postgresql}}
=== base.stack.yaml
kind: Stack
components: {kubernetes: 1.34.2}
`;
  expect(await found(apart)).toEqual(['a.stack.yaml 2:13 db']);
  expect(await found(apart.replace('kubernetes: 1.34.2', 'db: {component: postgresql}'))).toEqual([
    'a.stack.yaml 2:13 db',
    'b.stack.yaml 2:13 db',
    'base.stack.yaml 1:13 db',
  ]);
});

test('of a file with several stacks, others get the first', async () => {
  const several = `=== a.stack.yaml
kind: Stack
extends: [./base.stack.yaml]
components: {d$0b: {component: postgresql}}
=== base.stack.yaml
kind: Stack
components: {db: {component: postgresql}}
---
kind: Stack
components: {db: {component: postgresql}}
`;
  expect(await found(several)).toEqual(['a.stack.yaml 2:13 db', 'base.stack.yaml 1:13 db']);
});

test('highlights are the places in the file: keys are written, all others read', async () => {
  expect(await highlighted(at('prod', '  db$0'))).toEqual(['write 3 db', 'write 5 db', 'read 7 db']);
  expect(await highlighted(at('prod', 'kubernetes$0: 1.33.0'))).toEqual(['write 5 kubernetes', 'read 7 kubernetes']);
  expect(await highlighted(at('base', 'component: $0postgresql'))).toEqual(['read 4 postgresql']);
  expect(await highlighted(at('top', '"d$0b"'))).toEqual(['read 4 db']);
  expect(await highlighted(at('prod', './ba$0se.stack.yaml'))).toEqual(['read 1 ./base.stack.yaml']);
  expect(await highlighted(at('base', '1.34$0.2'))).toEqual([]);
});

test('a pin that a merge key brings into several environments is one place', async () => {
  const merged = `x-common: &common
  d$0b: {component: postgresql, version: "17.6"}
environments:
  a: {components: {<<: *common}}
  b:
    components:
      <<: *common
      db: {component: postgresql, version: "18.1"}
`;
  expect(await found(merged)).toEqual(['stackpin.yaml 1:2 db', 'stackpin.yaml 7:6 db']);
  expect(await highlighted(merged)).toEqual(['write 1 db', 'write 7 db']);
});
