/** The versions that a pin may stop at between its start and its target. */

import type { Component } from '../../catalog/model.ts';
import { seriesOf } from '../../catalog/series.ts';
import { compareVersions, inRange, parseVersion, satisfies, type Version } from '../../version/index.ts';
import type { Offers } from '../stack/offered.ts';
import { ladderOf } from './ladder.ts';
import type { PlanPin } from './plan.ts';

/** A pin on its way. */
export interface Mover {
  readonly pin: PlanPin;
  /** What it may stop at, from its start to its target, in the order in which it meets them. */
  readonly versions: readonly string[];
  /** Whether the target is older than the start. */
  readonly isBack: boolean;
}

/** Whether two texts name the same version of a pin's component. */
export function isSameVersion({ known }: PlanPin, one: string, two: string): boolean {
  if (one === two) return true;
  const [a, b] = versionsOf(known?.component, one, two);
  return a !== undefined && b !== undefined && compareVersions(a, b) === 0;
}

function versionsOf(component: Component | undefined, ...texts: readonly string[]): readonly (Version | undefined)[] {
  return texts.map((text) => component && parseVersion(text, component.versions.scheme));
}

/** Whether what the stack allows of a pin admits a version. */
export function isAllowed({ known, allow }: PlanPin, text: string): boolean {
  const [version] = versionsOf(known?.component, text);
  return version === undefined || allow.every((range) => satisfies(version, range, 'as-release'));
}

/** All versions between two that are offered on the day and that the stack allows, with the two themselves. */
export function moverOf(pin: PlanPin, from: string, to: string, offered: Offers): Mover {
  const component = pin.known?.component;
  const [start, end] = versionsOf(component, from, to);
  if (component === undefined || start === undefined || end === undefined)
    return { pin, versions: [from, to], isBack: false };
  const isBack = compareVersions(end, start) < 0;
  const [low, high] = isBack ? [end, start] : [start, end];
  const between = offered.versionsOf(component).filter((text) => {
    const [version] = versionsOf(component, text);
    if (version === undefined) return false;
    return compareVersions(low, version) < 0 && compareVersions(version, high) < 0 && isAllowed(pin, text);
  });
  // Offered newest first.
  const ordered = isBack ? between : [...between].reverse();
  return { pin, versions: [from, ...ordered, to], isBack };
}

/**
 * For each version a text that two of a run share when every rule about upgrades of the component treats them alike.
 * @param versions in order
 */
export function ruleMarks({ pin, versions }: Mover): readonly string[] {
  const component = pin.known?.component;
  if (component === undefined) return versions.map(() => '');
  const { upgrade, skew = [], series } = component;
  if (upgrade === undefined && skew.length === 0 && series === undefined) return versions.map(() => '');
  const { isSameMinor } = ladderOf(component);
  const parsed = versionsOf(component, ...versions);
  let minor = 0;
  return parsed.map((version, index) => {
    const before = parsed[index - 1];
    if (version === undefined) return `${index}`;
    if (before === undefined || !isSameMinor(before, version)) minor += 1;
    const bit = (isSo: boolean) => (isSo ? '1' : '0');
    const hops = (upgrade?.hops ?? []).map((hop) => bit(inRange(version, hop.from)) + bit(inRange(version, hop.to)));
    const lags = skew.map(({ when, oldest }) => bit(inRange(version, when)) + bit(isOlder(version, oldest)));
    return [minor, seriesOf(component, version), ...hops, ...lags].join(' ');
  });
}

function isOlder(version: Version, oldest: string | undefined): boolean {
  const least = oldest === undefined ? undefined : parseVersion(oldest, version.scheme);
  return least !== undefined && compareVersions(version, least) < 0;
}
