/** docs/catalog.md: what the bundled catalog holds. A function of the catalog alone, so that a page out of date shows. */
import { disagreements } from '../../server/src/analysis/disagreements.ts';
import { coverageOf, LEVELS } from '../../server/src/catalog/coverage.ts';
import { addMonths } from '../../server/src/catalog/dates.ts';
import { statementsOf } from '../../server/src/catalog/lint/statements.ts';
import { type Catalog, type Component, LAYERS, type Line } from '../../server/src/catalog/model.ts';
import { allVersions, latestOf } from '../../server/src/catalog/queries.ts';
import { isPrerelease, parseVersion } from '../../server/src/version/index.ts';

/** The page as Markdown. Decodes every entry of the catalog. */
export function catalogPage(catalog: Catalog): string {
  return `${[...introduction(catalog), ...coverage(catalog), ...layers(catalog), ...contradictions(catalog)].join('\n\n')}\n`;
}

function introduction(catalog: Catalog): string[] {
  const { components, lines, versions, statements, pairs } = coverageOf(catalog);
  const { version, updated } = catalog.metadata;
  return [
    '# The bundled catalog',
    '<!-- Written by `npm run docs`; a test compares it with the catalog. -->',
    `Version ${version}, updated ${updated}: ${number(components)} components, ${number(lines)} release lines, ${number(versions)} versions, ${number(statements)} statements about ${number(pairs)} ${pairs === 1 ? 'pair' : 'pairs'} of components and about releases.`,
    'Every statement names the page that makes it and the day on which that was read. [Where the catalog comes from](catalog-sources.md) tells how statements were chosen, [the catalog format](catalog-format.md) what each key means, and [adding a component](adding-a-component.md) how to add what is missing. `stackpin catalog list`, `show` and `coverage` print the same in the terminal.',
  ];
}

function coverage(catalog: Catalog): string[] {
  const { layers: byLayer, levels, age, sourced, statements, carriers, policies } = coverageOf(catalog);
  const rows = byLayer.map((one) => [
    `[${one.layer}](#${one.layer})`,
    number(one.components),
    number(one.versions),
    number(one.statements),
  ]);
  const facts = [
    `- Compatibility rules: ${LEVELS.map((level) => `${number(levels[level])} ${level}`).join(', ')}.`,
    `- Statements with a source: ${number(sourced)} of ${number(statements)}.`,
    `- Components that carry others: ${carriers}. Components with a support rule of their own in place of dates: ${policies}.`,
  ];
  if (age !== undefined) {
    const { oldest, median, newest } = age;
    facts.push(
      `- Statements were read from ${oldest.checked} (the oldest, of \`${oldest.component}\`) to ${newest.checked}; half of them by ${median}.`,
    );
  }
  return ['## Coverage', table(['layer', 'components', 'versions', 'statements'], rows), facts.join('\n')];
}

function layers(catalog: Catalog): string[] {
  const components = catalog.ids().flatMap((id) => catalog.component(id) ?? []);
  return LAYERS.flatMap((layer) => {
    const inside = components.filter((component) => component.layer === layer);
    const head = ['component', 'id', 'versions', 'latest', 'its support ends', 'statements', 'pages read'];
    return inside.length === 0 ? [] : [`## ${layer}`, table(head, inside.map(row))];
  });
}

function row(component: Component): string[] {
  const { id, name, homepage, repository, status } = component;
  const address = homepage ?? repository;
  const statements = statementsOf(component).map(({ statement }) => statement.source);
  const ended = status === 'retired' || status === 'archived' ? ` (${status})` : '';
  const { latest, line } = newestOf(component);
  return [
    `${address === undefined ? name : `[${name}](${address})`}${ended}`,
    `\`${id}\``,
    number(allVersions(component).length),
    latest ?? '',
    line === undefined ? '' : supportEnd(component, line),
    number(statements.length),
    number(new Set(statements).size),
  ];
}

/** The newest version that is no pre-release, and its line; of a component whose versions are not listed, its newest line. */
function newestOf(component: Component): { readonly latest: string | undefined; readonly line: Line | undefined } {
  for (const line of component.versions.lines) {
    const latest = latestOf(component, line);
    const version = latest === undefined ? undefined : parseVersion(latest, component.versions.scheme);
    if (version !== undefined && !isPrerelease(version)) return { latest, line };
  }
  const [line] = component.versions.lines;
  return { latest: line?.line, line };
}

function supportEnd({ supportPolicy: policy }: Component, line: Line): string {
  if (line.supportEnds !== undefined) return line.supportEnds;
  if (line.ended === true) return 'ended';
  switch (policy?.kind) {
    case 'months-after-release': {
      const months = line.longTerm === true ? policy.longTermMonths : policy.months;
      return months === undefined || line.released === undefined ? '' : addMonths(line.released, months);
    }
    case 'latest-minors':
    case 'latest-majors':
      return `when no longer among the newest ${policy.count ?? 1}`;
    case 'latest-release':
      return 'with the next line';
    case 'until-next-plus-months':
      return policy.months === undefined || policy.months === 0
        ? 'with the next line'
        : `${policy.months} months after the next line`;
    case 'follows':
      return `with ${policy.follows ?? ''}`;
    case undefined:
      return '';
  }
}

function contradictions(catalog: Catalog): string[] {
  const found = disagreements(catalog);
  const head = '## Where two components disagree';
  if (found.length === 0) return [head, 'Nowhere.'];
  const items = found.map(({ pair, lines, including, excluding }) => {
    const [first] = lines;
    const others = lines.length - 1;
    const more = others > 0 ? ` and ${others} more ${others === 1 ? 'pair' : 'pairs'} of lines` : '';
    const about = first === undefined ? '' : `, lines ${first.join(' and ')}${more}`;
    return [
      `- **${pair.join(' and ')}**${about}`,
      `  - ${including.statement} ([source](${including.source}))`,
      `  - ${excluding.statement} ([source](${excluding.source}))`,
    ].join('\n');
  });
  return [
    head,
    'One side declares a pair supported that the other excludes. Such a pair is told as untested, with both statements.',
    items.join('\n'),
  ];
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
