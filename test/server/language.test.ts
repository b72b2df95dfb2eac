/** A server speaks the language that its client names, from its first message on. */
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { startProcess } from './client.ts';

const URI = 'file:///stacks/platform.stack.yaml';
const TEXT = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: banana split\n';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const ENGLISH =
  /^"banana split" is no version, release line or range of Kubernetes\. Write a version such as \S+, a release line, or a range in quotes\.$/;
const CHINESE =
  /^“banana split”不是 Kubernetes 的版本、发布线或版本范围。请写一个版本（例如 \S+）、发布线，或带引号的版本范围。$/;

test.each([
  ['zh-cn', CHINESE],
  ['zh-CN', CHINESE],
  ['en', ENGLISH],
  ['zh-tw', ENGLISH],
  [undefined, ENGLISH],
])('diagnostics for a client of the locale %s', async (locale, expected) => {
  const { client, child } = startProcess();
  children.push(child);
  await client.initialize(locale === undefined ? {} : { locale });
  await client.open(URI, TEXT);
  const [{ code, message } = { code: undefined, message: '' }] = await client.pushed(URI);
  expect(code).toBe('invalid-version');
  expect(message).toMatch(expected);
});

test('what is built is ASCII, as the code cache reads it', () => {
  const folder = new URL('../../dist/server/', import.meta.url);
  // The web's server has no code cache.
  const files = readdirSync(folder).filter((name) => name.endsWith('.js') && name !== 'browser.js');
  const wide = files.filter((name) => readFileSync(new URL(name, folder)).some((byte) => byte > 0x7f));
  expect({ files: files.length > 2, wide }).toEqual({ files: true, wide: [] });
});

test('a translation that there is not is told in the log, and English is spoken', async () => {
  const { client, child } = startProcess();
  children.push(child);
  const bundledCatalog = new URL('../../dist/catalog/bundled.catalog.jsonl', import.meta.url).href.replace(
    'dist',
    'no-dist',
  );
  await client.initialize({ locale: 'zh-cn', initializationOptions: { bundledCatalog } });
  await client.open(URI, 'apiVersion: stackpin/v1\nkind: Stack\nowner: me\n');
  const [first] = await client.pushed(URI);
  expect(first?.message).toMatch(/^Unknown key "owner" at the top level\. Known keys are apiVersion, /);
  expect(client.logged.join('\n')).toContain('Stackpin cannot read its translation ');
});
