/** The files as they were at a revision of git: another host, which reads them from there. */
import { join, relative, sep } from 'node:path';
import { t } from '@vscode/l10n';
import type { ReadFailure } from '../../../server/src/environment.ts';
import { type Host, isFailure } from '../host.ts';
import { decode } from '../text.ts';

/** What git says of a revision: plain data, which other threads get a copy of. */
export interface RevisionData {
  readonly commit: string;
  /** The folder of the repository, absolute. */
  readonly root: string;
  /** Files that were there then, and those that are not now as they were; relative to that folder, with `/`. */
  readonly was: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
}

export interface Revision {
  /** Reads files of the repository as they were. Links are followed as they are now. */
  readonly host: Host;
  /** Whether a file, by its absolute path, is now as it was. */
  isUnchanged(path: string): Promise<boolean>;
  /** Whether any catalog file was another: then nothing is as it was. */
  readonly hasOtherCatalogs: boolean;
}

/** A submodule has a configuration of its own, which git would follow to see whether it is changed. */
const STARTS_NOTHING = ['--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];

/**
 * Options by which git compares files as they are, past the programs that a repository's configuration names for them. A file that such a program
 * stands behind counts as changed then, and is read as it was.
 */
async function withoutFilters(git: (...args: string[]) => Promise<string | ReadFailure>): Promise<string[]> {
  const named = await git('config', '-z', '--name-only', '--get-regexp', '^filter\\..*\\.(clean|process)$');
  // It fails where there is none.
  const keys = isFailure(named) ? [] : named.split('\0').filter((key) => key !== '');
  return keys.flatMap((key) => {
    const filter = key.slice(0, key.lastIndexOf('.'));
    return ['-c', `${key}=`, '-c', `${filter}.required=false`];
  });
}

const CATALOG = /catalog\.ya?ml$/;

/**
 * Asks git for a revision of the repository that the working directory is in.
 * @param name anything that git takes for a commit
 */
export async function readRevision(name: string, host: Host): Promise<RevisionData | { readonly problem: string }> {
  const git = async (...args: string[]): Promise<string | ReadFailure> => {
    const bytes = await host.git(args);
    return isFailure(bytes) ? bytes : decode(bytes);
  };
  const top = await git('rev-parse', '--show-toplevel');
  if (isFailure(top)) {
    return { problem: t('cannot compare with "{0}": {1}.', name, top.failed) };
  }
  // What begins with a dash would be taken for an option.
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  if (isFailure(commit)) {
    return { problem: t('cannot compare with "{0}": git knows no such revision.', name) };
  }
  const [id, root] = [commit.trim(), top.replace(/\r?\n$/, '')];
  const unfiltered = await withoutFilters(git);
  const [tree, diff] = await Promise.all([
    git('ls-tree', '-r', '-z', '--name-only', '--full-tree', id, '--'),
    git(...unfiltered, 'diff', '--name-only', '-z', '--no-renames', ...STARTS_NOTHING, '--no-relative', id, '--'),
  ]);
  for (const answer of [tree, diff]) {
    if (isFailure(answer)) return { problem: t('cannot compare with "{0}": {1}.', name, answer.failed) };
  }
  const listed = (answer: string | ReadFailure): Set<string> =>
    new Set(isFailure(answer) ? [] : answer.split('\0').filter((path) => path !== ''));
  return { commit: id, root, was: listed(tree), changed: listed(diff) };
}

/** The files of a revision. */
export function filesAt({ commit, root, was, changed }: RevisionData, host: Host): Revision {
  const nameOf = async (path: string): Promise<string> =>
    relative(root, await host.realPath(path))
      .split(sep)
      .join('/');
  const readThen = async (path: string, readNow: Host['readFile']): Promise<Uint8Array | ReadFailure> => {
    const file = await nameOf(path);
    // Outside of the repository nothing is known of another time.
    if (file.startsWith('../')) return readNow(path);
    if (!was.has(file)) return { failed: t('there is no such file') };
    return changed.has(file) ? host.git(['cat-file', 'blob', `${commit}:${file}`]) : host.readFile(join(root, file));
  };
  return {
    hasOtherCatalogs: [...changed].some((path) => CATALOG.test(path)),
    isUnchanged: async (path) => {
      const file = await nameOf(path);
      return was.has(file) && !changed.has(file);
    },
    host: {
      ...host,
      readFile: (path) => readThen(path, host.readFile),
      readArgument: (path) => readThen(path, host.readArgument),
    },
  };
}
