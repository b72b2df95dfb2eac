/** `stackpin catalog coverage`: how much the catalog says, who says it and how long ago it was read. */
import { t } from '@vscode/l10n';
import {
  type CatalogCoverage,
  type CoverageAge,
  coverageOf,
  LEVELS,
  STATEMENT_KINDS,
  type StatementKind,
} from '../../../server/src/catalog/coverage.ts';
import type { CatalogMetadata } from '../../../server/src/catalog/model.ts';
import { enumeration, sentences } from '../../../server/src/words.ts';
import { openCatalogs } from '../catalogs.ts';
import type { CatalogFormat } from '../choices.ts';
import type { Host, Output } from '../host.ts';
import { type Style, styleOf } from '../report/block.ts';
import { printable, wordsOf, wrapped } from '../report/columns.ts';
import { counted, grouped } from '../report/numbers.ts';
import { table } from '../report/table.ts';
import { STATUS, type Status } from '../status.ts';
import { complain, json } from './shared.ts';
import { levelWord } from './words.ts';

export interface CoverageOptions {
  readonly format: CatalogFormat;
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

function kindWords(kind: StatementKind): string {
  switch (kind) {
    case 'compatibility':
      return t('compatibility rules');
    case 'requires':
      return t('requirements');
    case 'conflicts':
      return t('conflicts');
    case 'carries':
      return t('carried components');
    case 'supportPolicy':
      return t('support policies');
    case 'upgrade':
      return t('upgrade rules');
    case 'skew':
      return t('skew rules');
    case 'removals':
      return t('removals');
    case 'charts':
      return t('charts');
    case 'series':
      return t('parts of a series');
    case 'retirement':
      return t('retirements');
    case 'withdrawn':
      return t('withdrawn versions');
    case 'versions':
      return t('tables of versions');
  }
}

function pretty(
  counts: CatalogCoverage,
  { version, updated }: CatalogMetadata,
  extras: readonly string[],
  output: Output,
): string {
  const style = styleOf(output);
  const { columns, colours } = style;
  const { components, versions, lines, statements, pairs, carriers, policies } = counts;
  const title =
    extras.length === 0
      ? t('catalog {0} ({1})', version, updated)
      : t('catalog {0} ({1}), with {2}', version, updated, enumeration(extras.map(printable)));
  const size = t(
    '{0}, {1} in {2}, {3} about {4} of components.',
    counted(components, 'component'),
    counted(versions, 'version'),
    counted(lines, 'line'),
    counted(statements, 'statement'),
    counted(pairs, 'pair'),
  );
  const more =
    carriers === 1
      ? t('1 component brings others along; of {0} upstream states a support rule.', grouped(policies))
      : t(
          '{0} components bring others along; of {1} upstream states a support rule.',
          grouped(carriers),
          grouped(policies),
        );
  return [
    colours.bold(title),
    wrapped(wordsOf(sentences(size, more)), columns, ''),
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
    [
      { title: t('layer') },
      { title: t('components'), right },
      { title: t('versions'), right },
      { title: t('statements'), right },
    ],
    rows.map((row) => [row.layer, ...[row.components, row.versions, row.statements].map(grouped)]),
    columns,
  );
  return [colours.bold(head), ...lines];
}

function kinds(counts: CatalogCoverage, { colours, columns }: Style): string[] {
  const { head, rows } = table(
    [{ title: t('statements') }, { title: t('number'), right: true }],
    STATEMENT_KINDS.filter((kind) => counts.kinds[kind] > 0).map((kind) => [
      kindWords(kind),
      grouped(counts.kinds[kind]),
    ]),
    columns,
  );
  return [
    colours.bold(head),
    ...rows,
    t('{0} of all statements name their source.', shareOf(counts.sourced, counts.statements)),
  ];
}

/** Never rounded up to all. */
function shareOf(part: number, whole: number): string {
  return whole === 0 ? '100 %' : `${Math.floor((part / whole) * 1000) / 10} %`;
}

function levels({ levels: byLevel }: CatalogCoverage, { colours, columns }: Style): string[] {
  const { head, rows } = table(
    [{ title: t('compatibility rules') }, { title: t('number'), right: true }],
    LEVELS.map((level) => [levelWord(level), grouped(byLevel[level])]),
    columns,
  );
  return [colours.bold(head), ...rows];
}

/** The longest bar. */
const BAR = 40;

function age({ age: found }: CatalogCoverage, { colours, columns }: Style): string[] {
  if (found === undefined) return [t('No statement says when it was read.')];
  const { oldest, median, newest, months } = found;
  const spans = spansOf(months, newest.checked.slice(0, 4));
  const most = Math.max(...spans.map(({ statements }) => statements));
  const { head, rows } = table(
    [{ title: t('read in') }, { title: t('statements'), right: true }, { title: '' }],
    spans.map(({ span, statements }) => [span, grouped(statements), '#'.repeat(Math.ceil((statements / most) * BAR))]),
    columns,
  );
  const text = t(
    'The oldest statement was read on {0} ({1}), the newest on {2} ({3}); half of them by {4}.',
    oldest.checked,
    oldest.component,
    newest.checked,
    newest.component,
    median,
  );
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
