/** Judges the states of a plan, pair by pair, against the start. */

import { judgePair } from '../../../analysis/verdict.ts';
import type { PairVerdict } from '../../../analysis/verdict-types.ts';
import type { Carried, Component } from '../../../catalog/model.ts';
import { candidatesOf } from '../../../catalog/queries.ts';
import { carriedBy } from '../../../catalog/relations.ts';
import { parseRange, parseVersion, satisfies, type Version } from '../../../version/index.ts';
import type { StartPin, VerifyRequest } from './printed.ts';
import { seriesIndex } from './series.ts';

export type State = ReadonlyMap<string, string>;

/** How bad a verdict is; what is not named here is no fault. */
const FAULTS: { readonly [verdict: string]: number } = { unsupported: 1, incompatible: 2 };

interface Judged {
  readonly fault: number;
  readonly reason: string;
}

const NO_FAULT: Judged = { fault: 0, reason: '' };

interface Part {
  readonly component: Component;
  readonly versions: readonly Version[];
}

/**
 * Makes a check of states.
 * @returns gives for a state a phrase for each pair that is neither good nor as bad as at the start
 */
export function stateChecker({ catalog, pins, plan }: VerifyRequest): (state: State) => readonly string[] {
  const known = pins.flatMap((pin) => {
    const component = pin.versions.length === 0 ? undefined : catalog.component(pin.component);
    return component === undefined ? [] : [{ pin, component }];
  });
  const pinned = new Set(known.map(({ component }) => component.id));
  const versionOf = (component: Component, text: string | undefined) =>
    text === undefined ? undefined : parseVersion(text, component.versions.scheme);

  /** The thing itself, then each thing that it carries and the stack does not pin. */
  const partsOf = (component: Component, version: Version): readonly Part[] => {
    const carried = new Map<string, Version[]>();
    for (const { with: id, versions, statement } of carriedBy(component, version)) {
      if ((statement as Carried).default === true || pinned.has(id)) continue;
      const inside = catalog.component(id);
      if (inside === undefined) continue;
      carried.set(id, [...(carried.get(id) ?? []), ...versionsIn(inside, versions)]);
    }
    return [
      { component, versions: [version] },
      ...[...carried].flatMap(([id, versions]) => {
        const inside = catalog.component(id);
        return inside === undefined || versions.length === 0 ? [] : [{ component: inside, versions }];
      }),
    ];
  };

  const judged = (one: Component, a: Version, two: Component, b: Version): Judged => {
    const [[own, ...carriedByOne], [other, ...carriedByTwo]] = [partsOf(one, a), partsOf(two, b)];
    if (own === undefined || other === undefined) return NO_FAULT;
    const pairs = [
      [own, other],
      ...carriedByTwo.map((part) => [own, part]),
      ...carriedByOne.map((part) => [part, other]),
    ] as const;
    let worst = NO_FAULT;
    for (const [first, second] of pairs) {
      if (first === undefined || second === undefined) continue;
      const best = bestOf(first, second);
      if (best.fault > worst.fault) worst = best;
    }
    return worst;
  };

  const remembered = new Map<string, Judged>();
  const faultsIn = (state: State): Map<string, { readonly fault: number; readonly words: string }> => {
    const found = new Map<string, { readonly fault: number; readonly words: string }>();
    for (const [place, one] of known.entries()) {
      for (const two of known.slice(place + 1)) {
        if (one.component === two.component) continue;
        const [textA, textB] = [state.get(one.pin.instance), state.get(two.pin.instance)];
        const [a, b] = [versionOf(one.component, textA), versionOf(two.component, textB)];
        if (a === undefined || b === undefined) continue;
        const pair = `${one.pin.instance} ${textA} and ${two.pin.instance} ${textB}`;
        const key = `${one.component.id} ${textA}\n${two.component.id} ${textB}`;
        const { fault, reason } = remembered.get(key) ?? judged(one.component, a, two.component, b);
        remembered.set(key, { fault, reason });
        const name = `${one.pin.instance}\n${two.pin.instance}`;
        if (fault > 0) {
          const kind = fault === 2 ? 'incompatible' : 'unsupported together';
          found.set(`${name}\nverdict`, { fault, words: `${pair} are ${kind}: ${reason}.` });
        }
        if (conflict(one.component, a, two.component, b) || conflict(two.component, b, one.component, a)) {
          if (!isLifted(one.component, two.component, state, [one.pin, two.pin]))
            found.set(`${name}\nconflict`, { fault: 1, words: `${pair} are not run together.` });
        }
        const apart = seriesIndex(one.component, a, two.component, b, catalog);
        if (apart !== undefined && apart.distance > apart.most)
          found.set(`${name}\nseries`, {
            fault: apart.distance,
            words: `${pair} are ${apart.distance} series of ${apart.whole} apart, and ${apart.most} is the most.`,
          });
      }
    }
    return found;
  };

  /** What stands between two in a state may lift what is said against them. */
  function isLifted(one: Component, two: Component, state: State, without: readonly StartPin[]): boolean {
    const names = [...(one.conflicts ?? []), ...(two.conflicts ?? [])].flatMap(({ unless = [] }) => unless);
    if (names.length === 0) return false;
    return pins.some((pin) => {
      if (without.includes(pin)) return false;
      const component = pin.versions.length === 0 ? undefined : catalog.component(pin.component);
      const version = component && versionOf(component, state.get(pin.instance));
      const brought = component === undefined || version === undefined ? [] : partsOf(component, version);
      const gives = [
        pin.component,
        ...brought.flatMap((part) => [part.component.id, ...(part.component.provides ?? [])]),
      ];
      return names.some((name) => gives.includes(name));
    });
  }

  const atStart = faultsIn(new Map(Object.entries(plan.start)));
  return (state) =>
    [...faultsIn(state)].flatMap(([key, { fault, words }]) => (fault > (atStart.get(key)?.fault ?? 0) ? [words] : []));
}

function versionsIn(component: Component, text: string): Version[] {
  const { scheme } = component.versions;
  const one = parseVersion(text, scheme);
  if (one !== undefined) return [one];
  const range = parseRange(text, scheme);
  if (range === undefined) return [];
  return candidatesOf(component, { kind: 'range', text, range }).flatMap((each) => parseVersion(each, scheme) ?? []);
}

/** A part that may be several versions is as good as the best of them. */
function bestOf(one: Part, two: Part): Judged {
  let best: { readonly fault: number; readonly verdict: PairVerdict } | undefined;
  for (const a of one.versions) {
    for (const b of two.versions) {
      const verdict = judgePair(
        { component: one.component, version: a, label: `${one.component.name} ${a.text}` },
        { component: two.component, version: b, label: `${two.component.name} ${b.text}` },
      );
      const fault = FAULTS[verdict.verdict] ?? 0;
      if (fault === 0) return NO_FAULT;
      if (best === undefined || fault < best.fault) best = { fault, verdict };
    }
  }
  return best === undefined ? NO_FAULT : { fault: best.fault, reason: best.verdict.reason };
}

function conflict(speaker: Component, own: Version, about: Component, other: Version): boolean {
  return (speaker.conflicts ?? []).some(({ with: id, when, range }) => {
    if (id !== about.id) return false;
    const [mine, theirs] = [parseRange(when, own.scheme), parseRange(range, other.scheme)];
    if (mine === undefined || theirs === undefined) return false;
    return satisfies(own, mine, 'as-release') && satisfies(other, theirs, 'as-release');
  });
}
