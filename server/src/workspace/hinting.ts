/** Inlay hints, as a feature of the server. */
import { InlayHintRequest, InlayHintResolveRequest } from 'vscode-languageserver';
import type { Environment } from '../environment.ts';
import { guardedRequest } from './handlers.ts';
import type { LanguageFeature } from './languageFeature.ts';
import { manifestFeatures } from './programParts.ts';

/** Makes it. Hints take longer than other answers: between two stacks the host serves what is waiting. */
export function hinting({ schedule }: Pick<Environment, 'schedule'>): LanguageFeature {
  const pause = () => new Promise<void>((resolve) => void schedule(resolve, 0));
  return {
    capabilities: { inlayHintProvider: { resolveProvider: true } },
    register(connection, session, log) {
      connection.onRequest(
        InlayHintRequest.type,
        guardedRequest(InlayHintRequest.method, null, log, async ({ textDocument: { uri }, range }, token) => {
          const checked = await session.checked(uri);
          if (checked === undefined || !(await session.showsInlayHints(uri))) return null;
          const showsSupport = await session.showsSupportHints(uri);
          const { inlayHints, supportHints } = await session.loadedFor(checked, manifestFeatures);
          const pace = { isCancelled: () => token.isCancellationRequested, pause };
          // Served meanwhile may have been an edit.
          const versions = await session.loadedFor(checked, () => inlayHints(checked, range, session.traits, pace));
          return showsSupport ? [...versions, ...supportHints(checked, range, session.traits)] : versions;
        }),
      );
      connection.onRequest(InlayHintResolveRequest.type, async (hint, token) => {
        const resolve = guardedRequest(InlayHintResolveRequest.method, hint, log, async () => {
          const { uri } = (hint.data ?? {}) as { readonly uri?: unknown };
          const checked = typeof uri === 'string' ? await session.checked(uri) : undefined;
          if (checked === undefined) return hint;
          const { resolveInlayHint } = await session.loadedFor(checked, manifestFeatures);
          return resolveInlayHint(checked, hint, session.traits);
        });
        return resolve(hint, token);
      });
    },
  };
}
