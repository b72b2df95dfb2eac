/** Whether the catalog of an update can be used, read to its last component before anything is written. */
import { t } from '@vscode/l10n';
import { type CatalogReader, openCatalog } from '../catalog/loader.ts';
import type { UpdateManifest } from './manifest.ts';
import { getItAgain, newerProgram, type Refusal } from './parts.ts';

/** A catalog that can be used. */
export interface UsableCatalog {
  /** Statements that this version of Stackpin does not know; they are left out. */
  readonly leftOut: number;
}

/** Opens it and decodes all of it. */
export function checkCatalog(
  bytes: Uint8Array,
  { catalog: { version, updated } }: Pick<UpdateManifest, 'catalog'>,
  decode: (bytes: Uint8Array) => string,
): UsableCatalog | Refusal {
  const damaged: string[] = [];
  let leftOut = 0;
  const reader: CatalogReader = {
    decode,
    damaged: (id) => damaged.push(id),
    leftOut: (_, count) => {
      leftOut += count;
    },
  };
  try {
    const catalog = openCatalog(bytes, reader);
    if ('failed' in catalog) return unusable(catalog.failed, catalog.newer ? newerProgram() : getItAgain());
    const { metadata } = catalog;
    if (metadata.version !== version || metadata.updated !== updated) {
      const found = `${metadata.version} (${metadata.updated})`;
      return unusable(t('it is {0} instead of {1}', found, `${version} (${updated})`), getItAgain());
    }
    for (const id of catalog.ids()) catalog.component(id);
  } catch {
    // What is signed can still have been made by a program with a fault.
    return unusable(t('it is not in the form that it says'), getItAgain());
  }
  const [first] = damaged;
  return first === undefined ? { leftOut } : unusable(t('it is damaged where it describes {0}', first), getItAgain());
}

function unusable(why: string, remedy: string): Refusal {
  return { why: t('its catalog cannot be used: {0}', why), remedy };
}
