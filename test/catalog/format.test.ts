import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import schema from '../../schemas/catalog.schema.json';
import { LAYERS } from '../../server/src/catalog/model.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';

const page = readFileSync(new URL('../../docs/catalog-format.md', import.meta.url), 'utf8');

/** The names of all keys that the schema knows, at any depth. */
function keysOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => [
    ...(name === 'properties' ? Object.keys(value) : []),
    ...keysOf(value),
  ]);
}

test('the page of the format names every key of the schema', () => {
  const missing = [...new Set(keysOf(schema))].filter((key) => !new RegExp(`[\`.]${key}[\`:]`).test(page));
  expect(missing).toEqual([]);
});

test('the example of the page is a catalog', () => {
  const example = /## An example\n\n```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { catalog, problems } = readCatalog(example);
  expect(problems).toEqual([]);
  expect(catalog?.components.map(({ id, name }) => [id, name])).toEqual([['in-house-gateway', 'In-house gateway']]);
});

test('the schema has the layers of the model', () => {
  expect(schema.$defs.component.properties.layer.enum).toEqual(LAYERS);
  for (const layer of LAYERS) expect(page).toContain(layer);
});
