/** What makes one kind of document different from another, for the validator and its messages. */
import type { SchemaError, Validate } from '../../generated/validate-stack.js';
import type { SchemaNode, SchemaReader } from './jsonSchema.ts';
import type { SchemaProblem } from './stack.ts';
import type { EntryNode, TreeNode } from './tree.ts';

export type { SchemaError, Validate };

/** A problem of an entry; the validator adds the path. */
export type PartProblem = Omit<SchemaProblem, 'path'>;

/** What is said of documents of one kind, in the language that is spoken. */
export interface FormatWords {
  /** Of a document that is no mapping: what it has to be, and what is there. */
  wrongType(wanted: string, found: string): string;
  /** Of a document without anything in it: how one begins. */
  empty(): string;
  /** Of a key that the schema knows and does not allow beside others: why, and what to do. */
  ruledOut(subject: string): string;
}

/** A kind of document that a JSON Schema describes. */
export interface DocumentFormat {
  readonly words: FormatWords;
  readonly schema: SchemaReader;
  /** Checks a document whose parts are left out. */
  readonly validate: Validate;
  /**
   * Checks one part. Parts are validated one by one: the compiled validator joins its lists of errors at each reference in
   * the schema, which would take quadratic time in their number.
   */
  readonly validatePart: Validate;
  /** Whether the entries of the mapping at a path are parts. */
  holdsParts(path: readonly string[]): boolean;
  /**
   * Paths of all mappings that may hold parts.
   * @param keysAt the keys that are written in the mapping at a path
   */
  partPaths(keysAt: (path: readonly string[]) => readonly string[]): readonly (readonly string[])[];
  /** What is wrong with a part as an entry, besides what the schema says of its value. */
  checkPart(entry: EntryNode): PartProblem | undefined;
  /** Whether a plain scalar counts by its text, whatever YAML makes of it. */
  countsAsText(schema: SchemaNode): boolean;
  /** Whether a document says that it is something else: then only that is worth telling. */
  isOtherKind(root: TreeNode | undefined): boolean;
}
