/** Reads a zip archive: what is in it, and how it is written down. APPNOTE.TXT of PKWARE, 4.3. */
import { inflateRawSync } from 'node:zlib';
import type { Entry } from './entry.ts';

const END = 0x06054b50;
const END_BYTES = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;

/** The files in the order of the archive. */
export function readZip(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from(Uint32Array.of(END).buffer), bytes.length - END_BYTES);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new Error(`no entry at ${at}`);
    const lengths = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const [name = 0, extra = 0, comment = 0] = lengths;
    entries.push({
      path: bytes.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + name),
      // The upper half of the external attributes, where the archive comes from Unix.
      mode: bytes.readUInt16LE(at + 40) & 0o777,
      time: time(bytes.readUInt16LE(at + 14), bytes.readUInt16LE(at + 12)),
      content: content(bytes, at),
    });
    at += CENTRAL_BYTES + name + extra + comment;
  }
  return entries;
}

function content(bytes: Buffer, at: number): Buffer {
  const local = bytes.readUInt32LE(at + 42);
  const from = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
  return bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
}

/** A date and a time of MS-DOS, which have no zone. */
function time(date: number, clock: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)}`;
  return `${day}T${two(clock >> 11)}:${two((clock >> 5) & 63)}:${two((clock & 31) * 2)}`;
}
