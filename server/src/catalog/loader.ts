/** Opens the bundled catalog: names at once, entries when they are first asked for. */
import type { Catalog, CatalogMetadata, Component, ComponentSummary } from './model.ts';

/** What `npm run generate` writes to server/generated/catalog.js. */
export interface CatalogBundle {
  readonly metadata: CatalogMetadata;
  /** In alphabetical order of ids. */
  readonly index: readonly ComponentSummary[];
  /** The JSON text of each component, by id. */
  readonly entries: { readonly [id: string]: string };
}

/** A catalog over a bundle. Nothing is decoded before `component` asks for it; what was decoded is kept. */
export function openCatalog(bundle: CatalogBundle): Catalog {
  const summaries = new Map(bundle.index.map((summary) => [summary.id, summary]));
  const aliases = new Map<string, string>();
  for (const { id, aliases: names } of bundle.index) for (const alias of names) aliases.set(alias.toLowerCase(), id);
  const ids = bundle.index.map(({ id }) => id);
  const decoded = new Map<string, Component>();
  return {
    metadata: bundle.metadata,
    ids: () => ids,
    summary: (id) => summaries.get(id),
    idOfAlias: (alias) => aliases.get(alias.toLowerCase()),
    component: (id) => {
      const known = decoded.get(id);
      if (known !== undefined || !Object.hasOwn(bundle.entries, id)) return known;
      const component = JSON.parse(bundle.entries[id] ?? '') as Component;
      decoded.set(id, component);
      return component;
    },
    decodedEntries: () => decoded.size,
  };
}

/** What the index keeps of a component. */
export function summaryOf(component: Component): ComponentSummary {
  const { id, name, layer, description, status } = component;
  return { id, name, layer, description, status, aliases: component.aliases ?? [], provides: component.provides ?? [] };
}

/** The bundle of a few components at hand, in alphabetical order of ids. */
export function bundleOf(metadata: CatalogMetadata, components: readonly Component[]): CatalogBundle {
  const sorted = [...components].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    metadata,
    index: sorted.map(summaryOf),
    entries: Object.fromEntries(sorted.map((component) => [component.id, JSON.stringify(component)])),
  };
}
