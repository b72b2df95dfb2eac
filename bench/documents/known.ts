/** Components of the catalog, each at one version, of which nothing is found when they stand together. */
import type { AnalysisContext } from '../../server/src/analysis/analysis.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Catalog, Component } from '../../server/src/catalog/model.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';

/** The day as of which the benchmark checks. */
export const AS_OF = '2026-11-24';

/** Names of no catalog stand in the documents too: the schema that others are given lets them pass. */
export const SEVERITIES = { 'unknown-component': 'off' } as const;

/** A component and the version that it is pinned to. */
export interface KnownPin {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** All versions of the component. */
  readonly versions: readonly string[];
}

/** Text to every YAML reader, and no range when its end is cut off or changed. */
const THREE_NUMBERS = /^\d+\.\d+\.\d+$/;

/** What many others need: with these two, any part of the chosen pins goes together too. */
const FIRST = ['containerd', 'kubernetes'];

/** So many are tried at once. */
const BATCH = 40;

/** What the benchmark's documents are checked with. */
export function contextWith(catalog: Catalog): AnalysisContext {
  return { catalog, date: AS_OF, severities: SEVERITIES };
}

/**
 * Chooses pins that go together as of that day, by asking the checker; so do the first of them by themselves. Those that
 * upstream says most of come first, so that small documents have pairs to judge too.
 * @param most how many are wanted
 */
export function knownPins(catalog: Catalog, most: number): readonly KnownPin[] {
  const context = contextWith(catalog);
  const first = FIRST.flatMap((id) => catalog.component(id) ?? []).flatMap(pinOf);
  const candidates = catalog
    .ids()
    .flatMap((id) => (FIRST.includes(id) ? [] : (catalog.component(id) ?? [])))
    .sort((a, b) => statementsOf(b) - statementsOf(a) || (a.id < b.id ? -1 : 1))
    .flatMap(pinOf)
    .filter((pin) => clean([...first, pin], context).length > first.length);
  let chosen = clean(first, context);
  for (let at = 0; at < candidates.length && chosen.length < most; at += BATCH) {
    chosen = clean([...chosen, ...candidates.slice(at, at + BATCH)], context);
  }
  return chosen.slice(0, most);
}

function statementsOf({ compatibility = [] }: Component): number {
  return compatibility.length;
}

function pinOf({ id, name, versions: { lines } }: Component): readonly KnownPin[] {
  // Lines stand newest first, the versions of a line oldest first.
  const versions = lines.flatMap((line) => line.versions.toReversed());
  const version = versions.find((one) => THREE_NUMBERS.test(one));
  return version === undefined ? [] : [{ id, name, version, versions }];
}

/** Takes away what something is found of, from the end, until nothing is found. */
function clean(pins: readonly KnownPin[], context: AnalysisContext): readonly KnownPin[] {
  const head = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n';
  const text = head + pins.map(({ id, version }) => `  ${id}: ${version}\n`).join('');
  const { findings } = analyze(parseYaml(text), context);
  if (findings.length === 0) return pins;
  const told = new Set(findings.map(({ range }) => text.slice(0, range.start).split('\n').length - 1));
  const left = pins.filter((_, index) => !told.has(index + 3));
  if (left.length === pins.length) throw new Error(`Nothing of it can be taken away: ${findings[0]?.message}`);
  return clean(left, context);
}
