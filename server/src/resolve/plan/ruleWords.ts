/** The rules of one component's upgrades in words. */
import { t } from '@vscode/l10n';
import { rangeInWords } from '../../analysis/texts.ts';
import type { Component, Skew, UpgradeRule } from '../../catalog/model.ts';
import { inRange, printVersion, type Version } from '../../version/index.ts';
import { enumeration, list, sentence } from '../../words.ts';

/**
 * What an upgrade rule says of upgrades that it does not allow at once, as one sentence.
 * @param stop a release that has to be installed on the way, where that is what it asks for
 */
export function upgradeInWords(component: Component, upgrade: UpgradeRule, newer: Version, stop?: string): string {
  const { name } = component;
  const { maxMinorSkip, maxMajorSkip, longTermToLongTerm, hops = [], enforced } = upgrade;
  const isEnforced = enforced === true;
  if (stop !== undefined)
    return isEnforced
      ? t('{0} {1} has to be installed on the way, which the software enforces.', name, stop)
      : t('{0} {1} has to be installed on the way.', name, stop);
  const paces: string[] = [];
  if (maxMinorSkip !== undefined)
    paces.push(maxMinorSkip === 1 ? t('one minor at a time') : t('at most {0} minors at a time', maxMinorSkip));
  if (maxMajorSkip !== undefined)
    paces.push(maxMajorSkip === 1 ? t('one major at a time') : t('at most {0} majors at a time', maxMajorSkip));
  if (paces.length > 0) {
    const own = enumeration(paces);
    const pace = longTermToLongTerm === true ? t('{0}, or from one long-term release to the next', own) : own;
    return isEnforced ? t('{0} goes {1}, which the software enforces.', name, pace) : t('{0} goes {1}.', name, pace);
  }
  const leading = hops.filter(({ to }) => inRange(newer, to)).map(({ from }) => rangeInWords(from, component));
  const [version, from] = [printVersion(newer), list([...new Set(leading)], 'or')];
  return isEnforced
    ? t('{0} {1} is reached from {2}, which the software enforces.', name, version, from)
    : t('{0} {1} is reached from {2}.', name, version, from);
}

/** What keeps two parts of one component together, as one sentence. */
export function skewInWords({ name }: Component, { part, of, maxOlder, oldest, note }: Skew, to: Version): string {
  if (note !== undefined) return sentence(note);
  if (oldest !== undefined) return t('{0} {1} accepts no {2} older than {3}.', name, printVersion(to), part, oldest);
  return maxOlder === 1
    ? t('{0} of {1} may be at most one minor older than {2}.', part, name, of)
    : t('{0} of {1} may be at most {2} minors older than {3}.', part, name, maxOlder ?? 0, of);
}
