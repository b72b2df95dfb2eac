/** What a component's statements say, one line each, for `stackpin catalog show`. */
import { list } from '../../../server/src/analysis/texts.ts';
import type {
  Carried,
  Catalog,
  Chart,
  CompatibilityRule,
  Component,
  Conflict,
  Requirement,
  Skew,
  Statement,
  SupportPolicy,
  UpgradeRule,
} from '../../../server/src/catalog/model.ts';
import { describeRange } from '../../../server/src/version/index.ts';
import { counted } from '../report/numbers.ts';

/** One statement in words. */
export interface Said {
  readonly words: string;
  readonly statement: Statement;
}

/** A group of statements under one title. */
export interface Section {
  readonly title: string;
  readonly said: readonly Said[];
}

/** All statements of a component but its table of versions, grouped by what they are about; groups without any are left out. */
export function sectionsOf(component: Component, catalog: Catalog): readonly Section[] {
  const own = (range: string): string => describeRange(range, component.versions.scheme);
  const other = (id: string, range: string): string => {
    const scheme = catalog.component(id)?.versions.scheme;
    return scheme === undefined ? range : describeRange(range, scheme);
  };
  const { supportPolicy, upgrade, series, retirement } = component;
  const rules = component.compatibility ?? [];
  const partners = [...new Set(rules.map((rule) => rule.with))];
  const sections: Section[] = [
    ...partners.map((id) => ({
      title: `with ${id}`,
      said: rules
        .filter((rule) => rule.with === id)
        .map((rule) => said(rule, `${own(rule.when)}: ${ruleWords(rule, (range) => other(id, range))}`)),
    })),
    {
      title: 'needs',
      said: (component.requires ?? []).map((one) => said(one, `${own(one.when)}: ${needWords(one)}`)),
    },
    {
      title: 'not together with',
      said: (component.conflicts ?? []).map((one) => said(one, `${own(one.when)}: ${conflictWords(one, other)}`)),
    },
    {
      title: 'brings along',
      said: (component.carries ?? []).map((one) => said(one, `${own(one.when)}: ${carriedWords(one, other)}`)),
    },
    {
      title: 'support',
      said: supportPolicy === undefined ? [] : [said(supportPolicy, policyWords(supportPolicy))],
    },
    { title: 'upgrades', said: upgrade === undefined ? [] : [said(upgrade, upgradeWords(upgrade, own))] },
    {
      title: 'how far its parts may be apart',
      said: (component.skew ?? []).map((one) => said(one, `${own(one.when)}: ${skewWords(one)}`)),
    },
    {
      title: 'removed',
      said: (component.removals ?? []).map((one) => {
        const instead = one.replacement === undefined ? '' : `; instead: ${one.replacement}`;
        return said(one, `${one.since}: ${one.what}${instead}`);
      }),
    },
    { title: 'Helm charts', said: (component.charts ?? []).map((one) => said(one, chartWords(one))) },
    {
      title: 'series',
      said: series === undefined ? [] : [said(series, `a part of ${series.of}, at most ${series.apart} series apart`)],
    },
    {
      title: 'ended',
      said: retirement === undefined ? [] : [said(retirement, retirement.date ?? 'on no day that was published')],
    },
  ];
  return sections.filter((section) => section.said.length > 0);
}

function said(statement: Statement, words: string): Said {
  return { words, statement };
}

function ruleWords({ level, supported, tested, breaks }: CompatibilityRule, words: (range: string) => string): string {
  const parts: string[] = [];
  if (breaks !== undefined) parts.push(`broken ${words(breaks)}`);
  if (supported !== undefined) parts.push(`${level} ${words(supported)}`);
  if (tested !== undefined) parts.push(`${supported === undefined ? level : 'tested'} ${words(tested)}`);
  return parts.join(', ');
}

function needWords({ anyOf }: Requirement): string {
  return list(anyOf, 'or');
}

function conflictWords(
  { with: id, range, unless = [] }: Conflict,
  other: (id: string, range: string) => string,
): string {
  const lifted = unless.length === 0 ? '' : `, unless ${list(unless, 'or')} is there`;
  return `${id} (${other(id, range)})${lifted}`;
}

function carriedWords(
  { with: id, versions, same, default: isDefault }: Carried,
  other: (id: string, range: string) => string,
): string {
  const which =
    same === 'patch' ? 'of the same number' : same === 'minor' ? 'of the same major and minor' : other(id, versions);
  return `${id} ${which}${isDefault === true ? ', unless configured otherwise' : ''}`;
}

function policyWords({
  kind,
  count = 0,
  months = 0,
  longTermMonths,
  follows = '',
  orNextPlusMonths,
}: SupportPolicy): string {
  const words = {
    'latest-minors': count === 1 ? 'the newest minor' : `the newest ${count} minors`,
    'latest-majors': count === 1 ? 'the newest major' : `the newest ${count} majors`,
    'latest-release': 'the newest line',
    'months-after-release': `${counted(months, 'month')} from the first release of a line`,
    'until-next-plus-months':
      months === 0 ? 'until the next line appears' : `until ${counted(months, 'month')} after the next line appears`,
    follows: `as long as ${follows}`,
  }[kind];
  const longTerm = longTermMonths === undefined ? '' : `; long-term lines ${counted(longTermMonths, 'month')}`;
  const next =
    orNextPlusMonths === undefined
      ? ''
      : `, or until ${counted(orNextPlusMonths, 'month')} after the next line appears`;
  return `${words}${next}${longTerm}`;
}

function upgradeWords(upgrade: UpgradeRule, own: (range: string) => string): string {
  const { maxMinorSkip, maxMajorSkip, anyWithinMajor, anyMajor, longTermToLongTerm, enforced } = upgrade;
  const { stops = [], hops = [] } = upgrade;
  const parts: string[] = [];
  if (maxMinorSkip !== undefined) parts.push(`at most ${counted(maxMinorSkip, 'minor')} at a time`);
  if (maxMajorSkip !== undefined) parts.push(`at most ${counted(maxMajorSkip, 'major')} at a time`);
  if (anyMajor === true) parts.push('to any later release');
  else if (anyWithinMajor === true) parts.push('to any later release of the same major');
  if (longTermToLongTerm === true) parts.push('from one long-term line to the next');
  if (stops.length > 0) parts.push(`by way of ${list(stops)}`);
  for (const { from, to } of hops) parts.push(`from ${own(from)} to ${own(to)}`);
  if (enforced === true) parts.push('other upgrades are refused');
  return parts.length === 0 ? 'see the source' : parts.join('; ');
}

function skewWords({ part, of, maxNewer, maxOlder, oldest }: Skew): string {
  const parts: string[] = [];
  if (maxOlder !== undefined)
    parts.push(maxOlder === 0 ? 'never older' : `at most ${counted(maxOlder, 'minor')} older`);
  if (maxNewer !== undefined)
    parts.push(maxNewer === 0 ? 'never newer' : `at most ${counted(maxNewer, 'minor')} newer`);
  if (oldest !== undefined) parts.push(`${oldest} or later`);
  return `${part} against ${of}: ${parts.join(', ')}`;
}

function chartWords({ name, repository, versions }: Chart): string {
  const known = Object.entries(versions);
  const [newest] = known;
  const latest = newest === undefined ? '' : `; ${newest[1]} installs ${newest[0]}`;
  return `${name} in ${repository}: ${counted(known.length, 'version')}${latest}`;
}
