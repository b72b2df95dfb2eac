/** Which catalogs are used together: a catalog is linted among those that it is laid with. */
import { isSameLocation } from './locations.ts';

export interface UsedCatalogs {
  /**
   * Notes what a manifest reads, in the order in which it is laid.
   * @returns the files for which this may be news
   */
  note(manifest: string, uris: readonly string[]): readonly string[];
  /** What a manifest reads, as it was noted last. */
  of(manifest: string): readonly string[];
  /** Forgets a manifest that was closed. */
  forget(manifest: string): void;
  /**
   * The files that a catalog is laid with, itself among them and the last on top: those of the settings, those of a manifest
   * that names it, or it alone over those of the settings.
   */
  among(uri: string, given: readonly string[]): readonly string[];
}

/** Remembers what open manifests read. */
export function usedCatalogs(): UsedCatalogs {
  const lists = new Map<string, readonly string[]>();
  const holds = (list: readonly string[], uri: string): boolean => list.some((one) => isSameLocation(one, uri));
  return {
    note: (manifest, uris) => {
      const before = lists.get(manifest) ?? [];
      if (before.length === uris.length && before.every((one, index) => one === uris[index])) return [];
      lists.set(manifest, uris);
      return [...before, ...uris];
    },
    of: (manifest) => lists.get(manifest) ?? [],
    forget: (manifest) => {
      lists.delete(manifest);
    },
    among: (uri, given) => {
      if (holds(given, uri)) return given;
      return [...lists.values()].find((list) => holds(list, uri)) ?? [...given, uri];
    },
  };
}
