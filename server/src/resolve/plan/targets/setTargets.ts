/** Targets that a person names: versions of some components, or another stack. */
import { t } from '@vscode/l10n';
import { candidatesOf, vocabularyOf } from '../../../catalog/queries.ts';
import { parsePin } from '../../../version/index.ts';
import type { Limits } from '../../engine/problem.ts';
import { type Offers, offers } from '../../stack/offered.ts';
import { isAllowed, isSameVersion } from '../passable.ts';
import { lockedAt, outsideOf } from '../pinLimits.ts';
import type { PlanContext, PlanPin, Targets, Versions } from '../plan.ts';
import { choose, type Offer, type Running } from './choose.ts';
import { leastMoves, wantedVersions } from './leastMoves.ts';

/**
 * The least change of a stack with which some pins take the versions that are asked for.
 * @param wanted by the key under `components`, or by the id of a component for all its pins: an exact version, or a line or
 *   a range, of which the newest that fits is taken
 */
export function setTargets(
  running: Running,
  wanted: ReadonlyMap<string, string>,
  context: PlanContext,
  limits: Limits,
): Targets {
  const problems: string[] = [];
  const asked = new Map<PlanPin, string>();
  for (const [name, text] of wanted) {
    const byKey = running.pins.filter(({ instance }) => instance === name);
    const meant = byKey.length > 0 ? byKey : running.pins.filter(({ id }) => id === name);
    if (meant.length === 0)
      problems.push(t('The stack has no "{0}": name a key under components, or a component that it pins.', name));
    for (const pin of meant) asked.set(pin, text);
  }
  const offered = offers(context);
  const chosen = running.pins.map((pin): Offer | string => {
    const from = running.start.get(pin.instance) ?? '';
    const text = asked.get(pin);
    return text === undefined ? leastMoves(pin, from, offered) : askedFor(pin, from, text, offered);
  });
  problems.push(...chosen.filter((one) => typeof one === 'string'));
  if (problems.length > 0) return { kind: 'refused', problems };
  return choose(
    running,
    chosen.filter((one) => typeof one !== 'string'),
    context,
    limits,
  );
}

/** What one pin is asked to take; a sentence where it cannot. */
function askedFor(pin: PlanPin, from: string, text: string, offered: Offers): Offer | string {
  const { known } = pin;
  if (known === undefined)
    return pin.isLocked && text !== from ? lockedAt(pin, from) : wantedVersions(pin, from, [text], offered);
  const { component } = known;
  const value = parsePin(text, vocabularyOf(component));
  if (value.kind === 'invalid') return t('"{0}" is no version, release line or range of {1}.', text, component.name);
  const candidates = candidatesOf(component, value);
  const listed = new Set(offered.versionsOf(component));
  const versions = value.kind === 'exact' ? candidates : candidates.filter((one) => listed.has(one));
  if (versions.length === 0) return t('No version of {0} that could be used is known in {1}.', component.name, text);
  if (pin.isLocked && !versions.some((one) => isSameVersion(pin, one, from))) return lockedAt(pin, from);
  const left = pin.isLocked ? [from] : versions.filter((one) => isAllowed(pin, one) || isSameVersion(pin, one, from));
  if (left.length === 0) return outsideOf(pin, text);
  return wantedVersions(pin, from, left, offered);
}

/**
 * The versions of another stack, where it has the same pins. What only one of the two pins is told.
 * @param other its pins with the versions that they run at
 */
export function stackTargets({ pins, start }: Running, other: Running): Targets {
  const target = new Map<string, string>(start);
  const notes: string[] = [];
  for (const { instance, id } of pins) {
    const same = other.pins.find((pin) => pin.instance === instance);
    const to = other.start.get(instance);
    if (same === undefined || to === undefined)
      notes.push(
        t('{0} is not in the target: the plan keeps it where it is, and to remove it is no step of it.', instance),
      );
    else if (same.id !== id)
      notes.push(
        t(
          '{0} is {1} here and {2} in the target: the plan keeps it, and to replace it is no step of it.',
          instance,
          id,
          same.id,
        ),
      );
    else target.set(instance, to);
  }
  for (const { instance } of other.pins) {
    if (!pins.some((pin) => pin.instance === instance))
      notes.push(t('{0} is only in the target: to add it is no step of the plan.', instance));
  }
  return { kind: 'targets', target: target satisfies Versions, proven: true, notes };
}
