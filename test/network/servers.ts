/** A server on this machine that answers as badly as it is told to, and the network that leads to it. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { DownloadHost } from '../../server/src/network/download.ts';

/** What stands for the server in addresses: what is tested speaks https alone. */
export const MIRROR = 'https://mirror.example';

/** Waiting that a test ends by hand. */
export interface Clock {
  readonly schedule: DownloadHost['schedule'];
  /** The delays that are being waited for, in milliseconds. */
  waiting(): readonly number[];
  /** Ends the waiting for a delay. */
  pass(delay: number): void;
}

export function clock(): Clock {
  const timers = new Map<object, { readonly action: () => void; readonly delay: number }>();
  return {
    schedule: (action, delay) => {
      const key = {};
      timers.set(key, { action, delay });
      return () => timers.delete(key);
    },
    waiting: () => [...timers.values()].map(({ delay }) => delay).sort((a, b) => a - b),
    pass: (delay) => {
      for (const [key, timer] of [...timers]) {
        if (timer.delay !== delay) continue;
        timers.delete(key);
        timer.action();
      }
    },
  };
}

export interface Network extends DownloadHost {
  readonly clock: Clock;
  /** The addresses that were asked for, with the headers that were sent. */
  readonly asked: { readonly address: string; readonly headers: { readonly [name: string]: unknown } }[];
}

/** Starts a server, and gives a network in which it is {@link MIRROR}. Nothing else can be reached there. */
export async function networkTo(answer: RequestListener): Promise<Network> {
  const asked: Network['asked'] = [];
  const server: Server = createServer((request, response) => {
    asked.push({ address: `${MIRROR}${request.url}`, headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const time = clock();
  return {
    clock: time,
    asked,
    schedule: time.schedule,
    followsByItself: false,
    fetch: (address, init) => {
      const { protocol, host, pathname, search } = new URL(address);
      if (protocol !== 'https:' || host !== 'mirror.example') throw new Error(`${address} was asked for.`);
      return fetch(`http://127.0.0.1:${port}${pathname}${search}`, init);
    },
  };
}

/** Waits until something holds, while the server does its part. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}
