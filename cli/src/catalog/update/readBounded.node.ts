/** Reads files that others have made. */
import { constants, promises } from 'node:fs';
import { t } from '@vscode/l10n';
import type { StoreFailure } from '../../../../server/src/update/parts.ts';

const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;

/**
 * The bytes of a file, which may be no folder, no device and no pipe.
 * @param most bytes; a longer file is not read
 * @param follows whether a link is followed
 */
export async function readBounded(path: string, most: number, follows: boolean): Promise<Uint8Array | StoreFailure> {
  let file: promises.FileHandle | undefined;
  try {
    if (!follows && (await promises.lstat(path)).isSymbolicLink()) return { failed: t('it is a link') };
    // A pipe would be waited for; a link that came in between is not followed.
    file = await promises.open(path, O_RDONLY | O_NONBLOCK | (follows ? 0 : O_NOFOLLOW));
    const found = await file.stat();
    if (!found.isFile()) return { failed: t('it is no file') };
    if (found.size > most) return { failed: t('it is longer than the {0} bytes that are expected', most) };
    const bytes = new Uint8Array(found.size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      ({ bytesRead: read } = await file.read(bytes, length, bytes.length - length, length));
    }
    return bytes.subarray(0, length);
  } catch (error) {
    return { failed: reasonOf(error as NodeJS.ErrnoException) };
  } finally {
    await file?.close().catch(() => undefined);
  }
}

/** What went wrong with a file, in words. */
export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return t('there is no such file');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return t('permission denied');
    case 'ENOSPC':
    case 'EDQUOT':
      return t('there is no space left');
    case 'ELOOP':
      return t('it is a link');
    default:
      return message;
  }
}
