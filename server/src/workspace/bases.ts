/** How the server finds what manifests extend. */
import type { LoadedFiles, ManifestReader } from '../composition/load.ts';
import { folderOf, isOnAnotherMachine, isWithin, resolveLocation } from './locations.ts';
import type { ManifestStore } from './manifests.ts';

/** What a manifest's paths lead to, and which of it may be read. */
export type BasePaths = Pick<ManifestReader, 'resolve' | 'isInside'>;

/**
 * The paths of one checked document. Bases stand in any of the workspace folders; of a document that is in none of them
 * nobody knows what its workspace is, and any base of the same machine may be read.
 */
export function basePaths(uri: string, folders: readonly string[]): BasePaths {
  const isFree = !folders.some((folder) => isWithin(uri, folder));
  return {
    resolve: (path, from) => resolveLocation(path, folderOf(from, [])),
    isInside: (location) =>
      isFree ? !isOnAnotherMachine(location, uri) : folders.some((folder) => isWithin(location, folder)),
  };
}

/** The reader for one checked document. */
export function baseReader(
  uri: string,
  folders: readonly string[],
  manifests: Pick<ManifestStore, 'read'>,
): ManifestReader {
  return { ...basePaths(uri, folders), read: manifests.read };
}

/** Whether the same files were reached, in the same state. */
export function isSameFiles(a: LoadedFiles['reached'], b: LoadedFiles['reached']): boolean {
  return a.size === b.size && [...a].every(([uri, file]) => b.get(uri) === file);
}
