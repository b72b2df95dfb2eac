/** `stackpin fix`: applies the least change that makes each stack good. */
import { t } from '@vscode/l10n';
import type { AnalysisContext } from '../../../server/src/analysis/analysis.ts';
import { judgedBy } from '../../../server/src/features/plan/planWords.ts';
import { openCatalogs } from '../catalogs.ts';
import { complain } from '../complain.ts';
import { findInputs, type Input, type LeftOut, MANIFESTS } from '../files/find.ts';
import { type Host, isFailure } from '../host.ts';
import { type LoadOptions, type TextChecker, textChecker } from '../oneFile.ts';
import { printable } from '../report/columns.ts';
import { STATUS, type Status } from '../status.ts';
import { decode } from '../text.ts';
import { type FixedFile, fixText, leftIn } from './fixText.ts';
import { fixReport } from './report.ts';
import { unifiedDiff } from './unifiedDiff.ts';

export interface FixOptions extends LoadOptions {
  /** Print what would be changed, and change nothing. */
  readonly dryRun: boolean;
  /** What is left out of folders besides. */
  readonly leftOut?: LeftOut | undefined;
}

/** A manifest that was read. */
interface Source {
  readonly input: Input;
  /** Without its byte order mark. */
  readonly text: string;
  /** The byte order mark that the text began with, or nothing. */
  readonly mark: string;
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
  const context: AnalysisContext = {
    catalog,
    date: options.asOf ?? host.today(),
    severities: options.severities ?? {},
  };
  const { inputs, problems } = await findInputs(paths.length === 0 ? ['.'] : paths, host, MANIFESTS, options.leftOut);
  const failures = [...problems];
  const sources = await readSources(inputs, textChecker(context, options.catalog, host), failures, host);
  const now = new Map<string, string>();
  const overlaid = withTexts(now, host);
  const files: FixedFile[] = [];
  const printed: string[] = [];
  let errors = 0;
  let checkText = textChecker(context, options.catalog, overlaid);
  for (const { input, text, mark } of await basesFirst(sources, host)) {
    const { name, path } = input;
    const fixed = fixText(name, text, (await checkText(text, path)).analysis);
    if (fixed.text !== text && path !== undefined) {
      const bytes = new TextEncoder().encode(mark + fixed.text);
      const failure = options.dryRun ? undefined : await host.writeFile(path, bytes);
      if (failure !== undefined) {
        failures.push(t('cannot write {0}: {1}.', name, failure.failed));
        continue;
      }
      now.set(await host.realPath(path), fixed.text);
      checkText = textChecker(context, options.catalog, overlaid);
    }
    if (options.dryRun) printed.push(unifiedDiff({ name, before: mark + text, text: mark + fixed.text }));
    else if (path === undefined) printed.push(mark + fixed.text);
    // What is left is read off the text as it is now, and not off what was meant.
    const { analysis: after } = await checkText(fixed.text, path);
    files.push({ ...fixed, left: leftIn(fixed.text, after) });
    errors += after.findings.filter(({ severity }) => severity === 'error').length;
  }
  failures.push(...catalogProblems);

  // What is printed may be piped on; what is said about it is for a person.
  const isText = options.dryRun || inputs.some(({ path }) => path === undefined);
  const { colour, columns } = isText ? host.errors : host.output;
  const basis = judgedBy({ asOf: context.date }, { ...catalog.metadata, extras: [] });
  const report = fixReport(files, { errors, dryRun: options.dryRun, basis, colour, columns });
  // Another program gets every byte, a terminal nothing that it would obey.
  const shown = host.output.terminal ? printed.join('').split('\n').map(printable).join('\n') : printed.join('');
  if (isText) await host.write(shown);
  if (files.length > 0) await (isText ? host.warn(report) : host.write(report));
  if (failures.length > 0) return complain(failures, host);
  return errors > 0 ? STATUS.findings : STATUS.good;
}

/** Reads what is to be fixed; what cannot be read is added to the failures. */
async function readSources(
  inputs: readonly Input[],
  checkText: TextChecker,
  failures: string[],
  host: Host,
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const input of inputs) {
    const bytes = await (input.path === undefined ? host.readInput() : host.readArgument(input.path));
    const text = isFailure(bytes) ? bytes : decode(bytes);
    if (isFailure(text)) failures.push(t('cannot read {0}: {1}.', input.name, text.failed));
    else if (!isFailure(bytes))
      sources.push({ input, text, mark: markOf(bytes), bases: (await checkText(text, input.path)).bases });
  }
  return sources;
}

/** A host that reads what is fixed already as it is then, whether it is written or not. The texts are by their real paths. */
function withTexts(texts: ReadonlyMap<string, string>, host: Host): Host {
  return {
    ...host,
    readFile: async (path) => {
      const text = texts.get(await host.realPath(path));
      return text === undefined ? host.readFile(path) : new TextEncoder().encode(text);
    },
  };
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

/** UTF-8's byte order mark, where bytes begin with it. */
function markOf(bytes: Uint8Array): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
}
