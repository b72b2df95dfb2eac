/** Where this system keeps data of one user that a program may write. */
import { isAbsolute, join } from 'node:path';

/**
 * The folder of updates of the catalog: XDG Base Directory Specification, else what each system has in its place. Undefined where
 * the variables of the process name none.
 */
export function catalogUpdatesFolder(
  env: { readonly [name: string]: string | undefined },
  platform: string,
): string | undefined {
  const below = (base: string | undefined, ...names: string[]): string | undefined =>
    base !== undefined && isAbsolute(base) ? join(base, ...names, 'catalog') : undefined;
  const named = below(env.XDG_DATA_HOME, 'stackpin');
  if (named !== undefined) return named;
  // Beside the caches, which are in "stackpin" there.
  if (platform === 'win32') return below(env.LOCALAPPDATA, 'stackpin-data');
  if (platform === 'darwin') return below(env.HOME, 'Library', 'Application Support', 'stackpin');
  return below(env.HOME, '.local', 'share', 'stackpin');
}
