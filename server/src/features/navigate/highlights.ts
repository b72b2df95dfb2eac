/** Document highlight: the other places of a name in the same file. */
import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import type { LineIndex } from '../../manifest/lines.ts';
import type { YamlDocument } from '../../manifest/tree.ts';
import type { CheckedDocument } from '../document.ts';
import { anchorPlaces } from './anchorPlaces.ts';
import type { LinkedStack } from './linkedFiles.ts';
import { inOrder, type NamePlace } from './places.ts';
import { occurrencesOfComponent, occurrencesOfInstance, pinsOf } from './references.ts';
import { stackNames } from './stackNames.ts';
import { meaningOf, symbolAt } from './symbolAt.ts';

/**
 * The places of the name at a position. Where a pin or an anchor is written counts as writing, where it is named as reading.
 */
export function highlights(checked: CheckedDocument, position: Position): DocumentHighlight[] {
  const { analysis, lines } = checked;
  const anchors = anchorHighlights(analysis.file.documents, lines, lines.offsetAt(position));
  if (anchors !== undefined) return anchors;
  const stacks = stacksOf(checked);
  const symbol = symbolAt(
    stacks.map(({ names }) => names),
    position,
  );
  const stack = stacks.find(({ names }) => names === symbol?.names);
  if (symbol === undefined || stack === undefined) return [];
  const meaning = meaningOf(symbol, pinsOf(stack));
  if (meaning === undefined) return [{ range: symbol.place.range, kind: DocumentHighlightKind.Read }];
  const { kind, text } = meaning;
  const found =
    kind === 'instance'
      ? occurrencesOfInstance(text, stack)
      : stacks.flatMap((one) => occurrencesOfComponent(text, one));
  const written = new Set<NamePlace>(found.filter((one) => one.kind === 'key').map(({ place }) => place));
  return inOrder(found.map(({ place }) => place)).map((place) => ({
    range: place.range,
    kind: written.has(place) ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** The stacks of a checked file, over the bases that they are composed of. */
function stacksOf({ analysis, uri, version }: CheckedDocument): LinkedStack[] {
  const file = { uri, name: uri, version, stacks: stackNames(analysis.manifests, analysis.file.source) };
  return file.stacks.map((names) => {
    const layers = analysis.stacks.find(({ document }) => document === names.document)?.composition.layers ?? [];
    const bases = layers.flatMap(({ uri: name, via, manifest }): LinkedStack[] => {
      if (via === undefined) return [];
      const stacks = stackNames([manifest], manifest.document.source);
      const base = { uri: name, name, version: null, stacks };
      return stacks.map((one) => ({ file: base, names: one, bases: [], above: [] }));
    });
    return { file, names, bases, above: [] };
  });
}

/** The places of an anchor; undefined where none is named. */
export function anchorHighlights(
  documents: readonly YamlDocument[],
  lines: LineIndex,
  offset: number,
): DocumentHighlight[] | undefined {
  const found = anchorPlaces(documents, lines, offset);
  if (found === undefined) return undefined;
  const { anchor, aliases } = found;
  return [
    ...(anchor === undefined ? [] : [{ range: anchor, kind: DocumentHighlightKind.Write }]),
    ...aliases.map((range) => ({ range, kind: DocumentHighlightKind.Read })),
  ];
}
