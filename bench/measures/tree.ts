/** The command line on a large tree: on one thread and on all cores, beside a general linter of YAML by a schema. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { AS_OF, type KnownPin } from '../documents/known.ts';
import { stackTree, type TreeFile } from '../documents/tree.ts';
import type { Figures } from '../figures.ts';
import { WORK } from '../inProcess/work.ts';
import type { Plan } from '../plan.ts';
import { shown, shownRatio, type Table } from '../report/table.ts';
import { PEERS } from '../servers.ts';

/** The columns. */
const ONE = 'one thread';
const ALL = 'all cores';
const LINTER = 'v8r';
const LINTER_AT_ONCE = 'v8r, one process';

/** v8r ends with it when a file is invalid, and with 1 when it could not do its work. */
const INVALID = 99;

/** Writes the most memory that its process had to a file; of the whole process, threads included (getrusage, in KiB). */
const PEAK = `const { isMainThread } = require('node:worker_threads');
if (isMainThread) process.on('exit', () => require('node:fs').writeFileSync(
  process.env.STACKPIN_BENCH_PEAK, String(process.resourceUsage().maxRSS)));\n`;

/** A drawn tree, checked by each in turn. */
export function measureTree(
  { manifests, linted, rounds }: Plan,
  { pins, schema }: { readonly pins: readonly KnownPin[]; readonly schema: string },
  figures: Figures,
  tell: (message: string) => void,
): void {
  const folder = mkdtempSync(join(tmpdir(), 'stackpin-bench-'));
  try {
    const files = stackTree(manifests, pins);
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    // Every so many-th: bases and others, right ones and wrong ones.
    const step = Math.max(1, Math.floor(files.length / linted));
    const sample = files.filter((_, index) => index % step === 0).slice(0, linted);
    for (let round = 0; round < rounds; round += 1) {
      tell(`round ${round + 1}: a tree of ${manifests} manifests`);
      const both = [
        () => measured(ONE, files, figures, () => check(folder, files, 1)),
        () => measured(ALL, files, figures, () => check(folder, files, availableParallelism())),
      ];
      for (const run of round % 2 === 0 ? both : both.reverse()) run();
      tell(`round ${round + 1}: ${LINTER} on ${sample.length} of them`);
      for (const file of sample) measured(LINTER, [file], figures, () => lint(folder, [file], schema));
      measured(LINTER_AT_ONCE, sample, figures, () => lint(folder, sample, schema));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds for a manifest, and the peak of memory in MiB. */
function measured(of: string, files: readonly TreeFile[], figures: Figures, run: () => void): void {
  const start = performance.now();
  run();
  figures.add({ of, what: 'tree.each' }, (performance.now() - start) / files.length);
  figures.add({ of, what: 'tree.peak' }, Number(readFileSync(peakFile(), 'utf8')) / 1024);
}

function peakFile(): string {
  return resolve(WORK, 'peak.txt');
}

function start(args: readonly string[], cwd: string): SpawnSyncReturns<string> {
  const hook = resolve(WORK, 'peak.cjs');
  writeFileSync(hook, PEAK);
  rmSync(peakFile(), { force: true });
  return spawnSync(process.execPath, ['--require', hook, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, STACKPIN_BENCH_PEAK: peakFile() },
  });
}

/** What is wrong by the schema has to be found, whatever else is. */
function check(cwd: string, files: readonly TreeFile[], threads: number): void {
  const args = ['check', '--as-of', AS_OF, '--format', 'json', '--threads', String(threads)];
  const { status, stdout, stderr } = start([resolve('dist/cli/stackpin.js'), ...args], cwd);
  const wrong = [...stdout.matchAll(/"code": "schema"/g)].length;
  if (status !== 1 || wrong !== wrongIn(files))
    throw new Error(`stackpin check ended with ${status} and found ${wrong} of ${wrongIn(files)}: ${stderr}`);
}

function lint(cwd: string, files: readonly TreeFile[], schema: string): void {
  const paths = files.map(({ path }) => path);
  // Of no file it asks the network for a schema, and nothing of it is cached.
  const args = ['--schema', schema, '--cache-ttl', '0', '--no-ignore', ...paths];
  const { status, stderr } = start([join(PEERS, 'v8r/src/index.js'), ...args], cwd);
  const wrong = [...stderr.matchAll(/ is invalid$/gm)].length;
  if (status !== (wrongIn(files) > 0 ? INVALID : 0) || wrong !== wrongIn(files))
    throw new Error(`v8r ended with ${status} and found ${wrong} of ${wrongIn(files)}: ${stderr.slice(0, 500)}`);
}

function wrongIn(files: readonly TreeFile[]): number {
  return files.filter(({ isWrong }) => isWrong).length;
}

/** One table. */
export function treeTable(figures: Figures, { manifests, linted }: Plan): Table {
  const of = (name: string, what: string): number | undefined => figures.median({ of: name, what: `tree.${what}` });
  const each = of(ONE, 'each');
  const row = (name: string, title = name): string[] => {
    const own = of(name, 'each');
    return [
      title,
      shown(own),
      shown(own === undefined ? undefined : 1000 / own),
      shownRatio(own, each),
      shown(of(name, 'peak')),
    ];
  };
  return {
    title: `\`stackpin check\` on a tree of ${manifests.toLocaleString('en')} manifests`,
    note: `Milliseconds of a whole process for a manifest, and how many manifests that is in a second; the most memory of a process in MiB. v8r validates ${linted} of them by a schema of the same content, each in a process of its own and then all in one.`,
    head: ['', 'ms a manifest', 'manifests/s', `beside ${ONE}`, 'peak MiB'],
    rows: [
      row(ONE, `stackpin check, ${ONE}`),
      row(ALL, `stackpin check, ${ALL} (${availableParallelism()})`),
      row(LINTER, 'v8r, a process a file'),
      row(LINTER_AT_ONCE),
    ],
  };
}

/** Columns that claims are about. */
export const TREE_COLUMNS = { one: ONE, all: ALL, linter: LINTER } as const;
