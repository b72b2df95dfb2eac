/** The example of a catalog of one's own, as its page and its manifest use it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintReadings } from '../../server/src/catalog/lint/lintReadings.ts';
import { LINT_CODES } from '../../server/src/catalog/lint/problem.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';
import { bundledCatalog } from '../support/compiled.ts';

const textOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = textOf('docs/catalog-format.md');
const example = textOf('examples/in-house.catalog.yaml');

test('the lint finds nothing in the example', () => {
  const [problems] = lintReadings([{ name: 'in-house.catalog.yaml', reading: readCatalog(example) }], bundledCatalog());
  expect(problems).toEqual([]);
});

test('the page shows it as it is', () => {
  expect(page).toContain(`\`\`\`yaml\n${example}\`\`\``);
});

test('the page tells what to do about each code of the lint, in order', () => {
  const codes = [...page.matchAll(/^### ([a-z-]+)$/gm)].map(([, code]) => code);
  expect(codes).toEqual([...LINT_CODES]);
});

test('each example of a code is told by it', () => {
  const sections = [...page.matchAll(/^### ([a-z-]+)\n(?:(?!^#)[\s\S])*?```yaml\n([\s\S]*?)```/gm)];
  const head = 'apiVersion: stackpin/v1\nkind: Catalog\nmetadata: {name: acme, updated: 2026-11-20}\ncomponents:\n';
  for (const [, code = '', components = ''] of sections) {
    const sourced = code === 'no-source' ? head : head.replace('20}', '20, source: "https://wiki.acme.example"}');
    // An example may need another format.
    const [, format = 'stackpin/v1'] = /^# apiVersion: (.*)$/m.exec(components) ?? [];
    const text = sourced.replace('stackpin/v1', format) + components;
    const [problems = []] = lintReadings([{ name: 'acme', reading: readCatalog(text) }], bundledCatalog());
    expect(
      problems.map((problem) => problem.code),
      code,
    ).toEqual([code]);
  }
  expect(sections.map(([, code]) => code)).toEqual(LINT_CODES.filter((code) => code !== 'bad-source'));
});
