/** The catalog, opened one way or the other, and one manifest that is checked by it. */
import { readFileSync } from 'node:fs';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { openCatalog, summaryOf } from '../../server/src/catalog/loader.ts';
import type { Catalog, CatalogMetadata, Component } from '../../server/src/catalog/model.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';

/** The whole catalog as one document. */
export interface WholeCatalog {
  readonly metadata: CatalogMetadata;
  readonly components: readonly Component[];
}

/** Opens the compiled catalog: the index alone. */
export function openCompiled(path: string): Catalog {
  const decoder = new TextDecoder();
  const catalog = openCatalog(readFileSync(path), {
    decode: (bytes) => decoder.decode(bytes),
    damaged: (id) => {
      throw new Error(`The entry of ${id} is damaged.`);
    },
  });
  if ('failed' in catalog) throw new Error(`${path}: ${catalog.failed}.`);
  return catalog;
}

/** Parses the whole catalog at once. */
export function openWhole(path: string): Catalog {
  const { metadata, components } = JSON.parse(readFileSync(path, 'utf8')) as WholeCatalog;
  const byId = new Map(components.map((component) => [component.id, component]));
  const summaries = new Map(components.map((component) => [component.id, summaryOf(component)]));
  const aliases = new Map(components.flatMap(({ id, aliases: names = [] }) => names.map((name) => [name, id])));
  return {
    metadata,
    ids: () => [...byId.keys()],
    summary: (id) => summaries.get(id),
    idOfAlias: (alias) => aliases.get(alias.toLowerCase()),
    component: (id) => byId.get(id),
    decodedEntries: () => byId.size,
  };
}

/** Every component of a compiled catalog. */
export function everything(path: string): WholeCatalog {
  const catalog = openCompiled(path);
  return { metadata: catalog.metadata, components: catalog.ids().flatMap((id) => catalog.component(id) ?? []) };
}

/** Where the catalog is that is shipped. */
export const BUNDLED = 'dist/catalog/bundled.catalog.jsonl';

/** A manifest whose ten components bring no others along. */
export const MANIFEST = 'examples/vsphere-cluster-api.stack.yaml';

/** What it took to open a catalog and to come to the first verdict by it. In a process of its own, with `--expose-gc`. */
export function measureCatalog(way: string, path: string, date: string): Record<string, number> {
  const text = readFileSync(MANIFEST, 'utf8');
  const before = memory();
  const start = performance.now();
  const catalog = way === 'whole' ? openWhole(path) : openCompiled(path);
  const opened = performance.now();
  const { pins, pairsKnown } = check(catalog, text, date);
  const judged = performance.now();
  const after = memory();
  if (pins !== 10 || pairsKnown === 0) throw new Error(`${MANIFEST} has ${pins} pins and ${pairsKnown} known pairs.`);
  return {
    open: opened - start,
    verdict: judged - start,
    heap: (after.heap - before.heap) / 1e6,
    memory: (after.all - before.all) / 1e6,
    decoded: catalog.decodedEntries(),
  };
}

/** Bytes on the heap, and on it and beside it, after a collection. */
function memory(): { readonly heap: number; readonly all: number } {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed, all: heapUsed + external };
}

/** Checks a manifest; gives what shows that it was checked. */
function check(catalog: Catalog, text: string, date: string): { pins: number; pairsKnown: number } {
  const [stack] = analyze(parseYaml(text), { catalog, date, severities: {} }).stacks;
  return { pins: stack?.coverage.pins ?? 0, pairsKnown: stack?.coverage.pairsKnown ?? 0 };
}
