/** Lints catalogs as texts: what reading finds and what the checks find, each at its place in the text. */
import { nodeAtPath, rangeAtPath } from '../../manifest/pathRange.ts';
import { followed } from '../../manifest/read.ts';
import type { OffsetRange, YamlDocument } from '../../manifest/tree.ts';
import type { Catalog, UserCatalog } from '../model.ts';
import { type CatalogReading, readCatalog } from '../read.ts';
import { type LintFile, lintCatalogs } from './lint.ts';
import type { LintCode, LintPlace, LintSeverity } from './problem.ts';

export interface CatalogText {
  /** How messages call it. */
  readonly name: string;
  readonly text: string;
}

export interface LocatedPlace {
  /** Which of the texts. */
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

export interface LintedText {
  readonly reading: CatalogReading;
  /** In order of position. */
  readonly problems: readonly LocatedProblem[];
}

/**
 * Lints texts that are laid over each other. Never throws.
 * @param texts in order, the last on top
 * @param base what lies below all of them
 * @param only lints just this one among the others
 */
export function lintTexts(texts: readonly CatalogText[], base: Catalog, only?: number): readonly LintedText[] {
  const readings = texts.map(({ text }) => readCatalog(text));
  const files = readings.map((reading, index): LintFile => {
    const { document } = reading;
    return {
      name: texts[index]?.name ?? '',
      catalog: withUnreadable(reading),
      isWritten: (path) => nodeAtPath(document.root, path) !== undefined,
    };
  });
  const linted = lintCatalogs(files, { base }, only);
  return readings.map((reading, index) => {
    const { root } = reading.document;
    const problems = [
      ...reading.problems.map(
        ({ first, line: _, ...problem }): LocatedProblem => ({
          ...problem,
          severity: 'error',
          components: idsIn(problem.path),
          related: first === undefined ? [] : [{ file: index, range: first, message: 'It is written here first.' }],
        }),
      ),
      ...(linted[index] ?? []).map(
        ({ related = [], ...problem }): LocatedProblem => ({
          ...problem,
          range: rangeAtPath(root, problem.path),
          related: related.map((place) => located(place, index, readings)),
        }),
      ),
    ];
    return { reading, problems: problems.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end) };
  });
}

function idsIn([section, id]: readonly (string | number)[]): readonly string[] {
  return section === 'components' && id !== undefined ? [String(id)] : [];
}

function located({ file, path, message }: LintPlace, own: number, readings: readonly CatalogReading[]): LocatedPlace {
  const index = file ?? own;
  return { file: index, range: rangeAtPath(readings[index]?.document.root, path), message };
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
