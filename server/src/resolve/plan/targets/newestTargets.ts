/** Targets that follow from the catalog: the newest versions that go together, and those that are in support until a day. */
import { t } from '@vscode/l10n';
import type { Component, IsoDate } from '../../../catalog/model.ts';
import { type SupportState, supportOf } from '../../../catalog/support.ts';
import { compareVersions, parseVersion } from '../../../version/index.ts';
import { enumeration, sentences } from '../../../words.ts';
import type { Limits } from '../../engine/problem.ts';
import { type Offers, offers } from '../../stack/offered.ts';
import { labelOf } from '../grounds.ts';
import { isAllowed } from '../passable.ts';
import { lockedAt } from '../pinLimits.ts';
import type { BlockingPin, PlanContext, PlanPin, Targets } from '../plan.ts';
import { choose, goodBeforeNoWorse, type Offer, type Running } from './choose.ts';
import { leastMoves } from './leastMoves.ts';

/**
 * The newest final versions that go together: as few pins out of support as can be, then as few release lines behind the
 * newest, then as few releases, each counted over all pins. Nothing goes back, and what is locked stays. Pairs that are not
 * good at the start become so if they can.
 */
export function newestTargets(running: Running, context: PlanContext, limits: Limits): Targets {
  const offered = offers(context);
  const chosen = running.pins.map((pin) => newestOf(pin, running.start.get(pin.instance) ?? '', offered));
  return choose(running, chosen, context, limits, goodBeforeNoWorse(running, context));
}

function newestOf(pin: PlanPin, from: string, offered: Offers): Offer {
  const component = pin.known?.component;
  const start = component && offered.about(component, from);
  if (component === undefined || start === undefined || pin.isLocked)
    return { pin, versions: [from], costs: [[Number(start?.ended ?? false), 0, 0]] };
  const all = offered.versionsOf(component);
  const lines = [...new Set(all.map((text) => offered.about(component, text)?.line))];
  const costOf = (text: string): readonly number[] => {
    const about = offered.about(component, text);
    const [line, place] = [lines.indexOf(about?.line), all.indexOf(text)];
    return [Number(about?.ended ?? false), line < 0 ? lines.length : line, place < 0 ? all.length : place];
  };
  const newer = all.filter((text) => {
    const about = offered.about(component, text);
    if (about === undefined || about.ended || !isAllowed(pin, text)) return false;
    return compareVersions(about.version, start.version) > 0;
  });
  const versions = [...newer, from];
  return { pin, versions, costs: versions.map(costOf) };
}

/**
 * The least change with which every pin is in support until a day, as far as dates and rules are stated. A pin of whose
 * support nothing is known may stay, and is named.
 * @param until the last day that has to be in support
 */
export function supportedTargets(running: Running, until: IsoDate, context: PlanContext, limits: Limits): Targets {
  const offered = offers(context);
  const then = { ...context, date: until };
  const lasts = (component: Component, text: string): boolean => !isOver(supportAt(component, text, then));
  const chosen = running.pins.map((pin) => {
    const component = pin.known?.component;
    const from = running.start.get(pin.instance) ?? '';
    return leastMoves(pin, from, offered, component && ((text) => lasts(component, text)));
  });
  const stuck = chosen.find(({ versions }) => versions.length === 0);
  if (stuck !== undefined)
    return { kind: 'blocked', blockedBy: [neverLasting(stuck.pin, until, running, then, offered)], proven: true };
  const found = choose(running, chosen, context, limits);
  if (found.kind !== 'targets') return found;
  const unknown = running.pins.filter(({ known, instance }) => {
    const version = found.target.get(instance);
    const support =
      known === undefined || version === undefined ? undefined : supportAt(known.component, version, then);
    return support === undefined || support.state === 'unknown';
  });
  if (unknown.length === 0) return found;
  const names = enumeration(unknown.map(({ instance }) => instance));
  return { ...found, notes: [t('Nothing is known of the support of {0}: the plan takes it that it goes on.', names)] };
}

function supportAt(component: Component, text: string, { catalog, date }: PlanContext): SupportState | undefined {
  const version = parseVersion(text, component.versions.scheme);
  return version && supportOf(component, version, date, catalog);
}

function isOver(support: SupportState | undefined): boolean {
  return support?.state === 'ended' || support?.state === 'extended';
}

/** A pin that can take no version that is in support until the day. */
function neverLasting(
  pin: PlanPin,
  until: IsoDate,
  { start }: Running,
  then: PlanContext,
  offered: Offers,
): BlockingPin {
  const { instance, id, known, isLocked } = pin;
  const from = start.get(instance) ?? '';
  const component = known?.component;
  const goes = isLocked || component === undefined ? [] : offered.versionsOf(component);
  const endOf = (text: string) => (component === undefined ? undefined : supportAt(component, text, then)?.ends) ?? '';
  const allowed = goes.filter((text) => isAllowed(pin, text));
  const best = allowed.reduce((most, text) => (endOf(text) > endOf(most) ? text : most), from);
  const support = component && supportAt(component, best, then);
  const name = component?.name ?? instance;
  const words = isLocked
    ? lockedAt(pin, from)
    : t('No version of {0} that it may take is known to be in support until {1}.', name, until);
  const longest = endOf(best) === '' ? '' : t('{0} is the longest, until {1}.', labelOf(pin, best), endOf(best));
  return {
    instance,
    component: id,
    from,
    to: best,
    statement: sentences(words, isLocked ? lasting(pin, from, endOf(from)) : longest),
    sources: support === undefined || support.state === 'unknown' ? [] : [support.evidence.source],
  };
}

function lasting(pin: PlanPin, text: string, end: string): string {
  return end === '' ? '' : t('{0} is in support until {1}.', labelOf(pin, text), end);
}
