/** Fixing all of a drawn stack of the catalog, as an editor asks for it: the document is open, and what is found in it is known. */
import type { Analysis } from '../../server/src/analysis/analysis.ts';
import { fixDocument } from '../../server/src/resolve/fix/fixAll.ts';
import { fixing } from '../../server/src/resolve/fix/fixing.ts';
import { quantile } from '../figures.ts';
import { drawnAnalysis } from '../resolver/instances.ts';
import { BUNDLED, openCompiled } from './catalogs.ts';

/** Measured so often at most, and for so long. */
const AGAIN = { times: 100, ms: 3000 };

/** Seeds between two that are tried, where the stack of the first has nothing to be mended. */
const STRIDE = 1000;

/** Milliseconds of the first time and of those after it (their median), and what came of it. In a process of its own. */
export function measureFixAll(components: number, seed: number): Record<string, number> {
  const analysis = stackToMend(components, seed);
  const times: number[] = [];
  const cpu: number[] = [];
  const run = () => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const fixed = fixDocument(0, fixing(analysis));
    const { user, system } = process.cpuUsage(before);
    times.push(performance.now() - start);
    cpu.push((user + system) / 1000);
    return fixed;
  };
  const fixed = run();
  const end = performance.now() + AGAIN.ms;
  while (times.length <= AGAIN.times && performance.now() < end) run();
  const warm = (all: readonly number[]): number => quantile(all.slice(1), 0.5) ?? all[0] ?? 0;
  return {
    first: times[0] ?? 0,
    warm: warm(times),
    cpu: warm(cpu),
    edits: fixed?.edits.length ?? 0,
    resolved: fixed?.resolved.length ?? 0,
    proven: fixed === undefined ? 0 : Number(fixed.proven),
  };
}

/** A drawn stack with a pair that does not go together. */
function stackToMend(components: number, seed: number): Analysis {
  const analysis = drawnAnalysis(openCompiled(BUNDLED), components, seed);
  const isBad = analysis.findings.some(({ code }) => code === 'unsupported' || code === 'incompatible');
  return isBad ? analysis : stackToMend(components, seed + STRIDE);
}
