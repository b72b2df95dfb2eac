/** Has the servers take turns: in every second round the other way round, so that what disturbs the machine falls on all. */
import type { Figures } from './figures.ts';
import { measureBursts } from './measures/bursts.ts';
import { measureEdits, warmUp } from './measures/edits.ts';
import { measureMemory } from './measures/memory.ts';
import { measureRequests } from './measures/requests.ts';
import { measureEmptyNode, measureStart } from './measures/start.ts';
import { measureTyping } from './measures/typing.ts';
import type { Part, Plan } from './plan.ts';
import type { Server } from './servers.ts';
import { openSession } from './session.ts';

/** Says what is going on. */
export type Tell = (message: string) => void;

/** What failed, in words for the report. */
export type Failures = string[];

interface Run {
  readonly plan: Plan;
  readonly figures: Figures;
  readonly failures: Failures;
  readonly tell: Tell;
}

const IN_A_SESSION: readonly Part[] = ['edits', 'requests', 'bursts', 'typing'];

/** All parts that are measured through the protocol. */
export async function measureServers(servers: readonly Server[], run: Run): Promise<void> {
  const { plan, figures, tell } = run;
  const has = (part: Part): boolean => plan.parts.includes(part);
  for (let round = 0; round < plan.rounds; round += 1) {
    const inTurn = round % 2 === 0 ? servers : servers.toReversed();
    for (const lines of plan.sizes) {
      const each = async (
        what: string,
        measure: (server: Server) => Promise<void>,
        most: keyof Server['longest'] = 'document',
      ): Promise<void> => {
        for (const server of inTurn.filter(({ longest }) => lines <= longest[most])) {
          tell(`round ${round + 1} of ${plan.rounds}, ${lines} lines, ${what}: ${server.name}`);
          await guarded(server, lines, run, () => measure(server));
        }
      };
      if (has('start')) {
        await each('a start before those that count', (server) => startOnce(server, lines));
        for (let start = 0; start < plan.starts; start += 1) {
          await measureEmptyNode(figures);
          await each('start', (server) => measureStart(server, lines, figures));
        }
      }
      if (has('memory')) await each('memory', (server) => measureMemory(server, lines, figures), 'burst');
      if (IN_A_SESSION.some(has)) await each('edits', (server) => measureSession(server, lines, plan, figures));
    }
  }
}

/** As on any day but the first: what servers and the system keep between two starts is there. */
async function startOnce(server: Server, lines: number): Promise<void> {
  const session = await openSession(server, lines);
  await session.quiet();
  await session.close();
}

/** All that is measured in one process, once it is warm. */
async function measureSession(server: Server, lines: number, plan: Plan, figures: Figures): Promise<void> {
  const has = (part: Part): boolean => plan.parts.includes(part);
  const { name, longest } = server;
  const session = await openSession(server, lines);
  try {
    await session.quiet();
    await warmUp(session, lines);
    if (has('edits')) await measureEdits(session, name, lines, plan, figures);
    if (has('requests')) await measureRequests(session, name, lines, plan, figures);
    if (lines > longest.burst) return;
    if (has('bursts')) await measureBursts(session, name, lines, figures);
    if (has('typing')) await measureTyping(session, name, lines, figures);
  } finally {
    await session.close();
  }
}

/** What fails is told, and the others go on. */
async function guarded(server: Server, lines: number, run: Run, measure: () => Promise<void>): Promise<void> {
  try {
    await measure();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failure = `${server.name}, ${lines} lines: ${reason}`;
    run.tell(failure);
    run.failures.push(failure.replaceAll(/\s+/g, ' ').slice(0, 300));
  }
}
