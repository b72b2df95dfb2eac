/** Start: from the start of the process to `initialize` and to the first right diagnostics, beside an empty Node process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Figures } from '../figures.ts';
import type { Plan } from '../plan.ts';
import { childrenCpuMs, cpuMs } from '../protocol/processes.ts';
import { type Columns, headOf, linesOf, rowOf, spread } from '../report/beside.ts';
import { NOTHING, shown, type Table } from '../report/table.ts';
import type { Server } from '../servers.ts';
import { openSession } from '../session.ts';

/** Under this name stand the figures of a Node process that does nothing. */
export const EMPTY_NODE = 'node -e 0';

/** One process. */
export async function measureStart(server: Server, lines: number, figures: Figures): Promise<void> {
  const session = await openSession(server, lines);
  const of = server.name;
  figures.add({ of, what: 'start.cpu', lines }, cpuMs(session.pids));
  figures.add({ of, what: 'start.initialize', lines }, session.initialized);
  figures.add({ of, what: 'start.right', lines }, session.firstRight);
  await session.close('kill');
}

/** One process that does nothing, until it has ended. */
export async function measureEmptyNode(figures: Figures): Promise<void> {
  const cpu = childrenCpuMs();
  const started = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'close');
  figures.add({ of: EMPTY_NODE, what: 'start.right' }, performance.now() - started);
  figures.add({ of: EMPTY_NODE, what: 'start.cpu' }, childrenCpuMs() - cpu);
}

/** One table of all sizes. */
export function startTable(columns: Columns, { sizes }: Plan): Table {
  const { figures } = columns;
  const empty = (what: string): string => shown(figures.median({ of: EMPTY_NODE, what }));
  const head = headOf(columns, '');
  const rows = sizes.flatMap((lines) => [
    [...rowOf(columns, `initialize, ${linesOf(lines)}`, 'start.initialize', lines, spread), NOTHING],
    [
      ...rowOf(columns, `first right diagnostics, ${linesOf(lines)}`, 'start.right', lines, spread),
      empty('start.right'),
    ],
    [...rowOf(columns, `CPU until then, ${linesOf(lines)}`, 'start.cpu', lines), empty('start.cpu')],
  ]);
  return {
    title: 'Start',
    note: `Milliseconds from the start of the process: median (95 of 100 are not above). \`${EMPTY_NODE}\` is until its end.`,
    head: [...head, EMPTY_NODE],
    rows,
  };
}
