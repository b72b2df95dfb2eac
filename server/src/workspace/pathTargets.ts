/** What the paths in a manifest may lead to: files of the workspace, and what is open. */
import type { PathKind } from '../features/pathItems.ts';
import { CATALOG_NAME, isManifestUri, type ManifestIndex } from './manifestIndex.ts';

/** URIs of the files that a path of a kind may lead to. Folders are walked when they are first asked for. */
export type PathTargets = (kind: PathKind) => Promise<readonly string[]>;

/** Makes it. Where the host walks no folders, what is open is all that is known. */
export function pathTargets(
  manifests: Pick<ManifestIndex, 'list'>,
  catalogs: Pick<ManifestIndex, 'list'>,
  open: () => readonly string[],
): PathTargets {
  return async (kind) => {
    const found = new Set(await (kind === 'manifests' ? manifests : catalogs).list());
    for (const uri of open()) if (kind === 'manifests' ? isManifestUri(uri) : CATALOG_NAME.test(uri)) found.add(uri);
    return [...found];
  };
}
