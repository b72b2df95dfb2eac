/**
 * Judging what two pins stand for. A pin stands for a set of versions (its candidates) and for what it carries; versions
 * that every statement treats alike are judged once.
 */
import type { Catalog, Component } from '../catalog/model.ts';
import { candidatesOf } from '../catalog/queries.ts';
import { carriedBy, statementsBetween } from '../catalog/relations.ts';
import { parseRange, parseVersion, printVersion, type Version } from '../version/index.ts';
import { BADNESS, type PinnedVersions } from './pairs.ts';
import { plainTable } from './plainTable.ts';
import { nameOfPin, rangeInWords } from './texts.ts';
import { judgePair, NOTHING_KNOWN } from './verdict.ts';
import type { PairVerdict, Subject, Verdict } from './verdict-types.ts';
import { versionClasses } from './versionClasses.ts';

/** A component with versions, as one side of a judgement: a pin itself, or something that a pin carries. */
export interface Side {
  readonly component: Component;
  readonly versions: readonly string[];
  readonly label: (version: Version) => string;
  readonly via?: string;
}

/** What the versions of two sides reach at best and at worst. */
export interface Extremes {
  readonly best: PairVerdict;
  readonly worst: PairVerdict;
  /** Whose statement decided the worst. */
  readonly speaker: 'a' | 'b' | undefined;
}

/** Nobody says anything. */
export const SILENT: Extremes = {
  best: NOTHING_KNOWN,
  worst: NOTHING_KNOWN,
  speaker: undefined,
};

/** A pin itself. */
export function sideOf(pin: PinnedVersions): Side {
  const { component, candidates, value } = pin;
  const exact = value?.kind === 'exact';
  return {
    component,
    versions: candidates,
    label: exact ? () => `${component.name} ${value.text}` : (version) => `${component.name} ${printVersion(version)}`,
  };
}

/** What a pin carries, by id, as its versions say it. Left out is what is only a default that configuration can change. */
export function carriedRanges(pin: PinnedVersions): ReadonlyMap<string, ReadonlySet<string>> {
  const ranges = new Map<string, Set<string>>();
  if (pin.component.carries === undefined) return ranges;
  for (const text of pin.candidates) {
    const version = parseVersion(text, pin.component.versions.scheme);
    if (version === undefined) continue;
    for (const { with: id, versions, statement } of carriedBy(pin.component, version)) {
      if (statement.default === true) continue;
      ranges.set(id, (ranges.get(id) ?? new Set()).add(versions));
    }
  }
  return ranges;
}

/**
 * Something that a pin carries, as a side of its own.
 * @param texts its versions, as the pin's versions say it
 * @returns undefined where no catalog knows it or its versions
 */
export function carriedSide(
  pin: PinnedVersions,
  id: string,
  texts: ReadonlySet<string>,
  catalog: Catalog,
): Side | undefined {
  const component = catalog.component(id);
  if (component === undefined) return undefined;
  const versions = [...new Set([...texts].flatMap((text) => carriedVersions(component, text)))];
  if (versions.length === 0) return undefined;
  const [only] = texts;
  const words = texts.size === 1 && only !== undefined ? rangeInWords(only, component) : undefined;
  return {
    component,
    versions,
    label: (version) => `${component.name} ${words ?? printVersion(version)}`,
    via: nameOfPin(pin),
  };
}

/** The versions that a carried range names: itself when it is one version, else the catalog's versions inside it. */
export function carriedVersions(component: Component, versions: string): readonly string[] {
  const { scheme } = component.versions;
  const version = parseVersion(versions, scheme);
  if (version !== undefined) return [printVersion(version)];
  const range = parseRange(versions, scheme);
  return range === undefined ? [] : candidatesOf(component, { kind: 'range', text: versions, range });
}

/** Versions of a side that are judged alike: one stands for all. A single one stands for itself. */
interface Representative {
  readonly text: string;
  readonly ofClass: number | undefined;
}

/** By side and by the other component: whoever is judged against many goes through its versions once for each component. */
const represented = new WeakMap<Side, Map<Component, readonly Representative[]>>();

function representatives(side: Side, other: Component): readonly Representative[] {
  // One version is found at once, and another time its class may be known.
  if (side.versions.length === 1) return findRepresentatives(side, other);
  const known = represented.get(side) ?? new Map<Component, readonly Representative[]>();
  represented.set(side, known);
  const made = known.get(other) ?? findRepresentatives(side, other);
  known.set(other, made);
  return made;
}

function findRepresentatives({ component, versions }: Side, other: Component): readonly Representative[] {
  const classes = versionClasses(component, other);
  const [only] = versions;
  // What a version is to be asked to find its class is more than what one judgement asks.
  if (versions.length === 1 && only !== undefined)
    return [{ text: only, ofClass: classes.has(only) ? classes.of(only) : undefined }];
  const seen = new Map<number, Representative>();
  for (const text of versions) {
    if (parseVersion(text, component.versions.scheme) === undefined) continue;
    const ofClass = classes.of(text);
    if (!seen.has(ofClass)) seen.set(ofClass, { text, ofClass });
  }
  return [...seen.values()];
}

function subjectOf({ component, label, via }: Side, text: string): Subject | undefined {
  const version = parseVersion(text, component.versions.scheme);
  return version && { component, version, label: label(version), ...(via === undefined ? {} : { via }) };
}

/** Judges the versions of one side against those of another; undefined where there is no statement about the two. */
export function judgeSides(a: Side, b: Side): Extremes | undefined {
  const statements = statementsBetween(a.component, b.component);
  if (statements.length === 0) return undefined;
  const judge = (one: string, two: string): PairVerdict | undefined => {
    const [first, second] = [subjectOf(a, one), subjectOf(b, two)];
    return first && second && judgePair(first, second);
  };
  const { best, worst } = onlyOnes(a, b, judge) ?? extremesOf(a, b, judge);
  if (best === undefined || worst === undefined) return SILENT;
  const [deciding] = worst.deciding;
  const speaker = statements.find(({ rule }) => rule.source === deciding?.rule.source)?.speaker;
  return { best, worst, speaker };
}

type JudgeTexts = (one: string, two: string) => PairVerdict | undefined;
type Reached = { readonly [extreme in 'best' | 'worst']: PairVerdict | undefined };

/** Of one version each, as of most pins: finding their classes asks more of them than judging them. */
function onlyOnes({ versions: ones }: Side, { versions: twos }: Side, judge: JudgeTexts): Reached | undefined {
  const [[one], [two]] = [ones, twos];
  if (one === undefined || two === undefined || ones.length > 1 || twos.length > 1) return undefined;
  const judged = judge(one, two);
  return { best: judged, worst: judged };
}

function extremesOf(a: Side, b: Side, judge: JudgeTexts): Reached {
  const table = plainTable(a.component, b.component);
  const kindOf = ([one, two]: Duel): Verdict | undefined =>
    one.ofClass === undefined || two.ofClass === undefined
      ? judge(one.text, two.text)?.verdict
      : table.verdict(one.ofClass, two.ofClass).verdict;
  let best: Placed | undefined;
  let worst: Placed | undefined;
  const others = representatives(b, a.component);
  for (const one of representatives(a, b.component)) {
    for (const two of others) {
      const kind = kindOf([one, two]);
      if (kind === undefined) continue;
      const placed = { duel: [one, two] as const, badness: BADNESS[kind] };
      if (best === undefined || placed.badness < best.badness) best = placed;
      if (worst === undefined || placed.badness > worst.badness) worst = placed;
    }
  }
  const judged = ({ duel: [one, two] }: Placed) => judge(one.text, two.text);
  const reached = best && judged(best);
  return { best: reached, worst: worst && (worst.duel === best?.duel ? reached : judged(worst)) };
}

/** Two versions that are judged. */
type Duel = readonly [Representative, Representative];

interface Placed {
  readonly duel: Duel;
  readonly badness: number;
}

/** What two pins reach, of what they and the things that they carry reach. */
export function combine(facets: readonly Extremes[]): Extremes {
  const [best, worst] = [decisive(facets, 'best'), decisive(facets, 'worst')];
  return { best: best.best, worst: worst.worst, speaker: best.speaker ?? worst.speaker };
}

function decisive(facets: readonly Extremes[], pick: 'best' | 'worst'): Extremes {
  // A pair with one good facet and nothing against it is good: silence never outweighs a statement.
  let chosen: Extremes | undefined;
  for (const facet of facets) {
    const { verdict } = facet[pick];
    if (verdict === 'unknown') continue;
    if (chosen === undefined || BADNESS[verdict] > BADNESS[chosen[pick].verdict]) chosen = facet;
  }
  return chosen ?? SILENT;
}
