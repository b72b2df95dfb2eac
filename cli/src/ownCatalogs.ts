/** The catalogs that manifests name themselves, read from disk once for all manifests. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { t } from '@vscode/l10n';
import type { AnalysisContext } from '../../server/src/analysis/analysis.ts';
import {
  type CatalogEntry,
  type CatalogOutcome,
  type CatalogReader,
  outcomeOfReading,
  withOwnCatalogs,
} from '../../server/src/analysis/ownCatalogs.ts';
import type { Catalog } from '../../server/src/catalog/model.ts';
import { overlayCatalogs } from '../../server/src/catalog/overlay.ts';
import type { Origin } from '../../server/src/composition/layers.ts';
import type { YamlFile } from '../../server/src/manifest/tree.ts';
import { recent } from '../../server/src/workspace/recent.ts';
import { repositoryRoot } from './files/ignoring.ts';
import { leadsOut } from './files/leadingOut.ts';
import { type Host, isFailure } from './host.ts';
import { keeping } from './keeping.ts';
import { decode } from './text.ts';

/** Adds what a manifest names to what holds for all. */
export type ContextFor = (file: YamlFile, path: string | undefined, origin: Origin) => Promise<AnalysisContext>;

/** Catalog files, and sets of them, that are kept. Most trees have one. */
const MOST_KEPT = 50;

/**
 * Reads what manifests name.
 * @param context holds for all manifests; its catalog lies below theirs
 * @param laid paths of files that are laid in it already, relative to the working directory
 * @returns takes the absolute path of a manifest; undefined is standard input, whose paths begin at the working directory
 */
export function ownCatalogs(context: AnalysisContext, laid: readonly string[], host: Host): ContextFor {
  const keep = keeping<CatalogOutcome>(MOST_KEPT, () => 1);
  const catalogs = recent<Catalog>(MOST_KEPT, () => undefined);
  const below = new Set(laid.map((path) => resolve(host.folder, path)));
  const read = (path: string) => keep(path, () => readOutcome(path, host));
  return (file, manifest, origin) => {
    const own = manifest === undefined ? host.folder : dirname(manifest);
    const pathOf = ({ text, from }: CatalogEntry): string => {
      const folder = from === undefined ? own : dirname(pathOfUrl(from));
      return resolve(folder, text.startsWith('file:') ? pathOfUrl(text) : text);
    };
    const reader: CatalogReader = {
      read: async (entry) => {
        const path = pathOf(entry);
        // A share: to ask for it would be to go to the network.
        if (isShare(path) && !isShare(host.folder)) return { kind: 'missing', why: t('it is on another machine') };
        const root = await repositoryRoot(dirname(path), host);
        if (root !== undefined && (await leadsOut(path, root, host)))
          return { kind: 'missing', why: t('it is a link that leads out of the workspace') };
        return read(path);
      },
      lay: (entries, extras) => {
        const added = entries.map((entry, index) => ({ path: pathOf(entry), extra: extras[index] }));
        // What lies below for all manifests is not laid twice.
        const own = added.flatMap(({ path, extra }) =>
          extra === undefined || below.has(path) ? [] : [{ path, extra }],
        );
        const key = own.map(({ path }) => path).join('\n');
        const known =
          catalogs.get(key) ??
          overlayCatalogs(
            context.catalog,
            own.map(({ extra }) => extra),
          );
        catalogs.set(key, known);
        return known;
      },
    };
    return withOwnCatalogs(file, context, reader, origin);
  };
}

async function readOutcome(path: string, host: Host): Promise<CatalogOutcome> {
  const bytes = await host.readFile(path);
  const text = isFailure(bytes) ? bytes : decode(bytes);
  if (isFailure(text)) return { kind: 'missing', why: text.failed };
  const { readCatalog } = await import('../../server/src/catalog/read.ts');
  return outcomeOfReading(readCatalog(text));
}

function isShare(path: string): boolean {
  return path.startsWith('\\\\');
}

function pathOfUrl(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    return url;
  }
}
