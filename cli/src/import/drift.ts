/** `stackpin drift`: a manifest compared with what the files of a repository say. */
import { t } from '@vscode/l10n';
import { compareWith, type Drift, type DriftKind } from '../../../server/src/adopt/compare.ts';
import { complain } from '../complain.ts';
import type { Host } from '../host.ts';
import { loadOne } from '../oneFile.ts';
import { chooseStack } from '../plan/chooseStack.ts';
import { table } from '../report/table.ts';
import { STATUS, type Status } from '../status.ts';

import { readSources, type Sources, warnOfRest } from './readSources.ts';

export interface DriftOptions {
  readonly format: 'pretty' | 'json';
  /** Undefined is the stack without an environment. */
  readonly environment: string | undefined;
  readonly catalog: readonly string[];
}

/** Raised when the shape changes: schemas/drift-output.schema.json. */
const SHAPE_VERSION = 1;

/**
 * Runs the command.
 * @param file the manifest, as given
 * @param paths as given; none is the working directory
 */
export async function drift(
  file: string,
  paths: readonly string[],
  { format, environment, catalog }: DriftOptions,
  host: Host,
): Promise<Status> {
  if (file === '-' && paths.includes('-'))
    return complain([t('standard input can be the manifest or a file to compare with, not both.')], host);
  const loaded = await loadOne(file, { asOf: undefined, catalog }, host);
  if ('problems' in loaded) return complain(loaded.problems, host);
  const stack = chooseStack(loaded, { document: undefined, environment });
  if ('problems' in stack) return complain(stack.problems, host);
  const sources = await readSources(paths, loaded.catalog, host);
  const drifts = compareWith(stack, sources.found, loaded.catalog);
  if (format === 'json') await host.write(jsonOf(loaded.name, drifts, sources));
  else {
    await host.write(prettyOf(drifts, host));
    warnOfRest(sources, host);
  }
  if (sources.problems.length > 0) return complain(sources.problems, host);
  return drifts.some(({ kind }) => kind === 'other' || kind === 'only-files') ? STATUS.findings : STATUS.good;
}

function prettyOf(drifts: readonly Drift[], { output }: Pick<Host, 'output'>): string {
  if (drifts.length === 0) return `${t('Neither the manifest nor the files name a component.')}\n`;
  const columns = [t('component'), t('pinned'), t('in the files'), t('what')].map((title) => ({ title }));
  const cells = drifts.map(({ kind, component, pins, found }) => [
    component,
    pins.map(({ version }) => version).join(', ') || '-',
    [...new Set(found.map(({ version }) => version))].join(', ') || '-',
    whatOf(kind, found),
  ]);
  const { head, rows } = table(columns, cells, output.columns);
  return `${[head, ...rows].join('\n')}\n`;
}

function whatOf(kind: DriftKind, found: Drift['found']): string {
  const places = [...new Set(found.map(({ path, line }) => `${path}:${line}`))].join(' ');
  switch (kind) {
    case 'same':
      return t('same');
    case 'other':
      return t('other version: {0}', places);
    case 'only-manifest':
      return t('only in the manifest');
    case 'only-files':
      return t('only in the files: {0}', places);
  }
}

function jsonOf(manifest: string, drifts: readonly Drift[], { notRecognised }: Sources): string {
  const report = {
    version: SHAPE_VERSION,
    manifest,
    components: drifts.map(({ kind, component, pins, found }) => ({
      component,
      kind,
      pins,
      found: found.map(({ version, path, line }) => ({ version, path, line })),
    })),
    notRecognised: notRecognised.map(({ path, line, what, reason, component = null }) => ({
      path,
      line,
      what,
      reason,
      component,
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
