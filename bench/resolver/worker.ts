/**
 * One engine in a process of its own: `resolver.mjs ORDER` answers instances in turn and prints a line of JSON for each as
 * soon as it is done, so that what was answered counts also where the process is ended; before, SOLVING when it begins with
 * the answer, and AGAIN when it has it.
 */
import type { Catalog } from '../../server/src/catalog/model.ts';
import type { Problem } from '../../server/src/resolve/engine/problem.ts';
import { quantile } from '../figures.ts';
import { BUNDLED, openCompiled } from '../inProcess/catalogs.ts';
import type { Engine, Solve } from './engines/engine.ts';
import { ENGINES } from './engines/index.ts';
import { nameOf, problemOf } from './instances.ts';
import { judge } from './judge.ts';
import { AGAIN, type Order, type Repeated, type Report, SOLVING, type Spent } from './protocol.ts';

const order = JSON.parse(process.argv[2] ?? '') as Order;
for await (const report of reports(order)) tell(JSON.stringify(report));
// Threads of peers may be left.
process.exit(0);

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function* reports({ engine: name, instances, again }: Order): AsyncGenerator<Report> {
  let catalog: Catalog | undefined;
  let engine: Engine | undefined;
  for (const instance of instances) {
    const problem = problemOf(instance, () => {
      catalog ??= openCompiled(BUNDLED);
      return catalog;
    });
    judgePairs(problem);
    const before = peak();
    const started = engine === undefined ? await timed(ENGINES[name]) : undefined;
    engine ??= started?.result;
    if (engine === undefined) throw new Error(`${name} did not start.`);
    const encoded = await timed(() => engine?.encode(problem));
    const ask = encoded.result as Solve;
    tell(SOLVING);
    const first = await timed(ask);
    tell(AGAIN);
    const judged = judge(problem, first.result);
    const memory = { before, grown: peak() - before };
    const encode = await repeated(encoded.spent, () => engine?.encode(problem), again);
    const solve = await repeated(first.spent, ask, again);
    yield { instance: nameOf(instance), start: started?.spent, encode, solve, judged, memory };
  }
}

/** Asks of every constraint all that can be asked: what the catalog says is no part of the search. */
function judgePairs({ variables, constraints }: Problem): void {
  for (const { one, two, classesOfOne, classesOfTwo, allows } of constraints) {
    const [ofOne, ofTwo] = [
      distinct(classesOfOne, variables[one]?.costs.length ?? 0),
      distinct(classesOfTwo, variables[two]?.costs.length ?? 0),
    ];
    for (const a of ofOne) for (const b of ofTwo) allows(a, b);
  }
}

function distinct(classes: ArrayLike<number> | undefined, count: number): ReadonlySet<number> {
  return new Set(Array.from({ length: count }, (_, value) => classes?.[value] ?? value));
}

async function repeated(first: Spent, run: () => unknown, { times, ms }: Order['again']): Promise<Repeated> {
  const all: Spent[] = [];
  const end = performance.now() + ms;
  while (all.length < times && performance.now() < end) all.push((await timed(run)).spent);
  const median = (what: keyof Spent) =>
    quantile(
      all.map((one) => one[what]),
      0.5,
    ) ?? first[what];
  return { first, again: { wall: median('wall'), cpu: median('cpu') } };
}

async function timed<T>(run: () => T): Promise<{ readonly result: Awaited<T>; readonly spent: Spent }> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return { result, spent: { wall: performance.now() - start, cpu: (user + system) / 1000 } };
}

/** The most memory that this process has had, in MB. */
function peak(): number {
  return process.resourceUsage().maxRSS / 1000;
}
