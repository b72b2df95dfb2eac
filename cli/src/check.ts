/** `stackpin check`: reads what is named, checks it and reports. */
import { t } from '@vscode/l10n';
import { withoutUsed } from '../../server/src/analysis/acknowledge.ts';
import type { Analysis, AnalysisContext, SeveritySettings } from '../../server/src/analysis/analysis.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Severity } from '../../server/src/analysis/finding.ts';
import type { IsoDate } from '../../server/src/catalog/model.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import type { OffsetRange } from '../../server/src/manifest/tree.ts';
import { fixesFor } from '../../server/src/resolve/fix/fixesFor.ts';
import { fixing } from '../../server/src/resolve/fix/fixing.ts';
import { writeBaseline } from './before/baseline.ts';
import { openComparison } from './before/compare.ts';
import { type Before, onlyNew, type Seen } from './before/known.ts';
import { openCatalogs } from './catalogs.ts';
import type { Floor, Format } from './choices.ts';
import { complain } from './complain.ts';
import { displayName, findInputs, type LeftOut, MANIFESTS } from './files/find.ts';
import { type Host, isFailure } from './host.ts';
import { readText, textChecker } from './oneFile.ts';
import { startProgress } from './progress.ts';
import { jsonReport } from './report/json.ts';
import { prettyReport } from './report/pretty.ts';
import { type CheckedFile, type CheckResult, reaches } from './report/result.ts';
import { STATUS, type Status } from './status.ts';

export interface CheckOptions {
  readonly format: Format;
  /** How severe each code is; what is absent keeps its default. */
  readonly severities?: SeveritySettings;
  /** What is left out of folders besides. */
  readonly leftOut?: LeftOut | undefined;
  /** Undefined is today. */
  readonly asOf: IsoDate | undefined;
  /** Paths of catalogs to lay over the bundled one. */
  readonly catalog: readonly string[];
  readonly failOn: Floor;
  /** List only what reaches the floor, and no figures. */
  readonly quiet: boolean;
  /** List hints as well. */
  readonly verbose: boolean;
  /** What is to be left out: all that a file names, or that was found at a revision of git. */
  readonly before?: Before | undefined;
  /** A file to be written with all that is found; then nothing fails. */
  readonly writeBaseline?: string | undefined;
}

/**
 * Runs the command. What cannot be read is said on standard error, and everything else is still checked.
 * @param paths as given; none is the working directory
 */
export async function check(paths: readonly string[], options: CheckOptions, host: Host): Promise<Status> {
  const { catalog, extras, problems: catalogProblems } = await openCatalogs(options.catalog, host);
  // Without the rules that were asked for, a clean report would mislead.
  if (catalogProblems.length > 0) return complain(catalogProblems, host);

  const { inputs, problems } = await findInputs(paths.length === 0 ? ['.'] : paths, host, MANIFESTS, options.leftOut);
  const context: AnalysisContext = {
    catalog,
    date: options.asOf ?? host.today(),
    severities: options.severities ?? {},
  };
  const checkerOn = (files: Host) => textChecker(context, options.catalog, files);
  const comparison = options.before && (await openComparison(options.before, host, checkerOn));
  if (comparison !== undefined && 'problem' in comparison) return complain([comparison.problem], host);
  const checkText = checkerOn(host);
  const lists = listing(options);
  const checked: Checked[] = [];
  const seen: Seen[] = [];
  const unreadable = [...problems];
  const progress = startProgress(host);
  const queue = inputs.slice();
  const queued = new Set(await Promise.all(queue.map(async ({ path }) => path && host.realPath(path))));
  // A base that nobody named is checked as well: what is wrong with it is wrong with all that extend it.
  for (let index = 0; index < queue.length; index += 1) {
    const input = queue[index];
    if (input === undefined) break;
    const text = await readText(input, host);
    if (isFailure(text)) {
      unreadable.push(t('cannot read {0}: {1}.', input.name, text.failed));
      continue;
    }
    progress.show(index + 1, queue.length, input.name, text.length);
    try {
      const found = await checkText(text, input.path);
      checked.push(checkedFile(input.name, found.analysis, found.origin.uri, lists));
      seen.push({ name: input.name, path: input.path, bases: found.bases });
      for (const path of found.bases) {
        if (queued.has(path)) continue;
        queued.add(path);
        queue.push({ name: displayName(path, host), path });
      }
    } catch (error) {
      // Checking never throws; if it does, the other files are still worth a report.
      unreadable.push(
        t('cannot check {0}, by a fault in Stackpin; please report it with this: {1}', input.name, stackOf(error)),
      );
    }
  }
  progress.end();
  unreadable.push(...catalogProblems);
  const all = reported(checked);
  const { files, since } =
    comparison === undefined ? { files: all, since: undefined } : await onlyNew(all, seen, comparison);
  if (options.writeBaseline !== undefined) {
    const problem = await writeBaseline(options.writeBaseline, all, host);
    if (problem !== undefined) unreadable.push(problem);
  }

  if (unreadable.length > 0) complain(unreadable, host);
  const { version, updated } = catalog.metadata;
  const result = {
    asOf: context.date,
    catalog: { version, updated },
    extraCatalogs: extras,
    files,
    since,
    named: (path: string) => displayName(path, host),
  };
  const report = await reportOf(result, unreadable, lists, options, host);
  if (report !== '') await host.write(report);
  if (unreadable.length > 0) return STATUS.unusable;
  if (options.writeBaseline !== undefined) return STATUS.good;
  const failed = files.some(({ findings }) => findings.some(({ severity }) => reaches(options.failOn, severity)));
  return failed ? STATUS.findings : STATUS.good;
}

async function reportOf(
  result: CheckResult,
  unreadable: readonly string[],
  lists: (severity: Severity) => boolean,
  { format, failOn, quiet }: CheckOptions,
  host: Host,
): Promise<string> {
  if (format === 'json') return jsonReport(result, lists);
  if (format === 'pretty') {
    const { colour, columns } = host.output;
    return result.files.length === 0 ? '' : prettyReport(result, { lists, quiet, colour, columns });
  }
  const { githubReport, gitlabReport, junitReport, sarifReport } = await import('./report/forCi.ts');
  switch (format) {
    case 'sarif':
      return sarifReport(result, lists, unreadable);
    case 'junit':
      return junitReport(result, { lists, failOn, unreadable });
    case 'github':
      return githubReport(result, lists);
    case 'gitlab':
      return gitlabReport(result, lists);
  }
}

/** Checks one text that stands by itself. Pure. */
export function checkAlone(path: string, text: string, context: AnalysisContext): CheckedFile {
  return checkedFile(path, analyze(parseYaml(text), context), undefined, () => true).file;
}

/** A file that was checked by itself. */
interface Checked {
  readonly uri: string | undefined;
  readonly file: CheckedFile;
  readonly usedInBases: Analysis['usedInBases'];
}

/** The files as they are reported, knowing of each other: what a base acknowledges for those that extend it is not unused. */
function reported(checked: readonly Checked[]): CheckedFile[] {
  const used = new Map<string | undefined, OffsetRange[]>();
  for (const { uri, range } of checked.flatMap(({ usedInBases }) => usedInBases)) {
    const known = used.get(uri);
    if (known === undefined) used.set(uri, [range]);
    else known.push(range);
  }
  return checked.map(({ uri, file }) => ({ ...file, findings: withoutUsed(file.findings, used.get(uri) ?? []) }));
}

/** @param lists which severities are listed: fixes are made for these alone */
function checkedFile(
  path: string,
  analysis: Analysis,
  uri: string | undefined,
  lists: (severity: Severity) => boolean,
): Checked {
  const made = fixing(analysis);
  const result = {
    path,
    text: analysis.file.text,
    stacks: analysis.stacks.map(({ document, name, environment, coverage: { pins, pairs, pairsKnown } }) => ({
      document,
      name: name ?? null,
      environment,
      pins,
      pairs,
      pairsKnown,
    })),
    findings: analysis.findings.map((finding) => ({
      ...finding,
      fixes: lists(finding.severity) ? fixesFor(made, finding) : [],
    })),
    acknowledged: analysis.acknowledged,
  };
  return { uri, file: result, usedInBases: analysis.usedInBases };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** In a report for people hints would bury the rest, since almost every pin has a later patch some day. */
function listing({ format, failOn, quiet, verbose }: CheckOptions): (severity: Severity) => boolean {
  if (quiet) return (severity) => reaches(failOn, severity);
  return (severity) => format === 'json' || verbose || severity !== 'hint';
}
