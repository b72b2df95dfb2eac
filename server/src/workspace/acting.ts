/** Code actions, as a feature of the server: quick fixes, what makes a whole file good, and other ways to write the same. */
import { type CodeAction, CodeActionRequest, CodeActionResolveRequest } from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from '../features/advertised.ts';
import { DocumentChanged, guardedRequest } from './handlers.ts';
import type { LanguageFeature } from './languageFeature.ts';
import { manifestFeatures } from './programParts.ts';

/** For a client that takes actions with edits. */
export const acting: LanguageFeature = {
  capabilities: { codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: true } },
  register(connection, session, log) {
    connection.onRequest(
      CodeActionRequest.type,
      guardedRequest(CodeActionRequest.method, [], log, async ({ textDocument, range, context }) => {
        const checked = await session.checked(textDocument.uri);
        if (checked === undefined) return [];
        const { codeActions: traits, pages, diagnostics: shown } = session.traits;
        const features = await session.loadedFor(checked, manifestFeatures);
        const { codeActions, diagnosticsAsked, explainActions, fixAllActions, pinExactly, refactorings } = features;
        const asked = { ...context, diagnostics: [...diagnosticsAsked(checked, range, context.diagnostics, shown)] };
        const mending = codeActions(checked, asked, traits);
        mending.push(...fixAllActions(checked, asked, traits, mending));
        const fixes = [...mending, ...pinExactly(checked, range, asked, traits, mending)];
        const explaining = pages.opened ? explainActions(checked, asked) : [];
        // Looking for the name of a new file may take until after the next edit.
        const rewriting = await session.loadedFor(checked, () =>
          refactorings(checked, range, asked, session.traits, session),
        );
        const drift = await session.loadedFor(checked, () => session.drift(checked));
        return [...fixes, ...(drift?.actions(range, asked) ?? []), ...explaining, ...rewriting];
      }),
    );
    connection.onRequest(CodeActionResolveRequest.type, async (action, token) => {
      const resolve = guardedRequest(CodeActionResolveRequest.method, action, log, async () => {
        const { uri, version } = dataOf(action);
        const checked = typeof uri === 'string' ? await session.checked(uri) : undefined;
        if (checked === undefined || version === undefined) return action;
        if (checked.version !== version)
          throw new DocumentChanged(`${uri} changed after the action "${action.title}" was offered.`);
        const { resolveRefactoring } = await session.loadedFor(checked, manifestFeatures);
        return session.loadedFor(checked, () => resolveRefactoring(checked, action, session.traits, session));
      });
      return resolve(action, token);
    });
  },
};

function dataOf({ data }: CodeAction): { readonly uri?: unknown; readonly version?: unknown } {
  return typeof data === 'object' && data !== null ? data : {};
}
