/** Questions about the names in one document: its outline, what they mean, where else they stand in it, what they link to. */
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  LinkedEditingRangeRequest,
  TypeDefinitionRequest,
} from 'vscode-languageserver';
import { askedNames } from './askedNames.ts';
import { guardedRequest } from './handlers.ts';
import type { LanguageFeature } from './languageFeature.ts';

const outlining: LanguageFeature = {
  capabilities: { documentSymbolProvider: true },
  register(connection, session, log) {
    connection.onRequest(
      DocumentSymbolRequest.type,
      guardedRequest(DocumentSymbolRequest.method, null, log, async ({ textDocument: { uri } }) => {
        const asked = await askedNames(session, uri);
        if (asked === undefined) return null;
        const { features, manifest, documents, checked } = asked;
        const nodes =
          manifest === undefined
            ? documents.flatMap(features.catalogSymbols)
            : features.manifestSymbols(manifest.analysis.manifests);
        return session.traits.navigation.hierarchicalSymbols
          ? features.toDocumentSymbols(nodes, checked.lines)
          : features.toSymbolInformation(nodes, checked.lines, uri);
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
        const asked = await askedNames(session, uri);
        if (asked === undefined) return null;
        const { features, manifest, documents, checked } = asked;
        const { navigation, pages } = session.traits;
        const found =
          manifest === undefined
            ? features.anchorTargets(documents, checked, checked.lines.offsetAt(position))
            : features.definition(manifest, position);
        if (manifest === undefined || found?.targets.length !== 0)
          return features.definitionOf(found, navigation.definitionLinks);
        // The name of a component that no pin is called by: what describes it.
        const catalogs = await session.loadedFor(manifest, () => session.catalogFiles(uri));
        const described = features.typeDefinition(manifest, position, catalogs, pages.asked);
        return features.definitionOf(described, navigation.definitionLinks);
      }),
    );
    connection.onRequest(
      TypeDefinitionRequest.type,
      guardedRequest(TypeDefinitionRequest.method, null, log, async ({ textDocument: { uri }, position }) => {
        const asked = await askedNames(session, uri);
        if (asked?.manifest === undefined) return null;
        const { features, manifest } = asked;
        const { navigation, pages } = session.traits;
        const catalogs = await session.loadedFor(manifest, () => session.catalogFiles(uri));
        const found = features.typeDefinition(manifest, position, catalogs, pages.asked);
        return features.definitionOf(found, navigation.typeDefinitionLinks);
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
        const asked = await askedNames(session, uri);
        if (asked === undefined) return null;
        const { features, manifest, documents, checked } = asked;
        if (manifest !== undefined) return features.highlights(manifest, position);
        return features.anchorHighlights(documents, checked.lines, checked.lines.offsetAt(position)) ?? null;
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
        const asked = await askedNames(session, uri);
        if (asked === undefined) return null;
        const { features, manifest, documents } = asked;
        return manifest === undefined ? features.webLinks(documents) : features.documentLinks(manifest);
      }),
    );
    connection.onRequest(
      LinkedEditingRangeRequest.type,
      guardedRequest(LinkedEditingRangeRequest.method, null, log, async ({ textDocument: { uri }, position }) => {
        const asked = await askedNames(session, uri);
        if (asked === undefined) return null;
        const { features, manifest, documents, checked } = asked;
        const found =
          manifest === undefined
            ? features.linkedAnchor(documents, checked.lines, checked.lines.offsetAt(position))
            : features.linkedEditing(manifest, position);
        return found ?? null;
      }),
    );
  },
};

/** All of them. */
export const navigating: readonly LanguageFeature[] = [outlining, defining, highlighting, linking];
