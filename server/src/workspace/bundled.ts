/** The catalog that comes with Stackpin, or a newer one that an update brought, read when something first needs it. */
import { t } from '@vscode/l10n';
import about from '../../generated/bundled-catalog.json';
import { emptyCatalog, openCatalog } from '../catalog/loader.ts';
import type { Catalog } from '../catalog/model.ts';
import type { Environment } from '../environment.ts';
import { openStored } from '../update/stored.ts';
import { sentences } from '../words.ts';

export interface BundledCatalog {
  /** Reads it at the first call; always gives the same object. Empty when it cannot be used. */
  open(): Promise<Catalog>;
  /** Whether it turned out that it cannot be used. */
  isMissing(): boolean;
}

function remedy(): string {
  return t('Restart the language server to try again, and install Stackpin again if that does not help.');
}

/** Updates that the client keeps. */
export interface KeptUpdates {
  /** The folder of them. */
  readonly folder?: string | undefined;
  /** A compiled catalog as text, for a server that reads no files. */
  readonly text?: string | undefined;
}

/**
 * Makes it; nothing is read yet.
 * @param location of the compiled catalog; undefined when neither the host nor the client knows it
 * @param complain is called once for each thing that is wrong, with what a person should read
 * @param updates of the client; those of the command line are looked at besides
 */
export function bundledCatalog(
  location: string | undefined,
  environment: Pick<Environment, 'readFile' | 'readOwnFile' | 'catalogUpdates'>,
  complain: (message: string) => void,
  updates: KeptUpdates = {},
): BundledCatalog {
  let opening: Promise<Catalog> | undefined;
  let missing = false;
  const without = (why: string): Catalog => {
    missing = true;
    complain(sentences(why, t('Manifests are checked for their form only, and not against any versions.')));
    return emptyCatalog({ name: 'none', version: '', updated: '' });
  };
  const decoder = new TextDecoder();
  const updated = async (): Promise<Catalog | undefined> => {
    const folders = [environment.catalogUpdates, updates.folder].filter((folder) => folder !== undefined);
    const places = { folders, text: updates.text, bundledSerial: about.serial };
    const reader = {
      readFile: environment.readFile,
      readOwnFile: environment.readOwnFile,
      decode: (some: Uint8Array) => decoder.decode(some),
      encode: (text: string) => new TextEncoder().encode(text),
    };
    return (await openStored(places, reader, complain))?.catalog;
  };
  const read = async (): Promise<Catalog> => {
    const newer = await updated();
    if (newer !== undefined) return newer;
    if (location === undefined) {
      return without(
        t(
          'Stackpin does not know where its catalog is: its script was not loaded from a place that has one beside it. The client has to name it by the initialization option "bundledCatalog".',
        ),
      );
    }
    const bytes = await environment.readOwnFile(location);
    const catalog =
      'failed' in bytes
        ? bytes
        : openCatalog(bytes, {
            decode: (some) => decoder.decode(some),
            damaged: (id) =>
              complain(
                sentences(
                  t(
                    "Stackpin's catalog {0} is damaged where it describes {1}, so that {1} is not checked.",
                    location,
                    id,
                  ),
                  remedy(),
                ),
              ),
          });
    if (!('failed' in catalog)) return catalog;
    return without(sentences(t('Stackpin cannot read its catalog {0}: {1}.', location, catalog.failed), remedy()));
  };
  return {
    open: () => {
      opening ??= read();
      return opening;
    },
    isMissing: () => missing,
  };
}
