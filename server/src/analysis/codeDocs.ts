/**
 * What the page of a code says (docs/diagnostics/). Each code has a `codes/<name>.docs.ts` beside the module that raises it.
 * Only scripts/pages, tests and the command line's report for code scanning import those: none of their text gets into the extension.
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

/** One paragraph of Markdown, a sentence an item. */
export type Sentences = readonly string[];

/** Files that are checked together, as they stand on the page. */
export interface Example {
  /** What to look at in it. */
  readonly words: Sentences;
  /** Bases and catalogs before what names them. */
  readonly files: readonly ExampleFile[];
  /** The folder that is open, where it is not the example's own. */
  readonly workspace?: string;
}

/** The texts of one page. */
export interface CodeDocs {
  readonly code: Code;
  readonly group: Group;
  /** What the finding says, and when it is made. */
  readonly meaning: Sentences;
  readonly why: Sentences;
  /** What a person does about it. */
  readonly remedy: Sentences;
  /** What its quick fixes do; that there are none, where there are none. */
  readonly quickFixes: Sentences;
  /** Raises the code over the bundled catalog, and nothing else. */
  readonly bad: Example;
  /** Codes that cannot be kept out of `bad`, since what raises the code raises them too. */
  readonly together?: readonly Code[];
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
