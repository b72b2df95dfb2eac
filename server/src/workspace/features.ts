/** The language features: each one's capability stands beside its handler, so that neither can be there without the other. */
import { CompletionRequest, CompletionResolveRequest, HoverRequest } from 'vscode-languageserver';
import type { Environment } from '../environment.ts';
import { TRIGGER_CHARACTERS } from '../features/advertised.ts';
import type { ClientTraits } from '../features/document.ts';
import { acting } from './acting.ts';
import { commanding } from './commands.ts';
import { guardedRequest } from './handlers.ts';
import { hinting } from './hinting.ts';
import type { LanguageFeature } from './languageFeature.ts';
import { lenses } from './lenses.ts';
import type { ManifestNames } from './manifestNames.ts';
import { navigating } from './navigating.ts';
import { navigatingFiles } from './navigatingFiles.ts';
import type { PathTargets } from './pathTargets.ts';
import { catalogFeatures, manifestFeatures } from './programParts.ts';
import { folding, formatting, selecting } from './structuring.ts';
import { colouring } from './tokens.ts';

// What answers is loaded with the first question about a document of ours.

const hovering: LanguageFeature = {
  capabilities: { hoverProvider: true },
  register(connection, session, log) {
    connection.onRequest(
      HoverRequest.type,
      guardedRequest(HoverRequest.method, null, log, async ({ textDocument, position }) => {
        const checked = await session.checked(textDocument.uri);
        if (checked !== undefined) {
          const { hover } = await session.loadedFor(checked, manifestFeatures);
          return hover(checked, position, session.traits.hover) ?? null;
        }
        const catalog = await session.checkedCatalog(textDocument.uri);
        if (catalog === undefined) return null;
        const { hoverCatalog } = await session.loadedFor(catalog, catalogFeatures);
        return hoverCatalog(catalog, position, session.traits.hover) ?? null;
      }),
    );
  },
};

const completing = (targets: PathTargets): LanguageFeature => ({
  capabilities: { completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS], resolveProvider: true } },
  register(connection, session, log) {
    connection.onRequest(
      CompletionRequest.type,
      guardedRequest(CompletionRequest.method, null, log, async ({ textDocument, position }, token) => {
        const { completion } = session.traits;
        const isCancelled = () => token.isCancellationRequested;
        const checked = await session.checked(textDocument.uri);
        const { listDefaults } = completion;
        if (checked !== undefined) {
          const { compactList, complete, pathAskedFor } = await session.loadedFor(checked, manifestFeatures);
          const kind = pathAskedFor(checked, position);
          const files = kind === undefined ? [] : await session.loadedFor(checked, () => targets(kind));
          return compactList(complete(checked, position, completion, isCancelled, files), listDefaults);
        }
        const catalog = await session.checkedCatalog(textDocument.uri);
        if (catalog === undefined) return null;
        const { compactList, completeCatalog } = await session.loadedFor(catalog, catalogFeatures);
        return compactList(completeCatalog(catalog, position, completion, isCancelled), listDefaults);
      }),
    );
    connection.onRequest(CompletionResolveRequest.type, async (item, token) => {
      const resolve = guardedRequest(CompletionResolveRequest.method, item, log, async () => {
        const uri = uriOfItem(item.data);
        if (uri === undefined) return item;
        const { completion } = session.traits;
        const checked = await session.checked(uri);
        if (checked !== undefined) {
          const { resolveCompletion } = await session.loadedFor(checked, manifestFeatures);
          return resolveCompletion(checked, item, completion);
        }
        const catalog = await session.checkedCatalog(uri);
        if (catalog === undefined) return item;
        const { resolveCatalogCompletion } = await session.loadedFor(catalog, catalogFeatures);
        return resolveCatalogCompletion(catalog, item, completion);
      });
      return resolve(item, token);
    });
  },
});

/** Items and hints carry the document they were made for, since the question for the rest of them does not. */
function uriOfItem(data: unknown): string | undefined {
  const { uri } = (data ?? {}) as { readonly uri?: unknown };
  return typeof uri === 'string' ? uri : undefined;
}

/** All language features for a client. Diagnostics are not among them: push and pull are wired in server.ts. */
export function languageFeatures(
  traits: ClientTraits,
  environment: Pick<Environment, 'schedule'>,
  names: ManifestNames,
  targets: PathTargets,
): readonly LanguageFeature[] {
  const always = [
    hovering,
    completing(targets),
    lenses,
    commanding(traits, environment),
    hinting(environment),
    folding,
    selecting,
    colouring,
    formatting,
    ...navigating,
    ...navigatingFiles(names, traits),
  ];
  // A client that takes only commands gets no fixes: a fix is an edit.
  return traits.codeActions.literals ? [...always, acting] : always;
}
