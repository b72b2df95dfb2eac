/** Large problems that look like stacks: lines of versions, each with ranges of what it goes together with. */
import type { Constraint, Cost, Problem, Variable } from '../../../server/src/resolve/engine/problem.ts';

export interface Kind {
  readonly variables: number;
  readonly values: number;
  /** Relations of each variable, on average. */
  readonly degree: number;
  /** How much of the other's versions a line goes together with, 0 to 1. */
  readonly width: number;
  /** How far the pins are from versions that all go together, 0 (not at all) to 1 (anywhere). */
  readonly drift: number;
  /** Whether there is an answer for sure. */
  readonly isPlanted: boolean;
  readonly seed: number;
}

/** A stack's problem: pins somewhere, what each version costs by how far it is from the pin, and ranges between lines. */
export function generate(kind: Kind): Problem {
  const random = generator(kind.seed);
  const whole = (below: number) => Math.floor(random() * below);
  const lines = Math.max(1, Math.round(kind.values / (kind.values > 50 ? 12 : 3)));
  const lineOf = (value: number) => Math.floor((value * lines) / kind.values);
  const planted = Array.from({ length: kind.variables }, () => whole(kind.values));
  const pins = planted.map((value) => {
    const away = (random() * 2 - 1) * kind.drift * kind.values;
    return Math.min(kind.values - 1, Math.max(0, Math.round(value + away)));
  });
  const variables = pins.map((pin): Variable => {
    const oldest = whole(Math.ceil(lines / 2));
    return {
      costs: Array.from({ length: kind.values }, (_, value) =>
        costFrom(pin, value, lineOf, oldest, lines, kind.values),
      ),
    };
  });
  const constraints: Constraint[] = [];
  const taken = new Set<number>();
  const count = Math.min((kind.variables * (kind.variables - 1)) / 2, Math.round((kind.variables * kind.degree) / 2));
  while (constraints.length < count) {
    const one = whole(kind.variables);
    const two = whole(kind.variables);
    if (one === two || taken.has(one * kind.variables + two)) continue;
    taken.add(one * kind.variables + two).add(two * kind.variables + one);
    constraints.push(ranges(one, two));
  }
  return { variables, constraints };

  function ranges(one: number, two: number): Constraint {
    const slope = random() < 0.8 ? 1 : -1;
    const width = Math.max(1, Math.round(kind.values * kind.width * (0.5 + random())));
    const shift = kind.isPlanted
      ? (planted[two] ?? 0) - slope * (planted[one] ?? 0) + (random() - 0.5) * width * 0.9
      : (random() - 0.5) * kind.values * 0.5 + (slope < 0 ? kind.values : 0);
    const middles = Array.from({ length: lines }, (_, line) => (slope * ((line + 0.5) * kind.values)) / lines + shift);
    const plantedLine = lineOf(planted[one] ?? 0);
    const limits = middles.map((middle, line): [number, number] => {
      let from = Math.round(middle - width / 2);
      let to = Math.round(middle + width / 2);
      if (kind.isPlanted && line === plantedLine) {
        from = Math.min(from, planted[two] ?? 0);
        to = Math.max(to, planted[two] ?? 0);
      }
      return [from, to];
    });
    // Versions of the other side are of one class where no line's range tells them apart.
    const cuts = [...new Set(limits.flatMap(([from, to]) => [from, to + 1]))].sort((a, b) => a - b);
    const classesOfTwo = Array.from({ length: kind.values }, (_, value) => cuts.filter((cut) => cut <= value).length);
    const firstOf = classesOfTwo.reduce<number[]>((first, number, value) => {
      first[number] ??= value;
      return first;
    }, []);
    return {
      one,
      two,
      classesOfOne: Array.from({ length: kind.values }, (_, value) => lineOf(value)),
      classesOfTwo,
      allows: (line, number) => {
        const [from, to] = limits[line] ?? [0, -1];
        const value = firstOf[number] ?? -1;
        return value >= from && value <= to;
      },
    };
  }
}

function costFrom(
  pin: number,
  value: number,
  lineOf: (value: number) => number,
  oldest: number,
  lines: number,
  values: number,
): Cost {
  if (value === pin) return [0, 0, 0, 0, 0, 0];
  const jumped = Math.abs(lineOf(value) - lineOf(pin));
  const jump = jumped === 0 ? 0 : jumped < 4 ? 1 : 2;
  const endOfLine = Math.ceil(((lineOf(value) + 1) * values) / lines) - 1;
  return [1, value < pin ? 1 : 0, lineOf(value) < oldest ? 1 : 0, jump, jumped, endOfLine - value];
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
