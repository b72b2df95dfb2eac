/** Moves of a journey made earlier where that leaves poor places sooner: good orders, quickly, if not always the best. */
import type { Move } from './journey.ts';
import { mayStand, type Road } from './roads.ts';

/** Sum, over the states that a move leaves, of the walkers that stand on poor places. */
export function poorAlong(roads: readonly Road[], moves: readonly Move[]): number {
  const state = new Uint16Array(roads.length);
  let now = poorAt(roads, state);
  let sum = 0;
  for (const move of moves) {
    sum += now;
    now -= gainOf(roads, move, state);
    state[move.walker] = move.to;
  }
  return sum;
}

/** How many walkers stand on poor places. */
export function poorAt(roads: readonly Road[], state: Uint16Array): number {
  let count = 0;
  for (const [index, { isPoor }] of roads.entries()) if (isPoor[state[index] ?? 0] === true) count += 1;
  return count;
}

/** 1 for a move to a place that is not poor from one that is, -1 for the reverse. */
function gainOf(roads: readonly Road[], { walker, to }: Move, state: Uint16Array): number {
  const isPoor = roads[walker]?.isPoor ?? [];
  return Number(isPoor[state[walker] ?? 0] === true) - Number(isPoor[to] === true);
}

/**
 * Takes each move that leaves a poor place forward, with those before it that it cannot do without, to where the sum of
 * `poorAlong` is least; until none helps any more.
 */
export function pullForward(roads: readonly Road[], given: readonly Move[]): readonly Move[] {
  let best = given;
  let least = poorAlong(roads, best);
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (let at = 1; at < best.length; at += 1) {
      if (!leavesPoor(roads, best, at)) continue;
      for (const order of pulled(roads, best, at)) {
        const sum = poorAlong(roads, order);
        if (sum >= least) continue;
        [best, least, isBetter] = [order, sum, true];
      }
    }
  }
  return best;
}

function leavesPoor(roads: readonly Road[], moves: readonly Move[], at: number): boolean {
  const move = moves[at];
  return move !== undefined && gainOf(roads, move, stateBefore(roads, moves, at)) > 0;
}

function stateBefore(roads: readonly Road[], moves: readonly Move[], at: number): Uint16Array {
  const state = new Uint16Array(roads.length);
  for (const { walker, to } of moves.slice(0, at)) state[walker] = to;
  return state;
}

/** The orders in which one move, with those that it needs before it, comes earlier and earlier. */
function* pulled(roads: readonly Road[], moves: readonly Move[], at: number): Generator<readonly Move[]> {
  let block = moves.slice(at, at + 1);
  let passed: readonly Move[] = [];
  for (let place = at - 1; place >= 0; place -= 1) {
    const one = moves[place];
    if (one === undefined) return;
    if (canBeMade(roads, block, one, stateBefore(roads, moves, place))) {
      passed = [one, ...passed];
      yield [...moves.slice(0, place), ...block, ...passed, ...moves.slice(at + 1)];
    } else block = [one, ...block];
  }
}

/** Whether moves can be made from a state without one that came before them, and that one after them. */
function canBeMade(roads: readonly Road[], block: readonly Move[], without: Move, from: Uint16Array): boolean {
  const state = from;
  for (const { walker, to } of block) {
    const road = roads[walker];
    if (road === undefined || walker === without.walker || !mayStand(road, to, state)) return false;
    state[walker] = to;
  }
  return true;
}
