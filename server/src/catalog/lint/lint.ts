/** The lint of catalogs: what no schema can say. Pure; the bundled catalog and users' own go through the same checks. */
import { t } from '@vscode/l10n';
import { isIsoDate } from '../dates.ts';
import type { Catalog, UserCatalog, UserComponent } from '../model.ts';
import { overlayCatalogs } from '../overlay.ts';
import type { Path } from '../read.ts';
import { checkIdentity, checkLineFacts } from './conflicts.ts';
import { checkContradictions } from './contradictions.ts';
import { checkDates, checkReadingDays } from './dates.ts';
import { belowFile } from './layers.ts';
import { checkOverruled } from './overruled.ts';
import type { LintProblem } from './problem.ts';
import { checkRanges } from './ranges.ts';
import { checkAliases, checkReferences } from './references.ts';
import { checkPublicSources } from './statements.ts';
import type { Check, Subject, Told } from './subject.ts';
import { checkVersions } from './versions.ts';

/** One file to lint, read without problems, or as much of it as could be read. */
export interface LintFile {
  /** How messages call it. */
  readonly name: string;
  readonly catalog: UserCatalog;
  /** Whether the file itself has a key, as against one that was filled in. */
  isWritten(path: Path): boolean;
}

export interface LintOptions {
  /** What lies below all files. */
  readonly base: Catalog;
  /** Rules of the house for the bundled catalog: sources are public. */
  readonly house?: boolean;
}

/** Problems told of one file. */
const MOST_PROBLEMS = 500;

const CHECKS: readonly Check[] = [
  checkDates,
  checkReadingDays,
  checkVersions,
  checkReferences,
  checkRanges,
  checkContradictions,
];

/**
 * Lints files that are laid over each other.
 * @param files in order, the last on top
 * @param only lints just this one among the others
 * @returns the problems of each file, in no order
 */
export function lintCatalogs(
  files: readonly LintFile[],
  { base, house = false }: LintOptions,
  only?: number,
): readonly (readonly LintProblem[])[] {
  const world = overlayCatalogs(
    base,
    files.map(({ catalog }) => catalog),
  );
  const layered = files.map(({ name, catalog: { components } }) => {
    return { name, components: new Map(components.map((component) => [component.id, component])) };
  });
  return files.map((file, index) => {
    if (only !== undefined && index !== only) return [];
    const lower = overlayCatalogs(
      base,
      files.slice(0, index).map(({ catalog }) => catalog),
    );
    const own = overlayCatalogs(lower, [file.catalog]);
    const below = belowFile(index, layered, base, lower);
    const owners = new Map<string, string>();
    const { updated } = file.catalog.metadata;
    const problems = wrongDay(updated);
    for (const written of file.catalog.components) {
      // A text that is no catalog has a problem on every line, and nobody reads them all.
      if (problems.length >= MOST_PROBLEMS && !house) break;
      const merged = own.component(written.id);
      if (merged === undefined) continue;
      const subject: Subject = {
        written,
        merged,
        below: written.replace === true ? undefined : lower.component(written.id),
        scheme: merged.versions.scheme,
        world,
        updated,
        isWritten: (path) => file.isWritten(pathOf(written, path)),
      };
      const told: Told[] = [
        ...CHECKS.flatMap((check) => check(subject)),
        ...(house ? checkPublicSources(subject) : []),
        ...checkAliases(subject, owners),
        ...checkIdentity(subject, below),
        ...checkLineFacts(subject, below),
        ...checkOverruled(subject, below),
      ];
      for (const { others = [], path, ...problem } of told) {
        const components = [written.id, ...others];
        problems.push({ ...problem, path: pathOf(written, path), components, ...ownPlaces(problem, written) });
      }
    }
    return house ? problems : problems.slice(0, MOST_PROBLEMS);
  });
}

function pathOf({ id }: UserComponent, path: Path): Path {
  return ['components', id, ...path];
}

/** Places in the same file begin in the component, those in others at the root. */
function ownPlaces({ related }: Pick<Told, 'related'>, written: UserComponent): Pick<LintProblem, 'related'> {
  if (related === undefined || related.length === 0) return {};
  return {
    related: related.map((place) =>
      place.file === undefined ? { ...place, path: pathOf(written, place.path) } : place,
    ),
  };
}

function wrongDay(updated: string): LintProblem[] {
  if (updated === '' || isIsoDate(updated)) return [];
  const message = t('There is no day {0}. Correct it.', updated);
  return [{ code: 'bad-date', severity: 'error', path: ['metadata', 'updated'], message, components: [] }];
}
