/** What ranges take, found by trying everything: for small stacks, to compare with. Shares nothing with the resolver but the verdict on two versions. */
import type { Analysis, AnalysisContext, EffectiveStack } from '../../../server/src/analysis/analysis.ts';
import { atVersion, BADNESS, isKnown, type KnownPin } from '../../../server/src/analysis/pairs.ts';
import { lineOf } from '../../../server/src/catalog/queries.ts';
import { supportOf } from '../../../server/src/catalog/support.ts';
import type { PinEntry } from '../../../server/src/manifest/stack.ts';
import { isPrerelease, parseVersion } from '../../../server/src/version/index.ts';
import { pairJudge } from '../../support/pairJudge.ts';

/** Badness of two versions of two pins, in one stack. */
interface Pair {
  readonly one: PinEntry;
  readonly two: PinEntry;
  readonly badness: (one: string, two: string) => number;
}

/** What pins that depend on each other can take. */
export interface Possible {
  readonly pins: readonly KnownPin[];
  /** All choices of versions of which none is known not to work; empty where nothing goes together. */
  readonly all: readonly Rated[];
  rate(versions: ReadonlyMap<PinEntry, string>): Rated;
}

/** A choice of versions. */
export interface Rated {
  /** Of each pair: 0 as good as it can be, 1 untested, 2 unsupported, 3 cannot work, where it could be better. */
  readonly levels: readonly number[];
  /** Versions out of support, and newer ones left out. */
  readonly cost: readonly [ended: number, newer: number];
}

/** Whether a choice is better than another in a pair or in its costs, and in none of the pairs worse. */
export function isBetter(one: Rated, than: Rated): boolean {
  if (one.levels.some((level, index) => level > (than.levels[index] ?? 0))) return false;
  if (one.levels.some((level, index) => level < (than.levels[index] ?? 0))) return true;
  return one.cost[0] < than.cost[0] || (one.cost[0] === than.cost[0] && one.cost[1] < than.cost[1]);
}

/** Versions of a pin that can be taken on the day. */
export function takeable({ component, candidates }: KnownPin, date: string): readonly string[] {
  const fit = candidates.filter((text) => {
    const version = parseVersion(text, component.versions.scheme);
    const line = version && lineOf(component, version);
    if (version === undefined || line?.withdrawn?.some((one) => one.version === text)) return false;
    return isPrerelease(version) || line?.released === undefined || line.released <= date;
  });
  return fit.length === 0 ? candidates : fit;
}

/** What every group of ranges and lines that depend on each other can take, in all of the stacks together. */
export function possible({ context }: Analysis, stacks: readonly EffectiveStack[]): Possible[] {
  const pins = new Map(stacks.flatMap((stack) => stack.pins.filter(isKnown).map((pin) => [pin.entry, pin] as const)));
  const domains = new Map([...pins].map(([entry, pin]) => [entry, takeable(pin, context.date)] as const));
  const domain = (entry: PinEntry) => domains.get(entry) ?? [];
  const pairs = stacks.flatMap((stack) => pairsOf(stack, context));
  const badnesses = ({ one, two, badness }: Pair) => domain(one).flatMap((a) => domain(two).map((b) => badness(a, b)));
  const linked = pairs.filter((pair) => Math.max(...badnesses(pair)) > BADNESS.unknown);
  const isOpen = (entry: PinEntry) => domain(entry).length > 1;
  const groups: Set<PinEntry>[] = [];
  for (const entry of pins.keys()) {
    if (!isOpen(entry) || groups.some((group) => group.has(entry))) continue;
    const group = new Set([entry]);
    for (const member of group) {
      for (const { one, two } of linked) {
        if (one === member && isOpen(two)) group.add(two);
        if (two === member && isOpen(one)) group.add(one);
      }
    }
    groups.push(group);
  }
  return groups.map((group) => {
    const members = [...group].flatMap((entry) => pins.get(entry) ?? []);
    const touching = linked.filter(({ one, two }) => group.has(one) || group.has(two));
    const least = touching.map((pair) => Math.min(...badnesses(pair)));
    // Constants stand for themselves.
    const at = (versions: ReadonlyMap<PinEntry, string>, entry: PinEntry) =>
      versions.get(entry) ?? domain(entry)[0] ?? '';
    const rate = (versions: ReadonlyMap<PinEntry, string>): Rated => {
      const levels = touching.map(({ one, two, badness }, index) => {
        const bad = badness(at(versions, one), at(versions, two));
        if (bad <= Math.max(BADNESS.unknown, least[index] ?? 0)) return 0;
        return bad - BADNESS.unknown;
      });
      const ended = members.filter((pin) => isEnded(pin, at(versions, pin.entry), context)).length;
      const newer = members.map(({ entry }) => domain(entry).indexOf(at(versions, entry)));
      return { levels, cost: [ended, newer.reduce((sum, one) => sum + one, 0)] };
    };
    let choices: Map<PinEntry, string>[] = [new Map()];
    for (const entry of group)
      choices = choices.flatMap((before) => domain(entry).map((text) => new Map(before).set(entry, text)));
    const all = choices.map(rate).filter(({ levels }) => !levels.includes(3));
    return { pins: members, all, rate };
  });
}

function pairsOf(stack: EffectiveStack, context: AnalysisContext): Pair[] {
  const pins = stack.pins.filter(isKnown);
  const judge = pairJudge(new Set(pins.map(({ component }) => component.id)), context);
  return pins.flatMap((one, index) =>
    pins
      .slice(index + 1)
      .filter((two) => two.component !== one.component)
      .map((two) => {
        const known = new Map<string, number>();
        const badness = (a: string, b: string): number => {
          const before = known.get(`${a} ${b}`);
          if (before !== undefined) return before;
          const made = BADNESS[judge.pair(atVersion(one, a), atVersion(two, b)).best.verdict];
          known.set(`${a} ${b}`, made);
          return made;
        };
        return { one: one.entry, two: two.entry, badness };
      }),
  );
}

function isEnded({ component }: KnownPin, text: string, { date, catalog }: AnalysisContext): boolean {
  const version = parseVersion(text, component.versions.scheme);
  const state = version && supportOf(component, version, date, catalog).state;
  return state === 'ended' || state === 'extended';
}
