/** Inlay hints: the version that each range takes now. */
import { InlayHintRequest, InlayHintResolveRequest } from 'vscode-languageserver';
import type { Environment } from '../environment.ts';
import { DocumentChanged, guardedRequest } from './handlers.ts';
import type { LanguageFeature } from './languageFeature.ts';

const ofManifests = () => import('../features/manifestFeatures.ts');

/** Hints take longer than other answers: between two stacks the host serves what is waiting. */
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
          const { inlayHints } = await session.loadedFor(checked, ofManifests);
          const pace = { isCancelled: () => token.isCancellationRequested, pause };
          const hints = await inlayHints(checked, range, session.traits, pace);
          // While others were served, the document may have become another.
          if (!token.isCancellationRequested && (await session.checked(uri)) !== checked)
            throw new DocumentChanged(`${uri} changed while its ranges were resolved.`);
          return hints;
        }),
      );
      connection.onRequest(InlayHintResolveRequest.type, async (hint, token) => {
        const resolve = guardedRequest(InlayHintResolveRequest.method, hint, log, async () => {
          const { uri } = (hint.data ?? {}) as { readonly uri?: unknown };
          const checked = typeof uri !== 'string' ? undefined : await session.checked(uri);
          return checked === undefined ? hint : (await ofManifests()).resolveInlayHint(checked, hint, session.traits);
        });
        return resolve(hint, token);
      });
    },
  };
}
