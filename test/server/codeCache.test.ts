/** What V8 made of the server's files is kept for the next start, and nothing depends on that. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheFolder } from '../../server/src/codeCache.node.ts';
import { startProcess } from './client.ts';

const URI = 'file:///w/platform.stack.yaml';
const TEXT = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: banana split\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stackpin-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Checks a manifest in a process of its own, whatever its caches are. */
async function session(env: NodeJS.ProcessEnv): Promise<void> {
  const { client, child } = startProcess(['--stdio'], env);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await client.initialize();
  await client.open(URI, TEXT);
  expect((await client.pushed(URI)).map(({ code }) => code)).toEqual(['invalid-version']);
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  expect(await ended).toBe(0);
}

/** The files of all builds, with what tells whether they were written anew. */
function cached(): Map<string, number> {
  const base = join(folder, 'stackpin');
  const files = readdirSync(base, { recursive: true, encoding: 'utf8' }).map((name) => join(base, name));
  return new Map(files.filter((path) => statSync(path).isFile()).map((path) => [path, statSync(path).mtimeMs]));
}

test('the first session that checks something writes the cache, and the next one takes it', async () => {
  await session({ NODE_COMPILE_CACHE: folder });
  const before = cached();
  expect(before.size).toBeGreaterThan(1);
  await session({ NODE_COMPILE_CACHE: folder });
  expect(cached()).toEqual(before);
});

test('a cache that V8 does not take is written anew', async () => {
  await session({ NODE_COMPILE_CACHE: folder });
  const paths = [...cached().keys()];
  for (const path of paths) writeFileSync(path, 'not what V8 made');
  await session({ NODE_COMPILE_CACHE: folder });
  for (const path of paths) expect(readFileSync(path, 'latin1')).not.toBe('not what V8 made');
});

test('where nothing can be written, everything is compiled as usual', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await session({ NODE_COMPILE_CACHE: file });
  expect(readFileSync(file, 'utf8')).toBe('');
  await session({ NODE_COMPILE_CACHE: '', XDG_CACHE_HOME: '', HOME: '', LOCALAPPDATA: '' });
});

test("Node's own switch turns it off", async () => {
  await session({ NODE_COMPILE_CACHE: folder, NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(readdirSync(folder)).toEqual([]);
});

test('of other builds the newest are kept', async () => {
  for (let build = 0; build < 10; build += 1) {
    const path = join(folder, 'stackpin', `build${build}`);
    mkdirSync(path, { recursive: true });
    utimesSync(path, 1_000 + build, 1_000 + build);
  }
  await session({ NODE_COMPILE_CACHE: folder });
  const left = readdirSync(join(folder, 'stackpin')).sort();
  expect(left).toHaveLength(6);
  expect(left).toEqual(expect.arrayContaining(['build5', 'build6', 'build7', 'build8', 'build9']));
});

test.each([
  ['linux', { HOME: '/home/ada' }, '/home/ada/.cache/stackpin'],
  ['linux', { HOME: '/home/ada', XDG_CACHE_HOME: '/var/ada' }, '/var/ada/stackpin'],
  ['linux', { HOME: '/home/ada', XDG_CACHE_HOME: 'relative' }, '/home/ada/.cache/stackpin'],
  ['linux', {}, undefined],
  ['darwin', { HOME: '/Users/ada', XDG_CACHE_HOME: '/var/ada' }, '/Users/ada/Library/Caches/stackpin'],
  ['win32', { LOCALAPPDATA: '/c/ada/Local', HOME: '/home/ada' }, '/c/ada/Local/stackpin'],
  ['win32', { HOME: '/home/ada' }, undefined],
  ['linux', { HOME: '/home/ada', NODE_COMPILE_CACHE: '/tmp/node' }, '/tmp/node/stackpin'],
  ['linux', { HOME: '/home/ada', NODE_DISABLE_COMPILE_CACHE: '1' }, undefined],
])('on %s with %j the folder is %s', (platform, env, expected) => {
  expect(cacheFolder(env, platform)).toBe(expected);
});
