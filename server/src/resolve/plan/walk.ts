/** The search for a journey of fewest moves: best first, by how many moves are made and how many are needed at least. */
import type { Limits } from '../engine/problem.ts';
import { frontier } from './frontier.ts';
import type { Move } from './journey.ts';
import { changeOfLeft, leftInAll, mayStand, NO_WAY, type Road } from './roads.ts';
import { keyAfter, keyOf } from './stateKey.ts';

export type Walk =
  | { readonly kind: 'found'; readonly moves: readonly Move[] }
  /** There is none; proven. */
  | { readonly kind: 'none' }
  /** The search stopped at its bound. */
  | { readonly kind: 'unknown' };

/** States between two questions whether to go on. */
const ASK_EVERY = 256;

/** A state that was met. */
interface Node {
  readonly places: Uint16Array;
  readonly key: string;
  readonly parent: number;
  readonly move: Move | undefined;
  readonly depth: number;
  readonly left: number;
  isDone: boolean;
}

/**
 * Finds moves that bring all walkers to their ends over good states alone.
 *
 * The estimate of a state is the sum, over the walkers, of the steps that each needs beside the walker that hinders it most.
 * No journey has fewer, and a move lowers it by one at most, so the first journey found has the fewest moves.
 * @param weight 1 finds the fewest moves; more finds some sooner, and then they may not be the fewest
 */
export function findWalk(roads: readonly Road[], limits: Limits, weight = 1): Walk {
  const start = new Uint16Array(roads.length);
  const left = leftInAll(roads, start);
  if (left >= NO_WAY) return { kind: 'none' };
  const key = keyOf(start);
  const nodes: Node[] = [{ places: start, key, parent: -1, move: undefined, depth: 0, left, isDone: false }];
  const met = new Map<string, number>([[key, 0]]);
  const open = frontier();
  open.add(0, left * weight, 0);
  for (let steps = 0; ; steps += 1) {
    const at = open.take();
    const node = at === undefined ? undefined : nodes[at];
    if (at === undefined || node === undefined) return { kind: 'none' };
    if (node.isDone) continue;
    node.isDone = true;
    if (node.left === 0) return { kind: 'found', moves: movesTo(nodes, at) };
    if (steps >= limits.steps || (steps % ASK_EVERY === 0 && limits.isCancelled?.() === true))
      return { kind: 'unknown' };
    for (const move of movesFrom(roads, node.places)) {
      const change = changeOfLeft(roads, node.places, move);
      if (change === undefined) continue;
      const key = keyAfter(node.key, move.walker, move.to);
      const before = met.get(key);
      const depth = node.depth + 1;
      const known = before === undefined ? undefined : nodes[before];
      if (known !== undefined && (known.isDone || known.depth <= depth)) continue;
      const places = node.places.slice();
      places[move.walker] = move.to;
      const made: Node = { places, key, parent: at, move, depth, left: node.left + change, isDone: false };
      if (known !== undefined) known.isDone = true;
      met.set(key, nodes.length);
      open.add(nodes.length, depth + made.left * weight, depth);
      nodes.push(made);
    }
  }
}

/** Good moves from a state. Where one walker can go to its end and hinder nobody from then on, that is all there is to try. */
function movesFrom(roads: readonly Road[], state: Uint16Array): readonly Move[] {
  const moves: Move[] = [];
  for (const [walker, road] of roads.entries()) {
    const place = state[walker] ?? 0;
    if (place === road.places - 1) continue;
    if (hindersNobodyAtItsEnd(road, state)) {
      const to = shortWay(road, place, state);
      if (to !== undefined) return [{ walker, to }];
    }
    for (const to of road.next[place] ?? []) if (mayStand(road, to, state)) moves.push({ walker, to });
  }
  return moves;
}

/** Whether the end of a road is good beside every place that the others can still come to. */
function hindersNobodyAtItsEnd({ places, views }: Road, state: Uint16Array): boolean {
  return views.every(({ freeFrom, other }) => (state[other] ?? 0) >= (freeFrom[places - 1] ?? 0));
}

/**
 * The first step to the end by as few steps as if nobody else were there, with the others standing still; undefined where
 * they are in the way. Any journey can then begin with these steps: they are no more, and leave the others all they had.
 */
function shortWay(road: Road, place: number, state: Uint16Array, closed = new Set<number>()): number | undefined {
  const left = road.alone[place] ?? NO_WAY;
  if (left >= NO_WAY) return undefined;
  return road.next[place]?.find((to) => {
    if (road.alone[to] !== left - 1 || closed.has(to)) return false;
    const leads = mayStand(road, to, state) && (left === 1 || shortWay(road, to, state, closed) !== undefined);
    if (!leads) closed.add(to);
    return leads;
  });
}

function movesTo(nodes: readonly Node[], last: number): Move[] {
  const moves: Move[] = [];
  for (let node = nodes[last]; node?.move !== undefined; node = nodes[node.parent]) moves.push(node.move);
  return moves.reverse();
}
