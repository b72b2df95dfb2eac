/** The environment of a Node host: the language server and the command line. */

import { type Dirent, fstatSync, openSync, promises, readSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { t } from '@vscode/l10n';
import type { CatalogBytes } from './catalog/compiled.ts';
import type { Environment, ReadFailure } from './environment.ts';

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

async function read(location: string): Promise<Uint8Array | ReadFailure> {
  if (OTHER_SCHEME.test(location)) return { failed: t('only files can be read here'), unable: true };
  let file: promises.FileHandle | undefined;
  try {
    file = await promises.open(pathOf(location));
    const found = await file.stat();
    if (found.size > MOST_MEGABYTES * 2 ** 20) return tooLarge();
    // What is no plain file does not say how much it has, and a device may have no end.
    return found.isFile() || found.isDirectory() ? await file.readFile() : await readBounded(file);
  } catch (error) {
    return failure(error);
  } finally {
    await file?.close();
  }
}

/** No manifest and no catalog comes near it; what is larger was named by mistake, and a string has a largest size. */
export const MOST_MEGABYTES = 64;

export function tooLarge(): ReadFailure {
  return { failed: t('it is larger than {0} MB, which no stack manifest is', MOST_MEGABYTES) };
}

async function readBounded(file: promises.FileHandle): Promise<Uint8Array | ReadFailure> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file.createReadStream({ autoClose: false })) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_MEGABYTES * 2 ** 20) return tooLarge();
  }
  return Buffer.concat(chunks);
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
    return pathToFileURL(await promises.realpath(pathOf(location))).href;
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
    readFile: read,
    readOwnFile: async (location) => openOwn(location),
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
