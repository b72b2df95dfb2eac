import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import schema from '../../schemas/stack.schema.json';
import { checkExample } from '../../scripts/pages/checkExample.ts';
import type { EffectiveStack } from '../../server/src/analysis/analysis.ts';
import type { ExampleFile } from '../../server/src/analysis/codeDocs.ts';
import { CODES } from '../../server/src/analysis/finding.ts';
import { LAYERS } from '../../server/src/catalog/model.ts';
import { bundledCatalog } from '../support/compiled.ts';

const page = readFileSync(new URL('../../docs/manifest.md', import.meta.url), 'utf8');
const catalog = bundledCatalog();

/** Each section with its files: those that the text names stand in one folder, the others each alone. */
const sections = page.split(/^## /m).map((section) => {
  const title = section.slice(0, section.indexOf('\n'));
  const files: ExampleFile[] = [];
  const alone: string[] = [];
  for (const [, name, text = ''] of section.matchAll(/(?:^`([\w.-]+\.yaml)`:\n\n)?^```yaml\n([\s\S]*?)^```/gm)) {
    if (name === undefined) alone.push(text);
    else files.push({ name, text });
  }
  return { title, section, files, alone };
});

/** The values of a key of JSON objects, at any depth. */
function valuesOf(part: unknown, name: string): unknown[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => [...(key === name ? [value] : []), ...valuesOf(value, name)]);
}

test('the page has every key of the schema, and every value that the schema lists', () => {
  const keys = valuesOf(schema, 'properties').flatMap((properties) => Object.keys(properties as object));
  const values = valuesOf(schema, 'enum').flat();
  const missing = [...new Set([...keys, ...values])].filter((name) => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
  for (const layer of LAYERS) expect(page).toContain(`\`${layer}\``);
});

test('the example with everything in it has every key of the schema', () => {
  const example = sections.find(({ title }) => title === 'An example')?.files[0]?.text ?? '';
  const keys = new Set(valuesOf(schema, 'properties').flatMap((properties) => Object.keys(properties as object)));
  expect([...keys].filter((key) => !new RegExp(`(^|[ {-])${key}:`, 'm').test(example))).toEqual([]);
});

describe('the examples', () => {
  const examples = sections.flatMap(({ title, files, alone }) => [
    ...(files.length === 0 ? [] : [[title, files] as const]),
    ...alone.map((text) => [title, [{ name: 'platform.stack.yaml', text }]] as const),
  ]);

  test.each(examples)('of "%s" are whole, and nothing is to be mended in them', async (_, files) => {
    for (const { text } of files) expect(text).toMatch(/^apiVersion: stackpin\/v1\nkind: /);
    const checked = await checkExample({ files }, catalog);
    const told = checked.flatMap(({ analysis }) =>
      analysis.findings.filter(({ severity }) => severity === 'error' || severity === 'warning'),
    );
    expect(told.map(({ message }) => message)).toEqual([]);
  });

  test('are found', () => {
    expect(examples.map(([title]) => title)).toEqual([
      'An example',
      'Keys',
      'Keys',
      'What a version may be',
      'Composition',
      'Catalogs',
      'Acknowledged findings',
      'Acknowledged findings',
      'Anchors, aliases and merge keys',
    ]);
  });
});

describe('what the tables say of composed stacks is so', () => {
  const { section = '', files = [] } = sections.find(({ title }) => title === 'Composition') ?? {};
  const tables = [...section.matchAll(/^\| stack of (\S+) +(\|.*)\n\|[ -|]*\n((?:\|.*\n)+)/gm)].map(
    ([, name = '', head = '', rows = '']) => ({
      name,
      pins: cellsOf(head),
      rows: rows.trimEnd().split('\n').map(cellsOf),
    }),
  );

  test.each(tables)('$name', async ({ name, pins, rows }) => {
    const checked = await checkExample({ files }, catalog);
    const { stacks = [] } = checked.find((one) => one.name === name)?.analysis ?? {};
    const told = stacks.map((stack) => [
      stack.environment ?? 'without an environment',
      ...pins.map((pin) => versionOf(stack, pin)),
    ]);
    expect(told).toEqual(rows);
  });

  test('there are two', () => {
    expect(tables.map(({ name }) => name)).toEqual(['shop.stack.yaml', 'all.stack.yaml']);
  });
});

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

function versionOf({ pins }: EffectiveStack, name: string): string {
  return pins.find(({ entry }) => entry.instance === name)?.value?.text ?? 'none';
}

test('each code that the page names exists, and those about the manifest itself are named', () => {
  const named = new Set([...page.matchAll(/\(diagnostics\/([\w-]+)\.md\)/g)].map(([, code]) => code));
  named.delete('README');
  expect([...named].filter((code) => !CODES.some((one) => one === code))).toEqual([]);
  expect(named).toEqual(
    new Set([...named, 'yaml', 'schema', 'missing-base', 'missing-catalog', 'unused-acknowledgement']),
  );
});
