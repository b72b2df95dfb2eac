/** ThirdPartyNotices.txt: all that is bundled is in it, under licences that are allowed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type BundledPackage, bundledPackages } from '../../scripts/release/bundledPackages.ts';
import { isAllowed, SHIPPED } from '../../scripts/release/licences.ts';
import { notices } from '../../scripts/release/notices.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const bundled = JSON.parse(read('dist/bundled.json'));
const packages = bundledPackages(ROOT, bundled);

test('every package in a bundle has an allowed licence, and its text is told', () => {
  const text = read('dist/ThirdPartyNotices.txt');
  expect(packages.map(({ location }) => location).sort()).toEqual([...new Set(Object.values(bundled).flat())].sort());
  for (const { name, version, licence, texts } of packages) {
    expect([name, isAllowed(licence, SHIPPED)]).toEqual([name, true]);
    expect(text).toContain(`\n${name} ${version} (${licence})\n`);
    expect(texts.map((one) => /licen[cs]e|permission|copyright/i.test(one.text))).not.toContain(false);
  }
  expect(text).toBe(notices(packages));
});

test('what is bundled is what the bundles say they hold', () => {
  // A comment of a development build names each file; a production build has none.
  for (const [file, locations] of Object.entries<string[]>(bundled)) {
    const named = [...read(file).matchAll(/^\/\/ (node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//gm)];
    for (const [, location = ''] of named) expect(locations, file).toContain(location);
  }
});

const sample = (changes: Partial<BundledPackage>): BundledPackage => ({
  location: 'node_modules/one',
  name: 'one',
  version: '1.0.0',
  description: undefined,
  licence: 'MIT',
  texts: [{ file: 'LICENSE', text: '\ufeffMIT\r\n\r\nPermission  \r\n' }],
  repository: undefined,
  integrity: 'sha512-AA==',
  isDirect: true,
  files: ['dist/a.js'],
  needs: [],
  ...changes,
});

test('packages with the same text share it', () => {
  const two = sample({ location: 'node_modules/two', name: 'two', repository: 'https://two.example' });
  const three = sample({
    name: 'three',
    licence: 'ISC',
    texts: [
      { file: 'LICENSE', text: 'ISC' },
      { file: 'NOTICE', text: 'Of three.' },
    ],
  });
  expect(notices([sample({}), two, three])).toBe(`Stackpin contains code of these packages, under their own licences.

one 1.0.0 (MIT)
two 1.0.0 (MIT)
  https://two.example
three 1.0.0 (ISC)

${'-'.repeat(80)}
one 1.0.0
two 1.0.0
${'-'.repeat(80)}

MIT

Permission

${'-'.repeat(80)}
three 1.0.0
${'-'.repeat(80)}

ISC

Of three.
`);
});

test('a licence that is not allowed ends it', () => {
  expect(() => notices([sample({ licence: 'GPL-3.0-only' })])).toThrow(
    new Error('one has the licence GPL-3.0-only, which licences.ts does not allow in what is shipped.'),
  );
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND GPL-3.0-only', false],
  ['MIT AND ISC', true],
  ['GPL-3.0-only OR MIT AND ISC', true],
  ['(MIT OR GPL-3.0-only) AND GPL-2.0-only', false],
  ['', false],
])('%s: %s', (expression, allowed) => {
  expect(isAllowed(expression, SHIPPED)).toBe(allowed);
});
