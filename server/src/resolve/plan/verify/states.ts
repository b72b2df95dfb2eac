/** Judges the states of a plan, pair by pair, against the start. */
import type { Component } from '../../../catalog/model.ts';
import { parseVersion, type Version } from '../../../version/index.ts';
import { type Fault, faultsBetween, partsOf } from './pairs.ts';
import type { StartPin, VerifyRequest } from './printed.ts';

export type State = ReadonlyMap<string, string>;

/** A pin whose component is known. */
interface KnownPin {
  readonly pin: StartPin;
  readonly component: Component;
}

/** Two pins, and what is wrong with the versions of them that were looked at. */
interface Pair {
  readonly one: KnownPin;
  readonly two: KnownPin;
  readonly seen: Map<string, readonly Fault[]>;
}

/** What is wrong with two pins, by their names with their versions. */
type FaultOfPins = Fault & { readonly names: readonly [string, string] };

/**
 * Makes a check of states.
 * @returns gives for a state a sentence for each pair that is neither good nor as bad as at the start. `isLast`: the plan ends
 *   there
 */
export function stateChecker({
  catalog,
  pins,
  plan,
}: VerifyRequest): (state: State, isLast: boolean) => readonly string[] {
  const known = pins.flatMap((pin): KnownPin[] => {
    const component = pin.versions.length === 0 ? undefined : catalog.component(pin.component);
    return component === undefined ? [] : [{ pin, component }];
  });
  const pinned = new Set(known.map(({ component }) => component.id));
  const pairs = known.flatMap((one, place) =>
    known
      .slice(place + 1)
      .flatMap((two): Pair[] => (one.component === two.component ? [] : [{ one, two, seen: new Map() }])),
  );

  const faultsOf = (pair: Pair, a: string, b: string): readonly Fault[] => {
    const key = `${a} ${b}`;
    const known = pair.seen.get(key);
    if (known !== undefined) return known;
    const [one, two] = [versionOf(pair.one, a), versionOf(pair.two, b)];
    const faults =
      one === undefined || two === undefined
        ? []
        : faultsBetween(pair.one.component, one, pair.two.component, two, catalog, pinned);
    pair.seen.set(key, faults);
    return faults;
  };

  /** Whether anything in a state but two pins brings what lifts a fault. */
  const isLifted = ({ unless }: Fault, { one, two }: Pair, state: State): boolean =>
    unless.length > 0 &&
    pins.some((pin) => {
      if (pin === one.pin || pin === two.pin) return false;
      const here = known.find((each) => each.pin === pin);
      const version = here && versionOf(here, state.get(pin.instance) ?? '');
      const parts =
        here === undefined || version === undefined ? [] : partsOf(here.component, version, catalog, pinned);
      const gives = parts.flatMap(({ component }) => [component.id, ...(component.provides ?? [])]);
      return unless.some((name) => name === pin.component || gives.includes(name));
    });

  const faultsIn = (state: State): Map<string, FaultOfPins> => {
    const found = new Map<string, FaultOfPins>();
    for (const [place, pair] of pairs.entries()) {
      const { one, two } = pair;
      const [a, b] = [state.get(one.pin.instance) ?? '', state.get(two.pin.instance) ?? ''];
      for (const fault of faultsOf(pair, a, b)) {
        if (isLifted(fault, pair, state)) continue;
        found.set(`${place} ${fault.kind}`, {
          ...fault,
          names: [`${one.pin.instance} ${a}`, `${two.pin.instance} ${b}`],
        });
      }
    }
    return found;
  };

  const atStart = faultsIn(new Map(Object.entries(plan.start)));
  return (state, isLast) =>
    [...faultsIn(state)].flatMap(([key, { degree, words, names, endsOnly }]) =>
      degree > (atStart.get(key)?.degree ?? 0) && (isLast || !endsOnly) ? [words(...names)] : [],
    );
}

function versionOf({ component }: KnownPin, text: string): Version | undefined {
  return parseVersion(text, component.versions.scheme);
}
