/** What accepts findings, and what became of it. */
import type { IsoDate } from '../catalog/model.ts';
import type { Composition, Layer } from '../composition/layers.ts';
import type { CommentFault, CommentPart, IgnoreComment } from '../manifest/ignoreComments.ts';
import type { AcknowledgementEntry, StackManifest } from '../manifest/stack.ts';
import type { OffsetRange, ScalarNode } from '../manifest/tree.ts';

/**
 * Why an acknowledgement is not applied.
 * - `told`: the schema says so already.
 * - `blank`: the reason of an entry is white space.
 * - `no-day`: the day of `until` does not exist.
 * - the others are those of comments.
 */
export type AcknowledgementFault = CommentFault | 'told' | 'blank' | 'no-day';

/** An entry under `acknowledge`, or a comment. */
export interface Acknowledgement {
  readonly written:
    | { readonly kind: 'entry'; readonly entry: AcknowledgementEntry }
    | { readonly kind: 'comment'; readonly comment: IgnoreComment };
  /** The base that holds it; undefined for the file that is checked. */
  readonly layer: Layer | undefined;
  /** All of it. */
  readonly range: OffsetRange;
  readonly codes: readonly CommentPart[];
  /** Names of pins that a finding has to be about; undefined where any will do. */
  readonly between: readonly ScalarNode[] | undefined;
  readonly until: { readonly day: IsoDate; readonly range: OffsetRange } | undefined;
  readonly reason: string;
  readonly fault: AcknowledgementFault | undefined;
}

/** What became of one code of an acknowledgement. Findings are counted once, however many environments they hold in. */
export interface CodeOutcome {
  readonly code: CommentPart;
  /** Findings that are not shown because of it. */
  hidden: number;
  /** Findings that it would hide had its last day not passed. */
  returned: number;
  /** Errors that it would hide had it a last day. */
  endless: number;
}

export interface AcknowledgementOutcome {
  readonly acknowledgement: Acknowledgement;
  readonly codes: readonly CodeOutcome[];
}

/** What the rules about acknowledgements are given besides one of them. */
export interface AcknowledgingDocument {
  readonly manifest: StackManifest;
  readonly composition: Composition;
  /** The keys of all pins of the document's stacks. */
  readonly instances: () => ReadonlySet<string>;
  /** The components that these are. */
  readonly components: () => ReadonlySet<string>;
}
