/** Links that lead out of a folder: whoever commits a link decides nothing about files elsewhere. */
import { isAbsolute, relative, sep } from 'node:path';
import type { Host } from '../host.ts';

/**
 * Whether a path that is below a folder by its names leads out of it, links followed. What is not there leads nowhere.
 * @param root absolute
 */
export async function leadsOut(path: string, root: string, host: Pick<Host, 'realPath'>): Promise<boolean> {
  if (!isBelow(path, root)) return false;
  const real = await host.realPath(path);
  return real !== path && !isBelow(real, await host.realPath(root));
}

/** On Windows there is no way to another drive. */
function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
