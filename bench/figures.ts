/** What was measured: all values of each figure, and what is told of them. */

/** Which figure it is: of whom, of what, and at which length of the document (0 where there is none). */
export interface Figure {
  readonly of: string;
  readonly what: string;
  readonly lines?: number;
}

export interface Figures {
  add(figure: Figure, ...values: readonly number[]): void;
  values(figure: Figure): readonly number[];
  /** Undefined when it was not measured. */
  median(figure: Figure): number | undefined;
}

function keyOf({ of, what, lines = 0 }: Figure): string {
  return JSON.stringify([of, what, lines]);
}

/** Nothing measured yet. */
export function noFigures(): Figures {
  const all = new Map<string, number[]>();
  const values = (figure: Figure): readonly number[] => all.get(keyOf(figure)) ?? [];
  return {
    add: (figure, ...more) => {
      all.set(keyOf(figure), [...values(figure), ...more]);
    },
    values,
    median: (figure) => quantile(values(figure), 0.5),
  };
}

/** The smallest value that is not below this share of them; undefined when there are none. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
