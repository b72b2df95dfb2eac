/** The command line on many files, beside a process that only parses them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AS_OF, type KnownPin } from '../documents/known.ts';
import { stackDocument } from '../documents/stack.ts';
import type { Figures } from '../figures.ts';
import { worked } from '../inProcess/work.ts';
import { childrenCpuMs } from '../protocol/processes.ts';
import { shown, shownRatio, type Table } from '../report/table.ts';
import { OURS } from '../servers.ts';

const FILES = 1000;
const LINES = 50;
const RUNS = 3;
const PARSER = 'js-yaml load';

/** The first two stay: the others rest on them. */
function rotated(pins: readonly KnownPin[], by: number): readonly KnownPin[] {
  const others = pins.slice(2);
  const start = by % others.length;
  return [...pins.slice(0, 2), ...others.slice(start), ...others.slice(0, start)];
}

/** Both in turn, over the same files; each of them with other components. */
export function measureCli(pins: readonly KnownPin[], figures: Figures, tell: (message: string) => void): void {
  tell(`the command line on ${FILES} files`);
  const folder = mkdtempSync(join(tmpdir(), 'stackpin-bench-'));
  try {
    for (let file = 0; file < FILES; file += 1) {
      const { lines } = stackDocument(LINES, rotated(pins, file));
      writeFileSync(join(folder, `bench-${file}.stack.yaml`), lines.join('\n'));
    }
    for (let run = 0; run < RUNS; run += 1) {
      timed(OURS, figures, () => check(folder));
      timed(PARSER, figures, () => {
        if (worked('files', folder).files !== FILES) throw new Error('Not all files were parsed.');
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function check(folder: string): void {
  // On one thread, as the parser is.
  const args = [
    resolve('dist/cli/stackpin.js'),
    'check',
    '--as-of',
    AS_OF,
    '--format',
    'json',
    '--threads',
    '1',
    folder,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  // Each file has one error.
  if (status !== 1) throw new Error(`stackpin check ended with ${status}: ${stderr}${stdout.slice(0, 500)}`);
}

function timed(of: string, figures: Figures, run: () => void): void {
  const cpu = childrenCpuMs();
  const start = performance.now();
  run();
  figures.add({ of, what: 'cli.wall' }, performance.now() - start);
  figures.add({ of, what: 'cli.cpu' }, childrenCpuMs() - cpu);
}

/** One table. */
export function cliTable(figures: Figures): Table {
  const row = (title: string, what: string): string[] => {
    const [own, parser] = [OURS, PARSER].map((of) => figures.median({ of, what }));
    return [title, shown(own), shown(parser), shownRatio(own, parser)];
  };
  return {
    title: `\`stackpin check\` on ${FILES} files of ${LINES} lines`,
    note: `Milliseconds of a whole process, from its start to its end; beside a process that parses the same files with js-yaml.`,
    head: ['', 'stackpin check', PARSER, 'ratio'],
    rows: [row('wall', 'cli.wall'), row('CPU', 'cli.cpu')],
  };
}
