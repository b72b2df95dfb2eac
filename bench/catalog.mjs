// What the catalog costs: its size in the packed extension, the time to open it, the time to the first verdict, and the
// memory after it; each beside parsing the whole catalog as one JSON document. Times and memory are medians over fresh
// processes, the two ways in turn. Needs `npm run generate`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { COMPILED_CATALOG } from '../scripts/build-catalog.mjs';

const PROCESSES = 15;
/** Its ten components bring no others along. */
const MANIFEST = 'examples/vsphere-cluster-api.stack.yaml';
const DATE = '2026-11-24';
/** What the packed extension may grow by. */
const MOST_PACKED = 1_000_000;

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const [mode, work, file] = process.argv.slice(2);
if (mode === undefined) await compare();
else await measure();

/** One process: opens, checks, and prints what it took. */
async function measure() {
  const { openCompiled, openWhole, check } = await import(pathToFileURL(work).href);
  const text = readFileSync(at(MANIFEST), 'utf8');
  const before = memory();
  const start = performance.now();
  const catalog = mode === 'compiled' ? openCompiled(file) : openWhole(file);
  const opened = performance.now();
  const { pins, pairsKnown } = check(catalog, text, DATE);
  const judged = performance.now();
  const after = memory();
  if (pins !== 10 || pairsKnown === 0) throw new Error(`${MANIFEST} has ${pins} pins and ${pairsKnown} known pairs.`);
  const result = {
    open: opened - start,
    verdict: judged - start,
    heap: (after.heap - before.heap) / 1e6,
    memory: (after.all - before.all) / 1e6,
    decoded: catalog.decodedEntries(),
  };
  process.stdout.write(JSON.stringify(result));
}

/** Bytes on the heap, and on it and beside it, after a collection. */
function memory() {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed, all: heapUsed + external };
}

/** Runs both ways in turn and prints the table. */
async function compare() {
  const folder = mkdtempSync(join(tmpdir(), 'stackpin-bench-'));
  try {
    const outfile = join(folder, 'work.mjs');
    await build({
      entryPoints: [at('bench/work.ts')],
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      banner: { js: `import { createRequire } from 'node:module';const require = createRequire(import.meta.url);` },
      target: 'node20',
      outfile,
      logLevel: 'warning',
    });
    const compiled = at(COMPILED_CATALOG);
    const whole = join(folder, 'whole.json');
    const { everything } = await import(pathToFileURL(outfile).href);
    const all = everything(compiled);
    writeFileSync(whole, JSON.stringify(all));
    print(all.components, [compiled, whole].map(sizes), runs(outfile, compiled, whole));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runs(/** @type {string} */ outfile, /** @type {string} */ compiled, /** @type {string} */ whole) {
  const results = { compiled: [], whole: [] };
  for (let run = 0; run < PROCESSES; run += 1) {
    for (const [name, path] of Object.entries({ compiled, whole })) {
      const args = ['--expose-gc', fileURLToPath(import.meta.url), name, outfile, path];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      results[name].push(JSON.parse(stdout));
    }
  }
  return results;
}

function sizes(/** @type {string} */ path) {
  const bytes = readFileSync(path);
  // vsce packs at zlib's default level.
  return { raw: bytes.length, packed: deflateRawSync(bytes).length };
}

function print(components, [compiledSize, wholeSize], results) {
  const versions = components.flatMap(({ versions: { lines } }) => lines.flatMap((line) => line.versions)).length;
  const median = (name, figure) =>
    results[name].map((result) => result[figure]).sort((a, b) => a - b)[Math.floor(PROCESSES / 2)];
  const rows = [
    ['size (kB)', compiledSize.raw / 1e3, wholeSize.raw / 1e3, 0],
    ['packed in the extension (kB)', compiledSize.packed / 1e3, wholeSize.packed / 1e3, 0],
    ['open (ms)', median('compiled', 'open'), median('whole', 'open'), 1],
    ['open to first verdict (ms)', median('compiled', 'verdict'), median('whole', 'verdict'), 1],
    ['heap after it (MB)', median('compiled', 'heap'), median('whole', 'heap'), 1],
    ['heap and buffers (MB)', median('compiled', 'memory'), median('whole', 'memory'), 1],
    ['entries decoded', median('compiled', 'decoded'), median('whole', 'decoded'), 0],
  ];
  console.log(`${components.length} components, ${versions} versions; ${MANIFEST}`);
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; medians of ${PROCESSES} processes\n`,
  );
  console.log(`${''.padEnd(30)}${['compiled', 'one JSON', 'ratio'].map((head) => head.padStart(10)).join('')}`);
  for (const [name, lazy, all, digits] of rows) {
    const cells = [lazy.toFixed(digits), all.toFixed(digits), (lazy / all).toFixed(2)];
    console.log(`${name.padEnd(30)}${cells.map((cell) => cell.padStart(10)).join('')}`);
  }
  const share = Math.round((100 * compiledSize.packed) / MOST_PACKED);
  console.log(`\nThe packed extension may grow by ${MOST_PACKED / 1e3} kB; the catalog takes ${share} % of it.`);
}
