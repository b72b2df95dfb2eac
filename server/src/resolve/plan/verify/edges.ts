/** Whether upstream lets one component go from one version to another at once: the checker's own reading of the rules. */
import { t } from '@vscode/l10n';
import type { Catalog, Component, UpgradeRule } from '../../../catalog/model.ts';
import { allVersions, lineOf } from '../../../catalog/queries.ts';
import {
  compareVersions,
  isPrerelease,
  parseRange,
  parseVersion,
  satisfies,
  type Version,
} from '../../../version/index.ts';
import { seriesVersion } from './series.ts';

/** What is wrong with a step, as a sentence about the step that is called so. */
export type StepProblem = (step: string) => string;

/**
 * What is wrong with a step. Steps back are held to the rules for the way forth; parts of
 * a component lag on the way forth only.
 * @param pinned ids that the stack pins itself
 */
export function* stepProblems(
  component: Component,
  from: Version,
  to: Version,
  catalog: Catalog,
  pinned: ReadonlySet<string>,
): Generator<StepProblem> {
  const isBack = compareVersions(to, from) < 0;
  const [old, young] = isBack ? [to, from] : [from, to];
  if (minorOf(old) === minorOf(young)) return;
  const rule = component.upgrade;
  if (rule !== undefined && !permits(component, rule, old, young))
    yield (step) => t('{0} is farther than one upgrade may go.', step);
  for (const { part, when, maxOlder, oldest } of isBack ? [] : (component.skew ?? [])) {
    if ((pinned.has(part) && part !== component.id) || !holds(young, when)) continue;
    const least = oldest === undefined ? undefined : parseVersion(oldest, old.scheme);
    const isNamed = rule !== undefined && names(component, rule, old, young);
    if (maxOlder !== undefined && !isNamed && stepsUp(component, old, young, minorOf) > maxOlder)
      yield (step) => t('{0} leaves {1} more than {2} behind.', step, part, maxOlder);
    if (least !== undefined && compareVersions(old, least) < 0)
      yield (step) => t('{0} leaves {1} older than {2}.', step, part, oldest ?? '');
  }
  const whole = component.series === undefined ? undefined : catalog.component(component.series.of);
  if (whole?.upgrade === undefined) return;
  const [low, high] = [seriesVersion(component, old, whole), seriesVersion(component, young, whole)];
  if (low === undefined || high === undefined || compareVersions(low, high) >= 0) return;
  if (!permits(whole, whole.upgrade, low, high))
    yield (step) => t('{0} skips series of {1} that no upgrade may skip.', step, whole.name);
}

/** What two versions share that differ in a patch at most. */
function minorOf({ scheme, release }: Version): string {
  return release.length === 0 ? '' : numbers(release, scheme === 'integer' ? 1 : 2);
}

function majorOf({ scheme, release }: Version): string {
  return numbers(release, scheme === 'codename' ? 2 : 1);
}

function numbers(release: readonly number[], count: number): string {
  return Array.from({ length: count }, (_, index) => release[index] ?? 0).join('.');
}

function holds(version: Version, range: string): boolean {
  const parsed = parseRange(range, version.scheme);
  return parsed !== undefined && satisfies(version, parsed, 'as-release');
}

/** The first listed version of each minor, by its name; oldest first. */
const listedMinors = new WeakMap<Component, ReadonlyMap<string, Version>>();

function minorsListed(component: Component): ReadonlyMap<string, Version> {
  const known = listedMinors.get(component);
  if (known !== undefined) return known;
  const minors = new Map<string, Version>();
  for (const text of [...allVersions(component)].reverse()) {
    const version = parseVersion(text, component.versions.scheme);
    if (version === undefined || isPrerelease(version)) continue;
    const name = minorOf(version);
    if (!minors.has(name)) minors.set(name, version);
  }
  listedMinors.set(component, minors);
  return minors;
}

/** How many of its minors (or majors) above the older one lie up to the younger one; by numbers where one is not listed. */
function stepsUp(component: Component, old: Version, young: Version, of: (version: Version) => string): number {
  const listed = new Map<string, Version>();
  for (const version of minorsListed(component).values()) listed.set(of(version), version);
  if (listed.has(of(old)) && listed.has(of(young))) {
    let count = 0;
    for (const [name, version] of listed) {
      const isAbove = name !== of(old) && compareVersions(version, old) > 0;
      if (isAbove && (name === of(young) || compareVersions(version, young) < 0)) count += 1;
    }
    return count;
  }
  const part = of === minorOf && majorOf(old) === majorOf(young) ? 1 : 0;
  return Math.max(1, (young.release[part] ?? 0) - (old.release[part] ?? 0));
}

function names(component: Component, rule: UpgradeRule, old: Version, young: Version): boolean {
  for (const hop of rule.hops ?? []) if (holds(old, hop.from) && holds(young, hop.to)) return true;
  if (rule.longTermToLongTerm !== true) return false;
  if (lineOf(component, old)?.longTerm !== true || lineOf(component, young)?.longTerm !== true) return false;
  const passed = component.versions.lines.filter(({ line, longTerm }) => {
    return longTerm === true && isPassed(parseVersion(line, old.scheme), old, young);
  });
  return passed.length === 0;
}

/** Whether a line lies between, and is that of neither. */
function isPassed(line: Version | undefined, old: Version, young: Version): boolean {
  if (line === undefined || minorOf(line) === minorOf(old) || minorOf(line) === minorOf(young)) return false;
  return compareVersions(line, old) > 0 && compareVersions(line, young) < 0;
}

function permits(component: Component, rule: UpgradeRule, old: Version, young: Version): boolean {
  if (names(component, rule, old, young)) return true;
  const { stops = [], hops = [], maxMinorSkip, maxMajorSkip, anyWithinMajor, anyMajor } = rule;
  if (stops.some((stop) => isPassed(parseVersion(stop, old.scheme), old, young))) return false;
  const minors = () => stepsUp(component, old, young, minorOf);
  if (majorOf(old) === majorOf(young)) {
    if (anyWithinMajor === true) return true;
    if (maxMinorSkip !== undefined) return minors() <= maxMinorSkip;
    if (maxMajorSkip !== undefined || anyMajor === true) return true;
  } else {
    if (anyMajor === true) return true;
    if (maxMajorSkip !== undefined) return stepsUp(component, old, young, majorOf) <= maxMajorSkip;
    if (maxMinorSkip !== undefined) return minors() <= maxMinorSkip;
  }
  // Only hops are named: what they lead to is reached by them, or from within.
  const leading = hops.filter((hop) => holds(young, hop.to));
  return leading.length === 0 || leading.some((hop) => holds(old, hop.to));
}
