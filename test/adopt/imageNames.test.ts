/** catalog/images.yaml: who says it stands beside every row, and no name is of two components. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { imageRow } from '../../server/src/adopt/images.ts';
import { isIsoDate } from '../../server/src/catalog/dates.ts';
import { bundledCatalog } from '../support/compiled.ts';

interface Row {
  readonly component: string;
  readonly source: string;
  readonly checked: string;
}
interface Names {
  readonly images: readonly (Row & { repositories: string[]; prefix?: string; suffixes?: string[] })[];
  readonly charts: readonly (Row & { names: string[]; repository: string; sameVersion?: true })[];
}

const { images, charts }: Names = parse(readFileSync(new URL('../../catalog/images.yaml', import.meta.url), 'utf8'));
const catalog = bundledCatalog();

test('every row names a component of the catalog, an https address and the day on which it was read', () => {
  for (const row of [...images, ...charts]) {
    expect([row.component, catalog.summary(row.component)?.id]).toEqual([row.component, row.component]);
    expect(row.source).toMatch(/^https:\/\/[^\s]+\.[^\s]+$/);
    expect([row.checked, isIsoDate(row.checked)]).toEqual([row.checked, true]);
  }
});

test('a row has no other keys than those that are documented', () => {
  const documented = new Set(['component', 'repositories', 'prefix', 'suffixes', 'source', 'checked']);
  expect(images.flatMap((row) => Object.keys(row)).filter((key) => !documented.has(key))).toEqual([]);
  const ofCharts = new Set(['component', 'names', 'repository', 'sameVersion', 'source', 'checked']);
  expect(charts.flatMap((row) => Object.keys(row)).filter((key) => !ofCharts.has(key))).toEqual([]);
});

test('no image and no chart is of two components', () => {
  const repositories = images.flatMap((row) => row.repositories);
  expect(repositories.filter((one, at) => repositories.indexOf(one) !== at)).toEqual([]);
  const places = charts.flatMap((row) => row.names.map((name) => `${row.repository}/${name}`));
  expect(places.filter((one, at) => places.indexOf(one) !== at)).toEqual([]);
});

test('images are written as they are looked up, with Docker Hub left out, and rows stand in the order of components', () => {
  for (const { component, repositories } of images)
    for (const one of repositories) {
      expect([one, /^(?:docker\.io|library)\/|[:@]/.test(one)]).toEqual([one, false]);
      expect([one, imageRow(one)?.component]).toEqual([one, component]);
    }
  const order = images.map(({ component }) => component);
  expect(order).toEqual([...order].sort());
});

test('the page on imports counts them right', () => {
  const page = readFileSync(new URL('../../docs/import.md', import.meta.url), 'utf8');
  const repositories = images.flatMap((row) => row.repositories).length;
  const components = new Set(images.map(({ component }) => component)).size;
  expect(page).toContain(`has ${repositories} of them, of ${components} components`);
});
