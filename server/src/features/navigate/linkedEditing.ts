/** Linked editing: places that are typed together. */
import type { Position, Range } from 'vscode-languageserver-types';
import { contextOf } from '../../analysis/ownCatalogs.ts';
import type { LineIndex } from '../../manifest/lines.ts';
import type { YamlDocument } from '../../manifest/tree.ts';
import type { CheckedDocument } from '../document.ts';
import { anchorPlaces } from './anchorPlaces.ts';
import { inOrder } from './places.ts';
import { stackNames } from './stackNames.ts';
import { symbolAt } from './symbolAt.ts';

/** As LSP 3.17 has them. */
export interface LinkedEditingRanges {
  ranges: Range[];
  wordPattern: string;
}

/**
 * What is typed together with the name at a position: an anchor and its aliases; the keys of a pin with a name of its own and
 * the names under `between` that mean it, where the file is composed of no others that may name it too.
 */
export function linkedEditing(checked: CheckedDocument, position: Position): LinkedEditingRanges | undefined {
  const { analysis, lines } = checked;
  const anchored = linkedAnchor(analysis.file.documents, lines, lines.offsetAt(position));
  if (anchored !== undefined) return anchored;
  const symbol = symbolAt(stackNames(analysis.manifests, analysis.file.source), position);
  if (symbol === undefined || symbol.names.extends.length > 0) return undefined;
  if (symbol.kind !== 'mention' && (symbol.kind !== 'pin' || symbol.part !== 'key')) return undefined;
  const instance = symbol.place.text;
  const pins = symbol.names.pins.filter((pin) => pin.instance === instance);
  // A name that says what the pin is does not change alone: typing it elsewhere would be half of another change.
  const { catalog } = contextOf(analysis.context, symbol.names.document);
  const isOwn = pins.every(({ componentPlace, removed }) => componentPlace !== undefined || removed);
  if (pins.length === 0 || (!isOwn && catalog.summary(instance) !== undefined)) return undefined;
  const places = inOrder([
    ...pins.map(({ key }) => key),
    ...symbol.names.mentions.filter(({ text }) => text === instance),
  ]).filter(({ style }) => style !== 'alias');
  // Clients take ranges of one length and the same content, and stop where that is no word (LSP 3.17, textDocument/linkedEditingRange).
  const isWord = /^[\w.-]+$/.test(instance);
  const isAlike = isWord && places.every(({ text, range }) => isOneLine(range) && width(range) === text.length);
  return isAlike
    ? together(
        places.map(({ range }) => range),
        PLAIN_NAME,
      )
    : undefined;
}

/** An anchor with its aliases; undefined where none is named, or nothing is typed with it. */
export function linkedAnchor(
  documents: readonly YamlDocument[],
  lines: LineIndex,
  offset: number,
): LinkedEditingRanges | undefined {
  const { anchor, aliases = [] } = anchorPlaces(documents, lines, offset) ?? {};
  return anchor === undefined ? undefined : together([anchor, ...aliases], ANCHOR_NAME);
}

/** What a client may type into all of them at once. */
const ANCHOR_NAME = '[^\\s,:\\[\\]{}]+';
const PLAIN_NAME = '[\\w.-]+';

function together(ranges: readonly Range[], wordPattern: string): LinkedEditingRanges | undefined {
  return ranges.length < 2 ? undefined : { ranges: [...ranges], wordPattern };
}

function isOneLine({ start, end }: Range): boolean {
  return start.line === end.line;
}

function width({ start, end }: Range): number {
  return end.character - start.character;
}
