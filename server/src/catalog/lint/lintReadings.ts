/** Lints catalogs that were read from texts: what reading finds and what the checks find, each at its place in the text. */
import { t } from '@vscode/l10n';
import { nodeAtPath, rangeAtPath } from '../../manifest/pathRange.ts';
import { followed } from '../../manifest/read.ts';
import type { OffsetRange, YamlDocument } from '../../manifest/tree.ts';
import type { Catalog, UserCatalog } from '../model.ts';
import type { CatalogReading } from '../read.ts';
import { type LintFile, lintCatalogs } from './lint.ts';
import type { LintCode, LintPlace, LintSeverity } from './problem.ts';

/** A catalog as it was read. */
export interface ReadText {
  /** How messages call it. */
  readonly name: string;
  readonly reading: CatalogReading;
}

export interface LocatedPlace {
  /** Which of the files. */
  readonly file: number;
  readonly range: OffsetRange;
  readonly message: string;
}

export interface LocatedProblem {
  readonly code: LintCode;
  readonly severity: LintSeverity;
  /** Keys and indexes from the root; empty where it is about the text and not about a key. */
  readonly path: readonly (string | number)[];
  readonly range: OffsetRange;
  readonly message: string;
  readonly components: readonly string[];
  readonly related: readonly LocatedPlace[];
}

/**
 * Lints catalogs that are laid over each other. Never throws.
 * @param texts in order, the last on top
 * @param base what lies below all of them
 * @param only lints just this one among the others
 * @returns the problems of each, in order of position
 */
export function lintReadings(
  texts: readonly ReadText[],
  base: Catalog,
  only?: number,
): readonly (readonly LocatedProblem[])[] {
  const files = texts.map(({ name, reading }): LintFile => {
    const { root } = reading.document;
    return { name, catalog: withUnreadable(reading), isWritten: (path) => nodeAtPath(root, path) !== undefined };
  });
  const linted = lintCatalogs(files, { base }, only);
  return texts.map(({ reading }, index) => {
    if (only !== undefined && index !== only) return [];
    const { root } = reading.document;
    const problems = [
      ...reading.problems.map(
        ({ first, line: _, ...problem }): LocatedProblem => ({
          ...problem,
          severity: 'error',
          components: idsIn(problem.path),
          related: first === undefined ? [] : [{ file: index, range: first, message: t('It is written here first.') }],
        }),
      ),
      ...(reading.newer === undefined ? [] : [newerFormat(reading.newer)]),
      ...(linted[index] ?? []).map(
        ({ related = [], ...problem }): LocatedProblem => ({
          ...problem,
          range: rangeAtPath(root, problem.path),
          related: related.map((place) => located(place, index, texts)),
        }),
      ),
    ];
    return problems.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  });
}

function newerFormat({ message, range }: NonNullable<CatalogReading['newer']>): LocatedProblem {
  return {
    code: 'newer-format',
    severity: 'warning',
    path: ['apiVersion'],
    range,
    message,
    components: [],
    related: [],
  };
}

function idsIn([section, id]: readonly (string | number)[]): readonly string[] {
  return section === 'components' && id !== undefined ? [String(id)] : [];
}

function located({ file, path, message }: LintPlace, own: number, texts: readonly ReadText[]): LocatedPlace {
  const index = file ?? own;
  return { file: index, range: rangeAtPath(texts[index]?.reading.document.root, path), message };
}

/** A component that something is wrong with is still there, so that others may name it. */
function withUnreadable({ readable, document }: CatalogReading): UserCatalog {
  const known = new Set(readable.components.map(({ id }) => id));
  const others = idsOf(document).filter((id) => !known.has(id));
  return { ...readable, components: [...readable.components, ...others.map((id) => ({ id }))] };
}

/** The ids that are written under `components`, each once. */
export function idsOf({ root }: YamlDocument): readonly string[] {
  const components = followed(nodeAtPath(root, ['components'])?.node);
  return components?.kind === 'mapping' ? [...new Set(components.entries.map(({ key }) => key.text))] : [];
}
