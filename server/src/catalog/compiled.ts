/**
 * The compiled catalog: one file of JSON lines, so that one component can be read without the others. The first line is the
 * head, the second the index, and each line after that is one component, in the order of the index.
 */
import type { CatalogMetadata, ComponentSummary } from './model.ts';

/** Changes with the form, so that a program never reads what was made for another one. */
export const FORMAT = 'stackpin-catalog-1';

/** The first line. */
export interface CompiledHead {
  readonly format: string;
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

/** A checksum of 32 bits (FNV-1a): not against malice, but against a disk or a download that lost something. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
