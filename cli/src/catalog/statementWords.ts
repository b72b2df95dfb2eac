/** What a component's statements say, one line each, for `stackpin catalog show`. */
import { t } from '@vscode/l10n';
import type {
  Carried,
  Catalog,
  Chart,
  CompatibilityRule,
  Component,
  Conflict,
  Level,
  Requirement,
  Skew,
  Statement,
  SupportPolicy,
  UpgradeRule,
} from '../../../server/src/catalog/model.ts';
import { describeRange } from '../../../server/src/version/index.ts';
import { clauseRow, list, statementRow } from '../../../server/src/words.ts';
import { counted } from '../report/numbers.ts';
import { levelWord } from './words.ts';

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
      title: t('with {0}', id),
      said: rules
        .filter((rule) => rule.with === id)
        .map((rule) =>
          said(
            rule,
            t(
              '{0}: {1}',
              own(rule.when),
              ruleWords(rule, (range) => other(id, range)),
            ),
          ),
        ),
    })),
    {
      title: t('needs'),
      said: (component.requires ?? []).map((one) => said(one, t('{0}: {1}', own(one.when), needWords(one)))),
    },
    {
      title: t('not together with'),
      said: (component.conflicts ?? []).map((one) =>
        said(one, t('{0}: {1}', own(one.when), conflictWords(one, other))),
      ),
    },
    {
      title: t('brings along'),
      said: (component.carries ?? []).map((one) => said(one, t('{0}: {1}', own(one.when), carriedWords(one, other)))),
    },
    {
      title: t('support'),
      said: supportPolicy === undefined ? [] : [said(supportPolicy, policyWords(supportPolicy))],
    },
    { title: t('upgrades'), said: upgrade === undefined ? [] : [said(upgrade, upgradeWords(upgrade, own))] },
    {
      title: t('how far its parts may be apart'),
      said: (component.skew ?? []).map((one) => said(one, t('{0}: {1}', own(one.when), skewWords(one)))),
    },
    {
      title: t('removed'),
      said: (component.removals ?? []).map((one) =>
        said(
          one,
          one.replacement === undefined
            ? t('{0}: {1}', one.since, one.what)
            : t('{0}: {1}; instead: {2}', one.since, one.what, one.replacement),
        ),
      ),
    },
    { title: t('Helm charts'), said: (component.charts ?? []).map((one) => said(one, chartWords(one))) },
    {
      title: t('series'),
      said:
        series === undefined
          ? []
          : [said(series, t('a part of {0}, at most {1} series apart', series.of, series.apart))],
    },
    {
      title: t('ended'),
      said: retirement === undefined ? [] : [said(retirement, retirement.date ?? t('on no day that was published'))],
    },
  ];
  return sections.filter((section) => section.said.length > 0);
}

function said(statement: Statement, words: string): Said {
  return { words, statement };
}

function ruleWords({ level, supported, tested, breaks }: CompatibilityRule, words: (range: string) => string): string {
  const parts: string[] = [];
  const add = (level: Level, range: string) => parts.push(`${levelWord(level)} ${words(range)}`);
  if (breaks !== undefined) add('broken', breaks);
  if (supported !== undefined) add(level, supported);
  if (tested !== undefined) add(supported === undefined ? level : 'tested', tested);
  return clauseRow(parts);
}

function needWords({ anyOf }: Requirement): string {
  return list(anyOf, 'or');
}

function conflictWords(
  { with: id, range, unless = [] }: Conflict,
  other: (id: string, range: string) => string,
): string {
  const named = t('{0} ({1})', id, other(id, range));
  return unless.length === 0 ? named : t('{0}, unless {1} is there', named, list(unless, 'or'));
}

function carriedWords(
  { with: id, versions, same, default: isDefault }: Carried,
  other: (id: string, range: string) => string,
): string {
  const which =
    same === 'patch'
      ? t('{0} of the same number', id)
      : same === 'minor'
        ? t('{0} of the same major and minor', id)
        : `${id} ${other(id, versions)}`;
  return isDefault === true ? t('{0}, unless configured otherwise', which) : which;
}

function policyWords({
  kind,
  count = 0,
  months = 0,
  longTermMonths,
  follows = '',
  orNextPlusMonths,
}: SupportPolicy): string {
  const own = {
    'latest-minors': count === 1 ? t('the newest minor') : t('the newest {0} minors', count),
    'latest-majors': count === 1 ? t('the newest major') : t('the newest {0} majors', count),
    'latest-release': t('the newest line'),
    'months-after-release': t('{0} from the first release of a line', counted(months, 'month')),
    'until-next-plus-months':
      months === 0
        ? t('until the next line appears')
        : t('until {0} after the next line appears', counted(months, 'month')),
    follows: t('as long as {0}', follows),
  }[kind];
  const words =
    orNextPlusMonths === undefined
      ? own
      : t('{0}, or until {1} after the next line appears', own, counted(orNextPlusMonths, 'month'));
  return longTermMonths === undefined ? words : t('{0}; long-term lines {1}', words, counted(longTermMonths, 'month'));
}

function upgradeWords(upgrade: UpgradeRule, own: (range: string) => string): string {
  const { maxMinorSkip, maxMajorSkip, anyWithinMajor, anyMajor, longTermToLongTerm, enforced } = upgrade;
  const { stops = [], hops = [] } = upgrade;
  const parts: string[] = [];
  if (maxMinorSkip !== undefined) parts.push(t('at most {0} at a time', counted(maxMinorSkip, 'minor')));
  if (maxMajorSkip !== undefined) parts.push(t('at most {0} at a time', counted(maxMajorSkip, 'major')));
  if (anyMajor === true) parts.push(t('to any later release'));
  else if (anyWithinMajor === true) parts.push(t('to any later release of the same major'));
  if (longTermToLongTerm === true) parts.push(t('from one long-term line to the next'));
  if (stops.length > 0) parts.push(t('by way of {0}', list(stops)));
  for (const { from, to } of hops) parts.push(t('from {0} to {1}', own(from), own(to)));
  if (enforced === true) parts.push(t('other upgrades are refused'));
  return parts.length === 0 ? t('see the source') : statementRow(parts);
}

function skewWords({ part, of, maxNewer, maxOlder, oldest }: Skew): string {
  const parts: string[] = [];
  if (maxOlder !== undefined)
    parts.push(maxOlder === 0 ? t('never older') : t('at most {0} older', counted(maxOlder, 'minor')));
  if (maxNewer !== undefined)
    parts.push(maxNewer === 0 ? t('never newer') : t('at most {0} newer', counted(maxNewer, 'minor')));
  if (oldest !== undefined) parts.push(t('{0} or later', oldest));
  return t('{0} against {1}: {2}', part, of, clauseRow(parts));
}

function chartWords({ name, repository, versions }: Chart): string {
  const known = Object.entries(versions);
  const [newest] = known;
  const versionsKnown = counted(known.length, 'version');
  return newest === undefined
    ? t('{0} in {1}: {2}', name, repository, versionsKnown)
    : t('{0} in {1}: {2}; {3} installs {4}', name, repository, versionsKnown, newest[1], newest[0]);
}
