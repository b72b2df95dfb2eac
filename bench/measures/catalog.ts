/** What the bundled catalog costs, beside parsing all of it as one JSON document. */
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { Figures } from '../figures.ts';
import { BUNDLED, everything, MANIFEST } from '../inProcess/catalogs.ts';
import { WORK, worked } from '../inProcess/work.ts';
import type { Plan } from '../plan.ts';
import { shown, shownRatio, type Table } from '../report/table.ts';

const WHOLE = `${WORK}/whole.json`;
const WAYS = [
  ['compiled', BUNDLED],
  ['whole', WHOLE],
] as const;

/** What a process tells, and its name in the table. */
const MEASURED = [
  ['open', 'open (ms)'],
  ['verdict', 'open to first verdict (ms)'],
  ['heap', 'heap after it (MB)'],
  ['memory', 'heap and buffers (MB)'],
  ['decoded', 'entries decoded'],
] as const;

/** Both ways in turn, each time in a fresh process. */
export function measureCatalog(plan: Plan, figures: Figures, tell: (message: string) => void): void {
  tell('the catalog');
  writeFileSync(WHOLE, JSON.stringify(everything(BUNDLED)));
  for (const [of, path] of WAYS) {
    const bytes = readFileSync(path);
    figures.add({ of, what: 'catalog.raw' }, bytes.length / 1e3);
    // vsce packs at zlib's default level.
    figures.add({ of, what: 'catalog.packed' }, deflateRawSync(bytes).length / 1e3);
  }
  for (let run = 0; run < plan.processes; run += 1) {
    for (const [of, path] of WAYS) {
      const told = worked('catalog', of, path);
      for (const [what] of MEASURED) figures.add({ of, what: `catalog.${what}` }, told[what] ?? 0);
    }
  }
}

/** One table. */
export function catalogTable(figures: Figures): Table {
  const { components } = everything(BUNDLED);
  const versions = components.flatMap(({ versions: { lines } }) => lines.flatMap((line) => line.versions)).length;
  const row = (title: string, what: string): string[] => {
    const [compiled, whole] = WAYS.map(([of]) => figures.median({ of, what: `catalog.${what}` }));
    return [title, shown(compiled), shown(whole), shownRatio(compiled, whole)];
  };
  return {
    title: 'The catalog',
    note: `${components.length} components, ${versions.toLocaleString('en')} versions; checked is \`${MANIFEST}\`.`,
    head: ['', 'compiled', 'one JSON', 'ratio'],
    rows: [
      row('size (kB)', 'raw'),
      row('packed in the extension (kB)', 'packed'),
      ...MEASURED.map(([what, title]) => row(title, what)),
    ],
  };
}
