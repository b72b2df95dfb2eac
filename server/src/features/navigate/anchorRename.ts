/** Rename of an anchor with its aliases: in one document, manifest or catalog. */
import { t } from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../../manifest/lines.ts';
import type { YamlDocument } from '../../manifest/tree.ts';
import { type AnchorPlaces, anchorPlaces } from './anchorPlaces.ts';
import type { FileEdit } from './nameEdits.ts';
import { checkAnchorName, nameAsTyped } from './newNames.ts';
import { Refused } from './refused.ts';

/** What a client shows in the box for the new name. */
export interface Renamable {
  readonly range: Range;
  readonly placeholder: string;
}

/** An open document as it is now. */
interface OpenFile {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineIndex;
}

/**
 * The anchor that would be renamed at an offset; undefined where none is named.
 * @throws Refused for an alias of nothing
 */
export function prepareAnchor(
  documents: readonly YamlDocument[],
  { lines }: Pick<OpenFile, 'lines'>,
  offset: number,
): Renamable | undefined {
  const found = anchorPlaces(documents, lines, offset);
  if (found === undefined) return undefined;
  placesIn(found);
  return { range: found.origin, placeholder: found.names.name };
}

/**
 * The edits that rename the anchor at an offset; undefined where none is named.
 * @throws Refused when it cannot be called so
 */
export function renameAnchor(
  documents: readonly YamlDocument[],
  { uri, version, lines }: OpenFile,
  offset: number,
  typed: string,
): readonly FileEdit[] | undefined {
  const found = anchorPlaces(documents, lines, offset);
  if (found === undefined) return undefined;
  const newName = nameAsTyped(typed);
  const places = placesIn(found);
  if (newName === found.names.name) return [];
  checkAnchorName(newName, found.document);
  return [{ uri, version, edits: places.map((range) => ({ range, newText: newName })) }];
}

function placesIn({ names, anchor, aliases }: AnchorPlaces): readonly Range[] {
  if (anchor === undefined) throw new Refused(t('There is no "&{0}" before this.', names.name));
  return [anchor, ...aliases];
}
