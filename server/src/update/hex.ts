/** Bytes as hexadecimal digits. */

const DIGITS = /^(?:[0-9a-f]{2})*$/;

/** Undefined where the text is anything else than pairs of lower-case digits. */
export function fromHex(text: string): Uint8Array | undefined {
  if (!DIGITS.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
