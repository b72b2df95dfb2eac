/** The environment of a Node host: the language server and the command line. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Environment, ReadFailure } from './environment.ts';

/** What a file system error means to a person. */
const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ELOOP: 'its symbolic links go round in circles',
  ENAMETOOLONG: 'its path is too long',
  EMFILE: 'too many files are open',
};

function failure(error: unknown): ReadFailure {
  const { code, message } = error as NodeJS.ErrnoException;
  return { failed: (code === undefined ? undefined : REASONS[code]) ?? message };
}

async function read(location: string): Promise<Uint8Array | ReadFailure> {
  try {
    return await readFile(location.startsWith('file:') ? fileURLToPath(location) : location);
  } catch (error) {
    return failure(error);
  }
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
    readOwnFile: read,
    schedule: (action, delay) => {
      const timer = setTimeout(action, delay);
      return () => clearTimeout(timer);
    },
    log: write,
  };
}
