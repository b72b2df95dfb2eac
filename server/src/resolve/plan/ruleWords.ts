/** The rules of one component's upgrades in words. */
import { list, sentence } from '../../analysis/texts.ts';
import type { Component, Skew, UpgradeRule } from '../../catalog/model.ts';
import { printVersion, type Version } from '../../version/index.ts';

/**
 * What an upgrade rule says of upgrades that it does not allow at once, as one sentence.
 * @param to what was to be reached
 */
export function upgradeInWords({ name }: Component, upgrade: UpgradeRule, to: Version): string {
  const { maxMinorSkip, maxMajorSkip, longTermToLongTerm, stops, hops, note } = upgrade;
  const words: string[] = [];
  if (maxMinorSkip !== undefined) words.push(`${counted(maxMinorSkip, 'minor')} at a time`);
  if (maxMajorSkip !== undefined) words.push(`${counted(maxMajorSkip, 'major')} at a time`);
  if (words.length > 0 && longTermToLongTerm === true) words.push('or from one long-term release to the next');
  if (words.length > 0)
    return `${name} goes ${list(words.slice(0, 1))}${words
      .slice(1)
      .map((word) => `, ${word}`)
      .join('')}.`;
  if (stops !== undefined) return `${name} has releases that have to be installed on the way.`;
  if (hops !== undefined && note !== undefined) return sentence(note);
  return `Upstream does not lead straight to ${name} ${printVersion(to)}.`;
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
