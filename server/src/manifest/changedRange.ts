/** What an edit changed, told from the texts before and after it. */
import type { Text } from './pieces.ts';

/** What two texts do not share: from where on, and where what they share at the end begins in each of them. */
export interface ChangedRange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Finds a small range that is different: pieces that the texts share are not looked into. */
export function changedRange(before: Text, after: Text): ChangedRange {
  const [old, now] = [before.pieces, after.pieces];
  const most = Math.min(old.length, now.length);
  let first = 0;
  while (first < most && old[first] === now[first]) first += 1;
  let last = 0;
  while (last < most - first && old[old.length - 1 - last] === now[now.length - 1 - last]) last += 1;
  const start = before.starts[first] ?? before.length;
  const behind = last === 0 ? 0 : before.length - (before.starts[old.length - last] ?? before.length);
  const oldMiddle = before.slice(start, before.length - behind);
  const newMiddle = after.slice(start, after.length - behind);
  const shorter = Math.min(oldMiddle.length, newMiddle.length);
  let head = 0;
  while (head < shorter && oldMiddle.charCodeAt(head) === newMiddle.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSameFromEnd(oldMiddle, newMiddle, tail)) tail += 1;
  return { start: start + head, oldEnd: before.length - behind - tail, newEnd: after.length - behind - tail };
}

function isSameFromEnd(a: string, b: string, distance: number): boolean {
  return a.charCodeAt(a.length - 1 - distance) === b.charCodeAt(b.length - 1 - distance);
}
