/** One client after another, each with a server of its own: from its start to its end. */

import { residentMiB } from '../protocol/processes.ts';
import type { Server } from '../servers.ts';
import { openSession } from '../session.ts';

export interface SoakOfClients {
  /** Servers that found what is in the document and ended with status 0. */
  readonly clean: number;
  /** From the start of the process to right diagnostics, in milliseconds. */
  readonly times: readonly number[];
  /** In MiB, of each server before it ends. */
  readonly resident: readonly number[];
}

const LINES = 50;

/** Runs them. */
export async function soakClients(server: Server, clients: number): Promise<SoakOfClients> {
  const times: number[] = [];
  const resident: number[] = [];
  let clean = 0;
  for (let client = 0; client < clients; client += 1) {
    const session = await openSession(server, LINES);
    times.push(session.firstRight);
    resident.push(residentMiB(session.pids));
    if ((await session.close()) === 0) clean += 1;
  }
  return { clean, times, resident };
}
