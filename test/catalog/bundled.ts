/** The bundled catalog as its source files hold it: what the lint looks at. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Component } from '../../server/src/catalog/model.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';

const FOLDER = new URL('../../catalog/', import.meta.url);

export interface CatalogFile {
  /** `catalog/components/istio.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** All files of catalog/components, in alphabetical order. */
export function bundledFiles(): readonly CatalogFile[] {
  const names = readdirSync(new URL('components/', FOLDER)).sort();
  return names.map((name) => ({
    path: `catalog/components/${name}`,
    text: readFileSync(new URL(`components/${name}`, FOLDER), 'utf8'),
  }));
}

/** What catalog/bundled.yaml says of the whole. */
export function bundledMetadata() {
  return readCatalog(readFileSync(new URL('bundled.yaml', FOLDER), 'utf8')).catalog?.metadata;
}

/** The components of files, and what is wrong with the files. */
export function readFiles(files: readonly CatalogFile[]): {
  components: readonly Component[];
  problems: readonly string[];
} {
  const components: Component[] = [];
  const problems: string[] = [];
  for (const { path, text } of files) {
    const { catalog, problems: found } = readCatalog(text);
    problems.push(...found.map(({ message, line }) => `${path}:${line}: ${message}`));
    for (const { id, name, layer, description, status, versions, replace: _, ...rest } of catalog?.components ?? []) {
      if (
        name === undefined ||
        layer === undefined ||
        description === undefined ||
        status === undefined ||
        versions === undefined
      ) {
        problems.push(`${path}: "${id}" needs name, layer, description, status and versions.`);
      } else {
        components.push({ id, name, layer, description, status, versions, ...rest });
      }
    }
  }
  return { components, problems };
}
