/** Statements that no versions satisfy together, though those of each two of the components do. */
import { lineAt, linesOf, type Pin } from './components.ts';
import type { Statement } from './statements.ts';

/** So many components are in the way of each other. */
export const IN_THE_WAY = 5;
const HALF = 0.5;
const LEAST_LINES = 2;

/**
 * Each of a ring of five goes only with the other half of the next one's versions; as five is odd, that never comes
 * out even.
 */
export function ring(pins: readonly Pin[]): readonly Statement[] {
  const members = lastOf(pins);
  return members.map((by, place) => {
    const about = members[(place + 1) % members.length] ?? by;
    return statement(pins, by, about, (line, half, count, last) => (line < half ? [count, last] : [0, count - 1]));
  });
}

/** Each of a chain needs the next one to be of its second half as soon as it is itself; the ends are locked against it. */
export function chain(pins: readonly Pin[]): readonly Statement[] {
  const members = lastOf(pins);
  return members.slice(0, -1).map((by, place) => {
    const about = members[place + 1] ?? by;
    return statement(pins, by, about, (line, half, count, last) => (line < half ? undefined : [count, last]));
  });
}

/** The pins with the ends of the chain locked: the first to its newest version, the last to its oldest. */
export function lockedEnds(pins: readonly Pin[]): readonly Pin[] {
  const members = lastOf(pins);
  return pins.map((pin, index) => {
    if (index !== members[0] && index !== members.at(-1)) return pin;
    const pinned = index === members[0] ? pin.component.lineOf.length - 1 : 0;
    return { ...pin, pinned, choices: [pinned] };
  });
}

function lastOf(pins: readonly Pin[]): readonly number[] {
  return pins.flatMap(({ component }, index) => (linesOf(component) >= LEAST_LINES ? [index] : [])).slice(-IN_THE_WAY);
}

/** @param rangeOf of a line, the line that begins the second half, the place of that half's first version in the other, and of its last */
function statement(
  pins: readonly Pin[],
  by: number,
  about: number,
  rangeOf: (line: number, half: number, first: number, last: number) => readonly [number, number] | undefined,
): Statement {
  const [one, two] = [pins[by]?.component, pins[about]?.component];
  if (one === undefined || two === undefined) throw new Error(`There is no pin ${by} or ${about}.`);
  const first = two.lineOf.indexOf(lineAt(two, HALF));
  const half = lineAt(one, HALF);
  const ranges = one.majorOf.map((_, line) => rangeOf(line, half, first, two.lineOf.length - 1));
  return { by, about, ranges };
}
