/** Watches files through the client: manifests, and the catalogs that settings and manifests name. */
import { DidChangeWatchedFilesNotification, type FileSystemWatcher } from 'vscode-languageserver';
import { type Registering, register } from './registration.ts';
import type { HostTraits } from './traits.ts';

/** Characters with a meaning in LSP's glob patterns stand in a class, so that they mean themselves. */
function globOf(name: string): string {
  return name.replace(/[*?{}[\]]/g, '[$&]');
}

function watcherOf(uri: string, relative: boolean): FileSystemWatcher {
  const slash = uri.lastIndexOf('/');
  const name = globOf(decodeURIComponent(uri.slice(slash + 1)));
  return { globPattern: relative ? { baseUri: uri.slice(0, slash), pattern: name } : `**/${name}` };
}

/** Asks the client to tell of manifests, and of what they may extend, that appear, change or go. */
export function watchManifests(
  connection: Registering,
  traits: Pick<HostTraits, 'registersWatchers'>,
  warn: (message: string) => void,
): void {
  if (!traits.registersWatchers) return;
  const watchers = [{ globPattern: '**/*.{yaml,yml}' }];
  register(connection, 'stackpin/manifests', DidChangeWatchedFilesNotification.type, { watchers }).catch(
    (error: unknown) => warn(`The client does not watch the manifests of the workspace: ${String(error)}`),
  );
}

/**
 * Asks the client, once for each file, to tell when it changes. The result takes all files that are read; does nothing
 * for clients that register no watchers.
 */
export function catalogWatchers(
  connection: Registering,
  traits: Pick<HostTraits, 'registersWatchers' | 'relativeWatchers'>,
  warn: (message: string) => void,
): (uris: readonly string[]) => void {
  const watched = new Set<string>();
  return (uris) => {
    const fresh = uris.filter((uri) => !watched.has(uri));
    if (fresh.length === 0 || !traits.registersWatchers) return;
    for (const uri of fresh) watched.add(uri);
    const watchers = fresh.map((uri) => watcherOf(uri, traits.relativeWatchers));
    const id = `stackpin/catalogs/${watched.size}`;
    register(connection, id, DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) =>
      warn(`The client does not watch ${fresh.join(', ')}: ${String(error)}`),
    );
  };
}
