import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { baseReader } from '../../server/src/workspace/bases.ts';
import { isWithin } from '../../server/src/workspace/locations.ts';
import { manifestIndex } from '../../server/src/workspace/manifestIndex.ts';
import { type ManifestFile, manifestStore } from '../../server/src/workspace/manifests.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

/** A store over files in memory, on a file system that takes upper and lower case for the same. */
function storeOver(files: { [uri: string]: string }, open: TextDocument[] = []) {
  const reads: string[] = [];
  const store = manifestStore(
    { all: () => open, get: (uri) => open.find((document) => document.uri === uri) },
    async (uri) => {
      reads.push(uri);
      const found = Object.entries(files).find(([name]) => name.toLowerCase() === uri.toLowerCase());
      return found?.[1] ?? { failed: 'there is no such file' };
    },
    { identify: async (uri) => uri.toLowerCase() },
  );
  return { store, reads };
}

function pinsOf(file: ManifestFile | { readonly failed: string }): string[] | string {
  if ('failed' in file) return file.failed;
  return file.manifests.flatMap(({ components }) => components.map(({ entry }) => entry.key.text));
}

test('names that differ in case alone are one file where the file system says so', async () => {
  const { store } = storeOver({ 'file:///w/Base.stack.yaml': `${HEAD}components: {kubernetes: 1.34.2}\n` });
  const one = await store.read('file:///w/Base.stack.yaml');
  const two = await store.read('file:///w/base.STACK.yaml');
  expect([one, two]).toMatchObject([{ uri: 'file:///w/Base.stack.yaml' }, { uri: 'file:///w/Base.stack.yaml' }]);
});

test('an open document counts, by any name of its file, and as it is now', async () => {
  const document = TextDocument.create('file:///w/BASE.stack.yaml', 'stack-manifest', 1, `${HEAD}components: {a: 1}\n`);
  const { store, reads } = storeOver({ 'file:///w/base.stack.yaml': `${HEAD}components: {b: 1}\n` }, [document]);
  expect(pinsOf(await store.read('file:///w/base.stack.yaml'))).toEqual(['a']);
  expect(await store.read('file:///w/base.stack.yaml')).toBe(await store.open(document));
  TextDocument.update(document, [{ text: `${HEAD}components: {c: 1}\n` }], 2);
  store.forget(document.uri);
  expect(pinsOf(await store.read('file:///w/base.stack.yaml'))).toEqual(['c']);
  expect(reads).toEqual([]);
});

test('what was read stays read until it is forgotten by any of its names', async () => {
  const files = { 'file:///w/base.stack.yaml': `${HEAD}components: {a: 1}\n` };
  const { store, reads } = storeOver(files);
  const before = await store.read('file:///w/base.stack.yaml');
  expect(await store.read('file:///w/base.stack.yaml')).toBe(before);
  expect(store.knows('file:///w/base.stack.yaml')).toBe(true);
  expect(store.knows('file:///w/other.stack.yaml')).toBe(false);
  await store.read('file:///w/BASE.stack.yaml');
  files['file:///w/base.stack.yaml'] = `${HEAD}components: {b: 1}\n`;
  store.forget('file:///w/BASE.stack.yaml');
  expect(pinsOf(await store.read('file:///w/base.stack.yaml'))).toEqual(['b']);
  expect(reads).toHaveLength(3);
});

test('a file that was missing is there once it is forgotten', async () => {
  const files: { [uri: string]: string } = {};
  const { store } = storeOver(files);
  expect(pinsOf(await store.read('file:///w/a.stack.yaml'))).toBe('there is no such file');
  files['file:///w/a.stack.yaml'] = `${HEAD}components: {a: 1}\n`;
  expect(pinsOf(await store.read('file:///w/a.stack.yaml'))).toBe('there is no such file');
  store.forget('file:///w/a.stack.yaml');
  expect(pinsOf(await store.read('file:///w/a.stack.yaml'))).toEqual(['a']);
});

const LEAVES: [leaf: string, entry: string, base: string | undefined][] = [
  ['file:///c%3A/stacks/leaf.stack.yaml', '..\\base.stack.yaml', 'file:///c%3A/base.stack.yaml'],
  ['file:///C:/stacks/leaf.stack.yaml', './team/my base.yaml', 'file:///C:/stacks/team/my%20base.yaml'],
  ['file:///c:/stacks/leaf.stack.yaml', 'D:\\shared\\base.yaml', 'file:///D:/shared/base.yaml'],
  ['file:///stacks/leaf.stack.yaml', '/opt/base.yaml', 'file:///opt/base.yaml'],
  ['vscode-vfs://github/acme/platform/leaf.stack.yaml', '../base.yaml', 'vscode-vfs://github/acme/base.yaml'],
  ['vscode-remote://ssh-remote+host/w/leaf.stack.yaml', 'base.yaml', 'vscode-remote://ssh-remote+host/w/base.yaml'],
  ['untitled:Untitled-1', 'base.yaml', undefined],
];
test.each(LEAVES)('%s extends %s', (leaf, entry, base) => {
  const { store } = storeOver({});
  expect(baseReader(leaf, [], store).resolve(entry, leaf)).toBe(base);
});

test('inside and outside of workspace folders, by names as clients escape them', () => {
  expect(isWithin('file:///c%3A/Work/a.yaml', 'file:///C:/Work')).toBe(true);
  expect(isWithin('file:///stacks/my%20team/a.yaml', 'file:///stacks/my team/')).toBe(true);
  expect(isWithin('file:///stacks-2/a.yaml', 'file:///stacks')).toBe(false);
  const { store } = storeOver({});
  const folders = ['file:///one', 'file:///two/'];
  const inside = (uri: string, location: string) => baseReader(uri, folders, store).isInside(location);
  expect(inside('file:///one/leaf.yaml', 'file:///two/base.yaml')).toBe(true);
  expect(inside('file:///one/leaf.yaml', 'file:///three/base.yaml')).toBe(false);
  expect(inside('file:///elsewhere/leaf.yaml', 'file:///three/base.yaml')).toBe(true);
});

test('the index follows files and folders that come and go while it is walked and after', async () => {
  let folders = ['file:///one'];
  const warnings: string[] = [];
  const walked: string[] = [];
  const index = manifestIndex(
    () => folders,
    {
      listFiles: async (folder, wanted) => {
        walked.push(folder);
        if (folder === 'file:///locked') return { failed: 'permission denied' };
        if (folder.startsWith('vscode-vfs:')) return { failed: 'no folders here', unable: true };
        const names = ['a.stack.yaml', 'stackpin.yml', 'stack.yaml', 'notes.yaml', 'team/b.stack.yml'];
        return names.filter((name) => wanted(name.slice(name.lastIndexOf('/') + 1))).map((name) => `${folder}/${name}`);
      },
    },
    (message) => warnings.push(message),
  );
  const listing = index.list();
  index.created('file:///one/new.stack.yaml');
  index.created('file:///one/notes.yaml');
  expect(await listing).toEqual([
    'file:///one/a.stack.yaml',
    'file:///one/stackpin.yml',
    'file:///one/team/b.stack.yml',
  ]);
  expect(await index.list()).toContain('file:///one/new.stack.yaml');
  index.deleted('file:///one/team');
  index.deleted('file:///one/a.stack.yaml');
  expect(await index.list()).toEqual(['file:///one/new.stack.yaml', 'file:///one/stackpin.yml']);
  expect(walked).toEqual(['file:///one']);
  folders = ['file:///locked', 'vscode-vfs://github/acme'];
  index.reset();
  expect(await index.list()).toEqual([]);
  expect(warnings).toEqual(['The manifests in file:///locked cannot be listed: permission denied.']);
});

test('of paths that lead to nothing the latest thousand are remembered', async () => {
  const { store } = storeOver({});
  const typed = Array.from({ length: 1200 }, (_, index) => `file:///w/${index}.yaml`);
  const used = 'file:///w/missing.yaml';
  await store.read(used);
  for (const uri of typed) {
    await store.read(uri);
    // Whoever is checked again asks for its bases again.
    await store.read(used);
  }
  expect([used, ...typed].filter((uri) => store.knows(uri))).toEqual([used, ...typed.slice(201)]);
});
