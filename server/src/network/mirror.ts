/** A bundle at an address: one file, or the folder of a mirror. */
import { t } from '@vscode/l10n';
import { bundleSource, MOST_BUNDLE } from '../update/bundle.ts';
import { folderSource } from '../update/folder.ts';
import { isRefusal, MANIFEST_FILE, type Refusal, type UpdateSource } from '../update/parts.ts';
import { type DownloadHost, download } from './download.ts';

/** Whether somebody means an address, and not a file or a folder. One letter before the colon is a drive. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(text);
}

/**
 * The source behind an address: with a slash or `catalog-update.json` at its end a folder with the files of a bundle, otherwise
 * a bundle in one file.
 */
export async function mirrorSource(
  address: string,
  host: DownloadHost,
  texts: Parameters<typeof bundleSource>[2],
): Promise<UpdateSource | Refusal> {
  const loaded = async (wanted: string, most: number): Promise<Uint8Array | Refusal> => {
    const bytes = await download(wanted, most, host);
    return 'failed' in bytes ? unreachable(wanted, bytes.failed) : bytes;
  };
  const path = URL.canParse(address) ? new URL(address).pathname : '';
  if (path.endsWith('/') || path.endsWith(`/${MANIFEST_FILE}`)) {
    return folderSource(address, (name, most) => loaded(new URL(name, address).href, most));
  }
  const bytes = await loaded(address, MOST_BUNDLE);
  return isRefusal(bytes) ? bytes : bundleSource(address, bytes, texts);
}

function unreachable(address: string, why: string): Refusal {
  return {
    why: t('{0} cannot be loaded: {1}', address, why),
    remedy: t('Check the address and the network, or load the update by other means and name the file.'),
  };
}
