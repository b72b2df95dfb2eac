/** Starts processes for what is measured in one of its own (see worker.ts). */
import { spawnSync } from 'node:child_process';

/** Files of one run; nothing of it is kept. */
export const WORK = 'bench/.work';
/** The components that were chosen for the documents: choosing them takes seconds. */
export const PINS = `${WORK}/pins.json`;

/** Runs a mode of worker.ts to its end. */
export function worked(...args: readonly (string | number)[]): Readonly<Record<string, number>> {
  const all = ['--expose-gc', `${WORK}/worker.mjs`, ...args.map(String)];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout) as Readonly<Record<string, number>>;
}
