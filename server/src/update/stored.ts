/** The catalog of an update that was taken, at the next start: what is looked at again, and what happens where it is damaged. */
import { t } from '@vscode/l10n';
import type { CatalogBytes } from '../catalog/compiled.ts';
import { openCatalog } from '../catalog/loader.ts';
import type { Catalog } from '../catalog/model.ts';
import { sentences } from '../words.ts';
import { readState, STATE_FILE } from './state.ts';

/** How a host reads; both give why where they cannot. */
export interface StoredReader {
  readFile(location: string): Promise<Uint8Array | { readonly failed: string }>;
  readOwnFile(location: string): Promise<CatalogBytes | { readonly failed: string }>;
  /** UTF-8 to text and back. */
  decode(bytes: Uint8Array): string;
  encode(text: string): Uint8Array;
}

/** Where updates can be. */
export interface StoredPlaces {
  /** Folders of updates; the newest of all counts. */
  readonly folders: readonly string[];
  /** A compiled catalog as its text, for hosts that have no files: whoever gives it has looked at it. */
  readonly text?: string | undefined;
  /** What is not newer than the catalog that comes with the program is not used. */
  readonly bundledSerial: number;
}

export interface StoredCatalog {
  readonly catalog: Catalog;
  /** Where it is; undefined where it was given as text. */
  readonly location: string | undefined;
}

/**
 * Opens the newest update. Its state and its size are compared with what was written, and the catalog's own checksums as it is
 * read; its hash and its signature are not checked again.
 * @param complain is told once why an update is not used, and later of each component that is damaged
 * @returns undefined where there is no update to be used
 */
export async function openStored(
  { folders, text, bundledSerial }: StoredPlaces,
  { readFile, readOwnFile, decode, encode }: StoredReader,
  complain: (message: string) => void,
): Promise<StoredCatalog | undefined> {
  const unusable = (where: string, why: string): undefined => {
    complain(
      sentences(
        t('The update of the catalog in {0} cannot be used: {1}.', where, why),
        t('The catalog that comes with Stackpin is used instead.'),
        t('Take the update again, or remove it.'),
      ),
    );
  };
  const open = (bytes: CatalogBytes, folder: string, location: string | undefined): StoredCatalog | undefined => {
    const catalog = opened(bytes, {
      decode,
      damaged: (id) =>
        complain(
          sentences(
            t('The catalog {0} is damaged where it describes {1}, so that {1} is not checked.', location ?? folder, id),
            t('Take the update again, or remove it.'),
          ),
        ),
    });
    return 'failed' in catalog ? unusable(folder, catalog.failed) : { catalog, location };
  };
  if (text !== undefined) return open(encode(text), t('the storage of the editor'), undefined);

  let newest:
    | { readonly folder: string; readonly serial: number; readonly file: string; readonly size: number }
    | undefined;
  for (const folder of folders) {
    const bytes = await readFile(`${folder}/${STATE_FILE}`);
    // Nothing was ever taken there.
    if ('failed' in bytes) continue;
    const state = readState(bytes, { decode, encode });
    if (state === undefined) unusable(folder, t('{0} is damaged', STATE_FILE));
    const { current } = state ?? {};
    if (current !== undefined && current.serial > (newest?.serial ?? bundledSerial)) newest = { folder, ...current };
  }
  if (newest === undefined) return undefined;
  const { folder, file, size } = newest;
  const location = `${folder}/${file}`;
  const bytes = await readOwnFile(location);
  if ('failed' in bytes) return unusable(folder, bytes.failed);
  if (bytes.length !== size) return unusable(folder, t('{0} has {1} bytes instead of {2}', file, bytes.length, size));
  return open(bytes, folder, location);
}

function opened(...[bytes, reader]: Parameters<typeof openCatalog>): ReturnType<typeof openCatalog> {
  try {
    return openCatalog(bytes, reader);
  } catch (error) {
    return { failed: (error as Error).message };
  }
}
