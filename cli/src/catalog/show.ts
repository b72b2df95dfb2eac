/** `stackpin catalog show`: one component with its lines and all its statements. */
import { t } from '@vscode/l10n';
import type { Catalog, Component, IsoDate, Line } from '../../../server/src/catalog/model.ts';
import { latestOf } from '../../../server/src/catalog/queries.ts';
import { versionFacts } from '../../../server/src/features/supportWords.ts';
import { enumeration, sentences } from '../../../server/src/words.ts';
import { openCatalogs } from '../catalogs.ts';
import type { CatalogFormat } from '../choices.ts';
import type { Host, Output } from '../host.ts';
import { type Style, styleOf } from '../report/block.ts';
import { printable, wordsOf, wrapped } from '../report/columns.ts';
import { table } from '../report/table.ts';
import { STATUS, type Status } from '../status.ts';
import { complain, json } from './shared.ts';
import { type Said, sectionsOf } from './statementWords.ts';
import { nameProblem } from './unknownName.ts';
import { statusWord } from './words.ts';

export interface ShowOptions {
  readonly format: CatalogFormat;
  readonly catalog: readonly string[];
  readonly asOf: IsoDate | undefined;
}

/**
 * Runs the command.
 * @param name an id; another name of a component is answered by its id, and nothing is shown
 */
export async function show(name: string, options: ShowOptions, host: Host): Promise<Status> {
  const { catalog, problems } = await openCatalogs(options.catalog, host);
  if (problems.length > 0) return complain(problems, host);
  const component = catalog.component(name);
  if (component === undefined) return complain(problems.length > 0 ? problems : [unknown(name, catalog)], host);
  const date = options.asOf ?? host.today();
  const shown: Shown = { component, catalog, date, spokenOfBy: spokenOfBy(component, catalog) };
  await host.write(options.format === 'json' ? asJson(shown) : pretty(shown, host.output));
  return problems.length > 0 ? complain(problems, host) : STATUS.good;
}

function unknown(name: string, catalog: Catalog): string {
  const { words, advice } = nameProblem(name, catalog, 'stackpin catalog show');
  return sentences(words, advice);
}

interface Shown {
  readonly component: Component;
  readonly catalog: Catalog;
  readonly date: IsoDate;
  /** Ids of other components that make statements about it. */
  readonly spokenOfBy: readonly string[];
}

function spokenOfBy({ id }: Component, catalog: Catalog): string[] {
  return catalog.ids().filter((other) => {
    if (other === id) return false;
    const { compatibility = [], conflicts = [], carries = [] } = catalog.component(other) ?? {};
    return [...compatibility, ...conflicts, ...carries].some((rule) => rule.with === id);
  });
}

/** The support of a line: that of its latest version, or of its name where it lists none. */
function supportWords(line: Line, { component, catalog, date }: Shown): string {
  const latest = latestOf(component, line);
  return latest === undefined ? '' : versionFacts(component, latest, { catalog, date, severities: {} }).words;
}

function asJson(shown: Shown): string {
  const { component, catalog, date } = shown;
  const { version, updated } = catalog.metadata;
  return json({
    asOf: date,
    catalog: { version, updated },
    component,
    lines: component.versions.lines.map((line) => ({
      line: line.line,
      latest: latestOf(component, line) ?? null,
      support: supportWords(line, shown),
    })),
    spokenOfBy: shown.spokenOfBy,
  });
}

function pretty(shown: Shown, output: Output): string {
  const style = styleOf(output);
  const { component, catalog } = shown;
  const parts = [about(shown, style)];
  if (component.versions.lines.length > 0) parts.push(lines(shown, style));
  for (const { title, said } of sectionsOf(component, catalog)) {
    const heading = style.colours.bold(title);
    parts.push([heading, ...said.map((one, index) => statement(one, said[index + 1], style))].join('\n'));
  }
  if (shown.spokenOfBy.length > 0) {
    const names = wrapped(
      shown.spokenOfBy.map((id, index) => (index === shown.spokenOfBy.length - 1 ? id : `${id},`)),
      style.columns === undefined ? undefined : style.columns - 2,
      '',
    );
    parts.push(`${style.colours.bold(t('others that speak of it'))}\n  ${names.split('\n').join('\n  ')}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function about({ component }: Shown, { colours, columns }: Style): string {
  const { id, name, layer, status, description, homepage, repository, license } = component;
  const { aliases = [], provides = [], successors = [] } = component;
  const facts = [
    `${printable(description)}`,
    [homepage, repository === homepage ? undefined : repository, license].filter((one) => one !== undefined).join('  '),
    aliases.length === 0 ? '' : t('also called: {0}', enumeration(aliases)),
    provides.length === 0 ? '' : t('counts as: {0}', enumeration(provides)),
    successors.length === 0 ? '' : t('what comes next: {0}', enumeration(successors)),
  ];
  return [
    t('{0}, {1}', colours.bold(t('{0} ({1})', printable(name), id)), t('{0}, {1}', layer, statusWord(status))),
    ...facts.filter((fact) => fact !== '').map((fact) => wrapped(wordsOf(printable(fact)), columns, '  ')),
  ].join('\n');
}

function lines(shown: Shown, { colours, columns }: Style): string {
  const { component } = shown;
  const { head, rows } = table(
    [{ title: t('line') }, { title: t('latest') }, { title: t('released') }, { title: t('support') }],
    component.versions.lines.map((line) => [
      line.codename === undefined ? line.line : `${line.line} ${line.codename}`,
      latestOf(component, line) ?? '-',
      line.released ?? '-',
      enumeration(
        [supportWords(line, shown), line.longTerm === true ? t('long-term') : ''].filter((one) => one !== ''),
      ) || '-',
    ]),
    columns,
    '  ',
  );
  const { source, checked } = component.versions;
  const from = source === '' ? '' : `  ${colours.dim(citation(source, checked))}`;
  return [colours.bold(head), ...rows, ...(from === '' ? [] : [from])].join('\n');
}

/** Who says so, and when that was read. */
function citation(source: string, checked: IsoDate): string {
  return printable(`${source} ${t('(read {0})', checked)}`);
}

/** @param next what follows: a source that both have is written once, below the second */
function statement({ words, statement: own }: Said, next: Said | undefined, { colours, columns }: Style): string {
  const { note, source, checked } = own;
  const room = (indent: number): number | undefined => (columns === undefined ? undefined : columns - indent);
  const indented = (text: string, indent: string): string =>
    indent +
    wrapped(wordsOf(printable(text)), room(indent.length), '')
      .split('\n')
      .join(`\n${indent}`);
  const isShared = next?.statement.source === source && next.statement.checked === checked;
  return [
    indented(words, '  '),
    ...(note === undefined ? [] : [indented(note, '      ')]),
    ...(isShared ? [] : [`    ${colours.dim(citation(source, checked))}`]),
  ].join('\n');
}
