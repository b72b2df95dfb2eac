/** Writes the compiled catalog: what `npm run generate` makes of catalog/, and tests of components at hand. */
import { type CompiledHead, type CompiledIndex, checksum, FORMAT, MINOR } from './compiled.ts';
import { summaryOf } from './loader.ts';
import type { CatalogMetadata, Component } from './model.ts';
import { withRuns } from './versionRuns.ts';

/**
 * The bytes of a compiled catalog (see compiled.ts).
 * @param components in any order; ids are different
 * @param encode text to UTF-8
 * @param minor of the form that it is written in
 */
export function compileCatalog(
  metadata: CatalogMetadata,
  components: readonly Component[],
  encode: (text: string) => Uint8Array,
  minor = MINOR,
): Uint8Array {
  const sorted = [...components].sort((a, b) => (a.id < b.id ? -1 : 1));
  const entries = sorted.map((component) => encode(JSON.stringify(withRuns(component))));
  const index: CompiledIndex = {
    metadata,
    components: sorted.map(summaryOf),
    entries: entries.map((entry) => [entry.length, checksum(entry)]),
  };
  const indexBytes = encode(JSON.stringify(index));
  const later = minor === 0 ? {} : { minor };
  const head: CompiledHead = { format: FORMAT, ...later, index: indexBytes.length, sum: checksum(indexBytes) };
  return inLines([encode(JSON.stringify(head)), indexBytes, ...entries]);
}

function inLines(lines: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(lines.reduce((length, line) => length + line.length + 1, 0)).fill('\n'.charCodeAt(0));
  let at = 0;
  for (const line of lines) {
    all.set(line, at);
    at += line.length + 1;
  }
  return all;
}
