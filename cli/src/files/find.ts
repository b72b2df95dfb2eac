/** Finds what a command reads: named files, the manifests (or catalogs) under named folders, and standard input. */

import { join, relative, resolve, sep } from 'node:path';
import { t } from '@vscode/l10n';
import { enumeration, list, sentences } from '../../../server/src/words.ts';
import { type FolderEntry, type Host, isFailure } from '../host.ts';
import {
  type IgnoreRules,
  ignoredBy,
  isIgnoredBelow,
  OWN_IGNORE_FILE,
  repositoryRoot,
  rulesAtStart,
  rulesWithin,
} from './ignoring.ts';
import { leadsOut } from './leadingOut.ts';

/** The name that stands for standard input in messages and reports. */
export const STDIN_NAME = '<stdin>';

/** Never entered below a named folder: nothing in them is the user's own. */
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);

/** A text to check. */
export interface Input {
  /** As messages and reports write it: relative to the working directory, with `/`. */
  readonly name: string;
  /** Absolute path; undefined for standard input. */
  readonly path: string | undefined;
}

export interface Found {
  /** In the order of the arguments, and within a folder in alphabetical order; each file once. */
  readonly inputs: readonly Input[];
  /** Folders that could not be read or held no manifest, one message each. */
  readonly problems: readonly string[];
}

/** Whether a file is taken for a stack manifest by its name: docs/manifest.md, "Files". */
export function isManifestName(name: string): boolean {
  return /(?:^stackpin|\.stack)\.ya?ml$/.test(name);
}

/** Whether something that was found is left out, whatever the ignore files say. */
export type LeftOut = (path: string, isFolder: boolean) => boolean;

/** Which files of a folder are taken. */
export interface Wanted {
  /** Whether a file is taken by its name. */
  matches(name: string): boolean;
  /** What is said of a folder that holds none, by its name. */
  nothingIn(folder: string): string;
}

/** Stack manifests, by their names. */
export const MANIFESTS: Wanted = {
  matches: isManifestName,
  nothingIn: (folder) =>
    t(
      'no stack manifest in {0}: looked for {1} that {2} does not leave out. Name a file to have it checked whatever it is called.',
      folder,
      list(['*.stack.yaml', '*.stack.yml', 'stackpin.yaml', 'stackpin.yml']),
      '.gitignore',
    ),
};

/** Catalogs, by their names. */
export const CATALOGS: Wanted = {
  matches: (name) => /\.catalog\.ya?ml$/.test(name),
  nothingIn: (folder) =>
    t(
      'no catalog in {0}: looked for {1} that {2} does not leave out. Name a file to have it linted whatever it is called.',
      folder,
      list(['*.catalog.yaml', '*.catalog.yml']),
      '.gitignore',
    ),
};

/**
 * Looks up the arguments of a command.
 * @param paths as given: `-` is standard input, a folder is walked, a file is taken whatever its name
 * @param wanted what is taken of a folder
 * @param leftOut what of it is left out besides
 */
export async function findInputs(
  paths: readonly string[],
  host: Host,
  wanted: Wanted = MANIFESTS,
  leftOut: LeftOut = () => false,
): Promise<Found> {
  const inputs = new Map<string, Input>();
  const problems: string[] = [];
  for (const path of paths) {
    if (path === '-') {
      inputs.set('-', { name: STDIN_NAME, path: undefined });
      continue;
    }
    const absolute = resolve(host.folder, path);
    const kind = await host.inspect(absolute);
    if (kind !== 'folder') {
      // A file may be called like a pattern.
      const matching = kind === undefined ? await host.matching(path) : undefined;
      if (matching === undefined) await add(absolute);
      else await addMatching(path, matching);
      continue;
    }
    const walk = await walkFolder(absolute, host, wanted, leftOut);
    problems.push(...walk.problems);
    for (const file of walk.files) await add(file);
    if (walk.files.length === 0 && walk.problems.length === 0)
      problems.push(sentences(wanted.nothingIn(displayName(absolute, host)), ...whyNothing(walk.ignored, host)));
  }
  return { inputs: [...inputs.values()], problems };

  async function addMatching(pattern: string, matching: readonly string[]): Promise<void> {
    const kept: string[] = [];
    const root = (await repositoryRoot(host.folder, host)) ?? host.folder;
    for (const path of matching) {
      if (leftOut(path, false) || (await isIgnoredBelow(host.folder, path, host))) continue;
      if ((await host.inspect(path)) === 'other') continue;
      kept.push(path);
      if (await leadsOut(path, root, host)) {
        problems.push(leadingOut(displayName(path, host)));
        continue;
      }
      await add(path);
    }
    if (kept.length === 0) problems.push(t('no file matches "{0}".', pattern));
  }

  async function add(absolute: string): Promise<void> {
    const key = await host.realPath(absolute);
    if (!inputs.has(key)) inputs.set(key, { name: displayName(absolute, host), path: absolute });
  }
}

/** A path as people and reports read it: relative to the working directory, with `/`; absolute on another drive. */
export function displayName(path: string, host: Pick<Host, 'folder'>): string {
  return (relative(host.folder, path) || '.').split(sep).join('/');
}

/** What a walk found. */
interface Walk {
  readonly files: string[];
  readonly problems: string[];
  /** What was left out that might have been wanted, by the path of the ignore file. */
  readonly ignored: ReadonlyMap<string, readonly string[]>;
}

async function walkFolder(start: string, host: Host, wanted: Wanted, leftOut: LeftOut): Promise<Walk> {
  const files: string[] = [];
  const problems: string[] = [];
  const root = (await repositoryRoot(start, host)) ?? start;
  const ignored = new Map<string, string[]>();
  await walk(start, await rulesAtStart(start, host));
  return { files, problems, ignored };

  async function walk(folder: string, rules: IgnoreRules): Promise<void> {
    const entries = await host.listFolder(folder);
    if (isFailure(entries)) {
      problems.push(t('cannot read the folder {0}: {1}.', displayName(folder, host), entries.failed));
      return;
    }
    for (const entry of [...entries].sort(byName)) {
      const path = join(folder, entry.name);
      if (entry.kind === 'folder') {
        if (SKIPPED_FOLDERS.has(entry.name) || leftOut(path, true)) continue;
        const by = ignoredBy(path, true, rules);
        // What git ignores is mostly what was built; what is meant for us alone is told.
        if (by?.endsWith(OWN_IGNORE_FILE)) note(by, `${path}/`);
        if (by === undefined) await walk(path, await rulesWithin(path, rules, host));
      } else if (wanted.matches(entry.name) && !leftOut(path, false)) {
        const by = ignoredBy(path, false, rules);
        if (by !== undefined) {
          note(by, path);
          continue;
        }
        if (entry.kind === 'other') continue;
        if (entry.kind === 'link') {
          // Links to folders are not entered: what they lead to is either below `start` as well, or not part of it.
          const kind = await host.inspect(path);
          if (kind === 'folder' || kind === 'other') continue;
          if (await leadsOut(path, root, host)) {
            problems.push(leadingOut(displayName(path, host)));
            continue;
          }
        }
        files.push(path);
      }
    }
  }

  function note(by: string, path: string): void {
    ignored.set(by, [...(ignored.get(by) ?? []), path]);
  }
}

/** As many paths as a person reads. */
const MOST_NAMED = 3;

/** Why a folder has nothing, where ignore files are why: one sentence for each. */
function whyNothing(ignored: Walk['ignored'], host: Pick<Host, 'folder'>): readonly string[] {
  return [...ignored].map(([by, paths]) => {
    const names = paths.slice(0, MOST_NAMED).map((path) => displayName(path, host) + (path.endsWith('/') ? '/' : ''));
    const more = paths.length - names.length;
    return more > 0
      ? t('{0} leaves out {1} and {2} more.', displayName(by, host), enumeration(names), more)
      : t('{0} leaves out {1}.', displayName(by, host), list(names));
  });
}

function leadingOut(link: string): string {
  return t('{0} is a link to a file outside. Name that file to have it read.', link);
}

function byName(a: FolderEntry, b: FolderEntry): number {
  return a.name < b.name ? -1 : 1;
}
