/** What processes have used, from the process table of Linux. */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in these, whatever the kernel's own clock. */
const TICK_MS = 10;
const KIB_A_MIB = 1024;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // The process or the thread has just ended, or this kernel has no such file.
    return undefined;
  }
}

/** The fields of `/proc/PID/stat` from the third on: the second, a name, may hold spaces. */
function statOf(pid: number): readonly string[] {
  const text = read(`/proc/${pid}/stat`) ?? '';
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** A process and all that it started. */
export function processTree(root: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(statOf(Number(name))[1])] as const);
  const tree = [root];
  for (const pid of tree) tree.push(...parents.flatMap(([child, parent]) => (parent === pid ? [child] : [])));
  return tree;
}

/** Processor time of all threads of these processes, in milliseconds. */
export function cpuMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (scheduledMs(pid) ?? tickedMs(pid)), 0);
}

/** By the scheduler, to the nanosecond; undefined where the kernel does not tell. Of threads that ended it knows nothing. */
function scheduledMs(pid: number): number | undefined {
  const times = threadsOf(pid).map((thread) => read(`/proc/${pid}/task/${thread}/schedstat`)?.split(' ')[0]);
  const sum = times.reduce((total, time) => total + Number(time ?? 0), 0);
  return sum === 0 ? undefined : sum / 1e6;
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    // It has just ended.
    return [];
  }
}

function tickedMs(pid: number): number {
  const fields = statOf(pid);
  return fields.length < 13 ? 0 : (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Processor time of the ended children of this process, in milliseconds; only as fine as a tick. */
export function childrenCpuMs(): number {
  const fields = statOf(process.pid);
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
}

/** Resident memory of these processes, in MiB. */
export function residentMiB(pids: readonly number[]): number {
  const sizes = pids.map((pid) => Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0) / KIB_A_MIB;
}
