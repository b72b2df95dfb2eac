// Remembers, while bundles are written, of which packages each holds something: for the licences and the bill of materials.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import * as esbuild from 'esbuild';

/** Which packages the generated validators hold something of; compile-schemas.mjs writes it. */
export const GENERATED_BUNDLED = 'server/generated/bundled.json';

/** Paths of the inputs by written file, both from the root. @type {Map<string, ReadonlySet<string>>} */
const written = new Map();

/**
 * Bundles as esbuild does, and remembers what of.
 * @param {import('esbuild').BuildOptions} options
 */
export async function build(options) {
  const result = await esbuild.build({ ...options, metafile: true });
  for (const [file, output] of Object.entries(result.metafile.outputs)) {
    if (!file.endsWith('.map')) remember(file, inputsOf(output));
  }
  return result;
}

/**
 * What is in a written file. What was read and turned out to be of no use is not.
 * @param {{ readonly inputs: { readonly [path: string]: { readonly bytesInOutput: number } } }} output
 */
export function inputsOf({ inputs }) {
  return Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
}

/**
 * Adds to what is in a written file.
 * @param {string} file
 * @param {readonly string[]} inputs
 */
export function remember(file, inputs) {
  const path = file.replaceAll('\\', '/');
  written.set(path, new Set([...(written.get(path) ?? []), ...inputs]));
}

/**
 * The folders of packages that files lie in, such as `node_modules/yaml`, in alphabetical order.
 * @param {Iterable<string>} paths
 */
export function packagesOf(paths) {
  const found = [...paths].flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(found)].sort();
}

/**
 * Writes for each file the packages that it holds something of.
 * @param {URL} root of the repository
 * @param {string} path of the JSON file, from the root
 */
export function writeBundled(root, path) {
  const generated = JSON.parse(readFileSync(new URL(GENERATED_BUNDLED, root), 'utf8'));
  const folder = dirname(GENERATED_BUNDLED);
  const packages = [...written]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, inputs]) => {
      const validators = [...inputs].flatMap((input) => (dirname(input) === folder ? generated[basename(input)] : []));
      return [file, packagesOf([...inputs, ...validators])];
    });
  writeFileSync(new URL(path, root), `${JSON.stringify(Object.fromEntries(packages), undefined, 2)}\n`);
}
