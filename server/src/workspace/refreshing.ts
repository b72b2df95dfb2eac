/** Hints, lenses and colours depend on what diagnostics depend on: the client asks for all of them again. */
import { type LogError, logFailure } from './handlers.ts';
import type { DiagnosticsChannel } from './push.ts';

/**
 * The channel of diagnostics, which tells a client to ask for something else again too.
 * @param method of LSP that tells it, for the log
 * @param tell sends it
 * @param options `refreshes`: the client can be told
 */
export function withRefresh(
  channel: DiagnosticsChannel,
  method: string,
  tell: () => Promise<unknown>,
  { refreshes, log }: { readonly refreshes: boolean; readonly log: LogError },
): DiagnosticsChannel {
  if (!refreshes) return channel;
  return {
    refresh: () => {
      channel.refresh();
      tell().catch((error: unknown) => logFailure(log, method, undefined, error));
    },
  };
}
