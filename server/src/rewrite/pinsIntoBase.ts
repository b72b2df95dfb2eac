/** Writes pins of another file at the end of the components of a base. */
import { lineBreak } from '../analysis/acknowledgementEdits.ts';
import type { TextChange } from '../analysis/finding.ts';
import type { StackManifest } from '../manifest/stack.ts';
import { rangeOf } from '../manifest/tree.ts';
import { insertPins } from '../resolve/fix/insertPins.ts';
import type { ExtractedPins } from './extractedPins.ts';
import { indentationAt } from './lines.ts';

/**
 * Makes the edit of the base.
 * @returns undefined where there is no good place, and for several lines between brackets
 */
export function pinsIntoBase(pins: ExtractedPins, base: StackManifest): TextChange | undefined {
  const { componentsEntry: key, componentsNode: node, document } = base;
  const { text } = document;
  const isFlow = node?.flow === true;
  const [first] = node?.entries ?? [];
  const outer = key === undefined ? '' : indentationAt(text, rangeOf(key).start);
  const indentation =
    first === undefined || isFlow ? outer.length + 2 : indentationAt(text, rangeOf(first).start).length;
  const written = pins.written(isFlow ? 0 : indentation);
  if (isFlow && /[\r\n#]/.test(written)) return undefined;
  const lines = written.trimStart().replace(/\r\n|\n|\r/g, lineBreak(text, 0));
  return insertPins(base, null, [lines]);
}
