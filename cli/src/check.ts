/** `stackpin check`: reads what is named, checks it and reports. */
import { t } from '@vscode/l10n';
import { withoutUsed } from '../../server/src/analysis/acknowledge.ts';
import type { AnalysisContext, SeveritySettings } from '../../server/src/analysis/analysis.ts';
import type { Severity } from '../../server/src/analysis/finding.ts';
import type { IsoDate } from '../../server/src/catalog/model.ts';
import type { OffsetRange } from '../../server/src/manifest/tree.ts';
import { writeBaseline } from './before/baseline.ts';
import { openComparison, thenChecker } from './before/compare.ts';
import { type Before, onlyNew, type Seen } from './before/known.ts';
import { openCatalogs } from './catalogs.ts';
import type { Checked } from './checking/checkFile.ts';
import { checkInputs } from './checking/checkInputs.ts';
import { listing, mending } from './checking/lists.ts';
import type { Floor, Format } from './choices.ts';
import { complain } from './complain.ts';
import { displayName, findInputs, type LeftOut, MANIFESTS } from './files/find.ts';
import type { Host } from './host.ts';
import { textChecker } from './oneFile.ts';
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
  /** Threads that check; undefined is as many as there are cores where there are many files. */
  readonly threads?: number | undefined;
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
  const comparison = options.before && (await openComparison(options.before, host));
  if (comparison !== undefined && 'problem' in comparison) return complain([comparison.problem], host);
  const lists = listing(options);
  const seen: Seen[] = [];
  const checked: Checked[] = [];
  const unreadable = [...problems];
  const revision = comparison?.revision;
  const checking = {
    options,
    context,
    revision,
    checkText: textChecker(context, options.catalog, host),
    mends: mending(options),
    checkThen: revision && thenChecker(revision, context, options.catalog, host),
  };
  const run = await checkInputs(inputs, checking, host);
  for (const { input, outcome } of run.outcomes) {
    if ('problem' in outcome) {
      unreadable.push(outcome.problem);
      continue;
    }
    checked.push(outcome.checked);
    seen.push({ name: input.name, path: input.path, bases: outcome.bases, before: outcome.before });
  }
  unreadable.push(...new Set([...catalogProblems, ...run.catalogProblems]));
  if (run.left > 0) {
    const whole = run.outcomes.length + run.left;
    unreadable.push(t('stopped after {0} of {1} files: the report is partial.', run.outcomes.length, whole));
  }
  const all = reported(checked);
  const { files, since } = comparison === undefined ? { files: all, since: undefined } : onlyNew(all, seen, comparison);
  if (options.writeBaseline !== undefined && run.left === 0) {
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
  if (run.left > 0) return run.status;
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
