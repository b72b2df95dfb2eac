/** Reads the files that the setting `stackpin.drift.sources` names: those inside of the workspace folders, and no others. */
import { t } from '@vscode/l10n';
import { isSourceName, readSource } from '../adopt/readSource.ts';
import type { Environment, ReadFailure } from '../environment.ts';
import type { DriftSources, SourceFile } from '../features/drift/answers.ts';
import { isWithin, resolveLocation } from './locations.ts';
import { isManifestUri } from './manifestIndex.ts';
import { fitsPattern } from './pathPattern.ts';

export interface SourceReader extends Pick<Environment, 'listFiles' | 'identify'> {
  /** The text of a file: an open editor's before what is on disk. */
  readText(uri: string): Promise<string | ReadFailure>;
}

export interface ReadSources extends DriftSources {
  /** Files and folders that the setting names; of a pattern the folder that it begins in. */
  readonly locations: readonly string[];
}

/** As many files as are read for one folder. */
const MOST_FILES = 2000;

/**
 * Reads them. What cannot be read is told in `warn`, once for each reading.
 * @param folder URI of the workspace folder that relative paths start from
 * @param sources paths of files and folders, and patterns with `*`, `**` and `?`
 * @param folders URIs of all workspace folders: links that lead out of them are not followed
 */
export async function readSources(
  folder: string,
  sources: readonly string[],
  folders: readonly string[],
  files: SourceReader,
  warn: (message: string) => void,
): Promise<ReadSources> {
  const setting = 'stackpin.drift.sources';
  const inside = await Promise.all([...folders].map((one) => files.identify(one)));
  const isInside = async (uri: string): Promise<boolean> => {
    if (!folders.some((one) => isWithin(uri, one))) return false;
    const real = await files.identify(uri);
    return inside.some((one) => isWithin(real, one));
  };
  const locations: string[] = [];
  const found = new Set<string>();
  for (const source of sources) {
    const { base, matches } = partsOf(source, folder);
    if (
      base === undefined ||
      !(folders.some((one) => isWithin(base, one)) || folders.some((one) => isSame(one, base)))
    ) {
      warn(t('{0}: "{1}" lies outside of the workspace. It is not read.', setting, source));
      continue;
    }
    locations.push(base);
    const listed = await files.listFiles(base, isSourceName);
    // What is no folder is a file.
    const uris = 'failed' in listed ? [base] : listed.filter((uri) => matches(uri) && !isManifestUri(uri));
    for (const uri of [...uris].sort()) if (await isInside(uri)) found.add(uri);
  }
  if (found.size > MOST_FILES) warn(t('{0}: only the first {1} files are read.', setting, MOST_FILES));
  const read: SourceFile[] = [];
  for (const uri of [...found].slice(0, MOST_FILES)) {
    const text = await files.readText(uri);
    const path = pathIn(uri, folder);
    if (typeof text !== 'string') {
      if (text.unable !== true) warn(t('{0}: {1} cannot be read: {2}.', setting, path, text.failed));
      continue;
    }
    const reading = readSource(path, text);
    if (reading !== undefined) read.push({ uri, path, reading });
  }
  return { files: read, locations };
}

/** The folder that a source begins in, and which of its files are meant. */
function partsOf(
  source: string,
  folder: string,
): { readonly base: string | undefined; readonly matches: (uri: string) => boolean } {
  const path = source.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const wild = path.search(/[*?]/);
  if (wild < 0) return { base: resolveLocation(path.replace(/(?<!\/)\/+$/, '') || '.', folder), matches: () => true };
  const base = resolveLocation(path.slice(0, path.lastIndexOf('/', wild) + 1) || '.', folder);
  const pattern = path.slice(path.lastIndexOf('/', wild) + 1);
  return { base, matches: (uri) => base !== undefined && fitsPattern(pathIn(uri, base), pattern) };
}

/** A path as it is shown: from the folder, with what a URI escapes as it is written. */
function pathIn(uri: string, folder: string): string {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  const rest = uri.startsWith(start) ? uri.slice(start.length) : uri;
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}

function isSame(a: string, b: string): boolean {
  return a.replace(/(?<!\/)\/+$/, '') === b.replace(/(?<!\/)\/+$/, '');
}
