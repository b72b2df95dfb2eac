/** Completion of a pin's version: what fits first, newest first, each with its support. */
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  CompletionList,
  type Range,
} from 'vscode-languageserver-types';
import type { ClientTraits } from './document.ts';
import type { VersionItemData } from './itemData.ts';
import type { TextSlot } from './slot.ts';
import { goingOn } from './stillMatching.ts';
import { type Offer, type OfferQuestion, offersFor } from './versionOffers.ts';

export interface VersionQuestion extends OfferQuestion {
  readonly slot: TextSlot;
  readonly data: Omit<VersionItemData, 'text'>;
  /** Ranges are what is looked for here: they come first. */
  readonly wantsRange?: boolean;
}

const KINDS: { readonly [kind in Offer['kind']]: CompletionItemKind } = {
  version: CompletionItemKind.Value,
  line: CompletionItemKind.EnumMember,
  range: CompletionItemKind.Operator,
};

/**
 * The items that go on from what is typed, in order. What breaks another pin comes last and is marked deprecated; documentation is left to
 * `completionItem/resolve`.
 * @param isCancelled asked between versions
 */
export function versionItems(
  question: VersionQuestion,
  traits: ClientTraits['completion'],
  isCancelled: () => boolean,
): CompletionList {
  const { data, slot, wantsRange = false } = question;
  const part = partOf(slot);
  // A limit of a range is one version, or a line.
  const offers = offersFor(question, isCancelled).filter(({ kind }) => kind !== 'range' || part.isWhole);
  // A range has no `v` in front of it.
  const texts = offers.map((offer, index) => {
    return { offer, index, text: offer.kind === 'range' ? offer.text : `${part.prefix}${offer.text}` };
  });
  const { left, isCut } = goingOn(texts, part.typed, ({ text }) => text);
  const items = left.map(({ offer, index, text }) => {
    const group = wantsRange && offer.kind === 'range' ? 0 : 1;
    const item: CompletionItem = {
      label: offer.text,
      kind: KINDS[offer.kind],
      detail: offer.detail,
      filterText: text,
      sortText: `${wantsRange ? group : ''}${String(index).padStart(4, '0')}`,
      textEdit: { range: part.range, newText: part.isWhole ? slot.written(text) : `${part.lead}${text}` },
      data: { ...data, text: offer.text } satisfies VersionItemData,
    };
    if (traits.labelDetails && offer.summary !== '') item.labelDetails = { description: offer.summary };
    if (offer.rank === 2) markDeprecated(item, traits);
    return item;
  });
  return CompletionList.create(items, isCut);
}

interface VersionPart {
  readonly range: Range;
  /** What is written of it up to the cursor. */
  readonly typed: string;
  /** A `v` that stays. */
  readonly prefix: string;
  /** The version is all that the slot holds, not one limit of a range. */
  readonly isWhole: boolean;
  /** The space that is missing before it, or nothing. */
  readonly lead: string;
}

/** The version that is being written: all of the slot, or the limit of a range that the cursor is in. */
function partOf({ range, typed, rest, lead }: TextSlot): VersionPart {
  const start = typed.search(/(?<![^\s<>=^~|,])[^\s<>=^~|,]*$/);
  // Before the value, what is written takes its place.
  const [gap = ''] = typed === '' ? (/^\s*/.exec(rest) ?? []) : [];
  const end = gap.length + rest.slice(gap.length).search(/[\s<>=^~|,]|$/);
  const line = range.start.line;
  const from = range.start.character + start;
  const to = range.start.character + typed.length + end;
  return {
    range: { start: { line, character: from }, end: { line, character: to } },
    typed: typed.slice(start),
    prefix: /^v(?=\d|$)/.test(typed.slice(start)) ? 'v' : '',
    isWhole: start === 0 && end === rest.length,
    lead: start === 0 ? lead : '',
  };
}

/** Marks an item in the way that the client knows. */
export function markDeprecated(item: CompletionItem, traits: ClientTraits['completion']): void {
  if (traits.tags.includes(CompletionItemTag.Deprecated)) item.tags = [CompletionItemTag.Deprecated];
  else if (traits.deprecated) item.deprecated = true;
}
