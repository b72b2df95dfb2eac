/** The rules of one component's upgrades in words. */
import { list, rangeInWords, sentence } from '../../analysis/texts.ts';
import { inRange } from '../../analysis/verdict.ts';
import type { Component, Skew, UpgradeRule } from '../../catalog/model.ts';
import { printVersion, type Version } from '../../version/index.ts';

/**
 * What an upgrade rule says of upgrades that it does not allow at once, as one sentence.
 * @param stop a release that has to be installed on the way, where that is what it asks for
 */
export function upgradeInWords(component: Component, upgrade: UpgradeRule, newer: Version, stop?: string): string {
  const { name } = component;
  const { maxMinorSkip, maxMajorSkip, longTermToLongTerm, hops = [], enforced } = upgrade;
  const enforcing = enforced === true ? ', which the software enforces' : '';
  if (stop !== undefined) return `${name} ${stop} has to be installed on the way${enforcing}.`;
  const words: string[] = [];
  if (maxMinorSkip !== undefined) words.push(`${counted(maxMinorSkip, 'minor')} at a time`);
  if (maxMajorSkip !== undefined) words.push(`${counted(maxMajorSkip, 'major')} at a time`);
  if (words.length > 0) {
    if (longTermToLongTerm === true) words.push('or from one long-term release to the next');
    return `${name} goes ${words.join(', ')}${enforcing}.`;
  }
  const leading = hops.filter(({ to }) => inRange(newer, to)).map(({ from }) => rangeInWords(from, component));
  return `${name} ${printVersion(newer)} is reached from ${list([...new Set(leading)], 'or')}${enforcing}.`;
}

function counted(count: number, what: string): string {
  return count === 1 ? `one ${what}` : `at most ${count} ${what}s`;
}

/** What keeps two parts of one component together, as one sentence. */
export function skewInWords({ name }: Component, { part, of, maxOlder, oldest, note }: Skew, to: Version): string {
  if (note !== undefined) return sentence(note);
  if (oldest !== undefined) return `${name} ${printVersion(to)} accepts no ${part} older than ${oldest}.`;
  return `${part} of ${name} may be at most ${counted(maxOlder ?? 0, 'minor').replace('at most ', '')} older than ${of}.`;
}
