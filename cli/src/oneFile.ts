/** One manifest, checked as `stackpin check` checks it: with its bases, and with the catalogs that it and the options name. */

import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import type { Analysis, AnalysisContext, SeveritySettings } from '../../server/src/analysis/analysis.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { analysisMemory } from '../../server/src/analysis/memory.ts';
import { sharedVerdicts } from '../../server/src/analysis/verdictMemory.ts';
import type { Catalog, IsoDate } from '../../server/src/catalog/model.ts';
import type { Origin } from '../../server/src/composition/layers.ts';
import type { ReadFailure } from '../../server/src/environment.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { composer } from './bases.ts';
import { openCatalogs } from './catalogs.ts';
import { displayName, type Input, STDIN_NAME } from './files/find.ts';
import { type Host, isFailure } from './host.ts';
import { ownCatalogs } from './ownCatalogs.ts';
import { decode } from './text.ts';

/** What a manifest is checked with, as the options of a command say it. */
export interface LoadOptions {
  /** Paths of catalogs to lay over the bundled one. */
  readonly catalog: readonly string[];
  /** Undefined is today. */
  readonly asOf: IsoDate | undefined;
  /** How severe each code is, as a configuration says it; what is absent keeps its default. */
  readonly severities?: SeveritySettings;
}

/** A text with all that it is judged by. */
export interface CheckedText {
  readonly analysis: Analysis;
  readonly origin: Origin;
  /** The catalog with those that the manifest names itself, the day, the severities. */
  readonly context: AnalysisContext;
  /** Absolute paths of the files that it extends, directly or further down, and that could be read. */
  readonly bases: readonly string[];
}

/** One manifest as a command asked for it. */
export interface LoadedFile extends CheckedText {
  /** As messages and reports write it. */
  readonly name: string;
  /** Absolute; undefined for standard input. */
  readonly path: string | undefined;
  /** The catalog that holds for all manifests. */
  readonly catalog: Catalog;
}

/** Messages, each to be printed on standard error. */
export interface Problems {
  readonly problems: readonly string[];
}

/** Checks texts one after the other. What they share, bases and catalogs, is read once. */
export type TextChecker = (text: string, path: string | undefined) => Promise<CheckedText>;

/**
 * Makes a checker of texts.
 * @param context holds for all of them; its catalog has those of the options in it already
 * @param laid the paths of these, as given
 * @returns takes a text and its absolute path; undefined is standard input
 */
export function textChecker(context: AnalysisContext, laid: readonly string[], host: Host): TextChecker {
  const contextFor = ownCatalogs(context, laid, host);
  const composed = composer(host);
  return async (text, path) => {
    const file = parseYaml(text);
    const { origin, bases } = await composed(file, path);
    const own = await contextFor(file, path, origin);
    // Most pins of a tree stand in many of its files: what goes together is judged once.
    const memory = analysisMemory(sharedVerdicts);
    return { analysis: analyze(file, own, origin, memory), origin, context: own, bases };
  };
}

/** The text of an input. */
export async function readText({ path }: Pick<Input, 'path'>, host: Host): Promise<string | ReadFailure> {
  const bytes = await (path === undefined ? host.readInput() : host.readArgument(path));
  return isFailure(bytes) ? bytes : decode(bytes);
}

/**
 * Loads and checks the one file that a command is about.
 * @param path as given; `-` is standard input
 * @returns the file, or what is wrong with it or with the catalogs
 */
export async function loadOne(path: string, options: LoadOptions, host: Host): Promise<LoadedFile | Problems> {
  const loaded = await loadEach([path], options, host);
  if ('problems' in loaded) return loaded;
  const [file] = loaded;
  return file ?? { problems: [] };
}

/**
 * The same for a command that is about several files.
 * @param paths as given; each is a file
 * @returns as many files as paths, in their order, or what is wrong with any of them
 */
export async function loadEach(
  paths: readonly string[],
  { catalog: laid, asOf, severities = {} }: LoadOptions,
  host: Host,
): Promise<readonly LoadedFile[] | Problems> {
  const { catalog, problems } = await openCatalogs(laid, host);
  if (problems.length > 0) return { problems };
  const checkText = textChecker({ catalog, date: asOf ?? host.today(), severities }, laid, host);
  const files: LoadedFile[] = [];
  const complaints: string[] = [];
  for (const given of paths) {
    const path = given === '-' ? undefined : resolve(host.folder, given);
    const name = path === undefined ? STDIN_NAME : displayName(path, host);
    if (path !== undefined && (await host.inspect(path)) === 'folder') {
      complaints.push(t('{0} is a folder, and this command takes one file. Name the manifest in it.', name));
      continue;
    }
    const text = await readText({ path }, host);
    if (isFailure(text)) complaints.push(t('cannot read {0}: {1}.', name, text.failed));
    else files.push({ ...(await checkText(text, path)), name, path, catalog });
  }
  // A damaged entry of the catalog is found when it is needed.
  complaints.push(...problems);
  return complaints.length > 0 ? { problems: complaints } : files;
}
