/** Pins that leave a manifest for a base: how they are written there, and what is left here. */
import type { TextChange } from '../analysis/finding.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import { lineStart } from '../manifest/textRanges.ts';
import { type EntryNode, type MappingNode, type OffsetRange, rangeOf, type YamlDocument } from '../manifest/tree.ts';
import { namesIn } from './anchorsIn.ts';
import { entryLines } from './entryLines.ts';
import { isBlankLine, nextLine, shifted, withoutLineBreak } from './lines.ts';
import type { PinMapping } from './pinMappings.ts';

/** Why pins cannot be written in another file. */
export type Obstacle =
  /** An anchor of theirs is used elsewhere, or an alias of theirs stands for something elsewhere. */
  | 'anchored'
  /** Broken text, merge keys, or entries that share a line with something else. */
  | 'unmovable';

export interface ExtractedPins {
  /** What takes them away. */
  readonly changes: readonly TextChange[];
  /** Them with their comments, without a line break at the end, for an indentation. */
  written(indentation: number): string;
}

/** Takes pins out of a mapping. */
export function extractedPins(
  { node: mapping }: PinMapping,
  pins: readonly PinEntry[],
  manifest: StackManifest,
): ExtractedPins | Obstacle {
  const { document } = manifest;
  const entries = new Set(pins.map(({ entry }) => entry));
  if (document.problems.length > 0 || mapping.merges !== undefined) return 'unmovable';
  if (isTiedToOthers(mapping, entries, document)) return 'anchored';
  return (mapping.flow ? fromFlow(mapping, entries, document) : fromBlock(mapping, entries, document)) ?? 'unmovable';
}

/** Whether anchors and aliases tie some entries to the rest of the document. */
function isTiedToOthers(mapping: MappingNode, entries: ReadonlySet<EntryNode>, { root }: YamlDocument): boolean {
  const own = namesOf([...entries]);
  if (own.anchors.size === 0 && own.aliases.size === 0) return false;
  // An anchor on a mapping that holds them has them in its text.
  if (mapping.anchor !== undefined) return true;
  const others = namesOf([...mapping.entries.filter((entry) => !entries.has(entry)), ...beside(root, mapping)]);
  return (
    [...own.aliases].some((name) => !own.anchors.has(name) || others.anchors.has(name)) ||
    [...own.anchors].some((name) => others.aliases.has(name))
  );
}

function namesOf(entries: readonly EntryNode[]) {
  const names = entries.map(namesIn);
  return {
    anchors: new Set(names.flatMap(({ anchors }) => [...anchors])),
    aliases: new Set(names.flatMap(({ aliases }) => [...aliases])),
  };
}

/** The entries of the document that do not hold a mapping. */
function beside(root: YamlDocument['root'], mapping: MappingNode): readonly EntryNode[] {
  if (root?.kind !== 'mapping') return [];
  return [...root.entries, ...(root.merges ?? [])].filter(({ value }) => value !== mapping);
}

function fromBlock(
  mapping: MappingNode,
  entries: ReadonlySet<EntryNode>,
  document: YamlDocument,
): ExtractedPins | undefined {
  const { text } = document;
  const lines = entryLines(mapping, document)?.filter(({ entry }) => entries.has(entry));
  const [first] = lines ?? [];
  if (lines === undefined || first === undefined) return undefined;
  const own = lines.map((one) => ({ start: one.start, end: withoutBlankLines(text, one) }));
  if (own.some(({ start, end }) => /[|>]\d?\+\d?[ \t]*(?:#.*)?$/m.test(text.slice(start, end)))) return undefined;
  const { start } = rangeOf(first.entry);
  const column = start - lineStart(text, start);
  return {
    changes: lines.map((range) => ({ range: { start: range.start, end: range.end }, newText: '' })),
    written: (indentation) =>
      withoutLineBreak(own.map((one) => shiftedLines(text, one, indentation - column)).join('')),
  };
}

function shiftedLines(text: string, { start, end }: OffsetRange, by: number): string {
  const lines = text.slice(start, end);
  return shifted(/[\r\n]$/.test(lines) ? lines : `${lines}\n`, by);
}

/** The end of lines without the empty ones at their end. */
function withoutBlankLines(text: string, { start, end }: OffsetRange): number {
  let last = start;
  for (let at = start; at < end; at = nextLine(text, at)) if (!isBlankLine(text, at)) last = nextLine(text, at);
  return Math.min(last, end);
}

function fromFlow(
  mapping: MappingNode,
  entries: ReadonlySet<EntryNode>,
  { text, comments }: YamlDocument,
): ExtractedPins | undefined {
  const whole = rangeOf(mapping);
  if (comments.some(({ range }) => range.start >= whole.start && range.end <= whole.end)) return undefined;
  const written = mapping.entries.filter((entry) => entries.has(entry)).map(rangeOf);
  if (written.some(({ start, end }) => /[\r\n]/.test(text.slice(start, end)))) return undefined;
  const kept = mapping.entries.filter((entry) => !entries.has(entry)).map(rangeOf);
  const texts = written.map(({ start, end }) => text.slice(start, end));
  return {
    changes: flowRemovals(mapping.entries.map(rangeOf), entries, mapping, kept),
    written: (indentation) => texts.map((one) => `${' '.repeat(indentation)}${one}`).join('\n'),
  };
}

/** Each entry with the comma behind it; of the last ones that are left out, the comma before them. */
function flowRemovals(
  ranges: readonly OffsetRange[],
  entries: ReadonlySet<EntryNode>,
  mapping: MappingNode,
  kept: readonly OffsetRange[],
): TextChange[] {
  const lastKept = kept.at(-1);
  // A comma behind the last may not stay alone.
  const end = lastKept === undefined ? rangeOf(mapping).end - 1 : (ranges.at(-1)?.end ?? 0);
  return mapping.entries.flatMap((entry, index): TextChange[] => {
    const [range, next] = [ranges[index], ranges[index + 1]];
    if (!entries.has(entry) || range === undefined) return [];
    const isBehind = lastKept === undefined || range.start > lastKept.start;
    if (!isBehind) return [{ range: { start: range.start, end: next?.start ?? range.end }, newText: '' }];
    // All that follow go at once.
    const isFirst = index === 0 || (lastKept !== undefined && ranges[index - 1]?.start === lastKept.start);
    return isFirst ? [{ range: { start: lastKept?.end ?? range.start, end }, newText: '' }] : [];
  });
}
