/** Anchors and aliases of one document, followed within bounds. */
import { t } from '@vscode/l10n';
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
export interface Anchor {
  target?: { readonly node: TreeNode; readonly size: Size };
}

/** What the text before a block leaves behind. */
export interface AnchorsBefore {
  readonly anchors: ReadonlyMap<string, Anchor>;
  /** Nodes that aliases have added. */
  readonly expanded: number;
  /** Whether it was told already that there are too many. */
  readonly limitTold: boolean;
}

export const NO_ANCHORS: AnchorsBefore = { anchors: new Map(), expanded: 0, limitTold: false };

/** How a block hangs together with others. */
export interface Links {
  /** Anchors that stand in it. */
  readonly own: ReadonlyMap<string, Anchor>;
  /** What aliases in it stand for that no anchor in it names, by name; undefined when nothing does. */
  readonly used: ReadonlyMap<string, TreeNode | undefined>;
  /** Nodes that aliases in it add. */
  readonly expanded: number;
  readonly limitTold: boolean;
}

/** Whether a block that was read after other text would be read the same after this. */
export function holdsAfter({ used, expanded, limitTold }: Links, before: AnchorsBefore): boolean {
  if (limitTold || (expanded > 0 && (before.limitTold || before.expanded + expanded > MOST_EXPANDED))) return false;
  return [...used].every(([name, node]) => before.anchors.get(name)?.target?.node === node);
}

/** What the text up to the end of a block leaves behind. */
export function behind(before: AnchorsBefore, { own, expanded, limitTold }: Links): AnchorsBefore {
  return {
    anchors: own.size === 0 ? before.anchors : new Map([...before.anchors, ...own]),
    expanded: before.expanded + expanded,
    limitTold: before.limitTold || limitTold,
  };
}

/** Remembers the anchors of one block in order of position; an anchor that is written again counts from there on. */
export class Anchors {
  readonly problems: SyntaxProblem[] = [];
  readonly #own = new Map<string, Anchor>();
  readonly #used = new Map<string, TreeNode | undefined>();
  readonly #before: AnchorsBefore;
  #expanded = 0;
  #limitTold = false;

  constructor(before: AnchorsBefore) {
    this.#before = before;
  }

  /** Begins an anchor. @returns what is to be called with the node when it is read */
  open(name: string): (node: TreeNode, size: Size) => void {
    const anchor: Anchor = {};
    this.#own.set(name, anchor);
    return (node, size) => {
      anchor.target = { node, size };
    };
  }

  /** What an alias stands for; undefined, with a problem, when it stands for nothing or following it passes a bound. */
  follow(name: string, range: OffsetRange): Anchor['target'] {
    const anchor = this.#own.get(name) ?? this.#before.anchors.get(name);
    if (!this.#own.has(name)) this.#used.set(name, anchor?.target?.node);
    if (anchor === undefined) {
      const message = t(
        'There is no "&{0}" before this. Write it there, or put the value in quotes if it is no alias.',
        name,
      );
      this.problems.push({ kind: 'yaml', reason: 'UNKNOWN_ANCHOR', message, range });
      return undefined;
    }
    const { target } = anchor;
    if (target === undefined) {
      const message = t('"*{0}" refers to the value that it is in. Write out what you mean.', name);
      this.problems.push({ kind: 'expansion-limit', reason: 'SELF_REFERENCE', message, range });
      return undefined;
    }
    const expanded = this.#before.expanded + this.#expanded + target.size.nodes;
    if (expanded > MOST_EXPANDED || target.size.levels > MOST_LEVELS) {
      this.#tellLimit(range);
      return undefined;
    }
    this.#expanded += target.size.nodes;
    return target;
  }

  /** How the block hangs together with others; undefined when it has neither anchors nor aliases. */
  links(): Links | undefined {
    if (this.#own.size + this.#used.size === 0) return undefined;
    return { own: this.#own, used: this.#used, expanded: this.#expanded, limitTold: this.#limitTold };
  }

  #tellLimit(range: OffsetRange): void {
    if (this.#limitTold || this.#before.limitTold) return;
    this.#limitTold = true;
    const message = t(
      'Aliases make this document too large. This one and others behind it are not followed: write the values out, or refer to smaller ones.',
    );
    this.problems.push({ kind: 'expansion-limit', reason: 'TOO_MANY_ALIASES', message, range });
  }
}
