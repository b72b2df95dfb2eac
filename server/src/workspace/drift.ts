/** What the files of the setting `stackpin.drift.sources` say beside open manifests. Loads nothing where it names none. */

import type { CheckedDocument, ClientTraits } from '../features/document.ts';
import type { DriftAnswers } from '../features/drift/answers.ts';
import type { Configuration } from './configuration.ts';
import type { ReadSources, SourceReader } from './driftSources.ts';
import { folderOf, isSameLocation, isWithin } from './locations.ts';
import { isManifestUri } from './manifestIndex.ts';
import { driftFeatures, driftReading } from './programParts.ts';

export interface DriftParts {
  readonly configuration: Configuration;
  readonly files: SourceReader;
  readonly traits: ClientTraits;
  /** URIs of the workspace folders now. */
  folders(): readonly string[];
  /** Is told which files are read, so that they are watched. */
  filesRead(uris: readonly string[]): void;
  warn(message: string): void;
}

export interface DriftStore {
  /** What is to say of a checked manifest; undefined where nobody asked for it. */
  of(checked: CheckedDocument): Promise<DriftAnswers | undefined>;
  /** Forgets what was read of files, or of folders that hold them; tells whether there was anything. */
  forget(uris: readonly string[]): boolean;
  /** Files were moved. */
  clear(): void;
}

/** Makes one; nothing is read yet. What was read is kept until one of its files changes. */
export function driftStore({ configuration, files, traits, folders, filesRead, warn }: DriftParts): DriftStore {
  const kept = new Map<string, Promise<ReadSources>>();
  const known = new Map<string, ReadSources>();
  const readFor = async (folder: string, sources: readonly string[]): Promise<ReadSources> => {
    const { readSources } = await driftReading();
    const key = JSON.stringify([folder, sources, folders()]);
    const reading = kept.get(key) ?? readSources(folder, sources, folders(), files, warn);
    kept.set(key, reading);
    const read = await reading;
    if (kept.get(key) === reading) known.set(key, read);
    filesRead(read.files.map(({ uri }) => uri));
    return read;
  };
  return {
    async of(checked) {
      const { driftSources = [] } = await configuration.settingsFor(checked.uri);
      const folder = folderOf(checked.uri, folders());
      // Of a document in no workspace folder nobody knows what lies around it.
      if (driftSources.length === 0 || folder === undefined || !folders().some((one) => isWithin(checked.uri, one)))
        return undefined;
      const read = await readFor(folder, driftSources);
      const { driftAnswers } = await driftFeatures();
      return driftAnswers(checked, read, traits);
    },
    forget(uris) {
      let isAny = false;
      // A manifest is no source, so that an edit of it costs nothing here.
      const others = uris.filter((uri) => !isManifestUri(uri));
      for (const [key, { locations, files: read }] of known) {
        const isOf = (uri: string) =>
          read.some((file) => isSameLocation(file.uri, uri)) ||
          locations.some((one) => isSameLocation(one, uri) || isWithin(uri, one) || isWithin(one, uri));
        if (!others.some(isOf)) continue;
        isAny = true;
        known.delete(key);
        kept.delete(key);
      }
      return isAny;
    },
    clear() {
      known.clear();
      kept.clear();
    },
  };
}
