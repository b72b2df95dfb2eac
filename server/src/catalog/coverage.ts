/** How much a catalog says, who says it and how long ago it was read. */
import { isIsoDate } from './dates.ts';
import { statementsOf } from './lint/statements.ts';
import { type Catalog, type Component, type IsoDate, LAYERS, type Layer, type Level } from './model.ts';

/** From the hardest to the softest. */
export const LEVELS = ['required', 'broken', 'supported', 'tested', 'recommended'] as const satisfies readonly Level[];

export interface LayerCoverage {
  readonly layer: Layer;
  readonly components: number;
  readonly versions: number;
  readonly statements: number;
}

/** What statements are about; `versions` are the tables of releases. */
export const STATEMENT_KINDS = [
  'compatibility',
  'requires',
  'conflicts',
  'carries',
  'supportPolicy',
  'upgrade',
  'skew',
  'removals',
  'charts',
  'series',
  'retirement',
  'withdrawn',
  'versions',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export interface Dated {
  readonly checked: IsoDate;
  /** The component that it is a statement of. */
  readonly component: string;
}

export interface CatalogCoverage {
  readonly components: number;
  readonly lines: number;
  readonly versions: number;
  /** All statements. */
  readonly statements: number;
  /** Layers that hold anything, in their usual order. */
  readonly layers: readonly LayerCoverage[];
  readonly kinds: { readonly [kind in StatementKind]: number };
  /** Compatibility rules by what they say. */
  readonly levels: { readonly [level in Level]: number };
  /** Pairs of different components about which a compatibility rule or a conflict says something. */
  readonly pairs: number;
  /** Statements that name the page that makes them. */
  readonly sourced: number;
  /** When the statements were read; undefined when none has a day. */
  readonly age: CoverageAge | undefined;
  /** Components that bring others along. */
  readonly carriers: number;
  /** Components for which upstream states a support rule. */
  readonly policies: number;
}

export interface CoverageAge {
  readonly oldest: Dated;
  readonly median: IsoDate;
  readonly newest: Dated;
  /** Statements by the month in which they were read, the earliest first; months without any are left out. */
  readonly months: readonly { readonly month: string; readonly statements: number }[];
}

/** Counts all of a catalog. Decodes every entry. */
export function coverageOf(catalog: Catalog): CatalogCoverage {
  const components = catalog.ids().flatMap((id) => catalog.component(id) ?? []);
  const kinds = Object.fromEntries(STATEMENT_KINDS.map((kind) => [kind, 0])) as { [kind in StatementKind]: number };
  const levels = Object.fromEntries(LEVELS.map((level) => [level, 0])) as { [level in Level]: number };
  const layers = new Map<Layer, { components: number; versions: number; statements: number }>();
  const pairs = new Set<string>();
  const dates: Dated[] = [];
  let lines = 0;
  let versions = 0;
  let statements = 0;
  let sourced = 0;
  for (const component of components) {
    const listed = component.versions.lines.reduce((sum, line) => sum + line.versions.length, 0);
    const placed = statementsOf(component);
    for (const { path, statement } of placed) {
      kinds[kindOf(path)] += 1;
      if (statement.source !== '') sourced += 1;
      if (isIsoDate(statement.checked)) dates.push({ checked: statement.checked, component: component.id });
    }
    for (const { level } of component.compatibility ?? []) levels[level] += 1;
    for (const pair of pairsOf(component)) pairs.add(pair);
    const layer = layers.get(component.layer) ?? { components: 0, versions: 0, statements: 0 };
    layers.set(component.layer, {
      components: layer.components + 1,
      versions: layer.versions + listed,
      statements: layer.statements + placed.length,
    });
    lines += component.versions.lines.length;
    versions += listed;
    statements += placed.length;
  }
  return {
    components: components.length,
    lines,
    versions,
    statements,
    layers: LAYERS.flatMap((layer) => {
      const counts = layers.get(layer);
      return counts === undefined ? [] : [{ layer, ...counts }];
    }),
    kinds,
    levels,
    pairs: pairs.size,
    sourced,
    age: ageOf(dates),
    carriers: components.filter(({ carries = [] }) => carries.length > 0).length,
    policies: components.filter(({ supportPolicy }) => supportPolicy !== undefined).length,
  };
}

function kindOf(path: readonly (string | number)[]): StatementKind {
  const [first] = path;
  // Withdrawn versions stand within the table of versions.
  if (first === 'versions' && path.length > 1) return 'withdrawn';
  return STATEMENT_KINDS.find((kind) => kind === first) ?? 'versions';
}

/** The pairs that a component speaks about, each written in one order. */
function pairsOf({ id, compatibility = [], conflicts = [] }: Component): string[] {
  return [...compatibility, ...conflicts]
    .filter((rule) => rule.with !== id)
    .map((rule) => [id, rule.with].sort().join(' '));
}

function ageOf(dates: readonly Dated[]): CoverageAge | undefined {
  const sorted = [...dates].sort((a, b) => (a.checked < b.checked ? -1 : a.checked > b.checked ? 1 : 0));
  const oldest = sorted[0];
  const newest = sorted.at(-1);
  const median = sorted[Math.floor((sorted.length - 1) / 2)]?.checked;
  if (oldest === undefined || newest === undefined || median === undefined) return undefined;
  const months = new Map<string, number>();
  for (const { checked } of sorted) months.set(checked.slice(0, 7), (months.get(checked.slice(0, 7)) ?? 0) + 1);
  return { oldest, median, newest, months: [...months].map(([month, count]) => ({ month, statements: count })) };
}
