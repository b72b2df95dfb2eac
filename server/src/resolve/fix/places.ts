/** Where the version of a pin can be written: in its own text, instead of an alias, or over what it inherits. */
import type { ResolvedPin } from '../../analysis/analysis.ts';
import { isInherited } from '../../analysis/texts.ts';
import type { PinEntry, StackManifest } from '../../manifest/stack.ts';
import type { AliasNode, EntryNode, TreeNode } from '../../manifest/tree.ts';
import { insertPins } from './insertPins.ts';
import { overridingEntry } from './overriding.ts';

/**
 * One way to give a pin another version.
 * - `text`: where the version is written; whoever refers to it by an alias changes too. In a base, every file that extends it.
 * - `alias`: instead of the alias, so that the others keep theirs.
 * - `override`: as an entry of the checked file, over what it inherits.
 */
export type PlaceKind = 'text' | 'alias' | 'override';

export interface Edit {
  readonly kind: PlaceKind;
  /** One of the pins that change: all that read its text do. */
  readonly pin: ResolvedPin;
  /** A version of the catalog. */
  readonly to: string;
}

/** The places where a pin can be changed, nearest first; none where its version is not written. */
export function placesOf(pin: ResolvedPin, manifest: StackManifest): readonly PlaceKind[] {
  if (pin.entry.version === undefined) return [];
  if (isInherited(pin)) return canOverride(pin, manifest) ? ['override', 'text'] : ['text'];
  return aliasOf(pin.entry) === undefined ? ['text'] : ['alias', 'text'];
}

/** Whether an inherited pin can be written over in the file that is checked. */
export function canOverride(pin: ResolvedPin, manifest: StackManifest): boolean {
  const entry = overridingEntry(pin, '1');
  return entry !== undefined && insertPins(manifest, pin.writtenIn, [entry.text]) !== undefined;
}

/** The alias that a pin's version is, in the short form or the long one. */
export function aliasOf({ entry: { value } }: Pick<PinEntry, 'entry'>): AliasNode | undefined {
  return scalarAlias(value) ?? scalarAlias(partOf(value, 'version')?.value);
}

/** The alias that the version of a pin's chart is. */
export function chartAliasOf({ entry: { value } }: Pick<PinEntry, 'entry'>): AliasNode | undefined {
  return scalarAlias(partOf(partOf(value, 'chart')?.value, 'version')?.value);
}

/** The entry of a key that is written in a mapping itself; of a key written twice the last, which is the one that counts. */
function partOf(node: TreeNode | undefined, key: string): EntryNode | undefined {
  return node?.kind === 'mapping' ? node.entries.findLast((entry) => entry.key.text === key) : undefined;
}

function scalarAlias(node: TreeNode | undefined): AliasNode | undefined {
  return node?.kind === 'alias' && node.target?.kind === 'scalar' ? node : undefined;
}
