/** The names that a manifest writes, and where. Holds no tree, so that thousands of files can be kept like this. */
import type { Range } from 'vscode-languageserver-types';
import { isStack } from '../../composition/compose.ts';
import type { Text } from '../../manifest/pieces.ts';
import { followed, isOtherKind } from '../../manifest/read.ts';
import type { AcknowledgementEntry, PinEntry, StackManifest } from '../../manifest/stack.ts';
import { rangeOf, type TreeNode } from '../../manifest/tree.ts';
import { toRange } from '../document.ts';
import { mappingOf, valueAt } from './nodes.ts';
import { type NamePlace, placeOf, placeOfValue } from './places.ts';

/** One entry of a `components` mapping. */
export interface PinNames {
  /** The key. */
  readonly instance: string;
  /** What it is, as written: the value of `component`, or the key. */
  readonly component: string;
  /** The environment that writes it; null outside of any. */
  readonly environment: string | null;
  readonly key: NamePlace;
  /** The value of `component`, where it is written. */
  readonly componentPlace: NamePlace | undefined;
  readonly removed: boolean;
}

/** One document of a manifest. */
export interface StackNames {
  /** Position in the YAML stream, from 0. */
  readonly document: number;
  readonly name: string | undefined;
  /** What shows it: its name, else its first line that holds something. */
  readonly range: Range;
  /** Places that stand for the stack as a whole: its name, its kind. */
  readonly titles: readonly NamePlace[];
  /** Whether this is what a manifest gets that extends the file. */
  readonly isBase: boolean;
  readonly extends: readonly NamePlace[];
  readonly catalogs: readonly NamePlace[];
  readonly pins: readonly PinNames[];
  /** Names under `between`. */
  readonly mentions: readonly NamePlace[];
}

/** What is read of a file never changes, and is asked for with every move of a cursor. */
const known = new WeakMap<readonly StackManifest[], readonly StackNames[]>();

/** Reads the names of all stacks of a file, once. */
export function stackNames(manifests: readonly StackManifest[], text: Text): readonly StackNames[] {
  const names = known.get(manifests) ?? namesIn(manifests, text);
  known.set(manifests, names);
  return names;
}

function namesIn(manifests: readonly StackManifest[], text: Text): StackNames[] {
  const base = manifests.find(isStack);
  return manifests
    .filter(({ document: { root } }) => !isOtherKind(root, 'stack'))
    .map((manifest) => namesOf(manifest, text, manifest === base));
}

function namesOf(manifest: StackManifest, text: Text, isBase: boolean): StackNames {
  const pins = (entries: readonly PinEntry[], environment: string | null): PinNames[] =>
    entries.map(({ instance, component, key, componentNode, removed }) => ({
      instance,
      component,
      environment,
      key: placeOf(key, text),
      componentPlace: componentNode === undefined ? undefined : placeOf(componentNode, text),
      removed,
    }));
  const { document, name, kind } = manifest;
  const named = followed(valueAt(mappingOf(valueAt(mappingOf(document.root), 'metadata')), 'name'));
  const nameNode = named?.kind === 'scalar' ? named : undefined;
  const titles = [nameNode, kind].flatMap((node) => (node === undefined ? [] : [placeOf(node, text)]));
  return {
    document: document.index,
    name: name?.trim() === '' ? undefined : name,
    range: nameNode === undefined ? firstLine(manifest, text) : placeOf(nameNode, text).range,
    titles,
    isBase,
    extends: manifest.extends.map((node) => placeOf(node, text)),
    catalogs: manifest.catalogs.map((node) => placeOf(node, text)),
    pins: [
      ...pins(manifest.components, null),
      ...manifest.environments.flatMap((environment) => pins(environment.components, environment.name)),
    ],
    mentions: manifest.acknowledgements.flatMap((entry) => mentionsOf(entry, text)),
  };
}

/** The line in which a document begins to hold something. */
export function firstLine({ document }: Pick<StackManifest, 'document'>, text: Text): Range {
  const start = document.root === undefined ? document.range.start : rangeOf(document.root).start;
  const { line } = text.positionAt(start);
  return toRange(text, { start, end: Math.max(start, text.offsetAt({ line, character: text.lineAt(line).length })) });
}

/** As they are written: an alias is a place of its own. */
function mentionsOf({ node }: AcknowledgementEntry, text: Text): NamePlace[] {
  const value = valueAt(mappingOf(node), 'between');
  if (value === undefined) return [];
  const list = followed(value);
  const items: readonly TreeNode[] = list?.kind === 'sequence' ? list.items : [value];
  return items.flatMap((item) => placeOfValue(item, text) ?? []);
}
