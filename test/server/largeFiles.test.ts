/** What is too large, or has no end, is not read into memory; what names it says why. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { nodeHost } from '../../cli/src/host.node.ts';
import { nodeEnvironment } from '../../server/src/environment.node.ts';
import { startInMemory, testEnvironment } from './client.ts';

const TOO_LARGE = { failed: 'it is larger than 64 MB, which no stack manifest is' };

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with a file that says to have so many bytes, and takes no place on the disk. */
function folderWithHole(name: string, size: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'stackpin-'));
  folders.push(folder);
  writeFileSync(join(folder, name), '');
  truncateSync(join(folder, name), size);
  return folder;
}

test('a file of more than 64 MB, for the server and for the command line', async () => {
  const path = join(folderWithHole('large.stack.yaml', 64 * 2 ** 20 + 1), 'large.stack.yaml');
  expect(await nodeEnvironment(() => undefined).readFile(pathToFileURL(path).href)).toEqual(TOO_LARGE);
  expect(await nodeHost().readFile(path)).toEqual(TOO_LARGE);
});

test('a device without an end, and one without a beginning', async () => {
  const refused = { failed: 'it is no regular file' };
  expect(await nodeEnvironment(() => undefined).readFile('file:///dev/zero')).toEqual(refused);
  expect(await nodeHost().readFile('/dev/null')).toEqual(refused);
});

test('a base and a catalog that are too large are told, and the rest is checked', async () => {
  const folder = folderWithHole('base.stack.yaml', 64 * 2 ** 20 + 1);
  writeFileSync(join(folder, 'own.catalog.yaml'), '');
  truncateSync(join(folder, 'own.catalog.yaml'), 64 * 2 ** 20 + 1);
  const client = startInMemory(testEnvironment());
  await client.initialize({ workspaceFolder: pathToFileURL(folder).href });
  const uri = pathToFileURL(join(folder, 'leaf.stack.yaml')).href;
  const head = 'apiVersion: stackpin/v1\nkind: Stack\nextends: [./base.stack.yaml]\ncatalogs: [./own.catalog.yaml]\n';
  await client.open(uri, `${head}components:\n  kubernetes: 1.30.0\n`);
  const found = await client.pushed(uri);
  expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'missing-base: "./base.stack.yaml" cannot be read: it is larger than 64 MB, which no stack manifest is. Correct the path, or remove it.',
    'missing-catalog: The catalog "./own.catalog.yaml" cannot be read: it is larger than 64 MB, which no stack manifest is. A path begins at this file\'s folder: correct it.',
    'end-of-life: Support for Kubernetes 1.30 ended on 2026-06-20.',
  ]);
  client.connection.dispose();
});
