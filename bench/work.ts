/** What a process of the benchmark does: open the catalog one way or the other, and check one manifest by it. */
import { readFileSync } from 'node:fs';
import { analyze } from '../server/src/analysis/analyze.ts';
import { openCatalog, summaryOf } from '../server/src/catalog/loader.ts';
import type { Catalog, CatalogMetadata, Component } from '../server/src/catalog/model.ts';
import { parseYaml } from '../server/src/manifest/parse.ts';

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

/** Checks a manifest; gives what shows that it was checked. */
export function check(catalog: Catalog, text: string, date: string): { pins: number; pairsKnown: number } {
  const [stack] = analyze(parseYaml(text), { catalog, date, severities: {} }).stacks;
  return { pins: stack?.coverage.pins ?? 0, pairsKnown: stack?.coverage.pairsKnown ?? 0 };
}
