/** The texts of files: what is open in the editor counts before what is on disk. */
import { t } from '@vscode/l10n';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Environment, ReadFailure } from '../environment.ts';
import { isSameLocation } from './locations.ts';

/** Makes a reader of texts by URI. Bytes that are no UTF-8 are a failure like any other. */
export function textReader(
  documents: TextDocuments<TextDocument>,
  environment: Pick<Environment, 'readFile'>,
): (uri: string) => Promise<string | ReadFailure> {
  return async (uri) => {
    const open = documents.all().find((document) => isSameLocation(document.uri, uri));
    if (open !== undefined) return open.getText();
    const bytes = await environment.readFile(uri);
    if (!(bytes instanceof Uint8Array)) return bytes;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return { failed: t('it is not UTF-8 text') };
    }
  };
}
