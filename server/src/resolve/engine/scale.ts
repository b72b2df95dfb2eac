/**
 * Costs of several parts as single whole numbers of the same order, small enough for a double to hold every sum of them.
 *
 * Each part has a weight that is greater than all that the parts behind it can add up to. Where that is too much for a double
 * the weights are made for smaller sums, and whether the order held is seen when an answer is there (`isOrdered`).
 */
import type { Cost } from './problem.ts';

/** Sums stay below this; the bounds need some room up to 2^53, from where on a double leaves out whole numbers. */
const MOST = 2 ** 50;

/** By how much the sums may exceed what the known variables can add up to, most generous first. */
const GENEROSITY = [8, 4, 2, 1, 2 ** -1, 2 ** -2, 2 ** -3, 2 ** -4, 2 ** -6, 2 ** -8, 2 ** -12, 2 ** -20, 0];

/** What the values of one variable cost more than its cheapest, part by part. */
export interface Spread {
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** The same for values that cost no more in the first part. */
  readonly mostOfFree: readonly number[];
}

/** @param base the least cost of the variable */
export function spreadOf(costs: readonly Cost[], base: Cost): Spread {
  const most = base.map(() => 0);
  const least = base.map(() => 0);
  const mostOfFree = base.map(() => 0);
  for (const cost of costs) {
    const isFree = cost[0] === base[0];
    for (let part = 0; part < base.length; part += 1) {
      const more = (cost[part] ?? 0) - (base[part] ?? 0);
      if (more > (most[part] ?? 0)) most[part] = more;
      if (more < (least[part] ?? 0)) least[part] = more;
      if (isFree && more > (mostOfFree[part] ?? 0)) mostOfFree[part] = more;
    }
  }
  return { least, most, mostOfFree };
}

export class Scale {
  readonly weights: readonly number[];
  /** Whether a value seemed to cost less than the cheapest one. */
  private isBent = false;

  constructor(spreads: readonly Spread[], parts: number) {
    const ranges = Array.from({ length: parts }, (_, part) =>
      sum(spreads, ({ most, least }) => (most[part] ?? 0) - (least[part] ?? 0)),
    );
    const generosity = GENEROSITY.find((factor) => weigh(ranges, factor).total <= MOST) ?? 0;
    this.weights = weigh(ranges, generosity).weights;
  }

  /** What counts as nothing when a bound is raised, one after the other: less than any difference in a part, dearest first. */
  get levels(): readonly number[] {
    return [...new Set(this.weights)]
      .map((weight) => Math.floor(weight / 4))
      .filter((level) => level > 0)
      .concat(0);
  }

  /** What a value costs more than one that costs `base`. */
  price(cost: Cost, base: Cost): number {
    let price = 0;
    for (let part = 0; part < this.weights.length; part += 1) {
      price += ((cost[part] ?? 0) - (base[part] ?? 0)) * (this.weights[part] ?? 0);
    }
    if (price >= 0) return price;
    this.isBent = true;
    return 0;
  }

  /** What all variables can cost more than their cheapest values. */
  private highest(spreads: readonly Spread[]): number {
    return sum(spreads, ({ most }) => sum([...most.keys()], (part) => (most[part] ?? 0) * (this.weights[part] ?? 0)));
  }

  /**
   * Whether no choice that costs less than one, part by part, can have a higher price than it.
   * @param answer what the choice costs more than the cheapest values
   */
  isOrdered(spreads: readonly Spread[], answer: Cost): boolean {
    // What costs less has at most so many values that cost something in the first part.
    const changes = answer[0] ?? 0;
    if (this.isBent || this.highest(spreads) > 2 * MOST) return false;
    let above = 0;
    for (let part = this.weights.length - 1; part >= 0; part -= 1) {
      const weight = this.weights[part] ?? 0;
      if (above >= weight) return false;
      above += Math.max(0, highestSum(spreads, part, changes) - (answer[part] ?? 0)) * weight;
    }
    return true;
  }
}

/** What a part can add up to where only so many variables take a value that costs something in the first part. */
function highestSum(spreads: readonly Spread[], part: number, changes: number): number {
  const steps = spreads
    .map(({ most, mostOfFree }) => (most[part] ?? 0) - (mostOfFree[part] ?? 0))
    .sort((a, b) => b - a);
  return sum(spreads, ({ mostOfFree }) => mostOfFree[part] ?? 0) + sum(steps.slice(0, changes), (step) => step);
}

function weigh(ranges: readonly number[], generosity: number) {
  const weights: number[] = [];
  let weight = 1;
  let total = 0;
  for (let part = ranges.length - 1; part >= 0; part -= 1) {
    const range = ranges[part] ?? 0;
    weights[part] = weight;
    total += weight * range;
    weight *= Math.floor(range * generosity) + 1;
  }
  return { weights, total };
}

function sum<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((total, item) => total + of(item), 0);
}
