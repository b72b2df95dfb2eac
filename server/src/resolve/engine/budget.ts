/** What is left of a search's bound, shared by all parts of it. */
import type { Limits } from './problem.ts';

/** Steps between two questions whether the search is still wanted. */
const PATIENCE = 64;

export class Budget {
  private remaining: number;
  private readonly isCancelled: (() => boolean) | undefined;
  private untilAsked = 0;
  private isOver = false;
  private whole: Budget | undefined;

  constructor({ steps, isCancelled }: Limits) {
    this.remaining = steps;
    this.isCancelled = isCancelled;
  }

  /** Takes a step; false, and from then on always, where none is left or nobody wants the answer any more. */
  take(): boolean {
    if (this.isOver) return false;
    this.isOver = this.remaining <= 0 || this.wasCancelled() || this.whole?.take() === false;
    this.remaining -= 1;
    return !this.isOver;
  }

  get left(): number {
    return this.isOver ? 0 : this.remaining;
  }

  /** A part of this budget: what is taken from it is taken from both. */
  part(steps: number): Budget {
    const part = new Budget({ steps });
    part.whole = this;
    return part;
  }

  get isSpent(): boolean {
    return this.isOver || this.remaining <= 0;
  }

  private wasCancelled(): boolean {
    if (this.isCancelled === undefined || this.untilAsked > 0) {
      this.untilAsked -= 1;
      return false;
    }
    this.untilAsked = PATIENCE - 1;
    return this.isCancelled();
  }
}
