/** The environment of a Node host: the language server and the command line. */

import { constants, type Dirent, fstatSync, openSync, promises, readSync, realpath, type Stats, stat } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { t } from '@vscode/l10n';
import type { CatalogBytes } from './catalog/compiled.ts';
import { catalogUpdatesFolder } from './dataFolder.node.ts';
import type { Environment, ReadFailure } from './environment.ts';

/**
 * What is asked of files before the first diagnostics. The promises of `fs` are a part of Node that takes milliseconds to load while
 * somebody waits.
 */
const statusOf = promisify(stat);
const realPathOf = promisify(realpath.native);

/** What a file system error means to a person; undefined for those that few have met. */
function reasonOf(code: string | undefined): string | undefined {
  switch (code) {
    case 'ENOENT':
      return t('there is no such file');
    case 'EACCES':
    case 'EPERM':
      return t('permission denied');
    case 'EISDIR':
      return t('it is a folder');
    case 'ENOTDIR':
      return t('a part of its path is no folder');
    case 'ELOOP':
      return t('its symbolic links go round in circles');
    case 'ENAMETOOLONG':
      return t('its path is too long');
    case 'EMFILE':
      return t('too many files are open');
    case 'ERR_INVALID_ARG_VALUE':
    case 'ERR_INVALID_FILE_URL_HOST':
    case 'ERR_INVALID_FILE_URL_PATH':
      return t('this is no path');
    default:
      return undefined;
  }
}

function failure(error: unknown): ReadFailure {
  const { code, message } = error as NodeJS.ErrnoException;
  return { failed: reasonOf(code) ?? message };
}

/** Schemes of one letter are drives. */
const OTHER_SCHEME = /^(?!file:)[a-z][a-z0-9+.-]+:/i;

/** No manifest comes near it; what is larger was named by mistake, and a string has a largest size. */
const MOST_MEGABYTES = 64;
export const MOST_BYTES = MOST_MEGABYTES * 2 ** 20;

/** What is said of a file that is larger than any that is read. */
export function tooLarge(): ReadFailure {
  return { failed: t('it is larger than {0} MB, which no stack manifest is', MOST_MEGABYTES) };
}

/** Why a file is not even opened: devices act when they are opened, and of a pipe nobody knows whether it ends. */
function unfit(found: Stats, orPipe: boolean): ReadFailure | undefined {
  if (found.isDirectory()) return { failed: t('it is a folder') };
  if (!found.isFile() && !(orPipe && found.isFIFO())) return { failed: t('it is no regular file') };
  return found.size > MOST_BYTES ? tooLarge() : undefined;
}

/**
 * The bytes of a regular file of bounded size: what a manifest names may be anything.
 * @param orPipe whether a pipe is read as well, up to its end: a person named it
 */
export async function readBounded(location: string, orPipe = false): Promise<Uint8Array | ReadFailure> {
  if (OTHER_SCHEME.test(location)) return { failed: t('only files can be read here'), unable: true };
  try {
    const path = pathOf(location);
    const found = await statusOf(path);
    const wrong = unfit(found, orPipe);
    if (wrong !== undefined) return wrong;
    // Another may have taken its place meanwhile: opening a pipe that nobody writes to would wait for ever.
    const waits = found.isFIFO() ? 0 : (constants.O_NONBLOCK ?? 0);
    const file = await promises.open(path, constants.O_RDONLY | waits);
    try {
      const opened = await file.stat();
      return unfit(opened, orPipe) ?? (await readAll(file, opened.size));
    } finally {
      await file.close();
    }
  } catch (error) {
    return failure(error);
  }
}

/** Reads to the end. A file may grow while it is read, and some of the system's say that they are empty. */
async function readAll(file: promises.FileHandle, size: number): Promise<Uint8Array | ReadFailure> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const chunk = new Uint8Array(total === 0 ? size + 1 : 65_536);
    const { bytesRead } = await file.read(chunk, 0, chunk.length, null);
    if (bytesRead === 0) return chunks.length === 1 ? (chunks[0] ?? chunk) : Buffer.concat(chunks);
    total += bytesRead;
    if (total > MOST_BYTES) return tooLarge();
    chunks.push(chunk.subarray(0, bytesRead));
  }
}

/**
 * Opens a file of the program. It stays open, so that what an update puts in its place does not mix with what was read, and its
 * parts are read when they are asked for. That is synchronous: each is short, and what asks cannot go on without it.
 */
function openOwn(location: string): CatalogBytes | ReadFailure {
  try {
    const file = openSync(pathOf(location), 'r');
    const { size } = fstatSync(file);
    return { length: size, subarray: (start, end) => readPart(file, start, Math.min(end, size)) };
  } catch (error) {
    return failure(error);
  }
}

/** What cannot be read is missing at the end: whoever asked compares lengths and checksums. */
function readPart(file: number, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, end - start));
  let count = 0;
  try {
    for (let read = -1; count < bytes.length && read !== 0; count += read) {
      read = readSync(file, bytes, count, bytes.length - count, start + count);
    }
  } catch {
    // The disk, or a folder.
  }
  return bytes.subarray(0, count);
}

function pathOf(location: string): string {
  return location.startsWith('file:') ? fileURLToPath(location) : location;
}

async function identify(location: string): Promise<string> {
  try {
    return pathToFileURL(await realPathOf(pathOf(location))).href;
  } catch {
    return location;
  }
}

/** Nothing in them is the user's own. */
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);

async function listFiles(
  location: string,
  wanted: (name: string) => boolean,
): Promise<readonly string[] | ReadFailure> {
  const found: string[] = [];
  let failed: ReadFailure | undefined;
  const walk = async (folder: string, isTop: boolean): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await promises.readdir(folder, { withFileTypes: true });
    } catch (error) {
      // A folder inside that cannot be read holds nothing for us.
      if (isTop) failed = failure(error);
      return;
    }
    const folders: string[] = [];
    for (const entry of entries) {
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name)) folders.push(join(folder, entry.name));
      } else if (wanted(entry.name)) {
        found.push(pathToFileURL(join(folder, entry.name)).href);
      }
    }
    for (const one of folders) await walk(one, false);
  };
  try {
    await walk(pathOf(location), true);
  } catch (error) {
    return failure(error);
  }
  return failed ?? found;
}

/**
 * The clock, the files and the timers of Node.
 * @param write takes one line of the log; standard error by default, since standard output may carry the protocol
 */
export function nodeEnvironment(
  write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Environment {
  return {
    today: () => new Date().toISOString().slice(0, 10),
    readFile: (location) => readBounded(location),
    readOwnFile: async (location) => openOwn(location),
    catalogUpdates: catalogUpdatesFolder(process.env, process.platform),
    identify,
    listFiles,
    schedule: (action, delay) => {
      if (delay === 0) {
        const immediate = setImmediate(action);
        return () => clearImmediate(immediate);
      }
      const timer = setTimeout(action, delay);
      return () => clearTimeout(timer);
    },
    log: write,
  };
}
