/** Where an update comes from in the editor: what a person chooses. */
import { FileType, l10n, Uri } from 'vscode';
import type { DownloadHost } from '../../../server/src/network/download.ts';
import { isAddress, mirrorSource } from '../../../server/src/network/mirror.ts';
import { bundleSource, MOST_BUNDLE } from '../../../server/src/update/bundle.ts';
import { folderSource } from '../../../server/src/update/folder.ts';
import { isRefusal, type Refusal, type UpdateSource } from '../../../server/src/update/parts.ts';
import { fileType, readFile } from './storage.ts';

interface Texts {
  decode(bytes: Uint8Array): string;
  encode(text: string): Uint8Array;
}

/** The source behind a file, a folder or an address. */
export async function sourceOf(
  from: Uri | string,
  network: DownloadHost,
  texts: Texts,
): Promise<UpdateSource | Refusal> {
  if (typeof from === 'string') {
    if (isAddress(from)) return mirrorSource(from, network, texts);
    return unreadable(from, l10n.t('it is no address'));
  }
  const name = from.scheme === 'file' ? from.fsPath : from.toString(true);
  const read = async (uri: Uri, most: number, follows: boolean): Promise<Uint8Array | Refusal> => {
    const isLink = ((await fileType(uri)) ?? 0) & FileType.SymbolicLink;
    if (isLink && !follows) return unreadable(uri.path, l10n.t('it is a link'));
    const bytes = await readFile(uri, most);
    return 'failed' in bytes ? unreadable(uri.path, bytes.failed) : bytes;
  };
  if (((await fileType(from)) ?? 0) & FileType.Directory) {
    return folderSource(name, (file, most) => read(Uri.joinPath(from, file), most, false));
  }
  const bytes = await read(from, MOST_BUNDLE, true);
  return isRefusal(bytes) ? bytes : bundleSource(name, bytes, texts);
}

function unreadable(name: string, why: string): Refusal {
  return {
    why: l10n.t('cannot read {0}: {1}', name, why),
    remedy: l10n.t('Choose a file that was published as an update, or a folder with all of its files.'),
  };
}
