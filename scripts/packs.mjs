// Bundles a Node program into a few files, of which the later ones are loaded when they are first needed: what the entry
// imports goes into the first, and what is only reached by `import()` into the others. esbuild splits ES modules alone, and
// into as many pieces as there are sets of users; so its pieces are joined again, each into the first file that needs it.
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { build, inputsOf, remember } from './bundled.mjs';

/**
 * @typedef {{ readonly file: string, readonly roots: readonly string[] }} Pack a file to be written, and the modules that it
 *   is loaded for
 * @typedef {{ readonly text: string, readonly imports: readonly string[], readonly inputs: readonly string[],
 *   readonly root: string | undefined }} Piece
 */

/**
 * Writes the files. The first exports what the entry exports.
 * @param {import('esbuild').BuildOptions} options how a Node program is bundled
 * @param {string} outdir where the files are written
 * @param {readonly Pack[]} packs in the order in which they are loaded; the one root of the first is the entry, and each
 *   module that is imported by `import()` is a root of another
 * @returns what was written
 */
export async function bundlePacks(options, outdir, packs) {
  const pieces = await split(options, packs);
  const homes = homesOf(pieces, packs);
  return Promise.all(packs.map((pack) => joined(options, outdir, pack, pieces, homes)));
}

/** The program in pieces, by name. */
async function split(/** @type {import('esbuild').BuildOptions} */ options, /** @type {readonly Pack[]} */ packs) {
  const { outputFiles, metafile } = await esbuild.build({
    ...options,
    minify: false,
    ...(options.sourcemap ? { sourcemap: 'inline' } : {}),
    format: 'esm',
    splitting: true,
    entryPoints: [...packs[0].roots],
    outdir: 'pieces',
    write: false,
    metafile: true,
  });
  const roots = new Set(packs.flatMap((pack) => pack.roots));
  /** @type {Map<string, Piece>} */
  const pieces = new Map();
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const { imports, entryPoint } = output;
    if (entryPoint !== undefined && !roots.delete(entryPoint)) {
      throw new Error(`${entryPoint} is loaded by import(), but build.mjs names no file that it goes into.`);
    }
    const name = basename(path);
    pieces.set(name, {
      text: outputFiles.find((file) => basename(file.path) === name)?.text ?? '',
      imports: imports.flatMap((one) => (one.kind === 'import-statement' && !one.external ? basename(one.path) : [])),
      inputs: inputsOf(output),
      root: entryPoint,
    });
  }
  for (const root of roots) throw new Error(`${root} has a file in build.mjs, but nothing loads it by import().`);
  return pieces;
}

/** The file that each piece goes into: the first that needs it at once. */
function homesOf(/** @type {Map<string, Piece>} */ pieces, /** @type {readonly Pack[]} */ packs) {
  /** @type {Map<string, Pack>} */
  const homes = new Map();
  const add = (/** @type {string} */ name, /** @type {Pack} */ pack) => {
    if (homes.has(name)) return;
    homes.set(name, pack);
    for (const other of pieces.get(name)?.imports ?? []) add(other, pack);
  };
  for (const pack of packs) {
    for (const [name, { root }] of pieces) if (root !== undefined && pack.roots.includes(root)) add(name, pack);
  }
  return homes;
}

/** Writes one file. Its pieces are exported under their names, and those of other files are required from there. */
async function joined(options, outdir, pack, pieces, homes) {
  const own = [...pieces.keys()].filter((name) => homes.get(name) === pack);
  const contents = own.map((name) => `export * as ${JSON.stringify(name)} from './${name}';`);
  const entry = own.find((name) => pieces.get(name)?.root === pack.roots[0]);
  if ([...homes.values()][0] === pack) contents.push(`export * from './${entry}';`);
  const outfile = join(outdir, pack.file);
  await build({
    ...options,
    format: 'cjs',
    stdin: { contents: contents.join('\n'), resolveDir: options.absWorkingDir, sourcefile: pack.file },
    outfile,
    // In a script, Node's own import() would start the loader of ES modules.
    supported: { 'dynamic-import': false },
    plugins: [
      {
        name: 'pieces',
        setup(builder) {
          builder.onResolve({ filter: /^\.\/[^/]+\.js$/ }, ({ path, namespace }) => {
            if (namespace === 'elsewhere') return { path, external: true };
            const home = homes.get(basename(path));
            if (home === undefined) return undefined;
            return { path: basename(path), namespace: home === pack ? 'piece' : 'elsewhere' };
          });
          builder.onLoad({ filter: /.*/, namespace: 'piece' }, ({ path }) => ({ contents: pieces.get(path)?.text }));
          builder.onLoad({ filter: /.*/, namespace: 'elsewhere' }, ({ path }) => ({
            contents: `module.exports = require('./${homes.get(path)?.file}')[${JSON.stringify(path)}];`,
          }));
        },
      },
    ],
  });
  remember(
    outfile,
    own.flatMap((name) => pieces.get(name)?.inputs ?? []),
  );
  return outfile;
}
