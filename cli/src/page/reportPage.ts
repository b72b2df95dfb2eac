/** `stackpin report`: one page about manifests, with what goes together and until when it is in support. */
import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import type { AnalysisContext } from '../../../server/src/analysis/analysis.ts';
import { fileReport } from '../../../server/src/report/fileReport.ts';
import { reportPage as pageOf } from '../../../server/src/report/page/page.ts';
import type { FileReport } from '../../../server/src/report/report.ts';
import { pathOf } from '../bases.ts';
import { openCatalogs } from '../catalogs.ts';
import { complain } from '../complain.ts';
import { displayName, findInputs, type LeftOut, MANIFESTS } from '../files/find.ts';
import { type Host, isFailure } from '../host.ts';
import { type LoadOptions, readText, textChecker } from '../oneFile.ts';
import { STATUS, type Status } from '../status.ts';

export interface ReportOptions extends LoadOptions {
  /** Path of the file to write; `-` is standard output. */
  readonly html: string;
  /** What is left out of folders besides. */
  readonly leftOut?: LeftOut | undefined;
}

/**
 * Runs the command.
 * @param paths as given; none is the working directory
 */
export async function reportPage(paths: readonly string[], options: ReportOptions, host: Host): Promise<Status> {
  const { catalog, problems: catalogProblems } = await openCatalogs(options.catalog, host);
  if (catalogProblems.length > 0) return complain(catalogProblems, host);
  const context: AnalysisContext = {
    catalog,
    date: options.asOf ?? host.today(),
    severities: options.severities ?? {},
  };
  const checkText = textChecker(context, options.catalog, host);
  const { inputs, problems } = await findInputs(paths.length === 0 ? ['.'] : paths, host, MANIFESTS, options.leftOut);
  const failures = [...problems];
  const reports: FileReport[] = [];
  for (const { name, path } of inputs) {
    const text = await readText({ path }, host);
    if (isFailure(text)) {
      failures.push(t('cannot read {0}: {1}.', name, text.failed));
      continue;
    }
    const { analysis } = await checkText(text, path);
    reports.push(fileReport(analysis, { name, nameOf: (uri) => displayName(pathOf(uri), host) }));
  }
  // A damaged entry of the catalog is found when it is needed.
  failures.push(...catalogProblems);
  if (reports.length > 0) {
    const failure = await written(pageOf(reports), options.html, host);
    if (failure !== undefined) failures.push(failure);
  }
  return failures.length > 0 ? complain(failures, host) : STATUS.good;
}

/** Says why the page cannot be written. */
async function written(page: string, to: string, host: Host): Promise<string | undefined> {
  if (to === '-') {
    await host.write(page);
    return undefined;
  }
  const path = resolve(host.folder, to);
  const name = displayName(path, host);
  if ((await host.inspect(path)) === 'folder')
    return t('{0} is a folder. Name a file, such as {1}.', name, 'report.html');
  const failure = await host.writeFile(path, new TextEncoder().encode(page));
  return failure && t('cannot write {0}: {1}.', name, failure.failed);
}
