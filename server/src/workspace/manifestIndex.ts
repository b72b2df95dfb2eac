/** Which manifests there are in the workspace, open or not. */
import { t } from '@vscode/l10n';
import type { Environment } from '../environment.ts';
import { isSameLocation, isWithin } from './locations.ts';

/** Names by which a file is taken for a stack manifest: docs/manifest.md, "Files". */
const MANIFEST_NAME = /(?:^stackpin|\.stack)\.ya?ml$/i;

export interface ManifestIndex {
  /** URIs of all manifests below the workspace folders. Folders are walked when they are first asked for. */
  list(): Promise<readonly string[]>;
  /** A file appeared. */
  created(uri: string): void;
  /** A file or a folder is gone. */
  deleted(uri: string): void;
  /** The folders are others now. */
  reset(): void;
}

/** Whether a URI is named like a manifest. */
export function isManifestUri(uri: string): boolean {
  return MANIFEST_NAME.test(uri.slice(uri.lastIndexOf('/') + 1));
}

/**
 * Makes an index.
 * @param folders URIs of the workspace folders now
 * @param warn is told of a folder that cannot be walked; not where the host walks none at all
 */
export function manifestIndex(
  folders: () => readonly string[],
  environment: Pick<Environment, 'listFiles'>,
  warn: (message: string) => void,
): ManifestIndex {
  let listing: Promise<Set<string>> | undefined;
  const walk = async (): Promise<Set<string>> => {
    const found = new Set<string>();
    for (const folder of folders()) {
      const files = await environment.listFiles(folder, (name) => MANIFEST_NAME.test(name));
      if (!('failed' in files)) for (const uri of files) found.add(uri);
      else if (files.unable !== true) warn(t('The manifests in {0} cannot be listed: {1}.', folder, files.failed));
    }
    return found;
  };
  // What happens before a listing is asked for is seen by its walk; what happens during it is added after it.
  const change = (work: (found: Set<string>) => void): void => {
    const before = listing;
    if (before === undefined) return;
    listing = before.then((found) => {
      work(found);
      return found;
    });
  };
  return {
    async list() {
      listing ??= walk();
      return [...(await listing)].sort();
    },
    created: (uri) => {
      if (!isManifestUri(uri)) return;
      change((found) => {
        if (![...found].some((one) => isSameLocation(one, uri))) found.add(uri);
      });
    },
    deleted: (uri) =>
      change((found) => {
        for (const one of found) if (isSameLocation(one, uri) || isWithin(one, uri)) found.delete(one);
      }),
    reset: () => {
      listing = undefined;
    },
  };
}
