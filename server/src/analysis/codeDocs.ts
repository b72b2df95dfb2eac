/**
 * What the page of a code says (docs/diagnostics/). Each code has a `codes/<name>.docs.ts` beside the module that raises it.
 * Only scripts/pages and tests import those: none of their text gets into what is shipped.
 */
import type { Code } from './finding.ts';

/** In the order of the pages. */
export const GROUPS = ['syntax', 'names', 'compatibility', 'lifecycle', 'composition', 'acknowledgement'] as const;
export type Group = (typeof GROUPS)[number];

/** A file of an example. */
export interface ExampleFile {
  /** Relative to the folder of the example. */
  readonly name: string;
  readonly text: string;
}

/** Files that are checked together, as they stand on the page. */
export interface Example {
  /** What to look at in it: a sentence or two of Markdown. */
  readonly words: string;
  /** Bases and catalogs before what names them. */
  readonly files: readonly ExampleFile[];
  /** The folder that is open, where it is not the example's own. */
  readonly workspace?: string;
}

/** The texts of one page; all of them Markdown. */
export interface CodeDocs {
  readonly code: Code;
  readonly group: Group;
  /** What the finding says, and when it is made. */
  readonly meaning: string;
  readonly why: string;
  /** What a person does about it. */
  readonly remedy: string;
  /** What its quick fixes do; that there are none, where there are none. */
  readonly quickFixes: string;
  /** Raises the code and nothing else, over the bundled catalog. */
  readonly bad: Example;
  /** The same put right: nothing is found. */
  readonly good: Example;
}

/**
 * A whole manifest.
 * @param body what comes after the two lines that every manifest begins with
 */
export function manifest(body: string, name = 'platform.stack.yaml'): ExampleFile {
  return { name, text: `apiVersion: stackpin/v1\nkind: Stack\n${body}` };
}
