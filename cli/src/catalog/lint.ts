/** `stackpin catalog lint`: what is wrong with catalogs of one's own. */
import { t } from '@vscode/l10n';
import { lintReadings } from '../../../server/src/catalog/lint/lintReadings.ts';
import { type CatalogReading, readCatalog } from '../../../server/src/catalog/read.ts';
import { openCatalogs } from '../catalogs.ts';
import type { CatalogFormat, LintFloor } from '../choices.ts';
import { CATALOGS, findInputs } from '../files/find.ts';
import { type Host, isFailure } from '../host.ts';
import { STATUS, type Status } from '../status.ts';
import { decode } from '../text.ts';
import { lintJson } from './lintJson.ts';
import { lintPretty } from './lintPretty.ts';
import { complain } from './shared.ts';

export interface LintOptions {
  readonly format: CatalogFormat;
  /** Paths of catalogs that lie between the bundled one and the linted ones. */
  readonly catalog: readonly string[];
  readonly failOn: LintFloor;
}

/**
 * Runs the command.
 * @param paths files, folders that are searched for catalogs, or - for standard input. They are laid over each other in
 *   this order, the last on top; what cannot be read is said on standard error, and the others are still linted
 */
export async function lint(paths: readonly string[], options: LintOptions, host: Host): Promise<Status> {
  const { catalog, problems } = await openCatalogs(options.catalog, host);
  if (problems.length > 0) return complain(problems, host);
  const texts: { readonly name: string; readonly text: string; readonly reading: CatalogReading }[] = [];
  const { inputs, problems: unfound } = await findInputs(paths, host, CATALOGS);
  const unreadable = [...unfound];
  for (const { name, path } of inputs) {
    const bytes = await (path === undefined ? host.readInput() : host.readArgument(path));
    const text = isFailure(bytes) ? bytes : decode(bytes);
    if (isFailure(text)) unreadable.push(t('cannot read {0}: {1}.', name, text.failed));
    else texts.push({ name, text, reading: readCatalog(text) });
  }
  const found = lintReadings(texts, catalog);
  const linted = texts.map((file, index) => ({ ...file, problems: found[index] ?? [] }));
  const result = { files: linted, catalog: catalog.metadata };
  if (options.format === 'json') await host.write(lintJson(result));
  else if (linted.length > 0) await host.write(lintPretty(result, host.output));
  // A damaged entry of the bundled catalog is found when it is needed.
  unreadable.push(...problems);
  if (unreadable.length > 0) return complain(unreadable, host);
  const severities = new Set(linted.flatMap((file) => file.problems.map(({ severity }) => severity)));
  const fails =
    options.failOn !== 'never' &&
    (severities.has('error') || (options.failOn === 'warning' && severities.has('warning')));
  return fails ? STATUS.findings : STATUS.good;
}
