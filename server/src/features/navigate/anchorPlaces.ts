/** Anchors and aliases as the editor asks about them: in any YAML document, manifest or catalog. */
import type { Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../../manifest/lines.ts';
import { type OffsetRange, rangeOf, type YamlDocument } from '../../manifest/tree.ts';
import { toRange } from '../document.ts';
import { touches } from '../pinAt.ts';
import { type AnchorNames, anchorAt, anchorsIn, placesOf, withSign } from './anchors.ts';
import type { Targets } from './targets.ts';
import { writtenNodes } from './writtenNodes.ts';

/** An anchor with its aliases, in the document that holds them. */
export interface AnchorPlaces {
  readonly document: YamlDocument;
  readonly names: AnchorNames;
  /** The name that was asked about. */
  readonly origin: Range;
  readonly anchor: Range | undefined;
  readonly aliases: readonly Range[];
}

/** What the anchor or alias at an offset belongs to. */
export function anchorPlaces(
  documents: readonly YamlDocument[],
  lines: LineIndex,
  offset: number,
): AnchorPlaces | undefined {
  for (const document of documents) {
    if (!touches(document.range, offset)) continue;
    const names = anchorAt(document, offset);
    const at = names === undefined ? undefined : placesOf(names).find((range) => touches(withSign(range), offset));
    if (names === undefined || at === undefined) continue;
    return {
      document,
      names,
      origin: toRange(lines, at),
      anchor: names.anchor && toRange(lines, names.anchor),
      aliases: names.aliases.map((range) => toRange(lines, range)),
    };
  }
  return undefined;
}

/** An alias leads to its anchor, a merge key to the anchors of its aliases, and an anchor to itself. */
export function anchorTargets(
  documents: readonly YamlDocument[],
  { uri, lines }: { readonly uri: string; readonly lines: LineIndex },
  offset: number,
): Targets | undefined {
  const found = anchorPlaces(documents, lines, offset);
  if (found !== undefined) {
    const { origin, anchor } = found;
    return { origin, targets: anchor === undefined ? [] : [{ uri, range: anchor }] };
  }
  for (const document of documents) {
    if (!touches(document.range, offset)) continue;
    const merge = mergeAt(document, offset);
    if (merge === undefined) continue;
    const anchors = anchorsIn(document).flatMap(({ anchor, aliases }) =>
      anchor !== undefined && aliases.some((alias) => isIn(alias, merge.value)) ? [anchor] : [],
    );
    const targets = anchors.map((anchor) => ({ uri, range: toRange(lines, anchor) }));
    return { origin: toRange(lines, merge.key), targets };
  }
  return undefined;
}

/** The merge key at an offset (yaml.org/type/merge). */
function mergeAt(document: YamlDocument, offset: number): { key: OffsetRange; value: OffsetRange } | undefined {
  if (!document.text.slice(Math.max(0, offset - 2), offset + 2).includes('<<')) return undefined;
  for (const { node } of writtenNodes(document.root)) {
    if (node.kind !== 'mapping') continue;
    for (const { key, value } of node.merges ?? []) {
      if (value !== undefined && touches(rangeOf(key), offset)) return { key: rangeOf(key), value: rangeOf(value) };
    }
  }
  return undefined;
}

function isIn(inner: OffsetRange, outer: OffsetRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
