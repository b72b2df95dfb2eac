/** What upstream says of one release besides its pairs: upgrades, skew between its parts, what it removed, its chart. */
import { t } from '@vscode/l10n';
import { chartFor } from '../catalog/charts.ts';
import type { Component, Removal, Skew, UpgradeRule } from '../catalog/model.ts';
import { compareVersions, inRange, parseVersion, type Version } from '../version/index.ts';
import { list, sentence } from '../words.ts';
import { type Block, bullets, filled, paragraph, type Span } from './prose.ts';
import { capitalized, sourceLink } from './supportWords.ts';

/** Required stops that are named; more would not be read. */
const MOST_STOPS = 4;

/** Blocks about a version of a component; empty where upstream says nothing. */
export function releaseBlocks(component: Component, version: Version): Block[] {
  return [
    ...chartBlocks(component, version),
    ...upgradeBlocks(component, version),
    ...skewBlocks(component, version),
    ...removalBlocks(component, version),
  ];
}

function chartBlocks(component: Component, version: Version): Block[] {
  return (component.charts ?? []).flatMap((chart): Block[] => {
    const installing = chartFor(component, chart, version);
    if (installing === undefined) return [];
    const name: Span = { code: `${chart.name} ${installing}` };
    return [paragraph(...filled(t('Helm chart: {0} ({1}).'), name, sourceLink(chart.repository)))];
  });
}

function upgradeBlocks(component: Component, version: Version): Block[] {
  const { upgrade } = component;
  const words = upgrade === undefined ? '' : upgradeWords(component, upgrade, version);
  return upgrade === undefined || words === ''
    ? []
    : [paragraph(...filled(t('Upgrades: {0} ({1}).'), words, sourceLink(upgrade.source)))];
}

function upgradeWords(component: Component, upgrade: UpgradeRule, version: Version): string {
  const { maxMinorSkip, maxMajorSkip, stops = [], anyWithinMajor, anyMajor, longTermToLongTerm, enforced } = upgrade;
  const words: string[] = [];
  const later = (text: string): boolean => {
    const one = parseVersion(text, component.versions.scheme);
    return one !== undefined && compareVersions(one, version) > 0;
  };
  const ahead = stops.filter(later);
  if (maxMinorSkip !== undefined)
    words.push(maxMinorSkip === 1 ? t('one minor at a time') : t('{0} minors at most', maxMinorSkip));
  if (maxMajorSkip !== undefined)
    words.push(maxMajorSkip === 1 ? t('one major at a time') : t('{0} majors at most', maxMajorSkip));
  if (longTermToLongTerm === true) words.push(t('or from one long-term release to the next'));
  if (anyMajor === true) words.push(t('to any later release'));
  else if (anyWithinMajor === true) words.push(t('to any later release of the same major'));
  if (ahead.length > 0) {
    const named = list(ahead.slice(0, MOST_STOPS));
    words.push(ahead.length > MOST_STOPS ? t('by way of {0} and later stops', named) : t('by way of {0}', named));
  }
  if (words.length > 0 && enforced === true) words.push(t('which the software enforces'));
  return words.join(', ');
}

function skewBlocks(component: Component, version: Version): Block[] {
  const items = (component.skew ?? []).flatMap((skew): (readonly Span[])[] => {
    const words = skewWords(skew);
    if (words === '' || !inRange(version, skew.when)) return [];
    return [filled(t('{0}: {1} ({2})'), capitalized(skew.part), words, sourceLink(skew.source))];
  });
  return items.length === 0 ? [] : [paragraph(t('How far its parts may be apart:')), bullets(items)];
}

function skewWords({ of, maxNewer, maxOlder, oldest }: Skew): string {
  if (maxNewer !== undefined && maxNewer > 0 && maxNewer === maxOlder)
    return maxNewer === 1 ? t('within 1 minor of {0}', of) : t('within {0} minors of {1}', maxNewer, of);
  const words: string[] = [];
  if (maxOlder === 0) words.push(t('never older than {0}', of));
  else if (maxOlder === 1) words.push(t('at most 1 minor older than {0}', of));
  else if (maxOlder !== undefined) words.push(t('at most {0} minors older than {1}', maxOlder, of));
  if (maxNewer === 0) words.push(t('never newer'));
  else if (maxNewer === 1) words.push(t('at most 1 minor newer'));
  else if (maxNewer !== undefined) words.push(t('at most {0} minors newer', maxNewer));
  if (oldest !== undefined) words.push(t('{0} or later', oldest));
  return words.join(', ');
}

/** What the line of a version removed: those of earlier lines are old news. */
function removalBlocks(component: Component, version: Version): Block[] {
  const items = (component.removals ?? [])
    .filter(({ since }) => isOfLine(since, component, version))
    .map((removal): readonly Span[] => [removalWords(removal), ' (', sourceLink(removal.source), ')']);
  if (items.length === 0) return [];
  const line = version.release.slice(0, 2).join('.');
  return [paragraph(t('Removed in {0} {1}:', component.name, line)), bullets(items)];
}

function isOfLine(since: string, component: Component, version: Version): boolean {
  const first = parseVersion(since, component.versions.scheme);
  return first !== undefined && first.release.slice(0, 2).join('.') === version.release.slice(0, 2).join('.');
}

function removalWords({ what, replacement, note }: Removal): string {
  const gone = replacement === undefined ? what : t('{0}; instead: {1}', what, replacement);
  return note === undefined ? gone : `${gone}. ${sentence(note).replace(/\.$/, '')}`;
}
