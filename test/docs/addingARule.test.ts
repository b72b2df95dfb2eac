import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODES } from '../../server/src/analysis/finding.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/adding-a-rule.md');

test('the page names every scope of a rule', () => {
  const rule = /export interface Rule \{([\s\S]*?)^\}/m.exec(read('server/src/analysis/rule.ts'))?.[1] ?? '';
  const scopes = [...rule.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, scope]) => scope);
  expect([...page.matchAll(/^ {3}\| `(\w+)` /gm)].map(([, scope]) => scope)).toEqual(scopes);
});

test('the page names every key of the texts of a page', () => {
  const docs = /export interface CodeDocs \{([\s\S]*?)^\}/m.exec(read('server/src/analysis/codeDocs.ts'))?.[1] ?? '';
  const required = [...docs.matchAll(/^ {2}readonly (\w+):/gm)].map(([, key = '']) => key);
  expect(required.length).toBeGreaterThan(0);
  expect(required.filter((key) => !new RegExp(`^ {5}${key}: `, 'm').test(page))).toEqual([]);
});

test('the code of the example is none that there is', () => {
  expect(page).toContain("code: 'missing-version'");
  expect(CODES).not.toContain('missing-version');
});
