/** Among journeys of as few moves, the one on which walkers stand least on poor places. */
import type { Limits } from '../engine/problem.ts';
import { frontier } from './frontier.ts';
import type { Move } from './journey.ts';
import { poorAlong, poorAt, pullForward } from './pull.ts';
import { changeOfLeft, leftInAll, mayStand, NO_WAY, type Road } from './roads.ts';
import { keyAfter, keyOf } from './stateKey.ts';

export interface Ordered {
  readonly moves: readonly Move[];
  /** Sum, over the states that a move leaves, of the walkers that stand on poor places. */
  readonly poor: number;
  /** Whether no journey of as many moves has less. */
  readonly proven: boolean;
}

/** States between two questions whether to go on. */
const ASK_EVERY = 256;

/**
 * Finds the best order of moves, over other places too where these take as many moves.
 * @param moves a journey that has the fewest moves
 * @param limits where to stop: then the answer is the given journey, with moves taken forward where that helps
 */
export function orderWalk(roads: readonly Road[], moves: readonly Move[], limits: Limits): Ordered {
  const pulled = pullForward(roads, moves);
  const poor = poorAlong(roads, pulled);
  if (poor === 0) return { moves: pulled, poor, proven: true };
  const found = search(roads, moves.length, poor, limits);
  if (found === 'none') return { moves: pulled, poor, proven: true };
  if (found === 'unknown') return { moves: pulled, poor, proven: false };
  return { moves: found, poor: poorAlong(roads, found), proven: true };
}

interface Node {
  readonly places: Uint16Array;
  readonly key: string;
  readonly parent: number;
  readonly move: Move | undefined;
  readonly depth: number;
  /** Moves needed at least. */
  readonly left: number;
  /** The sum up to here. */
  readonly poor: number;
  isDone: boolean;
}

/**
 * Best first over the states that lie on a journey of `length` moves. The estimate: poor walkers leave their places one
 * after another, those first that need the fewest moves for it, and nobody hinders them.
 * @returns 'none' where no journey has a sum below `most`
 */
function search(
  roads: readonly Road[],
  length: number,
  most: number,
  limits: Limits,
): readonly Move[] | 'none' | 'unknown' {
  const escapes = roads.map(stepsToGood);
  const start = new Uint16Array(roads.length);
  const nodes: Node[] = [
    {
      places: start,
      key: keyOf(start),
      parent: -1,
      move: undefined,
      depth: 0,
      left: leftInAll(roads, start),
      poor: 0,
      isDone: false,
    },
  ];
  const met = new Map<string, number>([[keyOf(start), 0]]);
  const open = frontier();
  open.add(0, poorAhead(escapes, start, length), 0);
  for (let steps = 0; ; steps += 1) {
    const at = open.take();
    const node = at === undefined ? undefined : nodes[at];
    if (at === undefined || node === undefined) return 'none';
    if (node.isDone) continue;
    node.isDone = true;
    if (node.depth === length) return movesTo(nodes, at);
    if (steps >= limits.steps || (steps % ASK_EVERY === 0 && limits.isCancelled?.() === true)) return 'unknown';
    const poor = node.poor + poorAt(roads, node.places);
    const depth = node.depth + 1;
    for (const [walker, road] of roads.entries()) {
      for (const to of road.next[node.places[walker] ?? 0] ?? []) {
        const move = { walker, to };
        const change = mayStand(road, to, node.places) ? changeOfLeft(roads, node.places, move) : undefined;
        if (change === undefined || depth + node.left + change > length) continue;
        const key = keyAfter(node.key, walker, to);
        const before = met.get(key);
        const known = before === undefined ? undefined : nodes[before];
        if (known !== undefined && !isBetter(depth, poor, known)) continue;
        const places = node.places.slice();
        places[walker] = to;
        const estimate = poor + poorAhead(escapes, places, length - depth);
        if (estimate >= most) continue;
        if (known !== undefined) known.isDone = true;
        met.set(key, nodes.length);
        open.add(nodes.length, estimate, depth);
        nodes.push({ places, key, parent: at, move, depth, poor, left: node.left + change, isDone: false });
      }
    }
  }
}

/** A state that is met sooner is met by fewer moves: what leads there later is on no journey of the fewest. */
function isBetter(depth: number, poor: number, known: Node): boolean {
  return depth < known.depth || (depth === known.depth && !known.isDone && poor < known.poor);
}

/** The least own moves from each place to one that is not poor; no way where there is none. */
function stepsToGood({ places, next, isPoor }: Road): Uint16Array {
  const steps = new Uint16Array(places).fill(NO_WAY);
  for (let place = places - 1; place >= 0; place -= 1) {
    if (isPoor[place] !== true) steps[place] = 0;
    else
      for (const to of next[place] ?? [])
        steps[place] = Math.min(steps[place] ?? NO_WAY, (steps[to] ?? NO_WAY) + 1, NO_WAY);
  }
  return steps;
}

function poorAhead(escapes: readonly Uint16Array[], state: Uint16Array, movesLeft: number): number {
  const needed: number[] = [];
  for (const [index, steps] of escapes.entries()) {
    const least = steps[state[index] ?? 0] ?? 0;
    if (least > 0) needed.push(least);
  }
  needed.sort((a, b) => a - b);
  let sum = 0;
  let time = 0;
  for (const least of needed) {
    time = Math.min(time + least, movesLeft);
    sum += time;
  }
  return sum;
}

function movesTo(nodes: readonly Node[], last: number): Move[] {
  const moves: Move[] = [];
  for (let node = nodes[last]; node?.move !== undefined; node = nodes[node.parent]) moves.push(node.move);
  return moves.reverse();
}
