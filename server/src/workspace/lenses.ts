/** Code lenses: each one's title is made when it comes into sight. */
import { type CodeLens, CodeLensRequest, CodeLensResolveRequest } from 'vscode-languageserver';
import { guardedRequest } from './handlers.ts';
import type { LanguageFeature } from './languageFeature.ts';
import { manifestFeatures } from './programParts.ts';

export const lenses: LanguageFeature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register(connection, session, log) {
    connection.onRequest(
      CodeLensRequest.type,
      guardedRequest(CodeLensRequest.method, [], log, async ({ textDocument }) => {
        const checked = await session.checked(textDocument.uri);
        if (checked === undefined) return [];
        const { codeLenses } = await session.loadedFor(checked, manifestFeatures);
        return codeLenses(checked, session.traits);
      }),
    );
    connection.onRequest(CodeLensResolveRequest.type, async (lens, token) => {
      const resolve = guardedRequest(CodeLensResolveRequest.method, lens, log, async () => {
        const uri = uriOf(lens);
        const checked = uri === undefined ? undefined : await session.checked(uri);
        if (checked === undefined) return lens;
        const { resolveCodeLens } = await session.loadedFor(checked, manifestFeatures);
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
