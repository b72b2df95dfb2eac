/** The manifests that manifests extend, read from disk once for all of them. */

import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { t } from '@vscode/l10n';
import type { Origin, SourceFile, Unreadable } from '../../server/src/composition/layers.ts';
import { loadBases } from '../../server/src/composition/load.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { readStacks, saysItIsOurs } from '../../server/src/manifest/read.ts';
import type { YamlFile } from '../../server/src/manifest/tree.ts';
import { folderOf, isOnAnotherMachine, isWithin, resolveLocation } from '../../server/src/workspace/locations.ts';
import { leadsOut } from './files/leadingOut.ts';
import { type Host, isFailure } from './host.ts';
import { keeping } from './keeping.ts';
import { decode } from './text.ts';

/** A manifest with what it is made of. */
export interface Composed {
  readonly origin: Origin;
  /** Absolute paths of all files that it extends, directly or further down, and that could be read. */
  readonly bases: readonly string[];
}

/**
 * Finds what a manifest extends.
 * @param path absolute; undefined is standard input, whose paths begin at the working directory
 */
export type ComposeFile = (file: YamlFile, path: string | undefined) => Promise<Composed>;

/** The address of an absolute path. */
export function addressOf(path: string): string {
  return pathToFileURL(path).href;
}

/** The absolute path behind an address. */
export function pathOf(address: string): string {
  return fileURLToPath(address);
}

/** The same for what anybody wrote; nothing is at a path that is none. */
function pathIn(address: string): string {
  try {
    return fileURLToPath(address);
  } catch {
    return address;
  }
}

/** Characters of bases that are kept parsed: thousands of small ones, or one that is as large as files may be. */
const MOST_KEPT = 4_000_000;

/** Makes a reader of bases. What was read is not read again while it is kept. */
export function composer(host: Host): ComposeFile {
  const keep = keeping<SourceFile | Unreadable>(MOST_KEPT, sizeOf);
  const roots = new Map<string, Promise<string | undefined>>();
  const read = (address: string) => keep(address, () => readManifest(address, host));
  const rootOf = (folder: string): Promise<string | undefined> => {
    const known = roots.get(folder) ?? findRoot(folder);
    roots.set(folder, known);
    return known;
  };
  /** The folder that holds a repository: bases stand inside it. Without one nothing is outside. */
  const findRoot = async (folder: string): Promise<string | undefined> => {
    if ((await host.inspect(join(folder, '.git'))) !== undefined) return folder;
    const above = dirname(folder);
    return above === folder ? undefined : rootOf(above);
  };
  return async (file, path) => {
    const shown = addressOf(path ?? join(host.folder, 'stdin'));
    const uri = path === undefined ? shown : addressOf(await host.realPath(path));
    const root = await rootOf(path === undefined ? host.folder : dirname(path));
    const { source, reached } = await loadBases(
      { uri, manifests: readStacks(file) },
      {
        // Paths begin in the folder that people see the file in, also when that is a link.
        resolve: (entry, from) => resolveLocation(entry, folderOf(from === uri ? shown : from, [])),
        isInside: (location) =>
          root === undefined ? !isOnAnotherMachine(location, shown) : isWithin(location, addressOf(root)),
        read: async (location) =>
          root !== undefined && location.startsWith('file:') && (await leadsOut(pathIn(location), root, host))
            ? { failed: t('it is a link that leads out of the workspace') }
            : read(location),
      },
    );
    const bases = [...reached.values()].flatMap((base) => {
      if ('failed' in base) return [];
      // Where nothing bounds what a path may lead to, nothing is told of what does not even say that it is ours.
      return root !== undefined || base.manifests.some(saysItIsOurs) ? [pathOf(base.uri)] : [];
    });
    return { origin: { uri, source }, bases: [...new Set(bases)].filter((base) => addressOf(base) !== uri) };
  };
}

async function readManifest(address: string, host: Host): Promise<SourceFile | Unreadable> {
  if (!address.startsWith('file:')) return { failed: t('only files can be read here'), unable: true };
  // What is no path is told by whoever is to read it.
  const path = pathIn(address);
  const bytes = await host.readFile(path);
  const text = isFailure(bytes) ? bytes : decode(bytes);
  if (isFailure(text)) return text;
  return { uri: addressOf(await host.realPath(path)), manifests: readStacks(parseYaml(text)) };
}

/** The length of a text, and something for what is kept besides. */
function sizeOf(file: SourceFile | Unreadable): number {
  return 100 + ('failed' in file ? 0 : (file.manifests[0]?.document.source.length ?? 0));
}
