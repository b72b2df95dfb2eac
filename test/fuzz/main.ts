/**
 * `npm run fuzz`: all targets at length, each in a thread of its own. An input that the thread is not done with in time is a
 * fault like any other.
 */

import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { faultText, runTarget } from './run.ts';
import { shrunk } from './shrink.ts';
import type { Figures } from './target.ts';
import { TARGETS } from './targets.ts';

/** Milliseconds that one input may take; the slowest honest ones take some hundred on a quiet machine. */
const PATIENCE = 60_000;

interface Task {
  readonly name: string;
  readonly seed: number;
  /** Milliseconds. */
  readonly budget: number;
}

type Told =
  | { readonly kind: 'trying'; readonly seed: number; readonly input: string }
  | { readonly kind: 'done'; readonly figures: Figures; readonly faults: readonly string[] };

async function work({ name, seed, budget }: Task): Promise<void> {
  const target = TARGETS.find((one) => one.name === name);
  if (target === undefined) throw new Error(`There is no target "${name}".`);
  const tell = (told: Told) => parentPort?.postMessage(told);
  const end = Date.now() + budget;
  const trying = (at: number, input: string) => tell({ kind: 'trying', seed: at, input });
  const goesOn = (tried: number) => tried === 0 || Date.now() < end;
  const { figures, faults } = await runTarget(target, { seed, goesOn, trying });
  const texts: string[] = [];
  for (const fault of faults) {
    const input = await shrunk(target, fault.input, (text) => trying(fault.seed, text));
    texts.push(faultText({ ...fault, input }));
  }
  tell({ kind: 'done', figures, faults: texts });
}

/** Runs one target in a thread. @returns how many faults it found */
function watch(task: Task): Promise<number> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: task });
    let trying: { readonly seed: number; readonly input: string } | undefined;
    const hung = () => {
      void thread.terminate();
      const error = `It was not done with this after ${PATIENCE / 1000} seconds.`;
      console.error(faultText({ target: task.name, seed: task.seed, input: '', ...trying, error }));
      resolve(1);
    };
    let timer = setTimeout(hung, PATIENCE);
    thread.on('message', (told: Told) => {
      clearTimeout(timer);
      if (told.kind === 'trying') {
        trying = told;
        timer = setTimeout(hung, PATIENCE);
        return;
      }
      const figures = Object.entries(told.figures).map(([figure, value]) => `${value.toLocaleString('en')} ${figure}`);
      console.log(`${task.name} (seed ${task.seed}): ${figures.join(', ')}, ${told.faults.length} faults`);
      for (const fault of told.faults) console.error(`\n${fault}`);
      resolve(told.faults.length);
    });
    thread.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, minutes: { type: 'string' }, seed: { type: 'string' } },
  });
  const names = TARGETS.map(({ name }) => name).filter((name) => values.only === undefined || name === values.only);
  if (names.length === 0)
    throw new Error(`There is no target "${values.only}". There are: ${TARGETS.map(({ name }) => name).join(', ')}.`);
  // With a seed alone that one input is tried again.
  const minutes = values.minutes === undefined ? (values.seed === undefined ? 10 : 0) : Number(values.minutes);
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000_000) : Number(values.seed);
  let faults = 0;
  for (const name of names) faults += await watch({ name, seed, budget: (minutes * 60_000) / names.length });
  process.exitCode = faults === 0 ? 0 : 1;
}

if (isMainThread) await main();
else await work(workerData as Task);
