/** Users' catalogs, read once and laid over the bundled one. */
import type { Catalog, UserCatalog } from '../catalog/model.ts';
import { overlayCatalogs } from '../catalog/overlay.ts';
import { readCatalog } from '../catalog/read.ts';
import type { ReadFailure } from '../environment.ts';

/** What is wrong with one catalog file: what a person should read first, and the rest for the log. */
export interface CatalogComplaint {
  readonly uri: string;
  /** In order of position; never empty. */
  readonly messages: readonly string[];
}

export interface CatalogStore {
  /** The bundled catalog with these files over it, the last on top; files that cannot be used are left out. */
  catalogFor(uris: readonly string[]): Promise<Catalog>;
  /** The files that were asked for so far. */
  uris(): readonly string[];
  /** Forgets what was read of a file; the next question reads it again. */
  forget(uri: string): void;
}

/**
 * Makes a store.
 * @param bundled is asked when a catalog is needed, and not before; always gives the same object
 * @param readText gives the text of a file: an open editor's before what is on disk
 * @param complain is called once for each state of a file that cannot be used
 */
export function catalogStore(
  bundled: () => Promise<Catalog>,
  readText: (uri: string) => Promise<string | ReadFailure>,
  complain: (complaint: CatalogComplaint) => void,
): CatalogStore {
  const readings = new Map<string, Promise<UserCatalog | undefined>>();
  const complaints = new Map<string, string>();
  // The same catalogs have to give the same objects: what is parsed of a component is remembered by its object.
  const overlays = new Map<string, { readonly extras: readonly UserCatalog[]; readonly catalog: Catalog }>();

  const complainOnce = (uri: string, messages: readonly string[]): void => {
    const state = messages.join('\n');
    if (complaints.get(uri) === state) return;
    complaints.set(uri, state);
    if (messages.length > 0) complain({ uri, messages });
  };
  const read = async (uri: string): Promise<UserCatalog | undefined> => {
    const text = await readText(uri);
    if (typeof text !== 'string') {
      complainOnce(uri, [`It cannot be read: ${text.failed}.`]);
      return undefined;
    }
    const { catalog, problems } = readCatalog(text);
    complainOnce(
      uri,
      problems.map(({ line, message }) => `Line ${line}: ${message}`),
    );
    return catalog;
  };
  const reading = (uri: string): Promise<UserCatalog | undefined> => {
    const known = readings.get(uri) ?? read(uri);
    readings.set(uri, known);
    return known;
  };

  return {
    async catalogFor(uris) {
      if (uris.length === 0) return bundled();
      const [base, ...readings] = await Promise.all([bundled(), ...uris.map(reading)]);
      const extras = readings.filter((one) => one !== undefined);
      const key = uris.join('\n');
      const known = overlays.get(key);
      if (known !== undefined && isSame(known.extras, extras)) return known.catalog;
      const catalog = overlayCatalogs(base, extras);
      overlays.set(key, { extras, catalog });
      return catalog;
    },
    uris: () => [...readings.keys()],
    forget: (uri) => {
      readings.delete(uri);
    },
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
