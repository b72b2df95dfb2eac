/** Which files are left out: by `.gitignore` and `.stackpinignore` at every level, from the root of the repository down. */
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { type Host, isFailure } from '../host.ts';

/** What is meant for Stackpin alone. */
export const OWN_IGNORE_FILE = '.stackpinignore';

/** The rules of one file in a folder. */
interface Level {
  readonly folder: string;
  /** Path of the file itself. */
  readonly file: string;
  readonly rules: Ignore;
}

/** The rules that hold in a folder, from the outermost file to its own. */
export type IgnoreRules = readonly Level[];

/**
 * The rules for a folder that a person names. Rules that would leave out the folder itself do not count: it was asked for.
 * Outside a git repository only the folder's own files do.
 */
export async function rulesAtStart(folder: string, host: Host): Promise<IgnoreRules> {
  const root = await repositoryRoot(folder, host);
  if (root === undefined) return rulesWithin(folder, [], host);
  const between = relative(root, folder)
    .split(sep)
    .filter((part) => part !== '');
  let rules = await added([], root, join(root, '.git', 'info', 'exclude'), host);
  let at = root;
  rules = await withOwn(rules, at, host);
  for (const part of between) {
    at = join(at, part);
    rules = await rulesWithin(at, rules, host);
  }
  return rules;
}

/** The rules inside a folder, given those around it. What leaves out the folder itself was overruled, or it would not be entered. */
export function rulesWithin(folder: string, around: IgnoreRules, host: Host): Promise<IgnoreRules> {
  const kept = around.filter(({ folder: base, rules }) => !rules.ignores(`${portable(relative(base, folder))}/`));
  return withOwn(kept, folder, host);
}

/** Adds those of a folder's own files. What is meant for Stackpin alone has the last word. */
async function withOwn(rules: IgnoreRules, folder: string, host: Host): Promise<IgnoreRules> {
  const ofGit = await added(rules, folder, join(folder, '.gitignore'), host);
  return added(ofGit, folder, join(folder, OWN_IGNORE_FILE), host);
}

/** Whether a path is left out. */
export function isIgnored(path: string, isFolder: boolean, rules: IgnoreRules): boolean {
  return ignoredBy(path, isFolder, rules) !== undefined;
}

/** Path of the file that leaves out a path; undefined where none does. The innermost rule that speaks about it decides. */
export function ignoredBy(path: string, isFolder: boolean, rules: IgnoreRules): string | undefined {
  for (const { folder, file, rules: own } of rules.toReversed()) {
    const { ignored, unignored } = own.test(`${portable(relative(folder, path))}${isFolder ? '/' : ''}`);
    if (ignored || unignored) return ignored ? file : undefined;
  }
  return undefined;
}

/**
 * Whether a file that was searched for is left out, by itself or with a folder on the way to it.
 * @param start where the search began
 */
export async function isIgnoredBelow(start: string, path: string, host: Host): Promise<boolean> {
  const way = relative(start, dirname(path)).split(sep);
  if (way.includes('..')) return isIgnored(path, false, await rulesAtStart(dirname(path), host));
  let rules = await rulesAtStart(start, host);
  let at = start;
  for (const part of way.filter((one) => one !== '')) {
    at = join(at, part);
    if (isIgnored(at, true, rules)) return true;
    rules = await rulesWithin(at, rules, host);
  }
  return isIgnored(path, false, rules);
}

/** The folder of the repository that a folder is in, by its `.git`. */
export async function repositoryRoot(folder: string, host: Host): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    if ((await host.inspect(join(at, '.git'))) !== undefined) return at;
    if (dirname(at) === at) return undefined;
  }
}

async function added(rules: IgnoreRules, folder: string, file: string, host: Host): Promise<IgnoreRules> {
  const bytes = await host.readFile(file);
  // Most folders have none; one that cannot be read leaves nothing out.
  if (isFailure(bytes)) return rules;
  return [...rules, { folder, file, rules: ignore({ ignorecase: false }).add(new TextDecoder().decode(bytes)) }];
}

function portable(path: string): string {
  return path.split(sep).join('/');
}
