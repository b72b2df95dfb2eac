/** Questions about the names in all manifests: where they stand, and calling them something else. */
import {
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  type TextDocumentPositionParams,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type { ClientTraits } from '../features/document.ts';
import type { Renamable } from '../features/navigate/anchorRename.ts';
import { askedNames } from './askedNames.ts';
import { guardedRequest } from './handlers.ts';
import type { LanguageFeature } from './languageFeature.ts';
import type { ManifestNames } from './manifestNames.ts';
import { navigateFeatures } from './programParts.ts';

function finding(names: ManifestNames): LanguageFeature {
  return {
    capabilities: { referencesProvider: true, workspaceSymbolProvider: true },
    register(connection, session, log) {
      const { method } = ReferencesRequest;
      connection.onRequest(
        ReferencesRequest.type,
        guardedRequest(method, null, log, async ({ textDocument: { uri }, position, context }, token) => {
          const asked = await askedNames(session, uri);
          if (asked === undefined) return null;
          const { features, manifest, documents, checked } = asked;
          const { includeDeclaration } = context;
          const offset = checked.lines.offsetAt(position);
          const anchored = features.anchorReferences(documents, checked, offset, includeDeclaration);
          if (anchored !== undefined || manifest === undefined) return anchored ?? null;
          const isCancelled = () => token.isCancellationRequested;
          const files = await session.loadedFor(manifest, () => names.linked(session, false, isCancelled));
          return features.references(files, uri, position, includeDeclaration);
        }),
      );
      connection.onRequest(
        WorkspaceSymbolRequest.type,
        guardedRequest(WorkspaceSymbolRequest.method, null, log, async ({ query }, token) => {
          const files = await names.files(session, () => token.isCancellationRequested);
          if (files.length === 0) return [];
          const { workspaceSymbols } = await navigateFeatures();
          return workspaceSymbols(files, query);
        }),
      );
    },
  };
}

function renaming(names: ManifestNames, { navigation, codeActions }: ClientTraits): LanguageFeature {
  return {
    // Options only for clients that prepare (LSP 3.17, textDocument/rename).
    capabilities: { renameProvider: navigation.preparesRename ? { prepareProvider: true } : true },
    register(connection, session, log) {
      const preparing = guardedRequest<TextDocumentPositionParams, Renamable | null>(
        PrepareRenameRequest.method,
        null,
        log,
        async ({ textDocument: { uri }, position }, token) => {
          const asked = await askedNames(session, uri);
          if (asked === undefined) return null;
          const { features, manifest, documents, checked } = asked;
          const anchor = features.prepareAnchor(documents, checked, checked.lines.offsetAt(position));
          if (anchor !== undefined || manifest === undefined) return anchor ?? null;
          const isCancelled = () => token.isCancellationRequested;
          const files = await session.loadedFor(manifest, () => names.linked(session, false, isCancelled));
          return features.prepareRename(manifest, files, position);
        },
      );
      if (navigation.preparesRename) connection.onRequest(PrepareRenameRequest.type, preparing);
      connection.onRequest(
        RenameRequest.type,
        guardedRequest(RenameRequest.method, null, log, async ({ textDocument: { uri }, position, newName }, token) => {
          const asked = await askedNames(session, uri);
          if (asked === undefined) return null;
          const { features, manifest, documents, checked } = asked;
          const { documentChanges } = codeActions;
          const anchor = features.renameAnchor(documents, checked, checked.lines.offsetAt(position), newName);
          if (anchor !== undefined) return features.editOf(anchor, documentChanges);
          if (manifest === undefined) return null;
          const isCancelled = () => token.isCancellationRequested;
          const edits = async () => {
            const files = await session.loadedFor(manifest, () => names.linked(session, true, isCancelled));
            return features.rename(manifest, files, position, newName);
          };
          const found = await edits();
          const uris = found.map((file) => file.uri);
          // Edits are of what is on disk now: word of a change may come later than this question.
          const isOther = await session.loadedFor(manifest, () => names.refresh(session, uris));
          return features.editOf(isOther ? await edits() : found, documentChanges);
        }),
      );
    },
  };
}

/** All of them for a client. */
export function navigatingFiles(names: ManifestNames, traits: ClientTraits): readonly LanguageFeature[] {
  return [finding(names), renaming(names, traits)];
}
