/** The texts of files: what is open in the editor counts before what is on disk. */
import { t } from '@vscode/l10n';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Environment, ReadFailure } from '../environment.ts';
import { isSameLocation, isWithin } from './locations.ts';

type Files = Pick<Environment, 'readFile' | 'identify'>;

/**
 * Makes a reader of texts by URI. Bytes that are no UTF-8 are a failure like any other.
 * @param folders URIs of the workspace folders now
 */
export function textReader(
  documents: TextDocuments<TextDocument>,
  environment: Files,
  folders: () => readonly string[],
): (uri: string) => Promise<string | ReadFailure> {
  return async (uri) => {
    const open = documents.all().find((document) => isSameLocation(document.uri, uri));
    if (open !== undefined) return open.getText();
    if (await leadsOut(uri, folders(), environment)) {
      return { failed: t('it is a link that leads out of the workspace') };
    }
    const bytes = await environment.readFile(uri);
    if (!(bytes instanceof Uint8Array)) return bytes;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return { failed: t('it is not UTF-8 text') };
    }
  };
}

/**
 * Whether a file is in the workspace by its name alone: whoever puts a link into a repository must not decide that files elsewhere are
 * read. What is named elsewhere (a catalog of the settings) is what it is.
 */
async function leadsOut(uri: string, folders: readonly string[], { identify }: Files): Promise<boolean> {
  if (!folders.some((folder) => isWithin(uri, folder))) return false;
  const identity = await identify(uri);
  if (folders.some((folder) => isWithin(identity, folder))) return false;
  // What is not there is told by whoever is to read it.
  if (isSameLocation(identity, uri)) return false;
  const real = await Promise.all(folders.map(identify));
  return !real.some((folder) => isWithin(identity, folder));
}
