/** What ranges take, found by trying everything: for small stacks, to compare with. Shares nothing with the resolver but the verdict on two versions. */
import type { Analysis, AnalysisContext, EffectiveStack } from '../../../server/src/analysis/analysis.ts';
import { pairJudge } from '../../../server/src/analysis/pairJudge.ts';
import { atVersion, BADNESS, isKnown, type KnownPin } from '../../../server/src/analysis/pairs.ts';
import { lineOf } from '../../../server/src/catalog/queries.ts';
import { supportOf } from '../../../server/src/catalog/support.ts';
import type { PinEntry } from '../../../server/src/manifest/stack.ts';
import { isPrerelease, parseVersion } from '../../../server/src/version/index.ts';

/** Badness of two versions of two pins, in one stack. */
interface Pair {
  readonly one: PinEntry;
  readonly two: PinEntry;
  readonly badness: (one: string, two: string) => number;
}

/** Pins that depend on each other, with what they take, out of support and newer ones left out; undefined where nothing goes together. */
export interface Best {
  readonly pins: readonly KnownPin[];
  readonly cost: readonly [ended: number, newer: number] | undefined;
  /** The same for any versions of the pins: undefined where they do not go together as well as they could. */
  readonly costOf: (versions: ReadonlyMap<PinEntry, string>) => readonly [ended: number, newer: number] | undefined;
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

/** The best of every group of ranges and lines that depend on each other, in all of the stacks together. */
export function bestTaken({ context }: Analysis, stacks: readonly EffectiveStack[]): Best[] {
  const pins = new Map(stacks.flatMap((stack) => stack.pins.filter(isKnown).map((pin) => [pin.entry, pin] as const)));
  const domains = new Map([...pins].map(([entry, pin]) => [entry, takeable(pin, context.date)] as const));
  const domain = (entry: PinEntry) => domains.get(entry) ?? [];
  const pairs = stacks.flatMap((stack) => pairsOf(stack, context));
  const all = ({ one, two, badness }: Pair) => domain(one).flatMap((a) => domain(two).map((b) => badness(a, b)));
  const linked = pairs.filter((pair) => Math.max(...all(pair)) > BADNESS.unknown);
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
    const least = touching.map((pair) => Math.min(...all(pair)));
    // Constants stand for themselves.
    const at = (versions: ReadonlyMap<PinEntry, string>, entry: PinEntry) =>
      versions.get(entry) ?? domain(entry)[0] ?? '';
    const isGood = (versions: ReadonlyMap<PinEntry, string>, most: number) =>
      touching.every(
        ({ one, two, badness }, index) =>
          badness(at(versions, one), at(versions, two)) <= Math.max(most, least[index] ?? 0),
      );
    const costOf = (versions: ReadonlyMap<PinEntry, string>): [number, number] => {
      let [ended, newer] = [0, 0];
      for (const pin of members) {
        ended += Number(isEnded(pin, at(versions, pin.entry), context));
        newer += domain(pin.entry).indexOf(at(versions, pin.entry));
      }
      return [ended, newer];
    };
    let choices: Map<PinEntry, string>[] = [new Map()];
    for (const entry of group)
      choices = choices.flatMap((before) => domain(entry).map((text) => new Map(before).set(entry, text)));
    const most = [BADNESS.unknown, BADNESS.untested, BADNESS.unsupported].find((one) =>
      choices.some((versions) => isGood(versions, one)),
    );
    if (most === undefined) return { pins: members, cost: undefined, costOf: () => undefined };
    const [cost] = choices
      .filter((versions) => isGood(versions, most))
      .map(costOf)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return { pins: members, cost, costOf: (versions) => (isGood(versions, most) ? costOf(versions) : undefined) };
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
