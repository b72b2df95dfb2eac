/**
 * A stack manifest as values with places: what `readStack` takes from a tree, however broken the text is.
 */
import type { EntryNode, MappingNode, OffsetRange, ScalarNode, TreeNode, YamlDocument } from './tree.ts';

/** The value of `chart:`. */
export interface ChartEntry {
  readonly repository: ScalarNode | undefined;
  readonly name: ScalarNode | undefined;
  readonly version: ScalarNode | undefined;
}

/** One entry of a `components` mapping. */
export interface PinEntry {
  /** The key: names the instance. */
  readonly instance: string;
  /** What it is: `component`, or the key. Not yet looked up in a catalog. */
  readonly component: string;
  readonly key: ScalarNode;
  /** The value of `component:`, where it is written. */
  readonly componentNode: ScalarNode | undefined;
  /** The scalar that holds the version text, in the short form or the long one; undefined when none is written yet. */
  readonly version: ScalarNode | undefined;
  /** `null`: the component is removed from what lies below. */
  readonly removed: boolean;
  readonly locked: boolean;
  /** The range that what lies above may move the pin to. */
  readonly allow: ScalarNode | undefined;
  readonly layer: string | undefined;
  /** The Helm chart that installs it, as far as one is written. */
  readonly chart: ChartEntry | undefined;
  /** The entry as it stands in the text. With a merge key or an alias it stands where the merged mapping is written. */
  readonly entry: EntryNode;
}

export interface EnvironmentEntry {
  readonly name: string;
  readonly key: ScalarNode;
  readonly components: readonly PinEntry[];
}

export interface Policy {
  /** In days. */
  readonly supportWindow: number | undefined;
  readonly prereleases: 'allow' | 'deny' | undefined;
  readonly unpinned: 'allow' | 'warn' | 'deny' | undefined;
}

/** One item of `acknowledge`, as far as it is written. */
export interface AcknowledgementEntry {
  /** The item as it stands in the list. */
  readonly node: TreeNode;
  readonly code: ScalarNode | undefined;
  /** Undefined when the key is not written; empty while nothing stands there. */
  readonly between: readonly ScalarNode[] | undefined;
  readonly reason: ScalarNode | undefined;
  readonly until: ScalarNode | undefined;
}

/** One document read as a stack. Every list may be empty and every value absent: nothing here throws. */
export interface StackManifest {
  readonly document: YamlDocument;
  readonly apiVersion: ScalarNode | undefined;
  readonly kind: ScalarNode | undefined;
  readonly name: string | undefined;
  readonly extends: readonly ScalarNode[];
  readonly catalogs: readonly ScalarNode[];
  /** The mapping under `components`, for features that need its place. */
  readonly componentsNode: MappingNode | undefined;
  readonly componentsEntry: EntryNode | undefined;
  readonly components: readonly PinEntry[];
  readonly environments: readonly EnvironmentEntry[];
  readonly policy: Policy;
  readonly acknowledgeEntry: EntryNode | undefined;
  readonly acknowledgements: readonly AcknowledgementEntry[];
}

/** What the JSON Schema finds wrong with a document. */
export interface SchemaProblem {
  /** What, where and what to do; one or two sentences. */
  readonly message: string;
  /** The key that is unknown, the value that has the wrong type, or the mapping that lacks something. */
  readonly range: OffsetRange;
  /** Keys and indexes from the root to what is wrong: the key that is unknown, the value, or what lacks something. */
  readonly path: readonly string[];
  /** The schema keyword: `additionalProperties`, `type`, `enum`, `required`... */
  readonly keyword: string;
  /** For an unknown key: known keys close to it, nearest first; for a value, those that it can be. */
  readonly suggestions: readonly string[];
  /** What a suggestion takes the place of, where that is not `range`: the white space in which a value is missing. */
  readonly gap?: OffsetRange;
}
