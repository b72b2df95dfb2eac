/** The host of the real command line: Node's files, streams, timers and clock. */

import { type Dirent, promises } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { WriteStream } from 'node:tty';
import { Worker } from 'node:worker_threads';
import { t } from '@vscode/l10n';
import { MOST_MEGABYTES, nodeEnvironment, tooLarge } from '../../server/src/environment.node.ts';
import type { ReadFailure } from '../../server/src/environment.ts';
import { localeOf } from '../../server/src/localization.ts';
import type { FolderEntry, Host, Output, Threads } from './host.ts';
import { STATUS } from './status.ts';

/** Makes the host of this process. */
export function nodeHost(): Host {
  const { today, readFile, readOwnFile, schedule } = nodeEnvironment();
  let outputGone = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    outputGone = true;
    // `stackpin check | head` closes the pipe early, and that is no fault of anybody.
    if (error.code === 'EPIPE') return;
    process.stderr.write(`stackpin: ${t('cannot write to standard output: {0}.', error.message)}\n`);
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
    // And templates/ beside that.
    templates: join(__dirname, '../../templates'),
    output: outputOf(process.stdout),
    errors: outputOf(process.stderr),
    readFile,
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
        return { failed: code === 'EACCES' || code === 'EPERM' ? t('permission denied') : message };
      }
    },
    matching: async (pattern) => (await import('./files/glob.node.ts')).filesMatching(pattern, process.cwd()),
    realPath: (path) => promises.realpath(path).catch(() => path),
    git: runGit,
    writeFile: replaceFile,
    readInput,
    write: (text) =>
      new Promise((resolve) => {
        if (outputGone) resolve();
        else process.stdout.write(text, () => resolve());
      }),
    warn: (text) => process.stderr.write(text),
    threads: { cores: availableParallelism(), start: startThread },
    onInterrupt: (react) => {
      // The next one ends the process, as it does by itself.
      process.once('SIGINT', react);
      return () => process.off('SIGINT', react);
    },
    startServer: async () => {
      // Beside this file in dist/. What it requires by a computed path, the bundler leaves alone.
      require(join(__dirname, '../server/node.js'));
    },
  };
}

const startThread: Threads['start'] = (data, { message, ended }) => {
  const worker = new Worker(join(__dirname, 'worker.js'), { workerData: data });
  let isOver = false;
  const end = (why: string): void => {
    if (!isOver) ended(why);
    isOver = true;
  };
  worker.on('message', message);
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => end(t('it ended with {0}', code)));
  return { post: (value) => worker.postMessage(value), stop: () => void worker.terminate() };
};

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

/** Whoever wants less takes it away by the mask of the process. */
const NEW_FILE = 0o666 & ~process.umask();

/** What git may write: a tree has many names, and a file is no larger than others that are read. */
const MOST_OUTPUT = 256 * 2 ** 20;
/** What a repository's own configuration could make git start. */
const STARTS_NOTHING = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=off', '--no-pager', '--no-optional-locks'];

async function runGit(args: readonly string[]): Promise<Uint8Array | ReadFailure> {
  // With the first question: most runs ask none.
  const { execFile } = await import('node:child_process');
  return new Promise((resolve) => {
    const options = { encoding: 'buffer' as const, maxBuffer: MOST_OUTPUT, windowsHide: true };
    execFile('git', [...STARTS_NOTHING, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else if (error.code === 'ENOENT') resolve({ failed: t('git is not installed') });
      else
        resolve({
          failed:
            stderr
              .toString()
              .trim()
              .split('\n')[0]
              ?.replace(/^fatal: /, '') || error.message,
        });
    });
  });
}

/** Beside the file first, so that a full disk or a crash leaves the old one whole. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<ReadFailure | undefined> {
  let beside: string | undefined;
  try {
    const target = await promises.realpath(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return path;
      throw error;
    });
    const known = await promises.stat(target).catch(() => undefined);
    // A device or a pipe takes what is written, and is no file that another could stand in for.
    if (known?.isFile() === false) {
      await promises.writeFile(target, bytes);
      return undefined;
    }
    const mode = known?.mode ?? NEW_FILE;
    beside = join(dirname(target), `.${basename(target)}.${process.pid}.stackpin`);
    await promises.writeFile(beside, bytes, { mode, flag: 'wx' });
    // The mask of the process may have taken permissions away.
    await promises.chmod(beside, mode);
    await promises.rename(beside, target);
    return undefined;
  } catch (error) {
    if (beside !== undefined) await promises.rm(beside, { force: true }).catch(() => undefined);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { failed: t('there is no such folder') };
    return { failed: code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? t('permission denied') : message };
  }
}

async function readInput(): Promise<Uint8Array | ReadFailure> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > MOST_MEGABYTES * 2 ** 20) return tooLarge();
    }
  } catch (error) {
    return { failed: (error as Error).message };
  }
  return Buffer.concat(chunks);
}
