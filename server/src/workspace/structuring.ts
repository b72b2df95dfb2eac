/** What is asked about the form of a document: folding, selection, semantic tokens, formatting. */
import {
  type Connection,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
} from 'vscode-languageserver';
import type { YamlFile } from '../manifest/tree.ts';
import { guardedRequest } from './handlers.ts';
import type { LanguageFeature } from './languageFeature.ts';
import { structureFeatures } from './programParts.ts';
import type { Session } from './session.ts';

type Structure = Awaited<ReturnType<typeof structureFeatures>>;

/** Asks what answers about an open manifest or catalog; null for every other document. */
async function ask<T>(
  session: Session,
  uri: string,
  question: (features: Structure, file: YamlFile) => T,
): Promise<T | null> {
  const checked = await session.checked(uri);
  if (checked !== undefined)
    return question(await session.loadedFor(checked, structureFeatures), checked.analysis.file);
  const catalog = await session.checkedCatalog(uri);
  if (catalog === undefined) return null;
  return question(await session.loadedFor(catalog, structureFeatures), catalog.reading.file);
}

export const folding: LanguageFeature = {
  capabilities: { foldingRangeProvider: true },
  register(connection, session, log) {
    connection.onRequest(
      FoldingRangeRequest.type,
      guardedRequest(FoldingRangeRequest.method, null, log, ({ textDocument }, token) =>
        ask(session, textDocument.uri, ({ foldingRanges }, file) =>
          foldingRanges(file, session.traits.folding, () => token.isCancellationRequested),
        ),
      ),
    );
  },
};

export const selecting: LanguageFeature = {
  capabilities: { selectionRangeProvider: true },
  register(connection, session, log) {
    connection.onRequest(
      SelectionRangeRequest.type,
      guardedRequest(SelectionRangeRequest.method, null, log, ({ textDocument, positions }) =>
        ask(session, textDocument.uri, ({ selectionRanges }, file) => selectionRanges(file, positions)),
      ),
    );
  },
};

/** All three ways to ask. On typing only a line break is looked at: what is typed within a line is not finished. */
export const formatting: LanguageFeature = {
  capabilities: {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  },
  register(connection: Pick<Connection, 'onRequest'>, session, log) {
    connection.onRequest(
      DocumentFormattingRequest.type,
      guardedRequest(DocumentFormattingRequest.method, null, log, ({ textDocument, options }) =>
        ask(session, textDocument.uri, ({ formatEdits }, file) => formatEdits(file, options)),
      ),
    );
    connection.onRequest(
      DocumentRangeFormattingRequest.type,
      guardedRequest(DocumentRangeFormattingRequest.method, null, log, ({ textDocument, range, options }) =>
        ask(session, textDocument.uri, ({ formatEdits }, file) => formatEdits(file, options, range)),
      ),
    );
    connection.onRequest(
      DocumentOnTypeFormattingRequest.type,
      guardedRequest(DocumentOnTypeFormattingRequest.method, null, log, ({ textDocument, position, ch, options }) =>
        ch === '\n'
          ? ask(session, textDocument.uri, ({ newLineEdits }, file) => newLineEdits(file, position, options))
          : null,
      ),
    );
  },
};
