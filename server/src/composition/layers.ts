/** The files that make up one stack: a manifest and what it extends, told apart by where each pin is written. */

import type { StackManifest } from '../manifest/stack.ts';
import type { ScalarNode } from '../manifest/tree.ts';

/** One manifest of a stack. */
export interface Layer {
  /** URI of its file, in the one spelling that the host uses for it. */
  readonly uri: string;
  readonly manifest: StackManifest;
  /** The entry under `extends` of the checked file that brings it in; undefined for the checked file itself. */
  readonly via: ScalarNode | undefined;
}

/** Why an entry under `extends` cannot be used. */
export type ExtendsProblem = {
  /** The entry, in the checked file. */
  readonly entry: ScalarNode;
} & (
  | { readonly kind: 'missing' /** Without a full stop: "there is no such file". */; readonly reason: string }
  | {
      readonly kind: 'cycle' /** URIs from the checked file through each base back to it. */;
      readonly trail: readonly string[];
    }
  | { readonly kind: 'outside' }
  | { readonly kind: 'not-a-stack' }
  | { readonly kind: 'too-many'; readonly most: number }
);

/** A stack's layers and what is wrong with the entries that name them. */
export interface Composition {
  /** From the furthest base to the checked file itself, which wins over all. */
  readonly layers: readonly Layer[];
  readonly problems: readonly ExtendsProblem[];
  /** Whether every file that is extended, directly or further down, is among the layers. */
  readonly complete: boolean;
  /**
   * Whether one of the bases holds all these layers in its own stack, so that what they make of each other is told there.
   */
  composedBelow(layers: readonly Layer[]): boolean;
}

/** Where the texts of bases come from. Answers are kept while one file is checked: the same question, the same answer. */
export interface ManifestSource {
  /**
   * The URI of a path under `extends`.
   * @param from URI of the file that names it
   * @returns undefined for what is no path
   */
  resolve(path: string, from: string): string | undefined;
  /** Whether a file may be extended: bases stand inside the workspace. */
  isInside(uri: string): boolean;
  /** The stacks of a file, or why it cannot be read. */
  read(uri: string): SourceFile | Unreadable;
}

/** A file that could not be read. */
export interface Unreadable {
  /** Why, without a full stop: "there is no such file". */
  readonly failed: string;
  /** The host reads no such files at all, so that nothing is known of this one, and nothing is told. */
  readonly unable?: boolean;
}

/** One file as a base. */
export interface SourceFile {
  /** Two paths to one file give the same URI here. */
  readonly uri: string;
  readonly manifests: readonly StackManifest[];
}

/** Where a file stands among others. */
export interface Origin {
  /** URI of the file, in the one spelling that the source uses for it. */
  readonly uri: string;
  readonly source: ManifestSource;
}
