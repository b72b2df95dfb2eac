/** Code lenses: each one's title is made when it comes into sight. */
import {
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  type Connection,
} from 'vscode-languageserver';
import { guardedRequest, type LogError, logFailure } from './handlers.ts';
import type { LanguageFeature } from './languageFeature.ts';
import type { DiagnosticsChannel } from './push.ts';

const ofManifests = () => import('../features/manifestFeatures.ts');

export const lenses: LanguageFeature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register(connection, session, log) {
    connection.onRequest(
      CodeLensRequest.type,
      guardedRequest(CodeLensRequest.method, [], log, async ({ textDocument }) => {
        const checked = await session.checked(textDocument.uri);
        if (checked === undefined) return [];
        const { codeLenses } = await session.loadedFor(checked, ofManifests);
        return codeLenses(checked, session.traits);
      }),
    );
    connection.onRequest(CodeLensResolveRequest.type, async (lens, token) => {
      const resolve = guardedRequest(CodeLensResolveRequest.method, lens, log, async () => {
        const uri = uriOf(lens);
        const checked = uri === undefined ? undefined : await session.checked(uri);
        if (checked === undefined) return lens;
        const { resolveCodeLens } = await session.loadedFor(checked, ofManifests);
        return resolveCodeLens(checked, lens, session.traits);
      });
      return resolve(lens, token);
    });
  },
};

function uriOf({ data }: CodeLens): string | undefined {
  const { uri } = (data ?? {}) as { readonly uri?: unknown };
  return typeof uri === 'string' ? uri : undefined;
}

/**
 * The channel of diagnostics, which tells a client to ask for lenses again too: what they say of support depends on what
 * diagnostics depend on.
 * @param options `refreshes`: the client can be told
 */
export function withLenses(
  channel: DiagnosticsChannel,
  connection: Pick<Connection, 'sendRequest'>,
  { refreshes, log }: { readonly refreshes: boolean; readonly log: LogError },
): DiagnosticsChannel {
  if (!refreshes) return channel;
  const { type, method } = CodeLensRefreshRequest;
  return {
    refresh: () => {
      channel.refresh();
      connection.sendRequest(type).catch((error: unknown) => logFailure(log, method, undefined, error));
    },
  };
}
