/** What upstream says of one release besides its pairs: upgrades, skew between its parts, what it removed, its chart. */
import { list, sentence } from '../analysis/texts.ts';
import { chartFor } from '../catalog/charts.ts';
import type { Component, Removal, Skew, UpgradeRule } from '../catalog/model.ts';
import { compareVersions, parseRange, parseVersion, satisfies, type Version } from '../version/index.ts';
import { type Block, bullets, paragraph, type Span } from './prose.ts';
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
    return [paragraph('Helm chart: ', name, ' (', sourceLink(chart.repository), ').')];
  });
}

function upgradeBlocks(component: Component, version: Version): Block[] {
  const { upgrade } = component;
  const words = upgrade === undefined ? '' : upgradeWords(component, upgrade, version);
  return upgrade === undefined || words === ''
    ? []
    : [paragraph(`Upgrades: ${words} (`, sourceLink(upgrade.source), ').')];
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
    words.push(maxMinorSkip === 1 ? 'one minor at a time' : `${maxMinorSkip} minors at most`);
  if (maxMajorSkip !== undefined)
    words.push(maxMajorSkip === 1 ? 'one major at a time' : `${maxMajorSkip} majors at most`);
  if (longTermToLongTerm === true) words.push('or from one long-term release to the next');
  if (anyMajor === true) words.push('to any later release');
  else if (anyWithinMajor === true) words.push('to any later release of the same major');
  if (ahead.length > 0)
    words.push(`by way of ${list(ahead.slice(0, MOST_STOPS))}${ahead.length > MOST_STOPS ? ' and later stops' : ''}`);
  if (words.length > 0 && enforced === true) words.push('which the software enforces');
  return words.join(', ');
}

function skewBlocks(component: Component, version: Version): Block[] {
  const { scheme } = component.versions;
  const items = (component.skew ?? []).flatMap((skew): (readonly Span[])[] => {
    const when = parseRange(skew.when, scheme);
    const words = skewWords(skew);
    if (when === undefined || words === '' || !satisfies(version, when, 'as-release')) return [];
    return [[`${capitalized(skew.part)}: ${words} (`, sourceLink(skew.source), ')']];
  });
  return items.length === 0 ? [] : [paragraph('How far its parts may be apart:'), bullets(items)];
}

function skewWords({ of, maxNewer, maxOlder, oldest }: Skew): string {
  const minors = (count: number) => `${count} ${count === 1 ? 'minor' : 'minors'}`;
  if (maxNewer !== undefined && maxNewer > 0 && maxNewer === maxOlder) return `within ${minors(maxNewer)} of ${of}`;
  const words: string[] = [];
  if (maxOlder !== undefined)
    words.push(maxOlder === 0 ? `never older than ${of}` : `at most ${minors(maxOlder)} older than ${of}`);
  if (maxNewer !== undefined) words.push(maxNewer === 0 ? 'never newer' : `at most ${minors(maxNewer)} newer`);
  if (oldest !== undefined) words.push(`${oldest} or later`);
  return words.join(', ');
}

/** What the line of a version removed: those of earlier lines are old news. */
function removalBlocks(component: Component, version: Version): Block[] {
  const items = (component.removals ?? [])
    .filter(({ since }) => isOfLine(since, component, version))
    .map((removal): readonly Span[] => [removalWords(removal), ' (', sourceLink(removal.source), ')']);
  if (items.length === 0) return [];
  return [paragraph(`Removed in ${component.name} ${version.release.slice(0, 2).join('.')}:`), bullets(items)];
}

function isOfLine(since: string, component: Component, version: Version): boolean {
  const first = parseVersion(since, component.versions.scheme);
  return first !== undefined && first.release.slice(0, 2).join('.') === version.release.slice(0, 2).join('.');
}

function removalWords({ what, replacement, note }: Removal): string {
  const instead = replacement === undefined ? '' : `; instead: ${replacement}`;
  const more = note === undefined ? '' : `. ${sentence(note).replace(/\.$/, '')}`;
  return `${what}${instead}${more}`;
}
