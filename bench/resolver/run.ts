/** Has engines answer in processes of their own, and ends those that take too long. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WORK } from '../inProcess/work.ts';
import type { EngineName } from './engines/index.ts';
import { type Instance, nameOf } from './instances.ts';
import { AGAIN, type Order, type Report, SOLVING } from './protocol.ts';

/** Of each instance what was measured, or why nothing was. */
export type Outcome = { readonly report: Report } | { readonly failed: string };

/** For everything but the first answer: starting, making the problem and saying it. Generous, as it is not what is measured. */
const MOST_ELSE_MS = 60_000;

/**
 * Starts an engine, and anew behind an instance that it does not come to an end with.
 * @param seconds how long the first answer may take
 */
export async function answered(
  engine: EngineName,
  instances: readonly Instance[],
  again: Order['again'],
  seconds: number,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  while (outcomes.size < instances.length) {
    const left = instances.slice(outcomes.size);
    const failed = await inOneProcess({ engine, instances: left, again }, seconds, (report) => {
      outcomes.set(report.instance, { report });
    });
    const next = instances[outcomes.size];
    if (next !== undefined) outcomes.set(nameOf(next), { failed: failed ?? 'ended too soon' });
  }
  return outcomes;
}

/** @returns what went wrong, if anything did */
async function inOneProcess(
  order: Order,
  seconds: number,
  take: (report: Report) => void,
): Promise<string | undefined> {
  const child = spawn(process.execPath, [`${WORK}/resolver.mjs`, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let failed: string | undefined;
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const endAfter = (ms: number): NodeJS.Timeout =>
    setTimeout(() => {
      failed = `did not end in ${ms / 1000} s`;
      child.kill('SIGKILL');
    }, ms);
  let timer = endAfter(MOST_ELSE_MS);
  createInterface({ input: child.stdout }).on('line', (line) => {
    clearTimeout(timer);
    timer = endAfter(line === SOLVING ? 1000 * seconds : MOST_ELSE_MS + order.again.ms);
    if (line !== SOLVING && line !== AGAIN) take(JSON.parse(line) as Report);
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return failed ?? (status === 0 ? undefined : errors.trim().slice(-300) || `ended with ${status}`);
}
