/**
 * Reads the entry that somebody has just begun: a key, and neither a colon nor anything below it. It stands there at each key
 * that is pressed until the name is whole, and the YAML parser, which reads it the same, reads it twice.
 */
import { plain } from './simpleValues.ts';
import { missingColon } from './syntaxMessages.ts';
import type { EntryNode, ScalarNode, Segment, SyntaxProblem } from './tree.ts';

const HALF_WRITTEN = /^( *)([A-Za-z0-9][A-Za-z0-9_./-]{0,200}) *(?:\r?\n *)*$/;

export interface HalfWrittenKey {
  /** What it is among other entries. */
  readonly entry: EntryNode;
  readonly problem: SyntaxProblem;
  /** What it is alone in a document. */
  readonly alone: ScalarNode;
}

/**
 * Reads a block that is one entry.
 * @returns undefined when it is anything else
 */
export function halfWrittenKey(text: string, segment: Segment): HalfWrittenKey | undefined {
  const [, indentation = '', name] = HALF_WRITTEN.exec(text) ?? [];
  if (name === undefined) return undefined;
  const key = plain(segment, name, indentation.length);
  const { from, to } = key;
  const problem: SyntaxProblem = {
    kind: 'yaml',
    reason: 'MISSING_COLON',
    ...missingColon(text, { start: from, end: to }),
  };
  return { entry: { segment, key, value: undefined, from, to }, problem, alone: key };
}
