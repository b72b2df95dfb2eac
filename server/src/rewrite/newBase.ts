/** A base that is made of pins of a manifest, and the entry under `extends` that brings it in. */
import { inserting, lineBreak } from '../analysis/acknowledgementEdits.ts';
import type { TextChange } from '../analysis/finding.ts';
import { type AskedPolicy, policyOf } from '../analysis/policy.ts';
import { scalarText } from '../analysis/yamlReading.ts';
import { isFirstOfLine } from '../manifest/ignoreComments.ts';
import type { StackManifest } from '../manifest/stack.ts';
import { lineEnd, lineStart } from '../manifest/textRanges.ts';
import { type EntryNode, rangeOf } from '../manifest/tree.ts';
import { indentationAt } from './lines.ts';
import { entryAt } from './pinMappings.ts';

/**
 * The text of a new base in the same folder: the pins, and what they have to be looked at with as they were. Catalogs of the
 * manifest know them, and its policy says what is asked of them.
 * @param pins the lines of its components, indented by two
 * @param policy what is asked of the pins where they are now
 */
export function newBase({ catalogs, document: { text } }: StackManifest, pins: string, policy: AskedPolicy): string {
  const asked = policyLines(policy);
  const lines = [
    'apiVersion: stackpin/v1',
    'kind: Stack',
    ...(catalogs.length === 0
      ? []
      : ['catalogs:', ...catalogs.map((path) => `  - ${scalarText(path.text, undefined)}`)]),
    'components:',
    pins,
    ...(asked.length === 0 ? [] : ['policy:', ...asked]),
  ];
  return `${lines.join('\n')}\n`.replace(/\r\n|\n|\r/g, lineBreak(text, 0));
}

/** What differs from what is asked where nothing is written. */
function policyLines({ supportWindow, deniesPrereleases, unpinned }: AskedPolicy): readonly string[] {
  const usual = policyOf({ layers: [] });
  return [
    ...(supportWindow === usual.supportWindow ? [] : [`  supportWindow: ${supportWindow}d`]),
    ...(deniesPrereleases === usual.deniesPrereleases
      ? []
      : [`  prereleases: ${deniesPrereleases ? 'deny' : 'allow'}`]),
    ...(unpinned === usual.unpinned ? [] : [`  unpinned: ${unpinned}`]),
  ];
}

/**
 * Has a manifest extend one more base, which lies over those that it has: the last wins (docs/manifest.md, "What wins").
 * @param path relative to the manifest
 * @returns undefined where there is no good place
 */
export function extending({ document: { root, text } }: StackManifest, path: string): TextChange | undefined {
  if (root?.kind !== 'mapping' || root.flow || root.merges !== undefined) return undefined;
  const written = scalarText(path, undefined);
  const entry = entryAt(root, ['extends']);
  if (entry !== undefined) return behindLast(entry, written, text);
  const components = entryAt(root, ['components']);
  const index = components === undefined ? -1 : root.entries.indexOf(components);
  const before = root.entries[index - 1];
  const place = before ?? components;
  if (place === undefined || !isFirstOfLine(text, rangeOf(place).start)) return undefined;
  const { start, end } = rangeOf(place);
  const [own, eol] = [indentationAt(text, start), lineBreak(text, end)];
  const lines = `extends:${eol}${own}  - ${written}`;
  return before === undefined
    ? inserting(start, `${lines}${eol}${own}`)
    : inserting(lineEnd(text, end), `${eol}${own}${lines}`);
}

function behindLast({ value }: EntryNode, path: string, text: string): TextChange | undefined {
  const last = value?.kind === 'sequence' ? value.items.at(-1) : undefined;
  if (value?.kind !== 'sequence' || last === undefined) return undefined;
  const { start, end } = rangeOf(last);
  if (value.flow) return inserting(end, `, ${path}`);
  const before = text.slice(lineStart(text, start), start);
  if (!/^[ \t]*- +$/.test(before)) return undefined;
  return inserting(lineEnd(text, end), `${lineBreak(text, end)}${before}${path}`);
}
