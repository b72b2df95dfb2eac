/** Keys up to here are looked up in an array. */
const DIRECT = 1 << 14;

/** Numbers pairs in the order in which they are first asked for. */
export class Numbers {
  count = 0;
  private readonly seconds: number;
  private readonly direct: number[] = [];
  private readonly others = new Map<number, number>();

  /** @param seconds the second number of every pair is less than this, and not negative */
  constructor(seconds: number) {
    this.seconds = seconds;
  }

  of(first: number, second: number): number {
    const key = first * this.seconds + second;
    const isDirect = key >= 0 && key < DIRECT;
    const known = (isDirect ? this.direct[key] : this.others.get(key)) ?? -1;
    if (known >= 0) return known;
    const number = this.count;
    this.count += 1;
    if (isDirect) {
      while (this.direct.length <= key) this.direct.push(-1);
      this.direct[key] = number;
    } else this.others.set(key, number);
    return number;
  }
}
