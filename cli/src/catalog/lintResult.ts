/** What linting catalogs found, as values for the reporters. */
import type { LintedText, LocatedProblem } from '../../../server/src/catalog/lint/lintTexts.ts';
import type { CatalogMetadata } from '../../../server/src/catalog/model.ts';

export interface LintedFile extends LintedText {
  /** Relative to the working directory, with `/`. */
  readonly name: string;
  readonly text: string;
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
