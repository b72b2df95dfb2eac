/** Reads a packed tar archive: what is in it, and how it is written down. POSIX pax, "ustar Interchange Format". */
import { gunzipSync } from 'node:zlib';
import type { Entry } from './entry.ts';

const BLOCK = 512;

/** The files in the order of the archive. */
export function readTgz(packed: Buffer): Entry[] {
  const bytes = gunzipSync(packed);
  const entries: Entry[] = [];
  for (let at = 0; bytes[at] !== 0; ) {
    const text = (from: number, length: number): string =>
      bytes.toString('utf8', at + from, at + from + length).replace(/[\0 ].*$/s, '');
    const number = (from: number, length: number): number => Number.parseInt(text(from, length), 8);
    const size = number(124, 12);
    if (text(156, 1) !== '0') throw new Error(`${text(0, 100)} is no plain file`);
    entries.push({
      path: [text(345, 155), text(0, 100)].filter((part) => part !== '').join('/'),
      mode: number(100, 8),
      time: new Date(number(136, 12) * 1000).toISOString().slice(0, 19),
      content: bytes.subarray(at + BLOCK, at + BLOCK + size),
    });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}
