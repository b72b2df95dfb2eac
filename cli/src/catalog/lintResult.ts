/** What linting catalogs found, as values for the reporters. */
import type { LocatedProblem, ReadText } from '../../../server/src/catalog/lint/lintReadings.ts';
import type { CatalogMetadata } from '../../../server/src/catalog/model.ts';

/** A file, named relative to the working directory, with `/`. */
export interface LintedFile extends ReadText {
  readonly text: string;
  /** In order of position. */
  readonly problems: readonly LocatedProblem[];
}

export interface LintResult {
  readonly files: readonly LintedFile[];
  /** The bundled catalog that they were laid over. */
  readonly catalog: CatalogMetadata;
}

export interface LintSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The figures of a result. */
export function summarise({ files }: LintResult): LintSummary {
  const count = (severity: LocatedProblem['severity']): number =>
    files.reduce((sum, { problems }) => sum + problems.filter((one) => one.severity === severity).length, 0);
  return { files: files.length, errors: count('error'), warnings: count('warning') };
}
