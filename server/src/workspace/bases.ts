/** How the server finds what manifests extend. */
import type { LoadedFiles, ManifestReader } from '../composition/load.ts';
import { folderOf, isWithin, resolveLocation } from './locations.ts';
import type { ManifestStore } from './manifests.ts';

/**
 * The reader for one checked document. Bases stand in any of the workspace folders; of a document that is in none of them
 * nobody knows what its workspace is, and any base may be read.
 */
export function baseReader(
  uri: string,
  folders: readonly string[],
  manifests: Pick<ManifestStore, 'read'>,
): ManifestReader {
  const isFree = !folders.some((folder) => isWithin(uri, folder));
  return {
    resolve: (path, from) => resolveLocation(path, folderOf(from, [])),
    isInside: (location) => isFree || folders.some((folder) => isWithin(location, folder)),
    read: manifests.read,
  };
}

/** Whether the same files were reached, in the same state. */
export function isSameFiles(a: LoadedFiles['reached'], b: LoadedFiles['reached']): boolean {
  return a.size === b.size && [...a].every(([uri, file]) => b.get(uri) === file);
}
