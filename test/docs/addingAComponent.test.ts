import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintCatalogs } from '../../server/src/catalog/lint/lint.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';
import { bundledCatalog } from '../support/compiled.ts';

const page = readFileSync(new URL('../../docs/adding-a-component.md', import.meta.url), 'utf8');

test('the worked example is a catalog that the lint has nothing against', () => {
  const { catalog, problems } = readCatalog(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
  expect(problems).toEqual([]);
  if (catalog === undefined) throw new Error('The example is no catalog.');
  expect(catalog.components.map(({ id }) => id)).toEqual(['example-proxy']);
  const dated = { ...catalog, metadata: { ...catalog.metadata, updated: '2026-11-24' } };
  const options = { base: bundledCatalog(), house: true };
  expect(lintCatalogs([{ name: 'example', catalog: dated, isWritten: () => true }], options)).toEqual([[]]);
});
