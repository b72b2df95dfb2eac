/**
 * Judging the pairs of an effective stack. A pin stands for a set of versions (its candidates) and for what it carries;
 * versions that every statement treats alike are judged once.
 */
import type { Component } from '../catalog/model.ts';
import { candidatesOf } from '../catalog/queries.ts';
import { carriedBy, statementsBetween } from '../catalog/relations.ts';
import { parseRange, parseVersion, printVersion, type Version } from '../version/index.ts';
import type { AnalysisContext, ResolvedPin } from './analysis.ts';
import { isInherited, nameOfPin, rangeInWords } from './texts.ts';
import { inRange, judgePair, type Subject } from './verdict.ts';
import type { PairVerdict, Verdict } from './verdict-types.ts';

/** How bad a verdict is; higher is worse. */
export const BADNESS: { readonly [verdict in Verdict]: number } = {
  compatible: 0,
  unknown: 1,
  untested: 2,
  unsupported: 3,
  incompatible: 4,
};

/** A pin whose component and versions are known. */
export interface KnownPin extends ResolvedPin {
  readonly component: Component;
}

/** The verdict on two pins of a stack. */
export interface PinPair {
  /** The pin a finding is about: the one nearest to the checked file that wins, else the one whose upstream speaks. */
  readonly pin: KnownPin;
  readonly other: KnownPin;
  /** Pins of the same version as `other`, which the same is true of. */
  readonly alike?: readonly KnownPin[];
  /** The best that any two versions of the pins reach: what is sure to hold. */
  readonly best: PairVerdict;
  /** The worst that two versions of the pins reach; differs from `best` only when a pin is a range or a line. */
  readonly worst: PairVerdict;
  /** Which candidates of one of the two are incompatible with every version of the other that it may meet, newest first. */
  readonly badCandidates: (of: KnownPin) => readonly string[];
}

export function isKnown(pin: ResolvedPin): pin is KnownPin {
  return pin.component !== undefined && pin.candidates.length > 0;
}

/** Versions of a component that all statements about one other component treat alike: one stands for all. */
function representatives(component: Component, versions: readonly string[], other: Component): Version[] {
  const ranges: string[] = [];
  for (const { speaker, rule } of statementsBetween(component, other)) {
    if (speaker === 'a') ranges.push(rule.when);
    else for (const range of [rule.supported, rule.tested, rule.breaks]) if (range !== undefined) ranges.push(range);
  }
  const seen = new Map<string, Version>();
  for (const text of versions) {
    const version = parseVersion(text, component.versions.scheme);
    if (version === undefined) continue;
    const signature =
      versions.length === 1 ? '' : ranges.map((range) => (inRange(version, range) ? '1' : '0')).join('');
    if (!seen.has(signature)) seen.set(signature, version);
  }
  return [...seen.values()];
}

export interface Extremes {
  readonly best: PairVerdict;
  readonly worst: PairVerdict;
  /** Whose statement decided the worst. */
  readonly speaker: 'a' | 'b' | undefined;
}

const SILENT: Extremes = {
  best: { verdict: 'unknown', reason: '', evidence: [] },
  worst: { verdict: 'unknown', reason: '', evidence: [] },
  speaker: undefined,
};

/** A component with versions, as one side of a judgement: a pin itself, or something that a pin carries. */
interface Side {
  readonly component: Component;
  readonly versions: readonly string[];
  readonly label: (version: Version) => string;
  readonly via?: string;
}

function subjects(side: Side, other: Component): Subject[] {
  return representatives(side.component, side.versions, other).map((version) => ({
    component: side.component,
    version,
    label: side.label(version),
    ...(side.via === undefined ? {} : { via: side.via }),
  }));
}

function judgeSides(a: Side, b: Side): Extremes {
  const statements = statementsBetween(a.component, b.component);
  if (statements.length === 0) return SILENT;
  let best: PairVerdict | undefined;
  let worst: PairVerdict | undefined;
  for (const one of subjects(a, b.component)) {
    for (const two of subjects(b, a.component)) {
      const verdict = judgePair(one, two);
      if (best === undefined || BADNESS[verdict.verdict] < BADNESS[best.verdict]) best = verdict;
      if (worst === undefined || BADNESS[verdict.verdict] > BADNESS[worst.verdict]) worst = verdict;
    }
  }
  if (best === undefined || worst === undefined) return SILENT;
  const source = worst.evidence[0]?.source;
  const speaker = statements.find(({ rule }) => rule.source === source)?.speaker;
  return { best, worst, speaker };
}

function sideOf(pin: KnownPin): Side {
  const exact = pin.value?.kind === 'exact';
  return {
    component: pin.component,
    versions: pin.candidates,
    label: exact
      ? () => `${pin.component.name} ${pin.value?.text ?? ''}`
      : (version) => `${pin.component.name} ${printVersion(version)}`,
  };
}

/** The versions that a carried range names: itself when it is one version, else the catalog's versions inside it. */
function carriedVersions(component: Component, versions: string): readonly string[] {
  const { scheme } = component.versions;
  const version = parseVersion(versions, scheme);
  if (version !== undefined) return [printVersion(version)];
  const range = parseRange(versions, scheme);
  return range === undefined ? [] : candidatesOf(component, { kind: 'range', text: versions, range });
}

/**
 * What a pin carries, as sides of their own. Left out: what the stack pins explicitly (the explicit pin counts) and what
 * is only a default that configuration can change.
 */
function carriedSides(pin: KnownPin, pinned: ReadonlySet<string>, context: AnalysisContext): Side[] {
  if (pin.component.carries === undefined) return [];
  const ranges = new Map<string, Set<string>>();
  for (const text of pin.candidates) {
    const version = parseVersion(text, pin.component.versions.scheme);
    if (version === undefined) continue;
    for (const { with: id, versions, statement } of carriedBy(pin.component, version)) {
      if (pinned.has(id) || statement.default === true) continue;
      ranges.set(id, (ranges.get(id) ?? new Set()).add(versions));
    }
  }
  const sides: Side[] = [];
  for (const [id, texts] of ranges) {
    const component = context.catalog.component(id);
    if (component === undefined) continue;
    const versions = [...new Set([...texts].flatMap((text) => carriedVersions(component, text)))];
    if (versions.length === 0) continue;
    const [only] = texts;
    const words = texts.size === 1 && only !== undefined ? rangeInWords(only, component) : undefined;
    sides.push({
      component,
      versions,
      label: (version) => `${component.name} ${words ?? printVersion(version)}`,
      via: `which ${nameOfPin(pin)} carries`,
    });
  }
  return sides;
}

function combine(
  facets: readonly Extremes[],
  pick: 'best' | 'worst',
): { verdict: PairVerdict; speaker: Extremes['speaker'] } {
  // A pair with one good facet and nothing against it is good: silence never outweighs a statement.
  let chosen: Extremes | undefined;
  for (const facet of facets) {
    const { verdict } = facet[pick];
    if (verdict === 'unknown') continue;
    if (chosen === undefined || BADNESS[verdict] > BADNESS[chosen[pick].verdict]) chosen = facet;
  }
  return { verdict: (chosen ?? SILENT)[pick], speaker: chosen?.speaker };
}

/** The same pin as if one of its versions were pinned. */
export function atVersion(pin: KnownPin, text: string): KnownPin {
  const version = parseVersion(text, pin.component.versions.scheme);
  return { ...pin, candidates: [text], value: version === undefined ? pin.value : { kind: 'exact', text, version } };
}

/** Judges pairs of pins within one stack; remembers what it judged, since many stacks of a file share their pins. */
export interface PairJudge {
  pair(a: KnownPin, b: KnownPin): PinPair;
}

/** What is worked out once of a pin, however many others it is judged against. */
interface Prepared {
  /** Pins with equal keys are judged alike. */
  readonly key: string;
  readonly side: Side;
  readonly carried: readonly Side[];
}

/** What is judged by value: two pins of the same component with the same candidates are alike. */
export function pinKey(pin: KnownPin): string {
  return `${pin.component.id}\n${pin.value?.text ?? ''}\n${pin.candidates.length}`;
}

/**
 * Makes a judge for one stack.
 * @param pinned ids that the stack pins explicitly
 * @param memory shared between the stacks of one analysis
 */
export function pairJudge(
  pinned: ReadonlySet<string>,
  context: AnalysisContext,
  memory: Map<string, Extremes[]>,
): PairJudge {
  const prepared = new WeakMap<KnownPin, Prepared>();
  const carriedBySame = new Map<string, readonly Side[]>();
  const prepare = (pin: KnownPin): Prepared => {
    const known = prepared.get(pin);
    if (known !== undefined) return known;
    const own = pinKey(pin);
    const carried = carriedBySame.get(own) ?? carriedSides(pin, pinned, context);
    carriedBySame.set(own, carried);
    const fresh = { key: `${own}\n${carried.map(({ component }) => component.id).join()}`, side: sideOf(pin), carried };
    prepared.set(pin, fresh);
    return fresh;
  };
  const facets = (a: KnownPin, b: KnownPin): Extremes[] => {
    const [one, two] = [prepare(a), prepare(b)];
    const key = `${one.key}\n${two.key}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    const judged: Extremes[] = [];
    const judge = (left: Side, right: Side): void => {
      if (statementsBetween(left.component, right.component).length > 0) judged.push(judgeSides(left, right));
    };
    judge(one.side, two.side);
    for (const side of two.carried) judge(one.side, side);
    for (const side of one.carried) judge(side, two.side);
    memory.set(key, judged);
    return judged;
  };
  const incompatibleAt = (of: KnownPin, against: KnownPin, pick: 'best' | 'worst'): string[] =>
    of.candidates.filter(
      (text) => combine(facets(atVersion(of, text), against), pick).verdict.verdict === 'incompatible',
    );
  return {
    pair(a, b) {
      const judged = facets(a, b);
      const best = combine(judged, 'best');
      const worst = combine(judged, 'worst');
      const speaker = best.speaker ?? worst.speaker;
      const later = Number(isInherited(a)) - Number(isInherited(b)) || b.rank - a.rank;
      const [pin, other] = (later === 0 ? speaker !== 'b' : later < 0) ? [a, b] : [b, a];
      const badCandidates = (of: KnownPin): readonly string[] => {
        // By component: a finding may stand at another pin that is alike.
        const against = of.component === a.component ? b : a;
        const [all, some] = [incompatibleAt(of, against, 'best'), incompatibleAt(of, against, 'worst')];
        return all.length > 0 ? all : some;
      };
      return { pin, other, best: best.verdict, worst: worst.verdict, badCandidates };
    },
  };
}
