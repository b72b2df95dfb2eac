/**
 * A bundle as one file: a line `stackpin-catalog-update 1 <bytes of the manifest> <signature>`, the manifest, and the files in the
 * order in which it names them, with nothing in between. It has no names of its own, so that nothing can be written outside of a folder.
 */
import { t } from '@vscode/l10n';
import { readManifest } from './manifest.ts';
import {
  getItAgain,
  isRefusal,
  MOST_BYTES,
  MOST_MANIFEST,
  newerProgram,
  type Refusal,
  type UpdateSource,
} from './parts.ts';

const HEAD = /^stackpin-catalog-update (\d{1,6}) (\d{1,6}) ([0-9a-f]{1,160})$/;
const LONGEST_HEAD = 200;
const LINE_END = 10;
const FORMAT = 1;

/** Bytes of the largest bundle. */
export const MOST_BUNDLE = LONGEST_HEAD + MOST_MANIFEST + MOST_BYTES;

/**
 * The bytes of a bundle.
 * @param signature in hexadecimal digits
 * @param files in the order of the manifest
 */
export function writeBundle(
  manifest: Uint8Array,
  signature: string,
  files: readonly Uint8Array[],
  encode: (text: string) => Uint8Array,
): Uint8Array {
  const parts = [encode(`stackpin-catalog-update ${FORMAT} ${manifest.length} ${signature}\n`), manifest, ...files];
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * A bundle that was read.
 * @param name how messages call it
 * @param decode UTF-8 to text, and `encode` back
 */
export function bundleSource(
  name: string,
  bytes: Uint8Array,
  { decode, encode }: { decode(bytes: Uint8Array): string; encode(text: string): Uint8Array },
): UpdateSource | Refusal {
  const end = bytes.subarray(0, LONGEST_HEAD).indexOf(LINE_END);
  const [, format, length, signature = ''] = HEAD.exec(decode(bytes.subarray(0, Math.max(end, 0)))) ?? [];
  if (length === undefined) return { why: t('{0} is no update of the catalog', name), remedy: getItAgain() };
  if (Number(format) > FORMAT) {
    return { why: t('{0} is in a newer format than this version of Stackpin reads', name), remedy: newerProgram() };
  }
  const start = end + 1 + Number(length);
  const manifest = bytes.subarray(end + 1, start);
  return {
    name,
    signed: async () => (manifest.length < Number(length) ? cutOff(name) : { manifest, signature: encode(signature) }),
    file: async (wanted) => {
      const read = readManifest(decode(manifest));
      if (isRefusal(read)) return read;
      const whole = start + read.files.reduce((sum, { size }) => sum + size, 0);
      if (bytes.length < whole) return cutOff(name);
      if (bytes.length > whole)
        return { why: t('{0} has more in it than its manifest names', name), remedy: getItAgain() };
      let at = start;
      for (const file of read.files) {
        if (file.name === wanted) return bytes.subarray(at, at + file.size);
        at += file.size;
      }
      return cutOff(name);
    },
  };
}

function cutOff(name: string): Refusal {
  return { why: t('{0} is cut off', name), remedy: getItAgain() };
}
