/** The quick fixes of a finding, made from its `fix` data and the analysis it belongs to; nothing is parsed again. */
import { allVersions, latestOf, lineOf } from '../catalog/queries.ts';
import { supportOf } from '../catalog/support.ts';
import { rangeOf } from '../manifest/tree.ts';
import { compareVersions, isPrerelease, jumpBetween, parseVersion, type Version } from '../version/index.ts';
import type { Analysis, AnalysisContext, EffectiveStack } from './analysis.ts';
import type { Finding, Fix, FixData, FixGoal, PinRef } from './finding.ts';
import { neighbourJudge } from './neighbours.ts';
import { contextOf } from './ownCatalogs.ts';
import { BADNESS, isKnown, type KnownPin } from './pairs.ts';
import { isInherited, list, nameOfPin } from './texts.ts';
import type { NeighbourVerdict } from './verdict-types.ts';
import { scalarText } from './yamlReading.ts';

/** Versions tried for one pin: nearest first, so that the bound cuts only far ones. */
const MOST_TRIED = 400;

/** Pins named in a title. */
const MOST_NAMED = 3;

/**
 * Makes the fixes of a finding.
 * @param analysis the analysis that the finding came from, of the current text
 * @returns best first; the first may be preferred. Empty when nothing known makes it good
 */
export function fixesFor(analysis: Analysis, finding: Pick<Finding, 'range' | 'fix'>): readonly Fix[] {
  const { fix } = finding;
  if (fix === undefined) return [];
  if (fix.kind === 'replace') {
    // In broken text what is meant can stand there already, read as something else.
    const now = analysis.file.text.slice(finding.range.start, finding.range.end);
    const choices = fix.choices.filter(({ newText }) => newText !== now);
    return choices.map(({ title, newText }, index) => ({
      title,
      kind: 'quickfix',
      preferred: index === 0,
      changes: [{ range: finding.range, newText }],
    }));
  }
  if (fix.kind === 'changes') {
    return fix.choices.map((choice, index) => ({ ...choice, kind: 'quickfix', preferred: index === 0 }));
  }
  const fixes = fix.pins.flatMap((ref) => pinFix(analysis, ref, fix) ?? []);
  // Going forward beats going back; where both go the same way, the smaller jump does.
  fixes.sort((a, b) => Number(a.downgrade) - Number(b.downgrade) || a.distance - b.distance);
  return fixes.map(({ title, changes }, index) => ({ title, kind: 'quickfix', preferred: index === 0, changes }));
}

/** The data of a fix that changes pins. */
type PinsFix = Extract<FixData, { readonly kind: 'pins' }>;

interface PinFix extends Pick<Fix, 'title' | 'changes'> {
  readonly downgrade: boolean;
  readonly distance: number;
}

function pinFix(analysis: Analysis, ref: PinRef, { goal, pins }: PinsFix): PinFix | undefined {
  const stack = analysis.stacks.find(
    ({ document, environment }) => document === ref.document && environment === ref.environment,
  );
  const pin = stack?.pins.find(({ entry }) => entry.instance === ref.instance);
  if (stack === undefined || pin === undefined || !isKnown(pin)) return undefined;
  const { version: node, locked, instance } = pin.entry;
  // The pins of a base are changed in the base.
  if (node === undefined || locked || isInherited(pin)) return undefined;
  const others = new Set(pins.filter((one) => one !== ref).map((one) => one.instance));
  const choice = nearestFit(stack, pin, goal, others, contextOf(analysis.context, stack.document));
  if (choice === undefined) return undefined;
  const prefix = /^v\d/.test(node.text) ? 'v' : '';
  const fitting = choice.verdicts
    .filter(({ verdict }) => verdict === 'compatible')
    .map(({ other }) => nameOfPin(other));
  const named =
    fitting.length > MOST_NAMED ? [...fitting.slice(0, MOST_NAMED), `${fitting.length - MOST_NAMED} more`] : fitting;
  const outcome = named.length === 0 ? '' : ` (fits ${list(named)})`;
  return {
    title: `Change ${instance} to ${choice.text}${outcome}`,
    changes: [{ range: rangeOf(node), newText: scalarText(`${prefix}${choice.text}`, node.style) }],
    downgrade: choice.downgrade,
    distance: choice.distance,
  };
}

interface Choice {
  readonly text: string;
  readonly verdicts: readonly NeighbourVerdict[];
  readonly downgrade: boolean;
  readonly distance: number;
}

/**
 * The nearest version that reaches the goal and leaves no pair unsupported or incompatible; failing that, none worse than it
 * is. With the other pins of the finding it has to go together by a statement, if any version does: one that upstream says
 * nothing of, or that is newer than what it has said, is no mending.
 * @param others instances of those pins
 */
function nearestFit(
  stack: EffectiveStack,
  pin: KnownPin,
  goal: FixGoal,
  others: ReadonlySet<string>,
  context: AnalysisContext,
): Choice | undefined {
  const judge = neighbourJudge(stack, pin, context);
  const [newest] = pin.candidates;
  const from = newest === undefined ? undefined : parseVersion(newest, pin.component.versions.scheme);
  if (newest === undefined || from === undefined) return undefined;
  // What is bad already, and for another reason, need not keep a pin out of support.
  const allowed =
    goal === 'fits' ? undefined : [...judge(newest)].map(({ verdict }) => Math.max(BADNESS.untested, BADNESS[verdict]));
  let noWorse: Choice | undefined;
  let unstated: Choice | undefined;
  for (const candidate of orderedCandidates(pin, from, goal, context).slice(0, MOST_TRIED)) {
    const verdicts: NeighbourVerdict[] = [];
    let fits = true;
    let isNoWorse = allowed !== undefined && noWorse === undefined;
    for (const one of judge(candidate.text)) {
      const badness = BADNESS[one.verdict];
      fits &&= badness < BADNESS.unsupported;
      isNoWorse &&= badness <= (allowed?.[verdicts.length] ?? BADNESS.untested);
      verdicts.push(one);
      if (!fits && !isNoWorse) break;
    }
    const isStated = verdicts.every((one) => one.verdict === 'compatible' || !others.has(one.other.entry.instance));
    if (fits && isStated) return { ...candidate, verdicts };
    if (fits) unstated ??= { ...candidate, verdicts };
    if (isNoWorse) noWorse = { ...candidate, verdicts };
  }
  return unstated ?? noWorse;
}

type Ranked = Omit<Choice, 'verdicts'> & { readonly version: Version };

/** Versions worth trying, best first: no downgrade, then the smallest jump, then the newest within it. */
function orderedCandidates(pin: KnownPin, from: Version, goal: FixGoal, context: AnalysisContext): Ranked[] {
  const { component } = pin;
  const pool = goal === 'exact' ? pin.candidates : goal === 'patch' ? patches(pin, from) : allVersions(component);
  const ranked: Ranked[] = [];
  for (const text of pool) {
    const version = parseVersion(text, component.versions.scheme);
    if (version === undefined || text === pin.entry.version?.text || !isOffered(pin, version, context)) continue;
    const order = compareVersions(version, from);
    if (order === 0 && goal !== 'exact') continue;
    ranked.push({ text, version, downgrade: order < 0, distance: JUMPS[jumpBetween(from, version)] });
  }
  if (goal === 'exact' || goal === 'patch') return ranked;
  const ended = new Map(ranked.map((one) => [one, isEnded(pin, one.version, context)]));
  const usable =
    goal === 'fits'
      ? ranked
      : ranked.filter(
          (one) => ended.get(one) === false && (goal === 'supported' || lastsLonger(pin, one.version, from, context)),
        );
  return usable.sort(
    (a, b) =>
      Number(ended.get(a)) - Number(ended.get(b)) ||
      Number(a.downgrade) - Number(b.downgrade) ||
      lineDistance(pin, a.version, from) - lineDistance(pin, b.version, from) ||
      compareVersions(b.version, a.version),
  );
}

const JUMPS = { same: 0, patch: 1, minor: 2, major: 3 } as const;

function patches(pin: KnownPin, from: Version): readonly string[] {
  const line = lineOf(pin.component, from);
  const latest = line === undefined ? undefined : latestOf(pin.component, line);
  return latest === undefined ? [] : [latest];
}

/** Pre-releases and withdrawn versions are never offered, nor what upstream had not released by the day. */
function isOffered(pin: KnownPin, version: Version, context: AnalysisContext): boolean {
  if (isPrerelease(version)) return false;
  const line = lineOf(pin.component, version);
  if (line?.withdrawn?.some((withdrawal) => withdrawal.version === version.text) === true) return false;
  return line?.released === undefined || line.released <= context.date;
}

function isEnded(pin: KnownPin, version: Version, context: AnalysisContext): boolean {
  const { state } = supportOf(pin.component, version, context.date, context.catalog);
  return state === 'ended' || state === 'extended';
}

/** Whether another line's support goes on for longer than the pin's, as far as dates are stated. */
function lastsLonger(pin: KnownPin, version: Version, from: Version, context: AnalysisContext): boolean {
  const { component } = pin;
  if (lineOf(component, version) === lineOf(component, from)) return false;
  const now = supportOf(component, from, context.date, context.catalog);
  const then = supportOf(component, version, context.date, context.catalog);
  return then.ends === undefined || now.ends === undefined || then.ends > now.ends;
}

/** How many release lines lie between two versions, by the catalog's own order of lines. */
function lineDistance(pin: KnownPin, version: Version, from: Version): number {
  const { lines } = pin.component.versions;
  const [one, two] = [lineOf(pin.component, version), lineOf(pin.component, from)];
  if (one === two) return 0;
  if (one === undefined || two === undefined) return lines.length;
  return Math.abs(lines.indexOf(one) - lines.indexOf(two));
}
