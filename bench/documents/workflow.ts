/** GitHub Actions workflows of the same lengths, with edits of the same kinds: what that language server is measured by. */
import { type BenchDocument, deletion, insertion, probe, type Spot } from './document.ts';

const HEAD = ['name: bench', 'on: push', 'jobs:'];
const SENTINEL = [
  '  zz-sentinel:',
  '    runs-on: ubuntu-latest',
  '    timeout-minutes: xx',
  '    steps:',
  '      - run: echo',
];
const A_JOB = 6;

/** Writes a workflow of about so many lines. */
export function workflowDocument(length: number): BenchDocument {
  const lines = [...HEAD];
  const spots: Spot[] = [];
  const jobs = Math.max(1, Math.floor((length - HEAD.length - SENTINEL.length) / A_JOB));
  for (let job = 0; job < jobs; job += 1) {
    const name = `job-${String(job).padStart(4, '0')}`;
    const first = lines.length;
    const minutes = '    timeout-minutes: ';
    lines.push(
      `  ${name}:`,
      '    runs-on: ubuntu-latest',
      `${minutes}10`,
      '    steps:',
      `      - run: echo "step one of ${name}"`,
      `      - run: make test TARGET=${name}`,
    );
    spots.push({
      entry: { first, last: lines.length - 1 },
      value: { line: first + 2, character: minutes.length },
      length: 2,
      wrong: 'x',
      hover: { line: first + 1, character: 6 },
    });
  }
  const sentinel = { first: lines.length, last: lines.length + SENTINEL.length - 1 };
  lines.push(...SENTINEL, '');
  // Inside the job in the middle.
  const line = HEAD.length + Math.floor(jobs / 2) * A_JOB + 1;
  const key = '    en';
  const runner = '    runs-on: u';
  const without = (text: string) => [insertion(line, text), deletion(line), { line, character: text.length }] as const;
  // There the job has no other runner.
  const value = { begin: replaced(line, 'ubuntu-latest', 'u'), end: replaced(line, 'u', 'ubuntu-latest') };
  return {
    lines,
    spots,
    sentinel,
    wrongLine: '  zz-new: {runs-on: ubuntu-latest, timeout-minutes: 1x, steps: [{run: echo}]}',
    name: probe(...without(key), 'v', 'env'),
    value: probe(value.begin, value.end, { line, character: runner.length }, 'b', 'ubuntu-latest'),
  };
}

/** The runner of the job whose second line this is. */
function replaced(line: number, old: string, newText: string) {
  const character = '    runs-on: '.length;
  return { range: { start: { line, character }, end: { line, character: character + old.length } }, newText };
}
