/** Anchors and aliases of one document, followed within bounds. */
import type { OffsetRange, SyntaxProblem, TreeNode } from './tree.ts';

/** Nodes that aliases may add to a document. Ten levels of ten aliases each would add ten thousand million. */
const MOST_EXPANDED = 200_000;

/** Levels of collections below an alias, those behind further aliases counted. */
const MOST_LEVELS = 100;

/** How much a node is when its aliases are followed. */
export interface Size {
  readonly nodes: number;
  readonly levels: number;
}

export const NOTHING: Size = { nodes: 0, levels: 0 };
export const ONE_NODE: Size = { nodes: 1, levels: 0 };

/** The size of a collection with one more child. */
export function withChild(size: Size, child: Size): Size {
  return { nodes: size.nodes + child.nodes, levels: Math.max(size.levels, child.levels + 1) };
}

/** What an anchor names; nothing while that is still being read. */
interface Anchor {
  target?: { readonly node: TreeNode; readonly size: Size };
}

/** Remembers the anchors of one document in order of position; an anchor that is written again counts from there on. */
export class Anchors {
  readonly problems: SyntaxProblem[] = [];
  readonly #anchors = new Map<string, Anchor>();
  #expanded = 0;
  #limitTold = false;

  /** Begins an anchor. @returns what is to be called with the node when it is read */
  open(name: string): (node: TreeNode, size: Size) => void {
    const anchor: Anchor = {};
    this.#anchors.set(name, anchor);
    return (node, size) => {
      anchor.target = { node, size };
    };
  }

  /** What an alias stands for; undefined, with a problem, when it stands for nothing or following it passes a bound. */
  follow(name: string, range: OffsetRange): Anchor['target'] {
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) {
      const message = `There is no "&${name}" before this. Write it there, or put the value in quotes if it is no alias.`;
      this.problems.push({ kind: 'yaml', reason: 'UNKNOWN_ANCHOR', message, range });
      return undefined;
    }
    const { target } = anchor;
    if (target === undefined) {
      const message = `"*${name}" refers to the value that it is in. Write out what you mean.`;
      this.problems.push({ kind: 'expansion-limit', reason: 'SELF_REFERENCE', message, range });
      return undefined;
    }
    if (this.#expanded + target.size.nodes > MOST_EXPANDED || target.size.levels > MOST_LEVELS) {
      this.#tellLimit(range);
      return undefined;
    }
    this.#expanded += target.size.nodes;
    return target;
  }

  #tellLimit(range: OffsetRange): void {
    if (this.#limitTold) return;
    this.#limitTold = true;
    const message =
      'Aliases make this document too large. This one and others behind it are not followed: write the values out, or refer to smaller ones.';
    this.problems.push({ kind: 'expansion-limit', reason: 'TOO_MANY_ALIASES', message, range });
  }
}
