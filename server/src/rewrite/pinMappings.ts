/** The mappings of a manifest in which pins are written: its own `components`, and those of its environments. */
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import { type EntryNode, type MappingNode, rangeOf, type TreeNode } from '../manifest/tree.ts';

export interface PinMapping {
  /** The environment that it is of; null for the file's own components. */
  readonly environment: string | null;
  /** The entry whose value it is: `components: ...`. */
  readonly key: EntryNode;
  readonly node: MappingNode;
  /** The pins that are written in it. What a merge key brings in stands elsewhere. */
  readonly pins: readonly PinEntry[];
}

/** A manifest never changes, and each action asks for its mappings. */
const known = new WeakMap<StackManifest, readonly PinMapping[]>();

/** All of them, the file's own first. What an alias stands for is none: it is written elsewhere. */
export function pinMappings(manifest: StackManifest): readonly PinMapping[] {
  const mappings = known.get(manifest) ?? mappingsIn(manifest);
  known.set(manifest, mappings);
  return mappings;
}

function mappingsIn({ document: { root }, components, environments }: StackManifest): readonly PinMapping[] {
  const groups: (readonly [string | null, readonly string[], readonly PinEntry[]])[] = [
    [null, ['components'], components],
    ...environments.map(({ name, components: own }) => [name, ['environments', name, 'components'], own] as const),
  ];
  return groups.flatMap(([environment, path, pins]) => {
    const key = entryAt(root, path);
    const node = key?.value;
    if (key === undefined || node?.kind !== 'mapping') return [];
    const merges = node.merges ?? [];
    const written = pins.filter(({ entry }) => holds(node, entry) && !merges.some((merge) => holds(merge, entry)));
    return [{ environment, key, node, pins: written }];
  });
}

type Placed = Parameters<typeof rangeOf>[0];

function holds(outer: Placed, inner: Placed): boolean {
  const [whole, part] = [rangeOf(outer), rangeOf(inner)];
  return whole.start <= part.start && part.end <= whole.end;
}

/** The entry at a path of keys, through mappings that stand where they are; of a key written twice the last, which counts. */
export function entryAt(node: TreeNode | undefined, [first, ...rest]: readonly string[]): EntryNode | undefined {
  if (node?.kind !== 'mapping') return undefined;
  const entry = node.entries.findLast(({ key }) => key.text === first);
  return entry === undefined || rest.length === 0 ? entry : entryAt(entry.value, rest);
}
