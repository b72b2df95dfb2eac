/** `stackpin catalog coverage`: how much the catalog says, who says it and how long ago it was read. */
import {
  type CatalogCoverage,
  type CoverageAge,
  coverageOf,
  LEVELS,
  STATEMENT_KINDS,
  type StatementKind,
} from '../../../server/src/catalog/coverage.ts';
import type { CatalogMetadata } from '../../../server/src/catalog/model.ts';
import { openCatalogs } from '../catalogs.ts';
import type { Format } from '../choices.ts';
import type { Host, Output } from '../host.ts';
import { type Style, styleOf } from '../report/block.ts';
import { printable, wordsOf, wrapped } from '../report/columns.ts';
import { counted, grouped } from '../report/numbers.ts';
import { table } from '../report/table.ts';
import { STATUS, type Status } from '../status.ts';
import { complain, json } from './shared.ts';

export interface CoverageOptions {
  readonly format: Format;
  readonly catalog: readonly string[];
}

/** Runs the command. */
export async function coverage(options: CoverageOptions, host: Host): Promise<Status> {
  const { catalog, extras, problems } = await openCatalogs(options.catalog, host);
  if (problems.length > 0) return complain(problems, host);
  const counts = coverageOf(catalog);
  // Counting needs every entry, so that a damaged one is found by now.
  if (problems.length > 0) return complain(problems, host);
  const { version, updated } = catalog.metadata;
  await host.write(
    options.format === 'json'
      ? json({ catalog: { version, updated }, extraCatalogs: extras, ...counts })
      : pretty(counts, catalog.metadata, extras, host.output),
  );
  return STATUS.good;
}

const KIND_WORDS: { readonly [kind in StatementKind]: string } = {
  compatibility: 'compatibility rules',
  requires: 'requirements',
  conflicts: 'conflicts',
  carries: 'carried components',
  supportPolicy: 'support policies',
  upgrade: 'upgrade rules',
  skew: 'skew rules',
  removals: 'removals',
  charts: 'charts',
  series: 'parts of a series',
  retirement: 'retirements',
  withdrawn: 'withdrawn versions',
  versions: 'tables of versions',
};

function pretty(
  counts: CatalogCoverage,
  { version, updated }: CatalogMetadata,
  extras: readonly string[],
  output: Output,
): string {
  const style = styleOf(output);
  const { columns, colours } = style;
  const over = extras.length === 0 ? '' : `, with ${extras.map(printable).join(', ')}`;
  const { components, versions, lines, statements, pairs, carriers, policies } = counts;
  const text = `${counted(components, 'component')}, ${counted(versions, 'version')} in ${counted(lines, 'line')}, ${counted(statements, 'statement')} about ${counted(pairs, 'pair')} of components. ${counted(carriers, 'component')} ${carriers === 1 ? 'brings' : 'bring'} others along; of ${grouped(policies)} upstream states a support rule.`;
  return [
    colours.bold(`catalog ${version} (${updated})${over}`),
    wrapped(wordsOf(text), columns, ''),
    '',
    ...layers(counts, style),
    '',
    ...kinds(counts, style),
    '',
    ...levels(counts, style),
    '',
    ...age(counts, style),
    '',
  ].join('\n');
}

function layers({ layers: rows }: CatalogCoverage, { colours, columns }: Style): string[] {
  const right = true;
  const { head, rows: lines } = table(
    [{ title: 'layer' }, { title: 'components', right }, { title: 'versions', right }, { title: 'statements', right }],
    rows.map((row) => [row.layer, ...[row.components, row.versions, row.statements].map(grouped)]),
    columns,
  );
  return [colours.bold(head), ...lines];
}

function kinds(counts: CatalogCoverage, { colours, columns }: Style): string[] {
  const { head, rows } = table(
    [{ title: 'statements' }, { title: 'number', right: true }],
    STATEMENT_KINDS.filter((kind) => counts.kinds[kind] > 0).map((kind) => [
      KIND_WORDS[kind],
      grouped(counts.kinds[kind]),
    ]),
    columns,
  );
  return [
    colours.bold(head),
    ...rows,
    `${shareOf(counts.sourced, counts.statements)} of all statements name their source.`,
  ];
}

/** Never rounded up to all. */
function shareOf(part: number, whole: number): string {
  return whole === 0 ? '100 %' : `${Math.floor((part / whole) * 1000) / 10} %`;
}

function levels({ levels: byLevel }: CatalogCoverage, { colours, columns }: Style): string[] {
  const { head, rows } = table(
    [{ title: 'compatibility rules' }, { title: 'number', right: true }],
    LEVELS.map((level) => [level, grouped(byLevel[level])]),
    columns,
  );
  return [colours.bold(head), ...rows];
}

/** The longest bar. */
const BAR = 40;

function age({ age: found }: CatalogCoverage, { colours, columns }: Style): string[] {
  if (found === undefined) return ['No statement says when it was read.'];
  const { oldest, median, newest, months } = found;
  const spans = spansOf(months, newest.checked.slice(0, 4));
  const most = Math.max(...spans.map(({ statements }) => statements));
  const { head, rows } = table(
    [{ title: 'read in' }, { title: 'statements', right: true }, { title: '' }],
    spans.map(({ span, statements }) => [span, grouped(statements), '#'.repeat(Math.ceil((statements / most) * BAR))]),
    columns,
  );
  const text = `The oldest statement was read on ${oldest.checked} (${oldest.component}), the newest on ${newest.checked} (${newest.component}); half of them by ${median}.`;
  return [colours.bold(head), ...rows, wrapped(wordsOf(text), columns, '')];
}

/** The months of the last year, and the years before it. */
function spansOf(
  months: CoverageAge['months'],
  lastYear: string,
): readonly { readonly span: string; readonly statements: number }[] {
  const spans = new Map<string, number>();
  for (const { month, statements } of months) {
    const span = month.startsWith(lastYear) ? month : month.slice(0, 4);
    spans.set(span, (spans.get(span) ?? 0) + statements);
  }
  return [...spans].map(([span, statements]) => ({ span, statements }));
}
