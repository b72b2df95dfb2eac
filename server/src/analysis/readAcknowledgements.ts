/** The acknowledgements that hold for a document: its comments, its entries, and the entries of its bases. */
import { isIsoDate } from '../catalog/dates.ts';
import type { Composition, Layer } from '../composition/layers.ts';
import { type CommentPart, type IgnoreComment, ignoreComments } from '../manifest/ignoreComments.ts';
import type { AcknowledgementEntry, StackManifest } from '../manifest/stack.ts';
import { rangeOf, type ScalarNode } from '../manifest/tree.ts';
import type { Acknowledgement, AcknowledgementFault } from './acknowledgement-types.ts';

/** Comments, and entries of one file, that are read: beyond, a file is no manifest that a person keeps. */
export const MOST_READ = 10_000;

/** Those nearest to what they are about first: comments, entries of the file, entries of its bases from the nearest on. */
export function readAcknowledgements(manifest: StackManifest, { layers }: Composition): Acknowledgement[] {
  const bases = layers.filter(({ via }) => via !== undefined).reverse();
  return [
    ...ignoreComments(manifest.document).slice(0, MOST_READ).map(fromComment),
    ...entriesOf(manifest).map((entry) => fromEntry(entry, undefined)),
    ...bases.flatMap((layer) => entriesOf(layer.manifest).map((entry) => fromEntry(entry, layer))),
  ];
}

function entriesOf({ acknowledgements }: StackManifest): readonly AcknowledgementEntry[] {
  return acknowledgements.slice(0, MOST_READ);
}

function fromComment(comment: IgnoreComment): Acknowledgement {
  const { range, codes, until, reason, fault } = comment;
  return {
    written: { kind: 'comment', comment },
    layer: undefined,
    range,
    codes: once(codes),
    between: undefined,
    until: until === undefined ? undefined : { day: until.text, range: until.range },
    reason,
    fault: fault ?? (until === undefined || isIsoDate(until.text) ? undefined : 'no-day'),
  };
}

function fromEntry(entry: AcknowledgementEntry, layer: Layer | undefined): Acknowledgement {
  const { node, code, between, reason, until } = entry;
  return {
    written: { kind: 'entry', entry },
    layer,
    range: rangeOf(node),
    codes: code === undefined ? [] : [partOf(code)],
    between: between && once(between),
    until: until === undefined ? undefined : { day: until.text, range: rangeOf(until) },
    reason: reason?.text.trim() ?? '',
    fault: faultOf(entry),
  };
}

function faultOf({ code, between, reason, until }: AcknowledgementEntry): AcknowledgementFault | undefined {
  if (isMissing(code) || isMissing(reason) || between?.length === 0 || between?.some(isMissing)) return 'told';
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until.text)) return 'told';
  if (until !== undefined && !isIsoDate(until.text)) return 'no-day';
  return reason?.text.trim() === '' ? 'blank' : undefined;
}

function isMissing(node: ScalarNode | undefined): boolean {
  return node === undefined || node.value === null || node.text === '';
}

function partOf(node: ScalarNode): CommentPart {
  return { text: node.text, range: rangeOf(node) };
}

/** Whoever writes a name twice means it once. */
function once<T extends { readonly text: string }>(names: readonly T[]): T[] {
  return [...new Map(names.map((name) => [name.text, name])).values()];
}
