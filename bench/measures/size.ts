/** The size of the packed extension. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Figures } from '../figures.ts';
import { shown, type Table } from '../report/table.ts';
import { OURS } from '../servers.ts';

/** Where run.mjs puts it. */
export const PACKED = 'bench/.work/stackpin.vsix';

/** What of it is looked at by itself. */
const FOLDERS = ['dist/catalog', 'dist/server', 'dist/client'];

/** The whole, and its largest parts. */
export function measureSize(figures: Figures): void {
  figures.add({ of: OURS, what: 'size' }, statSync(PACKED).size / 1e6);
  for (const folder of FOLDERS) {
    const scripts = readdirSync(folder).filter((name) => !name.endsWith('.map'));
    // vsce packs at zlib's default level.
    const sizes = scripts.map((name) => deflateRawSync(readFileSync(join(folder, name))).length);
    figures.add({ of: folder, what: 'size' }, sizes.reduce((sum, size) => sum + size, 0) / 1e6);
  }
}

/** One table. */
export function sizeTable(figures: Figures): Table {
  const row = (title: string, of: string): string[] => [title, shown(figures.median({ of, what: 'size' }))];
  return {
    title: 'The packed extension',
    note: 'In MB, packed; catalog included.',
    head: ['', 'MB'],
    rows: [row('all of it', OURS), ...FOLDERS.map((folder) => row(folder, folder))],
  };
}
