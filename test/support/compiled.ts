/** The compiled catalog as tests use it: the bundled one, and those of a few components at hand. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileCatalog } from '../../server/src/catalog/compile.ts';
import { openCatalog } from '../../server/src/catalog/loader.ts';
import type { Catalog, CatalogMetadata, Component } from '../../server/src/catalog/model.ts';

/** What `npm run generate` writes. */
export const COMPILED = fileURLToPath(new URL('../../server/generated/bundled.catalog.jsonl', import.meta.url));

const encoder = new TextEncoder();

/** The bytes of a compiled catalog of these components. */
export function compiled(metadata: CatalogMetadata, components: readonly Component[]): Uint8Array {
  return compileCatalog(metadata, components, (text) => encoder.encode(text));
}

/** Opens a compiled catalog; fails on any damage. */
export function opened(bytes: Uint8Array): Catalog {
  const catalog = openCatalog(bytes, {
    decode: (some) => new TextDecoder('utf-8', { fatal: true }).decode(some),
    damaged: (id) => {
      throw new Error(`The entry of ${id} is damaged.`);
    },
  });
  if ('failed' in catalog) throw new Error(`The catalog cannot be opened: ${catalog.failed}.`);
  return catalog;
}

/** A catalog of these components. */
export function catalogOf(metadata: CatalogMetadata, components: readonly Component[]): Catalog {
  return opened(compiled(metadata, components));
}

/** The bundled catalog, with nothing decoded yet. */
export function bundledCatalog(): Catalog {
  return opened(readFileSync(COMPILED));
}
