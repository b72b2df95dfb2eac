/** A network as a whole that is searched in parts: what its bound has left open is often small, and in several places. */
import type { Edge } from './arcs.ts';
import { Network } from './network.ts';
import { type Check, type CheckAll, type PartSearch, Parts, type Whole } from './parts.ts';
import { cheapestLeft, type Proposal } from './proposal.ts';
import { TreeSearch } from './tree.ts';

/** Parts of a network around what a proposal leaves costly. */
export function cut(
  network: Network,
  { places, costly, fits }: Proposal,
  levels: readonly number[],
  checkAll: CheckAll<Edge>,
): Parts<Edge> {
  const parts = new Parts(new NetworkWhole(network, levels), places, () => new Network(), checkAll);
  for (const index of costly) parts.partFor(index, fits);
  for (const edge of network.edges) if (isBroken(network, edge, places)) parts.join(edge, fits);
  return parts;
}

class NetworkWhole implements Whole<Edge> {
  private readonly network: Network;
  private readonly levels: readonly number[];

  constructor(network: Network, levels: readonly number[]) {
    this.network = network;
    this.levels = levels;
  }

  linksOf(id: number): readonly Edge[] {
    return this.network.members[id]?.arcs.map(({ edge }) => edge) ?? [];
  }

  endsOf({ there }: Edge): readonly [number, number] {
    return [there.own, there.other];
  }

  otherEnd({ there, back }: Edge, id: number): number {
    return there.own === id ? back.own : there.own;
  }

  isBroken(edge: Edge, choices: readonly number[]): boolean {
    return isBroken(this.network, edge, choices);
  }

  admit(id: number, part: Network): void {
    const member = this.network.members[id];
    if (member === undefined) return;
    const costs = this.network.costs.subarray(member.from, member.from + member.size);
    part.add(id, costs);
  }

  wake({ table, there, back }: Edge, part: Network): void {
    const { costs } = this.network;
    part.isFree &&= this.network.isFree;
    const edge = part.wake(table, there.own, back.own);
    part.fill(edge.there.from, costs.subarray(there.from, there.from + there.count));
    part.fill(edge.back.from, costs.subarray(back.from, back.from + back.count));
  }

  choiceAt(_id: number, place: number): number {
    return place;
  }

  choiceOfNew(id: number): number {
    const member = this.network.members[id];
    return member === undefined ? 0 : cheapestLeft(this.network, member);
  }

  placeOf(_id: number, choice: number): number {
    return choice;
  }

  search(part: Network, best: readonly number[] | undefined, check: Check): PartSearch {
    return new TreeSearch(part, this.levels, best, check);
  }
}

function isBroken({ costs }: Network, { there, back }: Edge, places: readonly number[]): boolean {
  const own = there.classes[places[there.own] ?? 0] ?? 0;
  const other = back.classes[places[back.own] ?? 0] ?? 0;
  return !there.allows(own, other) || (costs[there.from + own] ?? 0) + (costs[back.from + other] ?? 0) > 0;
}
