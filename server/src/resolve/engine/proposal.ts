/** A quick choice of values for all members, as cheap as can be had without looking back. */
import { type Member, type Network, OUT } from './network.ts';

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
  // First those that can take one that costs nothing: the others have to go by them.
  const costly: number[] = [];
  for (const [index, member] of network.members.entries()) {
    const place = cheapestBeside(network, member, places, 0);
    if (place < 0) costly.push(index);
    else places[index] = place;
  }
  let fits = true;
  for (const index of costly) {
    const member = network.members[index];
    if (member === undefined) continue;
    const place = cheapestBeside(network, member, places, OUT);
    if (place < 0) fits = false;
    places[index] = place < 0 ? cheapestLeft(network, member) : place;
  }
  return { places, fits, costly };
}

/** The place of a member's cheapest value that is not out. */
export function cheapestLeft({ costs }: Network, { from, size }: Member): number {
  let best = 0;
  for (let place = 1; place < size; place += 1) {
    if ((costs[from + place] ?? OUT) < (costs[from + best] ?? OUT)) best = place;
  }
  return best;
}

/** The place of the value that costs least beside what others have taken, and no more than `most`; -1 for none. */
function cheapestBeside(network: Network, member: Member, places: readonly number[], most: number): number {
  let best = -1;
  let least = OUT;
  for (let place = 0; place < member.size && least > 0; place += 1) {
    const own = network.costs[member.from + place] ?? OUT;
    if (own >= least || own > most) continue;
    const cost = own + costBeside(network, member, place, places);
    if (cost >= least || cost > most) continue;
    least = cost;
    best = place;
  }
  return best;
}

/** What a value costs in the relations to those that have taken one. */
function costBeside({ costs }: Network, member: Member, place: number, places: readonly number[]): number {
  let sum = 0;
  for (const arc of member.arcs) {
    const theirs = places[arc.other] ?? -1;
    if (theirs < 0) continue;
    const own = arc.classes[place] ?? 0;
    const { reverse } = arc;
    const other = reverse.classes[theirs] ?? 0;
    if (!arc.allows(own, other)) return OUT;
    sum += (costs[arc.from + own] ?? 0) + (costs[reverse.from + other] ?? 0);
  }
  return sum;
}
