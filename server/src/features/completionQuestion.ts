/** One question for completion, as the parts that answer it share it. */
import type { Position } from 'vscode-languageserver-types';
import type { AnalysisContext, EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import type { YamlDocument } from '../manifest/tree.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import type { TextSlot } from './slot.ts';

/** A position in one document of a manifest, and what is asked there. */
export interface Asked {
  readonly checked: CheckedDocument;
  readonly document: YamlDocument;
  readonly offset: number;
  /** What holds in the document. */
  readonly context: AnalysisContext;
  readonly traits: ClientTraits['completion'];
  readonly isCancelled: () => boolean;
  /** URIs of the files that a path may lead to. */
  readonly files: readonly string[];
}

/** The same at a place where something can be written. */
export interface Question extends Asked {
  readonly slot: TextSlot;
}

/** The document that a position is in, if any, and the position in the text. */
export function placeIn(
  { analysis, lines }: Pick<CheckedDocument, 'analysis' | 'lines'>,
  position: Position,
): { readonly document: YamlDocument | undefined; readonly offset: number } {
  const offset = lines.offsetAt(position);
  return { document: analysis.file.documents.findLast(({ range }) => range.start <= offset), offset };
}

/** The stack that a mapping of components belongs to; of an environment that is being begun, the one it will lie over. */
export function stackAt(
  { checked: { analysis }, document }: Pick<Asked, 'checked' | 'document'>,
  environment: string | null,
): EffectiveStack | undefined {
  const own = analysis.stacks.filter((stack) => stack.document === document.index);
  return own.find((stack) => stack.environment === environment) ?? own.find((stack) => stack.environment === null);
}

/** The pins of a stack that lie below a mapping of this file, so that the mapping can lay its own over them. */
export function pinsBelow(stack: EffectiveStack | undefined, environment: string | null): readonly ResolvedPin[] {
  if (stack === undefined) return [];
  if (environment !== null)
    return stack.pins.filter(({ layer, writtenIn }) => layer.via !== undefined || writtenIn !== environment);
  const hasBases = stack.composition.layers.some(({ via }) => via !== undefined);
  return hasBases ? stack.pins.filter(({ layer }) => layer.via !== undefined) : [];
}
