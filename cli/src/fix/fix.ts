/** `stackpin fix`: applies the least change that makes each stack good. */
import type { AnalysisContext } from '../../../server/src/analysis/analysis.ts';
import { openCatalogs } from '../catalogs.ts';
import { complain } from '../complain.ts';
import { findInputs, type Input } from '../files/find.ts';
import { type Host, isFailure } from '../host.ts';
import { type LoadOptions, readText, textChecker } from '../oneFile.ts';
import { STATUS, type Status } from '../status.ts';
import { type FixedFile, fixText } from './fixText.ts';
import { fixReport } from './report.ts';
import { unifiedDiff } from './unifiedDiff.ts';

export interface FixOptions extends LoadOptions {
  /** Print what would be changed, and change nothing. */
  readonly dryRun: boolean;
}

/** A manifest that was read, as its bytes are. */
interface Source {
  readonly input: Input;
  readonly text: string;
  /** Where the files are that it extends. */
  readonly bases: readonly string[];
}

/**
 * Runs the command. Bases come before what extends them, so that nothing is overridden that was mended below.
 * @param paths as given; none is the working directory
 */
export async function fix(paths: readonly string[], options: FixOptions, host: Host): Promise<Status> {
  const { catalog, problems: catalogProblems } = await openCatalogs(options.catalog, host);
  if (catalogProblems.length > 0) return complain(catalogProblems, host);
  const context: AnalysisContext = { catalog, date: options.asOf ?? host.today(), severities: {} };
  const { inputs, problems } = await findInputs(paths.length === 0 ? ['.'] : paths, host);
  const failures = [...problems];

  const sources: Source[] = [];
  const reader = textChecker(context, options.catalog, host);
  for (const input of inputs) {
    const text = await readText(input, host);
    if (isFailure(text)) failures.push(`cannot read ${input.name}: ${text.failed}.`);
    else sources.push({ input, text, bases: (await reader(text, input.path)).bases });
  }

  // What is fixed already is what the others extend, whether it is written or not.
  const now = new Map<string, string>();
  const overlaid: Host = {
    ...host,
    readFile: async (path) => {
      const text = now.get(path);
      return text === undefined ? host.readFile(path) : new TextEncoder().encode(text);
    },
  };
  const files: FixedFile[] = [];
  let errors = 0;
  let checkText = textChecker(context, options.catalog, overlaid);
  for (const { input, text } of await basesFirst(sources, host)) {
    const file = fixText(input.name, text, (await checkText(text, input.path)).analysis);
    if (file.text !== text) {
      const failed =
        input.path === undefined || options.dryRun ? undefined : await rewrite(input.path, file.text, host);
      if (failed !== undefined) {
        failures.push(`cannot write ${input.name}: ${failed}.`);
        continue;
      }
      if (input.path !== undefined) {
        now.set(input.path, file.text);
        now.set(await host.realPath(input.path), file.text);
        checkText = textChecker(context, options.catalog, overlaid);
      }
    }
    files.push(file);
    // What is left is read off the text as it is now, and not off what was meant.
    const { analysis: after } = await checkText(file.text, input.path);
    errors += after.findings.filter(({ severity }) => severity === 'error').length;
  }
  failures.push(...catalogProblems);

  const isText = inputs.some(({ path }) => path === undefined) && !options.dryRun;
  const { colour, columns } = isText || options.dryRun ? host.errors : host.output;
  const { version, updated } = catalog.metadata;
  const basis = `as of ${context.date}, catalog ${version} (${updated})`;
  const report = fixReport(files, { errors, dryRun: options.dryRun, basis, colour, columns });
  if (options.dryRun) await host.write(files.map(unifiedDiff).join(''));
  else if (isText) await host.write(files.map(({ text }) => text).join(''));
  // What is printed may be piped on; what is said about it is for a person.
  if (isText || options.dryRun) host.warn(report);
  else if (files.length > 0) await host.write(report);
  if (failures.length > 0) return complain(failures, host);
  return errors > 0 ? STATUS.findings : STATUS.good;
}

/** In the order given, but for those that others extend. */
async function basesFirst(sources: readonly Source[], host: Host): Promise<readonly Source[]> {
  const byPath = new Map<string, Source>();
  for (const source of sources) {
    if (source.input.path !== undefined) byPath.set(await host.realPath(source.input.path), source);
  }
  const ordered = new Set<Source>();
  const entered = new Set<Source>();
  const visit = (source: Source): void => {
    if (entered.has(source)) return;
    entered.add(source);
    for (const base of source.bases) {
      const below = byPath.get(base);
      if (below !== undefined) visit(below);
    }
    ordered.add(source);
  };
  for (const source of sources) visit(source);
  return [...ordered];
}

/** Writes a text as its file was: with a byte order mark if that had one. */
async function rewrite(path: string, text: string, host: Host): Promise<string | undefined> {
  const before = await host.readFile(path);
  if (isFailure(before)) return before.failed;
  const mark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf ? '\uFEFF' : '';
  const failure = await host.writeFile(path, new TextEncoder().encode(mark + text));
  return failure?.failed;
}
