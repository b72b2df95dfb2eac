/** Statements that forbid what others support. */
import { t } from '@vscode/l10n';
import { parseRange, satisfies, type Version } from '../../version/index.ts';
import type { CompatibilityRule, Component } from '../model.ts';
import { matching, type Subject, type Told } from './subject.ts';

/** A rule and the component that states it. */
export interface Claim {
  readonly speaker: Component;
  readonly rule: CompatibilityRule;
}

/** Two versions, of the hard claim's speaker and of the other component. */
export interface Clash {
  readonly own: Version;
  readonly other: Version;
}

/** Whether a rule says what cannot work. */
export function isHard({ level }: CompatibilityRule): boolean {
  return level === 'required' || level === 'broken';
}

/** Whether a rule says what works. */
export function isSupport({ level, supported }: CompatibilityRule): boolean {
  return level === 'supported' && supported !== undefined;
}

/**
 * Versions that one claim supports together and the other forbids, among those that are listed; undefined when there are none.
 * The two are about the same pair of components, whichever of them states it.
 * @param other the component that the hard claim is about
 */
export function clashOf(hard: Claim, soft: Claim, other: Component): Clash | undefined {
  const { when, supported = '' } = soft.rule;
  const sameSide = soft.speaker.id === hard.speaker.id;
  const [softOwn, softOther] = sameSide ? [when, supported] : [supported, when];
  const covered = new Set(matching(hard.speaker, hard.rule.when));
  const own = matching(hard.speaker, softOwn).find((version) => covered.has(version));
  const bad = own && forbidden(hard.rule, other, matching(other, softOther));
  return own === undefined || bad === undefined ? undefined : { own, other: bad };
}

/** The first of some versions that a hard rule forbids. */
function forbidden(hard: CompatibilityRule, other: Component, versions: readonly Version[]): Version | undefined {
  const text = hard.level === 'broken' ? hard.breaks : hard.supported;
  const range = text === undefined ? undefined : parseRange(text, other.versions.scheme);
  if (range === undefined) return undefined;
  return versions.find((version) => satisfies(version, range, 'as-release') === (hard.level === 'broken'));
}

/** Pairs of rules that are compared in one component: more are no catalog but a stress test. */
const MOST_COMPARED = 100_000;

/** No component forbids in one rule what it supports in another, unless a note of one of the two explains it. */
export function checkContradictions({ written, merged, world }: Subject): Told[] {
  const rules = (written.compatibility ?? []).map((rule, index) => ({ rule, index }));
  const unexplained = rules.filter(({ rule }) => rule.note === undefined);
  const hard = unexplained.filter(({ rule }) => isHard(rule));
  let compared = 0;
  return unexplained.flatMap(({ rule: soft, index }): Told[] => {
    const other = soft.with === written.id ? merged : world.component(soft.with);
    if (other === undefined || !isSupport(soft)) return [];
    for (const { rule: forbidding, index: place } of hard) {
      if (forbidding.with !== soft.with || compared >= MOST_COMPARED) continue;
      compared += 1;
      const clash = clashOf({ speaker: merged, rule: forbidding }, { speaker: merged, rule: soft }, other);
      if (clash === undefined) continue;
      const message = t(
        '{0} supports {1} by this rule ({2}) and forbids it by another ({3}). Correct one, or explain it in a "note".',
        `${merged.id} ${clash.own.text}`,
        `${other.id} ${clash.other.text}`,
        soft.source,
        forbidding.source,
      );
      const related = [{ path: ['compatibility', place], message: t('It is forbidden here.') }];
      const others = other.id === merged.id ? [] : [other.id];
      return [{ code: 'contradiction', severity: 'warning', path: ['compatibility', index], message, related, others }];
    }
    return [];
  });
}
