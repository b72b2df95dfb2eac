/** Which versions, release lines and ranges are offered for a pin, and what is said of each. */
import { t } from '@vscode/l10n';
import type { AnalysisContext } from '../analysis/analysis.ts';
import { policyOf } from '../analysis/policy.ts';
import type { Component, Line } from '../catalog/model.ts';
import { allVersions, latestOf, lineOf } from '../catalog/queries.ts';
import { parseVersion } from '../version/index.ts';
import { conflictWords } from './conflictWords.ts';
import { type LastMade, lastMade } from './lastMade.ts';
import { rangeOffers } from './rangeOffers.ts';
import { fitJudge, type PlacedPin, type VersionFit } from './versionFit.ts';

/** Versions offered at most: the newest. More would cost time and help nobody choose. */
const MOST_OFFERED = 500;

export interface Offer {
  readonly text: string;
  /** One version, `1.34` for any of its line, or a range. */
  readonly kind: 'version' | 'line' | 'range';
  /** What it breaks, or its support; shown in the list. */
  readonly summary: string;
  readonly detail: string;
  /** As in `VersionFit`. */
  readonly rank: VersionFit['rank'];
}

export interface OfferQuestion {
  readonly component: Component;
  readonly place: PlacedPin | undefined;
  readonly context: AnalysisContext;
}

/** The offers made last for each component. Whoever types a version changes nothing that they depend on. */
const lastOffers = new WeakMap<Component, LastMade<readonly Offer[]>>();

/**
 * All versions newest first, each line's name behind its versions, and the ranges of what fits behind those that fit.
 * @param isCancelled asked between versions; then there are none
 */
export function offersFor(question: OfferQuestion, isCancelled: () => boolean): readonly Offer[] {
  const { component, place, context } = question;
  const window = place === undefined ? undefined : policyOf(place.stack.composition).supportWindow;
  const about: unknown[] = [context.catalog, context.date, window];
  for (const { entry, component: known } of place?.stack.described ?? [])
    if (entry.instance !== place?.pin.entry.instance && known !== undefined) about.push(entry);
  const last = lastOffers.get(component) ?? lastMade();
  lastOffers.set(component, last);
  return last(about, () => sortedOffers(question, isCancelled)) ?? [];
}

/** Undefined when it was cancelled. */
function sortedOffers(question: OfferQuestion, isCancelled: () => boolean): readonly Offer[] | undefined {
  const { component, place } = question;
  const versions = versionOffers(question, isCancelled);
  if (versions === undefined) return undefined;
  const ranges = place === undefined ? [] : rangeOffers(component, versions);
  const sorted = [...versions].sort((a, b) => a.rank - b.rank);
  const fitting = sorted.filter(({ rank }) => rank === 0).length;
  return [...sorted.slice(0, fitting), ...ranges, ...sorted.slice(fitting)];
}

/** Undefined when it was cancelled. */
function versionOffers(
  { component, place, context }: OfferQuestion,
  isCancelled: () => boolean,
): readonly Offer[] | undefined {
  const judge = fitJudge(component, place, context);
  const offers: Offer[] = [];
  let current: Line | undefined;
  let best: Offer | undefined;
  const endLine = () => {
    if (current !== undefined && best !== undefined && best.text !== current.line) {
      const { line } = current;
      const detail = best.detail === '' ? t('any {0}', line) : t('any {0}, {1}', line, best.detail);
      offers.push({ ...best, text: line, kind: 'line', detail });
    }
    best = undefined;
  };
  for (const text of allVersions(component).slice(0, MOST_OFFERED)) {
    if (isCancelled()) return undefined;
    const version = parseVersion(text, component.versions.scheme);
    const line = version === undefined ? undefined : lineOf(component, version);
    if (line !== current) endLine();
    current = line;
    const offer = offerOf(text, judge(text));
    offers.push(offer);
    if (line !== undefined && text === latestOf(component, line)) best = offer;
    else if (best !== undefined && offer.rank < best.rank) best = { ...best, rank: offer.rank };
  }
  endLine();
  return offers;
}

function offerOf(text: string, { rank, against, facts }: VersionFit): Offer {
  const conflict = conflictWords(against);
  const words = [conflict, facts.words].filter((one) => one !== '');
  return { text, kind: 'version', summary: words[0] ?? '', detail: words.join('; '), rank };
}
