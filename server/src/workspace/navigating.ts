/** Questions about names: where they stand, what they mean, and calling them something else. */
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  TypeDefinitionRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type { ClientTraits } from '../features/document.ts';
import { guardedRequest } from './handlers.ts';
import type { LanguageFeature } from './languageFeature.ts';
import type { ManifestNames } from './manifestNames.ts';

const ofNavigation = () => import('../features/navigate/navigateFeatures.ts');

/** The outline of a manifest, and of a catalog. */
const documentSymbols: LanguageFeature = {
  capabilities: { documentSymbolProvider: true },
  register(connection, session, log) {
    connection.onRequest(
      DocumentSymbolRequest.type,
      guardedRequest(DocumentSymbolRequest.method, null, log, async ({ textDocument: { uri } }) => {
        const { hierarchicalSymbols } = session.traits.navigation;
        const checked = await session.checked(uri);
        const catalog = checked === undefined ? await session.checkedCatalog(uri) : undefined;
        const asked = checked ?? catalog;
        if (asked === undefined) return null;
        const features = await session.loadedFor(asked, ofNavigation);
        const nodes =
          checked === undefined
            ? catalog && features.catalogSymbols(catalog.reading.document)
            : features.manifestSymbols(checked.analysis.manifests);
        if (nodes === undefined) return null;
        return hierarchicalSymbols
          ? features.toDocumentSymbols(nodes, asked.lines)
          : features.toSymbolInformation(nodes, asked.lines, uri);
      }),
    );
  },
};

const defining: LanguageFeature = {
  capabilities: { definitionProvider: true, typeDefinitionProvider: true },
  register(connection, session, log) {
    connection.onRequest(
      DefinitionRequest.type,
      guardedRequest(DefinitionRequest.method, null, log, async ({ textDocument: { uri }, position }) => {
        const { definitionLinks } = session.traits.navigation;
        const checked = await session.checked(uri);
        if (checked !== undefined) {
          const { definition, definitionOf } = await session.loadedFor(checked, ofNavigation);
          return definitionOf(definition(checked, position), definitionLinks);
        }
        const catalog = await session.checkedCatalog(uri);
        if (catalog === undefined) return null;
        const { anchorTargets, definitionOf } = await session.loadedFor(catalog, ofNavigation);
        const offset = catalog.lines.offsetAt(position);
        return definitionOf(anchorTargets([catalog.reading.document], catalog, offset), definitionLinks);
      }),
    );
    connection.onRequest(
      TypeDefinitionRequest.type,
      guardedRequest(TypeDefinitionRequest.method, null, log, async ({ textDocument: { uri }, position }) => {
        const { navigation, pages } = session.traits;
        const checked = await session.checked(uri);
        if (checked === undefined) return null;
        const { typeDefinition, definitionOf } = await session.loadedFor(checked, ofNavigation);
        const catalogs = await session.loadedFor(checked, () => session.catalogFiles(uri));
        return definitionOf(typeDefinition(checked, position, catalogs, pages.asked), navigation.typeDefinitionLinks);
      }),
    );
  },
};

const highlighting: LanguageFeature = {
  capabilities: { documentHighlightProvider: true },
  register(connection, session, log) {
    connection.onRequest(
      DocumentHighlightRequest.type,
      guardedRequest(DocumentHighlightRequest.method, null, log, async ({ textDocument: { uri }, position }) => {
        const checked = await session.checked(uri);
        if (checked !== undefined) {
          const { highlights } = await session.loadedFor(checked, ofNavigation);
          return highlights(checked, position);
        }
        const catalog = await session.checkedCatalog(uri);
        if (catalog === undefined) return null;
        const { anchorHighlights } = await session.loadedFor(catalog, ofNavigation);
        const { lines, reading } = catalog;
        return anchorHighlights([reading.document], lines, lines.offsetAt(position)) ?? null;
      }),
    );
  },
};

const linking: LanguageFeature = {
  capabilities: { documentLinkProvider: { resolveProvider: false }, linkedEditingRangeProvider: true },
  register(connection, session, log) {
    connection.onRequest(
      DocumentLinkRequest.type,
      guardedRequest(DocumentLinkRequest.method, null, log, async ({ textDocument: { uri } }) => {
        const checked = await session.checked(uri);
        if (checked !== undefined) {
          const { documentLinks } = await session.loadedFor(checked, ofNavigation);
          return documentLinks(checked);
        }
        const catalog = await session.checkedCatalog(uri);
        if (catalog === undefined) return null;
        const { webLinks } = await session.loadedFor(catalog, ofNavigation);
        return webLinks([catalog.reading.document]);
      }),
    );
    connection.onRequest(
      LinkedEditingRangeRequest.type,
      guardedRequest(LinkedEditingRangeRequest.method, null, log, async ({ textDocument: { uri }, position }) => {
        const checked = await session.checked(uri);
        if (checked === undefined) return null;
        const { linkedEditing } = await session.loadedFor(checked, ofNavigation);
        return linkedEditing(checked, position) ?? null;
      }),
    );
  },
};

/** References and symbols of the whole workspace. */
function finding(names: ManifestNames): LanguageFeature {
  return {
    capabilities: { referencesProvider: true, workspaceSymbolProvider: true },
    register(connection, session, log) {
      connection.onRequest(
        ReferencesRequest.type,
        guardedRequest(
          ReferencesRequest.method,
          null,
          log,
          async ({ textDocument: { uri }, position, context }, token) => {
            const { includeDeclaration } = context;
            const checked = await session.checked(uri);
            const asked = checked ?? (await session.checkedCatalog(uri));
            if (asked === undefined) return null;
            const features = await session.loadedFor(asked, ofNavigation);
            const documents = 'analysis' in asked ? asked.analysis.file.documents : [asked.reading.document];
            const offset = asked.lines.offsetAt(position);
            const anchored = features.anchorReferences(documents, asked, offset, includeDeclaration);
            if (anchored !== undefined || checked === undefined) return anchored ?? null;
            const isCancelled = () => token.isCancellationRequested;
            const files = await session.loadedFor(checked, () => names.linked(session, false, isCancelled));
            return features.references(files, uri, position, includeDeclaration);
          },
        ),
      );
      connection.onRequest(
        WorkspaceSymbolRequest.type,
        guardedRequest(WorkspaceSymbolRequest.method, null, log, async ({ query }, token) => {
          const files = await names.files(session, () => token.isCancellationRequested);
          const { workspaceSymbols } = await ofNavigation();
          return workspaceSymbols(files, query);
        }),
      );
    },
  };
}

function renaming(names: ManifestNames, { navigation }: ClientTraits): LanguageFeature {
  return {
    // Options only for clients that prepare (LSP 3.17, textDocument/rename).
    capabilities: { renameProvider: navigation.preparesRename ? { prepareProvider: true } : true },
    register(connection, session, log) {
      connection.onRequest(
        PrepareRenameRequest.type,
        guardedRequest(PrepareRenameRequest.method, null, log, async ({ textDocument: { uri }, position }, token) => {
          const checked = await session.checked(uri);
          if (checked === undefined) return null;
          const { prepareRename } = await session.loadedFor(checked, ofNavigation);
          const isCancelled = () => token.isCancellationRequested;
          const files = await session.loadedFor(checked, () => names.linked(session, false, isCancelled));
          return prepareRename(checked, files, position);
        }),
      );
      connection.onRequest(
        RenameRequest.type,
        guardedRequest(RenameRequest.method, null, log, async ({ textDocument: { uri }, position, newName }, token) => {
          const checked = await session.checked(uri);
          if (checked === undefined) return null;
          const { rename, editOf } = await session.loadedFor(checked, ofNavigation);
          const isCancelled = () => token.isCancellationRequested;
          const edits = async () => {
            const files = await session.loadedFor(checked, () => names.linked(session, true, isCancelled));
            return rename(checked, files, position, newName);
          };
          let found = await edits();
          // Edits are of what is on disk now: what is told of a file may come later than this question.
          const isOther = () =>
            names.refresh(
              session,
              found.map(({ uri: one }) => one),
            );
          if (await session.loadedFor(checked, isOther)) found = await edits();
          return editOf(found, session.traits.codeActions.documentChanges);
        }),
      );
    },
  };
}

/** All of them for a client. */
export function navigating(names: ManifestNames, traits: ClientTraits): readonly LanguageFeature[] {
  return [documentSymbols, defining, highlighting, linking, finding(names), renaming(names, traits)];
}
