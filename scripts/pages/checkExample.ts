/** Checks the examples of pages, as an editor would that has their folder open. */
import type { Analysis } from '../../server/src/analysis/analysis.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Example, ExampleFile } from '../../server/src/analysis/codeDocs.ts';
import { type CatalogReader, withOwnCatalogs } from '../../server/src/analysis/ownCatalogs.ts';
import type { Catalog } from '../../server/src/catalog/model.ts';
import { overlayCatalogs } from '../../server/src/catalog/overlay.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';
import type { ManifestSource } from '../../server/src/composition/layers.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { readStacks } from '../../server/src/manifest/read.ts';

/** The day as of which examples are checked: what they say would change with the calendar otherwise. */
export const EXAMPLE_DAY = '2026-11-24';

/** Where the files of an example are said to be. */
export const EXAMPLE_ROOT = 'file:///example/';

/** A manifest of an example, checked. */
export interface CheckedExample {
  readonly name: string;
  readonly analysis: Analysis;
}

/** Checks all manifests of an example (`*.stack.yaml`); its catalogs are read where they are named. */
export async function checkExample(example: Omit<Example, 'words'>, catalog: Catalog): Promise<CheckedExample[]> {
  const { files, workspace = '' } = example;
  const context = { catalog, date: EXAMPLE_DAY, severities: {} };
  const source = sourceOf(files, EXAMPLE_ROOT + workspace);
  const checked: CheckedExample[] = [];
  for (const { name, text } of files) {
    if (!name.endsWith('.stack.yaml')) continue;
    const uri = EXAMPLE_ROOT + name;
    const file = parseYaml(text);
    const origin = { uri, source };
    const analysis = analyze(file, await withOwnCatalogs(file, context, readerOf(files, uri, catalog), origin), origin);
    checked.push({ name, analysis });
  }
  return checked;
}

function sourceOf(files: readonly ExampleFile[], folder: string): ManifestSource {
  const read = new Map(
    files.map(({ name, text }) => {
      const uri = EXAMPLE_ROOT + name;
      return [uri, { uri, manifests: readStacks(parseYaml(text)) }] as const;
    }),
  );
  return {
    resolve: (path, from) => new URL(path, from).href,
    isInside: (uri) => uri.startsWith(folder),
    read: (uri) => read.get(uri) ?? { failed: 'there is no such file' },
  };
}

function readerOf(files: readonly ExampleFile[], manifest: string, below: Catalog): CatalogReader {
  const texts = new Map(files.map(({ name, text }) => [EXAMPLE_ROOT + name, text]));
  return {
    read: async ({ text: path, from }) => {
      const text = texts.get(new URL(path, from ?? manifest).href);
      if (text === undefined) return { kind: 'missing', why: 'there is no such file' };
      const { catalog, problems } = readCatalog(text);
      return catalog === undefined ? { kind: 'invalid', problems } : { kind: 'read', catalog };
    },
    lay: (_, catalogs) => overlayCatalogs(below, catalogs),
  };
}
