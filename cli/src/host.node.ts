/** The host of the real command line: Node's files, streams, timers and clock. */
import { type Dirent, promises } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { WriteStream } from 'node:tty';
import { nodeEnvironment } from '../../server/src/environment.node.ts';
import type { ReadFailure } from '../../server/src/environment.ts';
import type { FolderEntry, Host, Output } from './host.ts';
import { STATUS } from './status.ts';

/** No manifest comes near it; what is larger was named by mistake, and a string has a largest size. */
const MOST_MEGABYTES = 64;
const TOO_LARGE: ReadFailure = {
  failed: `it is larger than ${MOST_MEGABYTES} MB, which no stack manifest is`,
};

/** Makes the host of this process. */
export function nodeHost(): Host {
  const { today, readFile, readOwnFile, schedule } = nodeEnvironment();
  let outputGone = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    outputGone = true;
    // `stackpin check | head` closes the pipe early, and that is no fault of anybody.
    if (error.code === 'EPIPE') return;
    process.stderr.write(`stackpin: cannot write to standard output: ${error.message}.\n`);
    process.exitCode = STATUS.unusable;
  });
  // A message about a message that nobody reads helps nobody.
  process.stderr.on('error', () => undefined);
  return {
    today,
    schedule,
    folder: process.cwd(),
    locale: localeOf(process.env),
    // Beside this script in dist/.
    bundledCatalog: join(__dirname, '../catalog/bundled.catalog.jsonl'),
    output: outputOf(process.stdout),
    errors: outputOf(process.stderr),
    readFile: async (path) => ((await isTooLarge(path)) ? TOO_LARGE : readFile(path)),
    readOwnFile,
    inspect: async (path) => {
      const found = await promises.stat(path).catch(() => undefined);
      if (found === undefined) return undefined;
      return found.isDirectory() ? 'folder' : 'file';
    },
    listFolder: async (path) => {
      try {
        return (await promises.readdir(path, { withFileTypes: true })).map(folderEntry);
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        return { failed: code === 'EACCES' || code === 'EPERM' ? 'permission denied' : message };
      }
    },
    realPath: (path) => promises.realpath(path).catch(() => path),
    writeFile: replaceFile,
    readInput,
    write: (text) =>
      new Promise((resolve) => {
        if (outputGone) resolve();
        else process.stdout.write(text, () => resolve());
      }),
    warn: (text) => process.stderr.write(text),
    startServer: async () => {
      // Beside this file in dist/. What it requires by a computed path, the bundler leaves alone.
      require(join(__dirname, '../server/node.js'));
    },
  };
}

/** The first of these that says something (POSIX, "Internationalization Variables"). */
function localeOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string | undefined {
  return [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
}

function outputOf(stream: WriteStream): Output {
  const terminal = stream.isTTY === true;
  return { terminal, colour: wantsColour(terminal), columns: terminal ? stream.columns : undefined };
}

/** NO_COLOR (https://no-color.org) wins over FORCE_COLOR, which wins over what the terminal can do. */
function wantsColour(terminal: boolean): boolean {
  const { NO_COLOR: none, FORCE_COLOR: forced, TERM: kind } = process.env;
  if (none !== undefined && none !== '') return false;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return terminal && kind !== 'dumb';
}

function folderEntry(entry: Dirent): FolderEntry {
  return { name: entry.name, kind: entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'file' };
}

async function isTooLarge(path: string): Promise<boolean> {
  const found = await promises.stat(path).catch(() => undefined);
  return found !== undefined && found.size > MOST_MEGABYTES * 2 ** 20;
}

/** Beside the file first, so that a full disk or a crash leaves the old one whole. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<ReadFailure | undefined> {
  let beside: string | undefined;
  try {
    const target = await promises.realpath(path).catch(() => path);
    const known = await promises.stat(target).catch(() => undefined);
    // A device or a pipe takes what is written, and is no file that another could stand in for.
    if (known?.isFile() === false) {
      await promises.writeFile(target, bytes);
      return undefined;
    }
    const mode = known?.mode;
    beside = join(dirname(target), `.${basename(target)}.${process.pid}.stackpin`);
    await promises.writeFile(beside, bytes, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
    // The mask of the process may have taken permissions away.
    if (mode !== undefined) await promises.chmod(beside, mode);
    await promises.rename(beside, target);
    return undefined;
  } catch (error) {
    if (beside !== undefined) await promises.rm(beside, { force: true }).catch(() => undefined);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { failed: 'there is no such folder' };
    return { failed: code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'permission denied' : message };
  }
}

async function readInput(): Promise<Uint8Array | ReadFailure> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > MOST_MEGABYTES * 2 ** 20) return TOO_LARGE;
    }
  } catch (error) {
    return { failed: (error as Error).message };
  }
  return Buffer.concat(chunks);
}
