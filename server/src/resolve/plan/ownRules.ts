/**
 * What upstream says of one upgrade of one component, whatever stands beside it: its upgrade rule, how far its parts may be
 * apart while one of them has moved, and the rule of the whole that it is a part of. See docs/catalog-format.md.
 */
import { t } from '@vscode/l10n';
import type { Catalog, Component, Line, Skew, Statement, UpgradeRule } from '../../catalog/model.ts';
import { findLine, lineOf } from '../../catalog/queries.ts';
import { seriesOf } from '../../catalog/series.ts';
import { compareVersions, inRange, parseVersion, type Version } from '../../version/index.ts';
import { sentences } from '../../words.ts';
import { ladderOf } from './ladder.ts';
import { skewInWords, upgradeInWords } from './ruleWords.ts';

/** Why an upgrade cannot be made at once. */
export interface Refusal {
  /** A sentence: "Kubernetes goes one minor at a time." */
  readonly words: string;
  readonly statement: Statement;
}

/** Whether a stack pins an id itself. */
type IsPinned = (id: string) => boolean;

/**
 * What keeps a component from going from one version to another in one step. To go back, the rules for the way forth hold.
 * @param isPinned a part that the stack pins itself is moved for itself, and judged as a pin
 * @returns undefined where nothing does, also where upstream says nothing
 */
export function refusalOf(
  component: Component,
  from: string,
  to: string,
  catalog: Catalog,
  isPinned: IsPinned,
): Refusal | undefined {
  const { scheme } = component.versions;
  const [one, two] = [parseVersion(from, scheme), parseVersion(to, scheme)];
  if (one === undefined || two === undefined) return undefined;
  const isBack = compareVersions(two, one) < 0;
  const [older, newer] = isBack ? [two, one] : [one, two];
  if (ladderOf(component).isSameMinor(older, newer)) return undefined;
  return (
    byUpgradeRule(component, older, newer) ??
    (isBack ? undefined : bySkew(component, older, newer, isPinned)) ??
    bySeries(component, older, newer, catalog)
  );
}

function byUpgradeRule(component: Component, older: Version, newer: Version): Refusal | undefined {
  const { upgrade } = component;
  if (upgrade === undefined || isNamed(component, upgrade, older, newer)) return undefined;
  const stop = stopPassed(component, upgrade, older, newer);
  return stop !== undefined || goesTooFar(component, upgrade, older, newer)
    ? { words: upgradeInWords(component, upgrade, newer, stop), statement: upgrade }
    : undefined;
}

/** Whether upstream names this very upgrade: as a hop, or as one from a long-term line to the next. */
function isNamed(component: Component, upgrade: UpgradeRule, older: Version, newer: Version): boolean {
  if (upgrade.hops?.some((hop) => inRange(older, hop.from) && inRange(newer, hop.to)) === true) return true;
  if (upgrade.longTermToLongTerm !== true) return false;
  const [from, to] = [lineOf(component, older), lineOf(component, newer)];
  if (from?.longTerm !== true || to?.longTerm !== true) return false;
  return !component.versions.lines.some((line) => line.longTerm === true && liesBetween(component, line, older, newer));
}

/** Whether a line lies between the lines of two versions, and is neither of them. */
function liesBetween(component: Component, { line }: Line, older: Version, newer: Version): boolean {
  const name = parseVersion(line, component.versions.scheme);
  const { isSameMinor } = ladderOf(component);
  if (name === undefined || isSameMinor(name, older) || isSameMinor(name, newer)) return false;
  return compareVersions(older, name) < 0 && compareVersions(name, newer) < 0;
}

/** The first of the required stops that lie between two versions. */
function stopPassed(component: Component, { stops = [] }: UpgradeRule, older: Version, newer: Version) {
  return stops.find((stop) => {
    const line = findLine(component, stop) ?? { line: stop, versions: [] };
    return liesBetween(component, line, older, newer);
  });
}

function goesTooFar(component: Component, upgrade: UpgradeRule, older: Version, newer: Version): boolean {
  const { maxMinorSkip, maxMajorSkip, anyWithinMajor, anyMajor } = upgrade;
  const { isSameMajor, minorsBetween, majorsBetween } = ladderOf(component);
  if (isSameMajor(older, newer)) {
    if (anyWithinMajor === true) return false;
    if (maxMinorSkip !== undefined) return minorsBetween(older, newer) > maxMinorSkip;
    if (maxMajorSkip !== undefined || anyMajor === true) return false;
  } else {
    if (anyMajor === true) return false;
    if (maxMajorSkip !== undefined) return majorsBetween(older, newer) > maxMajorSkip;
    if (maxMinorSkip !== undefined) return minorsBetween(older, newer) > maxMinorSkip;
  }
  return isReachedOtherwise(upgrade, older, newer);
}

/**
 * Where upstream only names hops, what a hop leads to is reached by hops alone; within it, and to what no hop leads to,
 * nothing is said.
 */
function isReachedOtherwise({ hops = [] }: UpgradeRule, older: Version, newer: Version): boolean {
  const leading = hops.filter(({ to }) => inRange(newer, to));
  return leading.length > 0 && !leading.some(({ to }) => inRange(older, to));
}

/** A part lags at the older version while the one it is measured against has moved. */
function bySkew(component: Component, older: Version, newer: Version, isPinned: IsPinned): Refusal | undefined {
  const { skew = [], upgrade } = component;
  // An upgrade that upstream names is one it has thought of; its count would be of single ones.
  const isCounted = upgrade === undefined || !isNamed(component, upgrade, older, newer);
  const broken = skew.find((one) => {
    if (isPinned(one.part) && one.part !== component.id) return false;
    if (!inRange(newer, one.when)) return false;
    return (isCounted && lagsTooFar(component, one, older, newer)) || isTooOld(one, older);
  });
  return broken && { words: skewInWords(component, broken, newer), statement: broken };
}

function lagsTooFar(component: Component, { maxOlder }: Skew, older: Version, newer: Version): boolean {
  return maxOlder !== undefined && ladderOf(component).minorsBetween(older, newer) > maxOlder;
}

function isTooOld({ oldest }: Skew, older: Version): boolean {
  const least = oldest === undefined ? undefined : parseVersion(oldest, older.scheme);
  return least !== undefined && compareVersions(older, least) < 0;
}

/** A part of a whole goes from series to series as the whole does. */
function bySeries(part: Component, older: Version, newer: Version, catalog: Catalog): Refusal | undefined {
  const whole = part.series && catalog.component(part.series.of);
  if (whole === undefined) return undefined;
  const [one, two] = [seriesOf(part, older), seriesOf(part, newer)];
  if (one === undefined || two === undefined) return undefined;
  const [from, to] = [one, two].map((name) => parseVersion(name, whole.versions.scheme));
  if (from === undefined || to === undefined || compareVersions(from, to) >= 0) return undefined;
  const refusal = byUpgradeRule(whole, from, to);
  return refusal && { ...refusal, words: sentences(t('{0} goes with its series.', part.name), refusal.words) };
}
