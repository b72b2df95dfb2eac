/** The statements that keep versions of two pins apart. */
import { t } from '@vscode/l10n';
import type { Catalog, CompatibilityRule } from '../../catalog/model.ts';
import { allVersions } from '../../catalog/queries.ts';
import type { KnownPin } from '../pairs.ts';
import { carriedRanges, carriedSide } from '../sides.ts';
import { worded } from '../verdict.ts';
import type { AppliedStatement, Subject } from '../verdict-types.ts';
import type { Ground, VersionGroup } from './derivation.ts';
import { type PinSet, tableOf } from './pinProblem.ts';
import { groupOfPin, nameOfGroup, versionGroup } from './versionGroups.ts';

/** A pin with some of its versions. */
export interface PinVersions {
  readonly pin: KnownPin;
  readonly versions: readonly string[];
}

/** What one statement, made by one of two pins, excludes. */
interface Gathered {
  readonly applied: AppliedStatement;
  readonly speaker: Ground['speaker'];
  readonly given: Set<string>;
  readonly ruledOut: Set<string>;
}

/**
 * The statements by which every version of one pin excludes every version of another, few where there is a choice.
 * @param premise each of its versions is incompatible with each of the target's
 */
export function groundsFor(premise: PinVersions, target: PinVersions, set: PinSet, catalog: Catalog): Ground[] {
  const table = tableOf(set, premise.pin, target.pin);
  if (table === undefined) return [];
  const gathered = new Map<CompatibilityRule, Map<string, Gathered>>();
  const classesOfPremise = byClass(premise, table.classesOfOne);
  const classesOfTarget = byClass(target, table.classesOfTwo);
  for (const [one, given] of classesOfPremise)
    for (const [two, ruledOut] of classesOfTarget) {
      const [applied] = table.verdict(one, two).deciding;
      if (applied === undefined) continue;
      const { rule } = applied;
      const speaker = speakerOf(applied, premise.pin, target.pin);
      const alike = gathered.get(rule) ?? new Map<string, Gathered>();
      gathered.set(rule, alike);
      const key = `${speaker} ${applied.own.component.id} ${applied.other.component.id}`;
      const known = alike.get(key) ?? { applied, speaker, given: new Set(), ruledOut: new Set() };
      alike.set(key, known);
      for (const text of given) known.given.add(text);
      for (const text of ruledOut) known.ruledOut.add(text);
    }
  return [...gathered.values()].flatMap((alike) =>
    [...alike.values()].map((one) => groundOf(one, premise.pin, target.pin, catalog)),
  );
}

function byClass({ pin, versions }: PinVersions, classes: readonly number[]): Map<number, string[]> {
  const chosen = new Set(versions);
  const found = new Map<number, string[]>();
  for (const [place, text] of pin.candidates.entries()) {
    if (!chosen.has(text)) continue;
    const one = classes[place] ?? 0;
    const list = found.get(one);
    if (list === undefined) found.set(one, [text]);
    else list.push(text);
  }
  return found;
}

/** A distribution speaks through what it carries. */
function speakerOf({ own, other }: AppliedStatement, premise: KnownPin, target: KnownPin): Ground['speaker'] {
  if (own.component === premise.component || other.component === target.component) return 'premise';
  return 'target';
}

function groundOf(
  { applied, speaker, given, ruledOut }: Gathered,
  premise: KnownPin,
  target: KnownPin,
  catalog: Catalog,
): Ground {
  const groups = { premise: groupOfPin(premise, [...given]), target: groupOfPin(target, [...ruledOut]) };
  const [speaking, spokenOf] = speaker === 'premise' ? ([premise, target] as const) : ([target, premise] as const);
  const [own, other] = speaker === 'premise' ? [groups.premise, groups.target] : [groups.target, groups.premise];
  const named = (pin: KnownPin, group: VersionGroup, subject: Subject): Carrying =>
    subject.component === pin.component
      ? { label: nameOfGroup(pin, group), carried: [] }
      : carrying(pin, group, subject, catalog);
  const speaks = named(speaking, own, applied.own);
  const { rule } = applied;
  return {
    statement: worded({ ...applied, own: { ...applied.own, label: speaks.label } }),
    note: rule.note,
    carried: [...speaks.carried, ...named(spokenOf, other, applied.other).carried],
    source: rule.source,
    checked: rule.checked,
    speaker,
    given: groups.premise,
    ruledOut: groups.target,
  };
}

interface Carrying {
  readonly label: string;
  readonly carried: readonly string[];
}

/** "Kubernetes 1.34.2", and that versions of a pin carry it. */
function carrying(pin: KnownPin, group: VersionGroup, { component, label }: Subject, catalog: Catalog): Carrying {
  const some: KnownPin = { ...pin, candidates: group.versions };
  const texts = carriedRanges(some).get(component.id) ?? new Set<string>();
  const side = carriedSide(some, component.id, texts, catalog);
  const words = side === undefined ? '' : versionGroup(component, allVersions(component), side.versions).words;
  const what = words === '' ? label : `${component.name} ${words}`;
  return { label: what, carried: [t('{0} carries {1}', nameOfGroup(pin, group), what)] };
}
