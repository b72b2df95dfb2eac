/** Inlay hints depend on what diagnostics depend on: the client asks for both again. */
import type { Connection } from 'vscode-languageserver';
import { type LogError, logFailure } from './handlers.ts';
import type { DiagnosticsChannel } from './push.ts';

/**
 * The channel of diagnostics, which tells a client to ask for hints again too.
 * @param options `refreshes`: the client can be told
 */
export function withInlayHints(
  channel: DiagnosticsChannel,
  connection: Pick<Connection, 'languages'>,
  { refreshes, log }: { readonly refreshes: boolean; readonly log: LogError },
): DiagnosticsChannel {
  if (!refreshes) return channel;
  return {
    refresh: () => {
      channel.refresh();
      connection.languages.inlayHint.refresh().catch((error: unknown) => {
        logFailure(log, 'workspace/inlayHint/refresh', undefined, error);
      });
    },
  };
}
