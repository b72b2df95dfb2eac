/** What holds for a command besides its options: the configuration file of the repository. */
import { dirname, join, relative, resolve, sep } from 'node:path';
import { t } from '@vscode/l10n';
import ignore from 'ignore';
import type { SeveritySettings } from '../../../server/src/analysis/analysis.ts';
import type { ReadFailure } from '../../../server/src/environment.ts';
import type { Floor, Format } from '../choices.ts';
import { complain } from '../complain.ts';
import { displayName, type LeftOut } from '../files/find.ts';
import { repositoryRoot } from '../files/ignoring.ts';
import { leadsOut } from '../files/leadingOut.ts';
import { type Host, isFailure } from '../host.ts';
import type { Problems } from '../oneFile.ts';
import type { Status } from '../status.ts';
import { decode } from '../text.ts';
import { type Configuration, readConfiguration } from './read.ts';

/** The one name of a configuration file. */
export const CONFIG_NAME = 'stackpin.config.yaml';

/** The options of a command that say which file is read, and those that lie over it. */
export interface ConfigOptions {
  /** A path; false where none is to be read; undefined is the file that is found. */
  readonly config?: string | false;
  readonly catalog?: readonly string[];
}

export interface Settings {
  /** Paths of catalogs to lay over the bundled one: those of the file, then those of the options. */
  readonly catalog: readonly string[];
  readonly severities: SeveritySettings;
  readonly failOn: Floor | undefined;
  readonly format: Format | undefined;
  /** Whether the file leaves out what is found in a folder. */
  readonly leftOut: LeftOut | undefined;
}

const NOTHING: Configuration = {};

/** Runs a command with what the configuration says; where that cannot be used, says why instead. */
export async function withSettings(
  options: ConfigOptions,
  host: Host,
  command: (settings: Settings) => Promise<Status>,
): Promise<Status> {
  const settings = await settingsFor(options, host);
  return 'problems' in settings ? complain(settings.problems, host) : command(settings);
}

/** Finds and reads the file. */
export async function settingsFor({ config, catalog = [] }: ConfigOptions, host: Host): Promise<Settings | Problems> {
  const path = config === undefined ? await foundUpwards(host) : config === false ? undefined : config;
  if (path === undefined) return settingsOf(NOTHING, host.folder, catalog);
  const absolute = resolve(host.folder, path);
  const name = displayName(absolute, host);
  const text = await textOf(absolute, config === undefined, host);
  if (isFailure(text)) return { problems: [t('cannot read the configuration {0}: {1}.', name, text.failed)] };
  const read = readConfiguration(text, name);
  return 'problems' in read ? read : settingsOf(read, dirname(absolute), catalog);
}

/** @param folder where the paths of the file begin */
function settingsOf(read: Configuration, folder: string, catalog: readonly string[]): Settings {
  const { catalogs = [], severity = {}, failOn, format, ignore: patterns = [] } = read;
  return {
    catalog: [...catalogs.map((path) => resolve(folder, path)), ...catalog],
    severities: severity,
    failOn,
    format,
    leftOut: patterns.length === 0 ? undefined : leftOutBy(patterns, folder),
  };
}

function leftOutBy(patterns: readonly string[], folder: string): LeftOut {
  const rules = ignore({ ignorecase: false }).add([...patterns]);
  return (path, isFolder) => {
    const within = relative(folder, path).split(sep).join('/');
    // The rules speak of what is below their folder.
    if (within === '' || within.startsWith('../') || !ignore.isPathValid(within)) return false;
    return rules.ignores(isFolder ? `${within}/` : within);
  };
}

/** From the working directory up to the root of the repository; outside of one, in the working directory alone. */
async function foundUpwards(host: Host): Promise<string | undefined> {
  const root = (await repositoryRoot(host.folder, host)) ?? host.folder;
  for (let at = host.folder; ; at = dirname(at)) {
    const path = join(at, CONFIG_NAME);
    if ((await host.inspect(path)) === 'file') return path;
    if (at === root || dirname(at) === at) return undefined;
  }
}

/** @param isFound nobody named it: a link to a file elsewhere is whoever's who put it there, and what is wrong with the file would quote it */
async function textOf(path: string, isFound: boolean, host: Host): Promise<string | ReadFailure> {
  const root = (await repositoryRoot(dirname(path), host)) ?? dirname(path);
  if (isFound && (await leadsOut(path, root, host)))
    return { failed: t('it is a link that leads out of the workspace') };
  const bytes = await host.readFile(path);
  return isFailure(bytes) ? bytes : decode(bytes);
}
