/** Updates of the catalog, kept by the editor: the same on a disk and in a browser. */
import { FileType, l10n, Uri, workspace } from 'vscode';
import { MOST_BYTES, type StoreFailure, type UpdateStore } from '../../../server/src/update/parts.ts';

/** Held while a state is read and written. */
const LOCK = 'update.lock';
/** Milliseconds after which a lock was left behind by a window that is gone. */
const STALE = 60_000;

/** Makes it; the folder is made when something is written. */
export function editorStore(folder: Uri): UpdateStore {
  const at = (name: string): Uri => Uri.joinPath(folder, name);
  /** Names that no other window writes at the same time. */
  const beside = (name: string): Uri => at(`.${name}.${Math.random().toString(36).slice(2)}`);
  const remove = async (uri: Uri): Promise<void> => {
    try {
      await workspace.fs.delete(uri);
    } catch {
      // It is gone, or somebody reads it.
    }
  };
  const write = async (name: string, bytes: Uint8Array, overwrite: boolean): Promise<StoreFailure | undefined> => {
    const unfinished = beside(name);
    try {
      await workspace.fs.createDirectory(folder);
      await workspace.fs.writeFile(unfinished, bytes);
      await workspace.fs.rename(unfinished, at(name), { overwrite });
      return undefined;
    } catch (error) {
      await remove(unfinished);
      return { failed: (error as Error).message };
    }
  };
  /** Whether a lock is older than what is written now, by the clock of the file system. */
  const isStale = async (): Promise<boolean> => {
    const now = beside(LOCK);
    try {
      await workspace.fs.writeFile(now, new Uint8Array());
      return (await workspace.fs.stat(now)).mtime - (await workspace.fs.stat(at(LOCK))).mtime > STALE;
    } catch {
      return false;
    } finally {
      await remove(now);
    }
  };
  return {
    name: folder.scheme === 'file' ? folder.fsPath : folder.toString(true),
    read: async (name) => ((await fileType(at(name))) === undefined ? undefined : readFile(at(name), MOST_BYTES)),
    write: (name, bytes) => write(name, bytes, true),
    remove: (name) => remove(at(name)),
    names: async () => {
      try {
        return (await workspace.fs.readDirectory(folder)).map(([name]) => name);
      } catch {
        return [];
      }
    },
    async alone(action) {
      if (await isStale()) await remove(at(LOCK));
      const failure = await write(LOCK, new Uint8Array(), false);
      if (failure !== undefined) return failure;
      try {
        return await action();
      } finally {
        await remove(at(LOCK));
      }
    },
  };
}

/** What a path names; undefined where there is nothing. */
export async function fileType(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}

/** A file that is no longer than it may be. */
export async function readFile(uri: Uri, most: number): Promise<Uint8Array | StoreFailure> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0) return { failed: l10n.t('it is no file') };
    if (size > most) return { failed: l10n.t('it is longer than the {0} bytes that are expected', most) };
    return await workspace.fs.readFile(uri);
  } catch (error) {
    return { failed: (error as Error).message };
  }
}
