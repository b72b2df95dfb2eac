/** The two manifests that `stackpin diff` compares: files, standard input, or files at a revision of git. */
import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { filesAt, readRevision } from '../before/revision.ts';
import type { Host } from '../host.ts';
import { type LoadedFile, type LoadOptions, loadOne, type Problems } from '../oneFile.ts';

/** What a file is compared with where only one is named. */
const LAST_COMMIT = 'HEAD';

export interface Side {
  /** As a person named it. */
  readonly name: string;
  readonly file: LoadedFile;
}

/**
 * Reads the manifest before and the one after.
 * @param first a file, `-`, or `REVISION:PATH`, whose path begins at the working directory
 * @param second the same; undefined is `first` as it is now, which is compared with the last commit
 */
export async function readSides(
  first: string,
  second: string | undefined,
  options: LoadOptions,
  host: Host,
): Promise<readonly [Side, Side] | Problems> {
  const [one, two] = second === undefined ? [`${LAST_COMMIT}:${first}`, first] : [first, second];
  const before = await readSide(one, options, host);
  if ('problems' in before) return before;
  const after = await readSide(two, options, host);
  return 'problems' in after ? after : [before, after];
}

async function readSide(given: string, options: LoadOptions, host: Host): Promise<Side | Problems> {
  const named = await revisionIn(given, host);
  if (named === undefined) {
    const file = await loadOne(given, options, host);
    return 'problems' in file ? file : { name: given, file };
  }
  const revision = await readRevision(named.revision, host);
  if ('problem' in revision) return { problems: [revision.problem] };
  const file = await loadOne(named.path, options, filesAt(revision, host).host);
  if (!('problems' in file)) return { name: given, file };
  return { problems: file.problems.map((problem) => t('at {0}: {1}', named.revision, problem)) };
}

/** A file that is there is meant as such, whatever its name; so is a drive. */
async function revisionIn(
  given: string,
  host: Host,
): Promise<{ readonly revision: string; readonly path: string } | undefined> {
  const parts = /^(.{2,}?|HEAD|@):(.+)$/s.exec(given);
  if (parts === null || given === '-' || (await host.inspect(resolve(host.folder, given))) !== undefined) {
    return undefined;
  }
  return { revision: parts[1] ?? '', path: parts[2] ?? '' };
}
