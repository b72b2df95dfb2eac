/** The catalog of an update as its text, for a language server that reads no files: that in a browser. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import about from '../../../server/generated/bundled-catalog.json';
import { readState, STATE_FILE } from '../../../server/src/update/state.ts';
import { updatesFolder } from './folder.ts';

/** Undefined where there is no update, or none that is newer than the catalog of the extension. */
export async function updatedCatalog(context: Pick<ExtensionContext, 'globalStorageUri'>): Promise<string | undefined> {
  const folder = updatesFolder(context);
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const encode = (text: string) => new TextEncoder().encode(text);
  try {
    const state = await workspace.fs.readFile(Uri.joinPath(folder, STATE_FILE));
    const { current } = readState(state, { decode, encode }) ?? {};
    if (current === undefined || current.serial <= about.serial) return undefined;
    const bytes = await workspace.fs.readFile(Uri.joinPath(folder, current.file));
    return bytes.length === current.size ? decode(bytes) : undefined;
  } catch {
    // Nothing was ever taken.
    return undefined;
  }
}
