/**
 * The compiled catalog: one file of JSON lines, so that one component can be read without the others. The first line is the
 * head, the second the index, and each line after that is one component, in the order of the index.
 * Versions that only count on are counted there (versionRuns.ts).
 */
import type { CatalogMetadata, ComponentSummary } from './model.ts';

/** The bytes of a compiled catalog. An array of them is one; a host may read the parts from a file as they are asked for. */
export interface CatalogBytes {
  readonly length: number;
  /** The bytes from `start` up to `end`; fewer where they cannot be read. */
  subarray(start: number, end: number): Uint8Array;
}

/** The major version of the form. It changes where an older program would read something else than what is meant. */
export const FORMAT = 'stackpin-catalog-2';
/** Counts what was added since: an older program leaves out what it does not know (understood.ts), and says how much that is. */
export const MINOR = 0;

/** The first line. */
export interface CompiledHead {
  readonly format: string;
  /** Absent is 0. */
  readonly minor?: number;
  /** Bytes of the index, without the end of its line. */
  readonly index: number;
  /** Checksum of the index. */
  readonly sum: number;
}

/** The second line. */
export interface CompiledIndex {
  readonly metadata: CatalogMetadata;
  /** In alphabetical order of ids. */
  readonly components: readonly ComponentSummary[];
  /** Of each component, in the same order: the bytes of its line without its end, and their checksum. */
  readonly entries: readonly (readonly [bytes: number, sum: number])[];
}

/**
 * A checksum of 32 bits: not against malice, but against a disk or a download that lost something. It is FNV-1a over words of
 * four bytes, since code that runs for the first time pays for every step.
 */
export function checksum(bytes: Uint8Array): number {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rest = bytes.length % 4;
  let sum = 0x811c9dc5 ^ bytes.length;
  for (let at = 0; at < bytes.length - rest; at += 4) sum = Math.imul(sum ^ words.getUint32(at, true), 0x01000193);
  for (let at = bytes.length - rest; at < bytes.length; at += 1) sum = Math.imul(sum ^ words.getUint8(at), 0x01000193);
  return sum >>> 0;
}
