/** What the sources at hand give, from their texts to the manifest, by the bundled catalog. */
import { importedPins, manifestText } from '../../server/src/adopt/manifest.ts';
import { readSource } from '../../server/src/adopt/readSource.ts';
import { recognise } from '../../server/src/adopt/recognise.ts';
import { reasonWords } from '../../server/src/adopt/words.ts';
import type { Catalog } from '../../server/src/catalog/model.ts';
import { catalogOf } from '../support/compiled.ts';
import { COMPONENTS } from './components.ts';

/** A catalog of a few components with their real names; what is said of their versions is made up. */
export const CATALOG = catalogOf({ name: 'test', version: '1.0.0', updated: '2026-11-01' }, COMPONENTS);

export interface Adopted {
  /** The manifest without its head. */
  readonly components: string;
  /** "path:line: what: why" */
  readonly not: readonly string[];
}

/** Reads files, by path, and writes what was recognised. */
export function adopted(files: { readonly [path: string]: string }, catalog: Catalog = CATALOG): Adopted {
  const readings = Object.entries(files).flatMap(([path, text]) => readSource(path, text) ?? []);
  const { found, notRecognised } = recognise(readings, catalog);
  const text = manifestText('shop', importedPins(found, catalog));
  return {
    components: text.slice(text.indexOf('components:')),
    not: notRecognised.map((one) => `${one.path}:${one.line}: ${one.what}: ${reasonWords(one)}`),
  };
}

/** The manifest's components as they are written, line by line. */
export function componentLines(...lines: readonly string[]): string {
  return lines.length === 0 ? 'components: {}\n' : `components:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
