/** Rename of pins, across files. */
import { expect, test } from 'vitest';
import { editOf } from '../../../server/src/features/navigate/nameEdits.ts';
import { prepareRename, rename } from '../../../server/src/features/navigate/rename.ts';
import { edited, openFiles, sliced } from './open.ts';

async function renamed(fixture: string, newName: string): Promise<{ [name: string]: string }> {
  const opened = await openFiles(fixture);
  return edited(opened, rename(opened.checked, opened.files, opened.position, newName));
}

/** Why it is refused; what would be renamed where it is not. */
async function prepared(fixture: string): Promise<string> {
  const { checked, files, position, texts } = await openFiles(fixture);
  try {
    const { range, placeholder } = prepareRename(checked, files, position);
    return `${placeholder} at ${sliced(texts.get(checked.uri) ?? '', range)}`;
  } catch (error) {
    return (error as Error).message;
  }
}

const WORKSPACE = `=== base.stack.yaml
kind: Stack
components:
  kubernetes: 1.34.2
  db: {component: postgresql, version: "17.6"} # the db
acknowledge:
  - code: outdated-patch
    between: [db, "kubernetes"]
    reason: the db is known
=== leaf.stack.yaml
kind: Stack
extends: [./base.stack.yaml]
components:
  # stackpin-ignore-next-line outdated-patch: db
  $0"db":
    component: postgresql
    version: "18.1"
environments:
  edge: {components: {'db': null, kubernetes: 1.33.0}}
=== other.stack.yaml
kind: Stack
components: {db: {component: postgresql, version: "17.6"}}
`;

test('a pin is renamed in all files that make one pin of it, and nowhere else', async () => {
  expect(await renamed(WORKSPACE, 'reporting-db')).toEqual({
    'base.stack.yaml': `kind: Stack
components:
  kubernetes: 1.34.2
  reporting-db: {component: postgresql, version: "17.6"} # the db
acknowledge:
  - code: outdated-patch
    between: [reporting-db, "kubernetes"]
    reason: the db is known
`,
    'leaf.stack.yaml': `kind: Stack
extends: [./base.stack.yaml]
components:
  # stackpin-ignore-next-line outdated-patch: db
  "reporting-db":
    component: postgresql
    version: "18.1"
environments:
  edge: {components: {'reporting-db': null, kubernetes: 1.33.0}}
`,
  });
});

test('from the base, and from a name under between, it is the same', async () => {
  const other = WORKSPACE.replace('$0', '');
  const expected = await renamed(WORKSPACE, 'x');
  expect(await renamed(other.replace('  db: {', '  d$0b: {'), 'x')).toEqual(expected);
  expect(await renamed(other.replace('[db', '[db$0'), 'x')).toEqual(expected);
});

test('quotes stay, and come where the name needs them', async () => {
  const fixture = `components:
  $0db: {component: postgresql}
environments:
  a: {components: {'db': null}}
  b: {components: {"db": null}}
`;
  expect(await renamed(fixture, 'it\'s: "quoted"')).toEqual({
    'stackpin.yaml': `components:
  "it's: \\"quoted\\"": {component: postgresql}
environments:
  a: {components: {'it''s: "quoted"': null}}
  b: {components: {"it's: \\"quoted\\"": null}}
`,
  });
  expect(await renamed('components: {$0db: {component: a}}\n', '<<')).toEqual({
    'stackpin.yaml': 'components: {"<<": {component: a}}\n',
  });
  expect(await renamed('components: {$0db: {component: a}}\n', '1.0')).toEqual({
    'stackpin.yaml': 'components: {"1.0": {component: a}}\n',
  });
});

test('line ends, other documents and what is broken stay as they are', async () => {
  const fixture =
    '# 🚀\r\ncomponents:\r\n  "🚀": {component: postgresql}\r\n  $0db: {component: postgresql\r\nenvironments:\r\n  e: {components: {db: [}}\r\n---\r\ncomponents: {db: {component: b}}\r\n';
  expect(await renamed(fixture, 'data')).toEqual({
    'stackpin.yaml': fixture.replace('$0db', 'data').replace('{db: [', '{data: ['),
  });
});

test('software of your own may be called anything', async () => {
  expect(await renamed('components: {$0in-house: 3.2.0}\n', 'gateway')).toEqual({
    'stackpin.yaml': 'components: {gateway: 3.2.0}\n',
  });
});

test('an alias says what its anchor says', async () => {
  const fixture = `components:
  &db d$0b: {component: postgresql}
acknowledge:
  - {code: incompatible, between: [*db, kubernetes], reason: known}
`;
  expect(await renamed(fixture, 'data')).toEqual({
    'stackpin.yaml': fixture.replace('d$0b', 'data'),
  });
});

test('a name that an alias brings from elsewhere is not changed there', async () => {
  const elsewhere = `x-name: &name db
components:
  d$0b: {component: postgresql}
acknowledge:
  - {code: incompatible, between: [*name], reason: known}
`;
  await expect(renamed(elsewhere, 'data')).rejects.toThrow(
    'The name in line 5 of stackpin.yaml is an alias of a text elsewhere. Write the name there in full first.',
  );
  const key =
    'x: &name db\ncomponents:\n  *name : {component: postgresql}\nenvironments: {e: {components: {d$0b: null}}}\n';
  await expect(renamed(key, 'data')).rejects.toThrow('The name in line 3 of stackpin.yaml is an alias');
});

test('what comes through a merge key is renamed where it is written, once', async () => {
  const fixture = `x-common: &common
  d$0b: {component: postgresql}
environments:
  a: {components: {<<: *common}}
  b: {components: {<<: *common, kubernetes: 1.34.2}}
`;
  expect(await renamed(fixture, 'data')).toEqual({ 'stackpin.yaml': fixture.replace('d$0b', 'data') });
});

test('before a name is asked for, the client is told what will be renamed', async () => {
  expect(await prepared(WORKSPACE)).toBe('db at db');
  expect(await prepared('components: {"it\\u0027s$0": {component: a}}\n')).toBe("it's at it\\u0027s");
});

test('what the catalog calls a component cannot be renamed', async () => {
  expect(await prepared('components: {kube$0rnetes: 1.34.2}\n')).toBe(
    '"kubernetes" is the catalog\'s name of this component. To call the pin something else, write "component: kubernetes" below its key first.',
  );
  const inBase = `=== base.stack.yaml
kind: Stack
components: {kubernetes: 1.34.2}
=== leaf.stack.yaml
extends: [base.stack.yaml]
components: {kuber$0netes: null}
`;
  expect(await prepared(inBase)).toBe(
    '"kubernetes" is the catalog\'s name of this component in base.stack.yaml. To call the pin something else, write "component: kubernetes" below its key there first.',
  );
  // A pin that says what it is may be called anything else.
  expect(await prepared('components: {kube$0rnetes: {component: kubernetes, version: 1.34.2}}\n')).toBe(
    'kubernetes at kubernetes',
  );
});

test('what is no name of a pin cannot be renamed', async () => {
  expect(await prepared('components: {db: {component: post$0gresql}}\n')).toBe(
    '"postgresql" says which component this is. Rename the key that it stands below.',
  );
  expect(await prepared('components: {db: 1}\nacknowledge: [{code: a, between: [ist$0io]}]\n')).toBe(
    '"istio" is no pin of this stack, but a component. Only names of pins can be renamed.',
  );
  for (const fixture of [
    'components: {db: 1$0.0}\n',
    'metadata: {name: a$0}\n',
    'kin$0d: Stack\n',
    'extends: [./$0a]\n',
  ])
    expect(await prepared(fixture)).toBe('Only the names of pins and of anchors can be renamed.');
});

test('a name that is taken, or means something else, is refused', async () => {
  await expect(renamed(WORKSPACE, 'kubernetes')).rejects.toThrow(
    '"kubernetes" is the name of another pin already, in leaf.stack.yaml.',
  );
  await expect(renamed(WORKSPACE.replace('[db, "kubernetes"]', '[db, cilium]'), 'cilium')).rejects.toThrow(
    '"cilium" is named under "acknowledge" in base.stack.yaml, which would mean this pin then.',
  );
  await expect(renamed('components: {$0in-house: 3.2.0}\n', 'istio')).rejects.toThrow(
    '"istio" is a component of the catalog, which this pin would become by the name. Choose another one.',
  );
  await expect(renamed(WORKSPACE, ' ')).rejects.toThrow('A name cannot be empty.');
  await expect(renamed(WORKSPACE, 'a\nb')).rejects.toThrow(
    'A name stands in one line, without tabs and other control characters.',
  );
  expect(await renamed(WORKSPACE, ' db ')).toEqual({});
});

test('edits name the version of an open document, for clients that take that', async () => {
  const opened = await openFiles('components: {$0db: {component: a}}\n');
  const edits = rename(opened.checked, opened.files, opened.position, 'x');
  const range = { start: { line: 0, character: 13 }, end: { line: 0, character: 15 } };
  const { uri } = opened.checked;
  expect(editOf(edits, true)).toEqual({
    documentChanges: [{ textDocument: { uri, version: 7 }, edits: [{ range, newText: 'x' }] }],
  });
  expect(editOf(edits, false)).toEqual({ changes: { [uri]: [{ range, newText: 'x' }] } });
});
