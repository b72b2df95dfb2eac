/** Updates of the catalog, kept in a folder on disk. */
import { promises } from 'node:fs';
import { join } from 'node:path';
import { t } from '@vscode/l10n';
import { MOST_BYTES, type UpdateStore } from '../../../../server/src/update/parts.ts';
import { readBounded, reasonOf } from './readBounded.node.ts';

/** Held while a state is read and written, which takes far less than a second. */
const LOCK = 'update.lock';
/** Milliseconds after which a lock was left behind by a process that has ended. */
const STALE = 60_000;
/** Milliseconds between two looks at a lock, and how often it is looked at. */
const PAUSE = 100;
const LOOKS = 100;

/** Makes it; the folder is made when something is written. */
export function diskStore(folder: string): UpdateStore {
  const at = (name: string): string => join(folder, name);
  return {
    name: folder,
    async read(name) {
      const isThere = await promises.lstat(at(name)).then(
        () => true,
        (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
      );
      return isThere ? readBounded(at(name), MOST_BYTES, true) : undefined;
    },
    async write(name, bytes) {
      const beside = at(`.${name}.${process.pid}`);
      try {
        await promises.mkdir(folder, { recursive: true, mode: 0o700 });
        await promises.writeFile(beside, bytes, { mode: 0o600, flush: true });
        await promises.rename(beside, at(name));
        return undefined;
      } catch (error) {
        await promises.rm(beside, { force: true }).catch(() => undefined);
        return { failed: reasonOf(error as NodeJS.ErrnoException) };
      }
    },
    remove: (name) => promises.rm(at(name), { force: true }).catch(() => undefined),
    names: () => promises.readdir(folder).catch(() => []),
    async alone(action) {
      const failed = await locked(folder, at(LOCK));
      if (failed !== undefined) return { failed };
      try {
        return await action();
      } finally {
        await promises.rm(at(LOCK), { force: true }).catch(() => undefined);
      }
    },
  };
}

/** Takes the lock; says why where it cannot be had. */
async function locked(folder: string, lock: string): Promise<string | undefined> {
  for (let looks = 1; ; looks += 1) {
    try {
      await promises.mkdir(folder, { recursive: true, mode: 0o700 });
      await promises.writeFile(lock, `${process.pid}\n`, { mode: 0o600, flag: 'wx' });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return reasonOf(error as NodeJS.ErrnoException);
    }
    const made = (await promises.stat(lock).catch(() => undefined))?.mtimeMs;
    if (made !== undefined && Date.now() - made > STALE)
      await promises.rm(lock, { force: true }).catch(() => undefined);
    else if (looks >= LOOKS) return t('another update is being written; if there is none, remove {0}', lock);
    else await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
