/** What the lint of catalogs tells. */
import type { Path } from '../read.ts';

/** Stable names of what the lint finds; docs/catalog-format.md tells what to do about each. */
export const LINT_CODES = [
  'yaml',
  'schema',
  'newer-format',
  'no-source',
  'bad-source',
  'bad-date',
  'bad-version',
  'bad-range',
  'unknown-reference',
  'date-order',
  'version-order',
  'double-name',
  'empty-range',
  'contradiction',
  'catalog-conflict',
  'no-effect',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

/** `error`: it does not fit the format or names nothing; `warning`: it can be meant, but looks like a mistake. */
export type LintSeverity = 'error' | 'warning';

/** Another place that takes part. */
export interface LintPlace {
  /** Which of the linted files; undefined is the same file. */
  readonly file?: number;
  readonly path: Path;
  readonly message: string;
}

export interface LintProblem {
  readonly code: LintCode;
  readonly severity: LintSeverity;
  /** Keys and indexes from the root of the file. */
  readonly path: Path;
  /** What is wrong and what to do; one or two sentences. */
  readonly message: string;
  /** Ids of the components it is about, the own first. */
  readonly components: readonly string[];
  readonly related?: readonly LintPlace[];
}

/** A path as people write it: `components.istio.compatibility[3].supported`. */
export function pathText(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\w-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
