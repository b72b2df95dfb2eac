/** Finds the files that `import` and `drift` read, and maps what they say to components. */
import { t } from '@vscode/l10n';
import { isSourceName, readSource } from '../../../server/src/adopt/readSource.ts';
import { type Recognition, recognise } from '../../../server/src/adopt/recognise.ts';
import type { Reading } from '../../../server/src/adopt/sighting.ts';
import { reasonWords } from '../../../server/src/adopt/words.ts';
import type { Catalog } from '../../../server/src/catalog/model.ts';
import { findInputs, isManifestName, type Wanted } from '../files/find.ts';
import { type Host, isFailure } from '../host.ts';
import { readText } from '../oneFile.ts';
import { printable } from '../report/columns.ts';

export interface Sources extends Recognition {
  /** What could not be read, one message each. */
  readonly problems: readonly string[];
}

const SOURCES: Wanted = {
  matches: (name) => isSourceName(name) && !isManifestName(name),
  nothingIn: (folder) =>
    t(
      'nothing to import in {0}: no YAML, JSON, Terraform or Dockerfile that {1} does not leave out.',
      folder,
      '.gitignore',
    ),
};

/**
 * Reads files and everything under folders.
 * @param paths as given; none is the working directory
 */
export async function readSources(paths: readonly string[], catalog: Catalog, host: Host): Promise<Sources> {
  const given = paths.length === 0 ? ['.'] : paths;
  const { inputs, problems } = await findInputs(given, host, SOURCES);
  const failures = [...problems];
  const readings: Reading[] = [];
  for (const { name, path } of inputs) {
    const text = await readText({ path }, host);
    if (isFailure(text)) {
      failures.push(t('cannot read {0}: {1}.', name, text.failed));
      continue;
    }
    // What comes through a pipe is what a cluster answers.
    const reading = readSource(path === undefined ? `${name}.json` : name, text);
    if (reading !== undefined) readings.push(named(reading, name));
    // In a folder most files are about something else; a file that somebody names is meant.
    else if (given.includes(name) || path === undefined)
      failures.push(t('{0} is in none of the formats that can be imported.', name));
  }
  return { ...recognise(readings, catalog), problems: failures };
}

/** Standard input is read under another name than it is shown by. */
function named(reading: Reading, path: string): Reading {
  const { sightings, notRecognised } = reading;
  return {
    ...reading,
    sightings: sightings.map((one) => ({ ...one, path })),
    notRecognised: notRecognised.map((one) => ({ ...one, path })),
  };
}

/** Lists what was not recognised, one line each, on standard error. */
export function warnOfRest({ notRecognised }: Recognition, host: Pick<Host, 'warn'>): void {
  if (notRecognised.length === 0) return;
  const lines = notRecognised.map((one) =>
    printable(`  ${one.path}:${one.line}: ${t('{0}: {1}', one.what, reasonWords(one))}`),
  );
  host.warn(`${[t('Not recognised:'), ...new Set(lines)].join('\n')}\n`);
}
