/** `stackpin import`: a manifest from the files that a repository has already. */
import { basename, resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { type ImportedPin, importedPins, manifestText } from '../../../server/src/adopt/manifest.ts';
import type { Recognised } from '../../../server/src/adopt/recognise.ts';
import { openCatalogs } from '../catalogs.ts';
import { complain } from '../complain.ts';
import { displayName } from '../files/find.ts';
import type { Host } from '../host.ts';
import { STATUS, type Status } from '../status.ts';
import { readSources, type Sources, warnOfRest } from './readSources.ts';

export interface ImportOptions {
  readonly format: 'yaml' | 'json';
  /** Path of the file to write; undefined is standard output. */
  readonly output: string | undefined;
  /** Whether a file that is there may be written over. */
  readonly force: boolean;
  /** Of the stack; undefined is that of the working directory. */
  readonly name: string | undefined;
  readonly catalog: readonly string[];
}

/** Raised when the shape changes: schemas/import-output.schema.json. */
const SHAPE_VERSION = 1;

/**
 * Runs the command.
 * @param paths as given; none is the working directory
 */
export async function importManifest(paths: readonly string[], options: ImportOptions, host: Host): Promise<Status> {
  const { catalog, problems: catalogProblems } = await openCatalogs(options.catalog, host);
  if (catalogProblems.length > 0) return complain(catalogProblems, host);
  const refused = await refusal(options, host);
  if (refused !== undefined) return complain([refused], host);

  const sources = await readSources(paths, catalog, host);
  const pins = importedPins(sources.found, catalog);
  const name = options.name ?? nameOf(host.folder);
  const failures = [...sources.problems];
  if (options.format === 'yaml') {
    if (pins.length > 0) failures.push(...(await written(manifestText(name, pins), options.output, host)));
    warnOfRest(sources, host);
  } else failures.push(...(await written(jsonOf(name, pins, sources), options.output, host)));
  // A damaged entry of the catalog is found when it is needed.
  failures.push(...catalogProblems);
  if (failures.length > 0) return complain(failures, host);
  if (pins.length > 0) return STATUS.good;
  complain([t('no component was recognised, so there is no manifest to write.')], host);
  return STATUS.findings;
}

/** Why the file must not be written; told before anything is read. */
async function refusal({ output, force }: ImportOptions, host: Host): Promise<string | undefined> {
  if (output === undefined) return undefined;
  const path = resolve(host.folder, output);
  const there = await host.inspect(path);
  const name = displayName(path, host);
  if (there === 'folder') return t('{0} is a folder. Name a file, such as {1}.', name, 'shop.stack.yaml');
  return there === undefined || force ? undefined : t('{0} is there already. To replace it, add {1}.', name, '--force');
}

async function written(text: string, output: string | undefined, host: Host): Promise<readonly string[]> {
  if (output === undefined) {
    await host.write(text);
    return [];
  }
  const path = resolve(host.folder, output);
  const failure = await host.writeFile(path, new TextEncoder().encode(text));
  return failure === undefined ? [] : [t('cannot write {0}: {1}.', displayName(path, host), failure.failed)];
}

/** The name of a folder as that of a stack. */
function nameOf(folder: string): string {
  return basename(folder).replace(/[^\w.-]+/g, '-') || 'imported';
}

function jsonOf(name: string, pins: readonly ImportedPin[], { notRecognised }: Sources): string {
  const places = (found: readonly Recognised[]) => found.map(({ path, line, chart = null }) => ({ path, line, chart }));
  const report = {
    version: SHAPE_VERSION,
    pins: pins.map((pin) => ({
      component: pin.component,
      version: pin.version,
      places: places(pin.places),
      others: pin.others.map((other) => ({ version: other.version, places: places(other.places) })),
    })),
    notRecognised: notRecognised.map(({ path, line, what, reason, component = null }) => ({
      path,
      line,
      what,
      reason,
      component,
    })),
    manifest: pins.length === 0 ? null : manifestText(name, pins),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
