/** Reads the files that a stack is made of, so that it can be composed at once. Knows no host: it is told how to read. */
import { t } from '@vscode/l10n';
import type { ManifestSource, SourceFile, Unreadable } from './layers.ts';

/** How a host finds and reads manifests. */
export interface ManifestReader {
  /** The URI of a path under `extends` of a file; undefined for what is no path. */
  resolve(path: string, from: string): string | undefined;
  /** Whether a file may be extended: bases stand inside the workspace. */
  isInside(uri: string): boolean;
  /** Reads and parses a file. The same answer for the same state of the file. */
  read(uri: string): Promise<SourceFile | Unreadable>;
}

/** Files read at most for one stack; composing tells when there are more. */
const MOST_FILES = 1002;

export interface LoadedFiles {
  readonly source: ManifestSource;
  /** Every file that was asked for, by the URI that a path led to, in the order in which they were found. */
  readonly reached: ReadonlyMap<string, SourceFile | Unreadable>;
}

/**
 * Reads all that a file extends, directly and further down; what is extended by several is read once.
 * @param start the file itself, which may be newer than what can be read of it
 */
export async function loadBases(start: SourceFile, reader: ManifestReader): Promise<LoadedFiles> {
  const reached = new Map<string, SourceFile | Unreadable>();
  const walked = new Set<string>([start.uri]);
  let level: readonly SourceFile[] = [start];
  while (level.length > 0 && reached.size < MOST_FILES) {
    const locations = new Set(level.flatMap((file) => locationsOf(file, reader)));
    const fresh = [...locations].filter((uri) => uri !== start.uri && !reached.has(uri));
    const read = await Promise.all(fresh.map(async (uri) => [uri, await reader.read(uri)] as const));
    const next: SourceFile[] = [];
    for (const [uri, file] of read) {
      reached.set(uri, file);
      if ('failed' in file || walked.has(file.uri)) continue;
      walked.add(file.uri);
      next.push(file);
    }
    level = next;
  }
  return {
    reached,
    source: {
      resolve: (path, from) => reader.resolve(path, from),
      isInside: (uri) => reader.isInside(uri),
      read: (uri) => {
        const file = uri === start.uri ? start : (reached.get(uri) ?? { failed: t('it was not read') });
        // The file itself by another name: what is at hand counts, not what can be read of it.
        return 'failed' in file || file.uri !== start.uri ? file : start;
      },
    },
  };
}

function locationsOf({ uri, manifests }: SourceFile, reader: ManifestReader): string[] {
  return manifests.flatMap((manifest) =>
    manifest.extends.flatMap(({ text }) => {
      const location = text.trim() === '' ? undefined : reader.resolve(text, uri);
      return location === undefined || !reader.isInside(location) ? [] : [location];
    }),
  );
}
