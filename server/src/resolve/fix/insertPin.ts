/** Writes pins over those that a file inherits. Nothing else of the text changes. */
import { inserting, lineBreak } from '../../analysis/acknowledgementEdits.ts';
import type { TextChange } from '../../analysis/finding.ts';
import { scalarText } from '../../analysis/yamlReading.ts';
import { isFirstOfLine } from '../../manifest/ignoreComments.ts';
import type { PinEntry, StackManifest } from '../../manifest/stack.ts';
import { lineEnd, lineStart } from '../../manifest/textRanges.ts';
import { rangeOf } from '../../manifest/tree.ts';

/** A pin that is to be written. */
export interface NewPin {
  readonly entry: Pick<PinEntry, 'instance' | 'component'>;
  readonly version: string;
}

/**
 * More entries at the end of `components`, or the key with its first entries at the end of the document.
 * @returns undefined where there is no good place: an alias, an empty or broken mapping
 */
export function insertPins(
  { document: { root, text, problems }, componentsEntry, componentsNode }: StackManifest,
  pins: readonly NewPin[],
): TextChange | undefined {
  // In broken text nobody knows what a line belongs to.
  if (problems.length > 0 || root?.kind !== 'mapping' || root.flow || root.merges !== undefined) return undefined;
  const entries = pins.map(entryText);
  if (componentsEntry === undefined) {
    const [first] = root.entries;
    if (first === undefined || !isFirstOfLine(text, rangeOf(first).start)) return undefined;
    const indentation = indentationAt(text, rangeOf(first).start);
    const end = Math.max(...root.entries.map((one) => rangeOf(one).end));
    const eol = lineBreak(text, rangeOf(root).end);
    const lines = entries.map((entry) => `${eol}${indentation}  ${entry}`);
    return inserting(lineEnd(text, end), `${eol}${indentation}components:${lines.join('')}`);
  }
  if (componentsNode === undefined || componentsEntry.value !== componentsNode) return undefined;
  const [first, last] = [componentsNode.entries[0], componentsNode.entries.at(-1)];
  if (first === undefined || last === undefined || componentsNode.merges !== undefined) return undefined;
  const { end } = rangeOf(last);
  if (componentsNode.flow) return inserting(end, entries.map((entry) => `, ${entry}`).join(''));
  const { start } = rangeOf(first);
  if (!isFirstOfLine(text, start)) return undefined;
  const before = `${lineBreak(text, end)}${indentationAt(text, start)}`;
  return inserting(lineEnd(text, end), entries.map((entry) => `${before}${entry}`).join(''));
}

function entryText({ entry: { instance, component }, version }: NewPin): string {
  const [key, value] = [scalarText(instance, undefined), scalarText(version, undefined)];
  return component === instance
    ? `${key}: ${value}`
    : `${key}: {component: ${scalarText(component, undefined)}, version: ${value}}`;
}

function indentationAt(text: string, start: number): string {
  return text.slice(lineStart(text, start), start).replace('\uFEFF', '');
}
