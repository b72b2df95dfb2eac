import { expect, test } from 'vitest';
import { compose } from '../../server/src/composition/compose.ts';
import type { SourceFile, Unreadable } from '../../server/src/composition/layers.ts';
import { loadBases, type ManifestReader } from '../../server/src/composition/load.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { readStacks } from '../../server/src/manifest/read.ts';

const file = (uri: string, text: string): SourceFile => ({
  uri,
  manifests: readStacks(parseYaml(`apiVersion: stackpin/v1\nkind: Stack\n${text}`)),
});

/** A reader of files in memory, and what it was asked for. */
function readerOf(files: { readonly [uri: string]: SourceFile | Unreadable }): ManifestReader & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    resolve: (path, from) => new URL(path, from).href,
    isInside: (uri) => uri.startsWith('file:///stacks/'),
    read: async (uri) => {
      asked.push(uri);
      return files[uri] ?? { failed: 'there is no such file' };
    },
  };
}

test('every base is read once, those of the same distance together', async () => {
  const reader = readerOf({
    'file:///stacks/left.yaml': file('file:///stacks/left.yaml', 'extends: [ground.yaml]\n'),
    'file:///stacks/right.yaml': file('file:///stacks/right.yaml', 'extends: [ground.yaml, left.yaml]\n'),
    'file:///stacks/ground.yaml': file('file:///stacks/ground.yaml', 'extends: [../outside.yaml, leaf.yaml]\n'),
  });
  const leaf = file('file:///stacks/leaf.yaml', 'extends: [left.yaml, right.yaml, gone.yaml, ""]\n');
  const { source, reached } = await loadBases(leaf, reader);
  expect(reader.asked).toEqual([
    'file:///stacks/left.yaml',
    'file:///stacks/right.yaml',
    'file:///stacks/gone.yaml',
    'file:///stacks/ground.yaml',
  ]);
  expect([...reached.keys()]).toEqual(reader.asked);
  expect(source.read('file:///stacks/leaf.yaml')).toBe(leaf);
  expect(source.read('file:///stacks/gone.yaml')).toEqual({ failed: 'there is no such file' });
});

test('one file by two names is one file; the file itself is what is at hand, however it is named', async () => {
  const ground = file('file:///stacks/ground.yaml', 'components: {cluster: 1.3.2}\n');
  const reader = readerOf({
    'file:///stacks/ground.yaml': ground,
    'file:///stacks/link.yaml': ground,
    'file:///stacks/LEAF.yaml': file('file:///stacks/leaf.yaml', 'components: {}\n'),
  });
  const leaf = file('file:///stacks/leaf.yaml', 'extends: [ground.yaml, link.yaml, LEAF.yaml]\n');
  const { source } = await loadBases(leaf, reader);
  const [manifest] = leaf.manifests;
  if (manifest === undefined) throw new Error('The leaf is a stack.');
  const { layers, problems } = compose(leaf.uri, manifest, source);
  expect(layers.map(({ uri }) => uri)).toEqual(['file:///stacks/ground.yaml', 'file:///stacks/leaf.yaml']);
  expect(problems).toMatchObject([{ kind: 'cycle', trail: ['file:///stacks/leaf.yaml', 'file:///stacks/leaf.yaml'] }]);
});

test('a host that reads no files makes no missing ones', async () => {
  const reader = readerOf({ 'file:///stacks/base.yaml': { failed: 'this host reads no files', unable: true } });
  const leaf = file('file:///stacks/leaf.yaml', 'extends: [base.yaml]\n');
  const { source } = await loadBases(leaf, reader);
  const [manifest] = leaf.manifests;
  if (manifest === undefined) throw new Error('The leaf is a stack.');
  expect(compose(leaf.uri, manifest, source)).toMatchObject({ problems: [], complete: false });
});

test('a stack of endless bases is read up to the bound', async () => {
  const reader = readerOf({});
  const endless: ManifestReader = {
    ...reader,
    read: async (uri) => file(uri, `extends: [${Number(/(\d+)\.yaml$/.exec(uri)?.[1] ?? 0) + 1}.yaml]\n`),
  };
  const { reached } = await loadBases(file('file:///stacks/leaf.yaml', 'extends: [0.yaml]\n'), endless);
  expect(reached.size).toBe(1002);
});
