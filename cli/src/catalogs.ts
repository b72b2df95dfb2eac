/** The table to check against: the bundled one, or a newer one that an update brought, with the user's own laid over it. */

import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import about from '../../server/generated/bundled-catalog.json';
import { outcomeOfReading } from '../../server/src/analysis/ownCatalogs.ts';
import { emptyCatalog, openCatalog } from '../../server/src/catalog/loader.ts';
import type { Catalog, UserCatalog } from '../../server/src/catalog/model.ts';
import { overlayCatalogs } from '../../server/src/catalog/overlay.ts';
import { openStored } from '../../server/src/update/stored.ts';
import { sentences } from '../../server/src/words.ts';
import { displayName } from './files/find.ts';
import { type Host, isFailure } from './host.ts';
import { decode } from './text.ts';

export interface OpenedCatalogs {
  readonly catalog: Catalog;
  /** The paths of what is laid over the bundled one, as reports write them. */
  readonly extras: readonly string[];
  /**
   * What is wrong with the files, one message each; then nothing should be judged by the catalog. Grows while it is used:
   * a damaged entry is found when it is needed.
   */
  readonly problems: readonly string[];
}

function remedy(): string {
  return t('Install stackpin again.');
}

/** The catalog of the newest update, where there is one. */
async function updatedCatalog(host: Host, damaged: (problem: string) => void): Promise<Catalog | undefined> {
  const { catalogUpdates: folder } = host;
  if (folder === undefined) return undefined;
  const decoder = new TextDecoder();
  const reader = {
    readFile: host.readFile,
    readOwnFile: host.readOwnFile,
    decode: (some: Uint8Array) => decoder.decode(some),
    encode: (text: string) => new TextEncoder().encode(text),
  };
  let isOpen = false;
  // Where it cannot be used, the other one is: nothing is wrong with what is checked then.
  const complain = (problem: string): void => (isOpen ? damaged(problem) : host.warn(`stackpin: ${problem}\n`));
  const stored = await openStored({ folders: [folder], bundledSerial: about.serial }, reader, complain);
  isOpen = true;
  return stored?.catalog;
}

/**
 * The catalog without the user's own: that of the newest update, otherwise the bundled one; undefined when it cannot be used.
 * @param complain is told what is wrong with it, now or when a damaged entry is needed
 */
export async function bundledCatalog(host: Host, complain: (problem: string) => void): Promise<Catalog | undefined> {
  const newer = await updatedCatalog(host, complain);
  if (newer !== undefined) return newer;
  const { bundledCatalog: path } = host;
  const bytes = await host.readOwnFile(path);
  const decoder = new TextDecoder();
  const catalog = isFailure(bytes)
    ? bytes
    : openCatalog(bytes, {
        decode: (some) => decoder.decode(some),
        damaged: (id) =>
          complain(sentences(t('the bundled catalog {0} is damaged where it describes {1}.', path, id), remedy())),
      });
  if (!('failed' in catalog)) return catalog;
  complain(sentences(t('cannot read the bundled catalog {0}: {1}.', path, catalog.failed), remedy()));
  return undefined;
}

/** Reads the user's catalogs, in order, and lays them over the bundled one. */
export async function openCatalogs(paths: readonly string[], host: Host): Promise<OpenedCatalogs> {
  const read: UserCatalog[] = [];
  const extras: string[] = [];
  const problems: string[] = [];
  const bundled = await bundledCatalog(host, (problem) => problems.push(problem));
  for (const path of paths) {
    const absolute = resolve(host.folder, path);
    const name = displayName(absolute, host);
    const bytes = await host.readArgument(absolute);
    const text = isFailure(bytes) ? bytes : decode(bytes);
    if (isFailure(text)) {
      problems.push(t('cannot read the catalog {0}: {1}.', name, text.failed));
      continue;
    }
    const { readCatalog } = await import('../../server/src/catalog/read.ts');
    const reading = readCatalog(text);
    if (reading.newer !== undefined) host.warn(`stackpin: ${name}: ${reading.newer.message}\n`);
    const outcome = outcomeOfReading(reading);
    if (outcome.kind === 'read') read.push(outcome.catalog);
    if (outcome.kind === 'invalid')
      problems.push(...outcome.problems.map(({ message, line }) => `${name}:${line}: ${message}`));
    extras.push(name);
  }
  const base = bundled ?? emptyCatalog({ name: 'none', version: '', updated: '' });
  return { catalog: overlayCatalogs(base, read), extras, problems };
}
