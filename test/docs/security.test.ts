/** SECURITY.md: each promise has its tests, and they are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const page = readFileSync(new URL('SECURITY.md', ROOT), 'utf8');
const manifest = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));

/** The rows of the promises. */
const PROMISES = (page.split(/^## What is promised$/m)[1]?.split(/^## /m)[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()));

const testsIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);

test('each promise is a sentence of its own, and names its tests', () => {
  expect(PROMISES.length).toBeGreaterThan(10);
  const promises = PROMISES.map(([, promise = '']) => promise);
  expect(new Set(promises).size).toBe(promises.length);
  expect(promises.filter((one) => !/^[A-Z].*\.$/.test(one))).toEqual([]);
  expect(PROMISES.filter(([, , held]) => testsIn(held).length === 0)).toEqual([]);
});

test('every test that is named is there, and holds tests', () => {
  for (const path of PROMISES.flatMap(([, , held]) => testsIn(held))) {
    expect([path, existsSync(new URL(path, ROOT))]).toEqual([path, true]);
    expect([path, /\btest(?:\.each)?\(/.test(readFileSync(new URL(path, ROOT), 'utf8'))]).toEqual([path, true]);
  }
});

test('every test of trust holds a promise', () => {
  const named = new Set(PROMISES.flatMap(([, , held]) => testsIn(held)));
  const written = readdirSync(new URL('test/trust/', ROOT)).filter((name) => name.endsWith('.test.ts'));
  expect(written.filter((name) => !named.has(`test/trust/${name}`))).toEqual([]);
});

test('vulnerabilities are reported where the package says that the repository is', () => {
  const repository = manifest.repository.url.replace(/\.git$/, '');
  expect(page).toContain(`](${repository}/security/advisories/new)`);
  expect(page).toContain(`](${manifest.bugs.url})`);
  // Nobody reads a mailbox that is not there.
  expect(page).not.toMatch(/[\w.]+@[\w-]+\.\w/);
});
