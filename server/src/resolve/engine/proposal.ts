/** A quick choice of values for all members, as cheap as can be had without looking back. */
import { type Arc, areAllowed, type Member, type Network, OUT } from './network.ts';

export interface Proposal {
  /** Of each member the place of its value. */
  readonly places: readonly number[];
  /** Whether all that is awake allows them. */
  readonly fits: boolean;
  /** Members whose value costs something or does not fit; with none of them the choice costs no more than `least`. */
  readonly costly: readonly number[];
}

/** Members one after the other take the cheapest value that goes together with those before them. */
export function propose(network: Network): Proposal {
  const places: number[] = network.members.map(() => -1);
  const costly: number[] = [];
  let fits = true;
  const { costs } = network;
  const take = (index: number, member: Member, most: number): boolean => {
    let best = OUT;
    for (let place = 0; place < member.values.length; place += 1) {
      const own = costs[member.from + place] ?? OUT;
      if (own >= best || own > most) continue;
      const cost = own + costWithOthers(network, member, place, places);
      if (cost >= best || cost > most) continue;
      best = cost;
      places[index] = place;
      if (best === 0) break;
    }
    return best !== OUT;
  };
  // First those that can take one that costs nothing: the others have to go by them.
  const waiting: number[] = [];
  for (const [index, member] of network.members.entries()) if (!take(index, member, 0)) waiting.push(index);
  for (const index of waiting) {
    const member = network.members[index];
    if (member === undefined) continue;
    costly.push(index);
    if (take(index, member, OUT)) continue;
    fits = false;
    places[index] = cheapestLeft(network, member);
  }
  return { places, fits, costly };
}

function costWithOthers({ costs }: Network, member: Member, place: number, places: readonly number[]): number {
  let sum = 0;
  for (const arc of member.arcs) {
    const theirs = places[arc.other] ?? -1;
    if (theirs < 0) continue;
    const cost = costOf(arc, costs, place, theirs);
    if (cost === OUT) return OUT;
    sum += cost;
  }
  return sum;
}

function costOf(arc: Arc, costs: Float64Array, place: number, theirs: number): number {
  const own = arc.ownClasses[place] ?? 0;
  const other = arc.otherClasses[theirs] ?? 0;
  return areAllowed(arc, own, other) ? (costs[arc.ownFrom + own] ?? 0) + (costs[arc.otherFrom + other] ?? 0) : OUT;
}

/** The place of a member's cheapest value that is not out. */
export function cheapestLeft({ costs }: Network, { from, values }: Member): number {
  let best = 0;
  for (let place = 1; place < values.length; place += 1) {
    if ((costs[from + place] ?? OUT) < (costs[from + best] ?? OUT)) best = place;
  }
  return best;
}
