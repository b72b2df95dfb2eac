/** Writes one more environment. Nothing else of the text changes. */
import { inserting, lineBreak } from '../analysis/acknowledgementEdits.ts';
import type { TextChange } from '../analysis/finding.ts';
import { isFirstOfLine } from '../manifest/ignoreComments.ts';
import type { StackManifest } from '../manifest/stack.ts';
import { lineEnd } from '../manifest/textRanges.ts';
import { type EntryNode, type MappingNode, rangeOf } from '../manifest/tree.ts';
import { indentationAt } from './lines.ts';
import { entryAt } from './pinMappings.ts';

/** What people call environments, in the order in which they are suggested. */
const NAMES = ['production', 'staging', 'development'];

/** A name that no environment has yet. */
export function freshName(taken: readonly string[]): string {
  const numbered = taken.map((_, index) => `environment-${index + 1}`);
  return [...NAMES, ...numbered].find((name) => !taken.includes(name)) ?? `environment-${taken.length + 1}`;
}

/**
 * An environment without pins: behind the others, or as the first, with the key, behind the components.
 * @returns undefined where there is no good place: an alias, a merge key, broken text
 */
export function newEnvironment({ document }: StackManifest, name: string): TextChange | undefined {
  const { root, text, problems } = document;
  if (problems.length > 0 || root?.kind !== 'mapping' || root.merges !== undefined) return undefined;
  const key = entryAt(root, ['environments']);
  if (key !== undefined) return amongOthers(key, name, text);
  const before = entryAt(root, ['components']);
  if (before === undefined) return undefined;
  const { start, end } = rangeOf(before);
  if (root.flow) return inserting(end, `, environments: {${name}: {components: {}}}`);
  if (!isFirstOfLine(text, start)) return undefined;
  const [own, eol] = [indentationAt(text, start), lineBreak(text, end)];
  return inserting(lineEnd(text, end), `${eol}${own}environments:${block(name, `${own}  `, eol)}`);
}

function block(name: string, indentation: string, eol: string): string {
  return `${eol}${indentation}${name}:${eol}${indentation}  components:`;
}

function amongOthers(key: EntryNode, name: string, text: string): TextChange | undefined {
  const { value } = key;
  const { start, end } = rangeOf(key);
  if (value === undefined || (value.kind === 'scalar' && value.value === null && value.text === '')) {
    if (value?.anchor !== undefined || !isFirstOfLine(text, start)) return undefined;
    return inserting(lineEnd(text, end), block(name, `${indentationAt(text, start)}  `, lineBreak(text, end)));
  }
  return value.kind === 'mapping' && value.merges === undefined ? behindLast(value, name, text) : undefined;
}

function behindLast(environments: MappingNode, name: string, text: string): TextChange | undefined {
  const [first, last] = [environments.entries[0], environments.entries.at(-1)];
  const written = `${name}: {components: {}}`;
  if (first === undefined || last === undefined)
    return environments.flow ? inserting(rangeOf(environments).start + 1, written) : undefined;
  const { end } = rangeOf(last);
  if (environments.flow) return inserting(end, `, ${written}`);
  const { start } = rangeOf(first);
  if (!isFirstOfLine(text, start)) return undefined;
  return inserting(lineEnd(text, end), block(name, indentationAt(text, start), lineBreak(text, end)));
}
