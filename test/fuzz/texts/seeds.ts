/** Texts to begin with: what the project shows and tests itself by, and the inputs of the official YAML test suite. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CODES } from '../../../server/src/analysis/finding.ts';
import { casesOf, filesOf, folders } from '../../suite/cases.ts';
import { readMarkedFiles } from '../../support/markers.ts';
import SUITE from './yaml-test-suite.json';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The texts of the YAML test suite. */
export const YAML_SUITE: readonly { readonly id: string; readonly yaml: string; readonly fails?: boolean }[] =
  SUITE.cases;

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(`${ROOT}${folder}`)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(`${ROOT}${folder}/${name}`, 'utf8'));
}

/** Manifests: examples, templates, and every file of every case of every code. */
export function manifestSeeds(): string[] {
  const cases = CODES.filter((code) => folders().includes(code)).flatMap(casesOf);
  return [
    ...filesIn('examples', '.stack.yaml'),
    ...filesIn('templates', '.stack.yaml'),
    ...cases.flatMap(({ fixture }) => filesOf(fixture).map(({ text }) => text)),
  ];
}

/** Catalogs of users. */
export function catalogSeeds(): string[] {
  return [...filesIn('examples', '.catalog.yaml'), ...filesIn('test/cli', '.catalog.yaml'), ...suiteCatalogs()];
}

function suiteCatalogs(): string[] {
  return casesOf('invalid-catalog').flatMap(({ fixture }) =>
    readMarkedFiles(fixture).flatMap(({ name, text }) => (name.endsWith('.catalog.yaml') ? text : [])),
  );
}
