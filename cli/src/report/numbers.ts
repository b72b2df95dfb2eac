/** Numbers as people read them. */

/** "1 file", "2 files", "1,234 files". */
export function counted(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** "1,234". */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
