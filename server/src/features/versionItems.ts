/** Completion of a pin's version: what fits first, newest first, each with its support. */
import { type CompletionItem, CompletionItemKind, CompletionItemTag, type Range } from 'vscode-languageserver-types';
import type { AnalysisContext, EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import { neighbourJudge } from '../analysis/neighbours.ts';
import { BADNESS } from '../analysis/pairs.ts';
import { nameOfPin } from '../analysis/texts.ts';
import type { NeighbourVerdict } from '../analysis/verdict-types.ts';
import type { Component, Line } from '../catalog/model.ts';
import { allVersions, latestOf, lineOf } from '../catalog/queries.ts';
import { parseVersion } from '../version/index.ts';
import type { ClientTraits } from './document.ts';
import type { VersionItemData } from './itemData.ts';
import type { TextSlot } from './slot.ts';
import { versionFacts } from './supportWords.ts';

/** Versions offered at most: the newest. More would cost time and help nobody choose. */
const MOST_OFFERED = 500;

export interface VersionQuestion {
  readonly component: Component;
  /** The pin whose version is asked for, and the stack it is in; undefined in a text too broken to tell. */
  readonly place: { readonly pin: ResolvedPin; readonly stack: EffectiveStack } | undefined;
  readonly slot: TextSlot;
  readonly data: Omit<VersionItemData, 'text'>;
  readonly context: AnalysisContext;
}

interface Offer {
  readonly text: string;
  /** `1.34`, which stands for any of its versions, rather than one of them. */
  readonly isLine: boolean;
  /** What it breaks, or its support; shown in the list. */
  readonly summary: string;
  readonly detail: string;
  /** 0 fits; 1 fits, but nobody should start with it; 2 breaks another pin. */
  readonly rank: 0 | 1 | 2;
}

/**
 * The items, in order. What breaks another pin comes last and is marked deprecated; documentation is left to
 * `completionItem/resolve`.
 * @param isCancelled asked between versions
 */
export function versionItems(
  question: VersionQuestion,
  traits: ClientTraits['completion'],
  isCancelled: () => boolean,
): CompletionItem[] {
  const { data, slot } = question;
  const offers = offersOf(question, isCancelled);
  offers.sort((a, b) => a.rank - b.rank);
  const part = partOf(slot);
  return offers.map((offer, index) => {
    const text = `${part.prefix}${offer.text}`;
    const item: CompletionItem = {
      label: offer.text,
      kind: offer.isLine ? CompletionItemKind.EnumMember : CompletionItemKind.Value,
      detail: offer.detail,
      filterText: text,
      sortText: String(index).padStart(4, '0'),
      textEdit: { range: part.range, newText: part.isWhole ? slot.written(text) : text },
      data: { ...data, text: offer.text } satisfies VersionItemData,
    };
    if (traits.labelDetails && offer.summary !== '') item.labelDetails = { description: offer.summary };
    if (offer.rank === 2) markDeprecated(item, traits);
    return item;
  });
}

interface VersionPart {
  readonly range: Range;
  /** A `v` that stays. */
  readonly prefix: string;
  /** The version is all that the slot holds, not one limit of a range. */
  readonly isWhole: boolean;
}

/** The version that is being written: all of the slot, or the limit of a range that the cursor is in. */
function partOf({ range, typed, rest }: TextSlot): VersionPart {
  const start = typed.search(/[^\s<>=^~|,]*$/);
  const end = rest.search(/[\s<>=^~|,]|$/);
  const line = range.start.line;
  const from = range.start.character + start;
  const to = range.start.character + typed.length + end;
  return {
    range: { start: { line, character: from }, end: { line, character: to } },
    prefix: /^v(?=\d|$)/.test(typed.slice(start)) ? 'v' : '',
    isWhole: start === 0 && end === rest.length,
  };
}

/** Marks an item in the way that the client knows. */
export function markDeprecated(item: CompletionItem, traits: ClientTraits['completion']): void {
  if (traits.tags.includes(CompletionItemTag.Deprecated)) item.tags = [CompletionItemTag.Deprecated];
  else if (traits.deprecated) item.deprecated = true;
}

/** The offers made last for a component, and all that they depend on. Whoever types a version changes nothing of it. */
const lastOffers = new WeakMap<Component, { readonly about: readonly unknown[]; readonly offers: readonly Offer[] }>();

/** All versions newest first, each line's name behind its versions. */
function offersOf(question: VersionQuestion, isCancelled: () => boolean): Offer[] {
  const { component, place, context } = question;
  const about: unknown[] = [context.catalog, context.date];
  for (const { entry, component: known } of place?.stack.pins ?? [])
    if (entry.instance !== place?.pin.entry.instance && known !== undefined) about.push(entry);
  const last = lastOffers.get(component);
  if (last?.about.length === about.length && about.every((one, index) => one === last.about[index])) {
    return [...last.offers];
  }
  const offers = makeOffers(question, isCancelled);
  if (offers === undefined) return [];
  lastOffers.set(component, { about, offers });
  return [...offers];
}

/** Undefined when it was cancelled. */
function makeOffers(
  { component, place, context }: VersionQuestion,
  isCancelled: () => boolean,
): readonly Offer[] | undefined {
  const judge = place === undefined ? () => [] : neighbourJudge(place.stack, place.pin, context);
  const offers: Offer[] = [];
  let current: Line | undefined;
  let best: Offer | undefined;
  const endLine = () => {
    if (current !== undefined && best !== undefined && best.text !== current.line) {
      offers.push({
        ...best,
        text: current.line,
        isLine: true,
        detail: `any ${current.line}${best.detail === '' ? '' : `, ${best.detail}`}`,
      });
    }
    best = undefined;
  };
  for (const text of allVersions(component).slice(0, MOST_OFFERED)) {
    if (isCancelled()) return undefined;
    const version = parseVersion(text, component.versions.scheme);
    const line = version === undefined ? undefined : lineOf(component, version);
    if (line !== current) endLine();
    current = line;
    const offer = offerOf(text, component, [...judge(text)], context);
    offers.push(offer);
    if (line !== undefined && text === latestOf(component, line)) best = offer;
    else if (best !== undefined && offer.rank < best.rank) best = { ...best, rank: offer.rank };
  }
  endLine();
  return offers;
}

function offerOf(
  text: string,
  component: Component,
  verdicts: readonly NeighbourVerdict[],
  context: AnalysisContext,
): Offer {
  const { words, discouraged } = versionFacts(component, text, context);
  const [worst] = verdicts
    .filter(({ verdict }) => BADNESS[verdict] >= BADNESS.unsupported)
    .sort((a, b) => BADNESS[b.verdict] - BADNESS[a.verdict]);
  const conflict = worst === undefined ? undefined : `${worst.verdict} with ${nameOfPin(worst.other)}`;
  return {
    text,
    isLine: false,
    summary: conflict ?? words,
    detail: [conflict, words === '' ? undefined : words].filter((one) => one !== undefined).join('; '),
    rank: conflict !== undefined ? 2 : discouraged ? 1 : 0,
  };
}
