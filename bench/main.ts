/** The benchmark: measures the parts of its plan in one run, and prints what came of it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { type KnownPin, knownPins } from './documents/known.ts';
import { schemaWith } from './documents/schema.ts';
import { MOST_KNOWN, stackDocument } from './documents/stack.ts';
import { type Figures, noFigures } from './figures.ts';
import { BUNDLED, openCompiled } from './inProcess/catalogs.ts';
import { PINS, WORK } from './inProcess/work.ts';
import { burstTable } from './measures/bursts.ts';
import { catalogTable, measureCatalog } from './measures/catalog.ts';
import { cliTable, measureCli } from './measures/cli.ts';
import { editTables } from './measures/edits.ts';
import { engineTable, measureEngine } from './measures/engine.ts';
import { fixAllTable, measureFixAll } from './measures/fixAll.ts';
import { memoryTable } from './measures/memory.ts';
import { measurePlanner, plannerTable } from './measures/planner.ts';
import { requestTable } from './measures/requests.ts';
import { measureResolver, noComparison } from './measures/resolver.ts';
import { measureSize, sizeTable } from './measures/size.ts';
import { measureSoak, soakTables } from './measures/soak.ts';
import { startTable } from './measures/start.ts';
import { measureTree, treeTable } from './measures/tree.ts';
import { typingTable } from './measures/typing.ts';
import { measureWorkspace, workspaceTable } from './measures/workspace.ts';
import { type Part, type Plan, RESOLVER_PARTS, readPlan, USAGE } from './plan.ts';
import type { Columns } from './report/beside.ts';
import { linesOf } from './report/beside.ts';
import { claims, claimsTable } from './report/claims.ts';
import { type Place, withFigures } from './report/page.ts';
import { ENGINES_TOLD, resolverTables } from './report/resolver.ts';
import { resolverClaims } from './report/resolverClaims.ts';
import { asMarkdown, asText, type Table } from './report/table.ts';
import { type Server, servers } from './servers.ts';
import { measureServers, type Tell } from './sessions.ts';

const plan = readPlan(process.argv.slice(2));
if (typeof plan === 'string') {
  console.error(`${plan}\n\n${USAGE}`);
  process.exitCode = 2;
} else await bench(plan);

/** What is printed together, and where it stands in a page. */
interface Section {
  readonly place: Place;
  readonly about: readonly string[];
  readonly tables: readonly Table[];
}

async function bench(plan: Plan): Promise<void> {
  const started = performance.now();
  const tell = (message: string): void => {
    console.error(`${((performance.now() - started) / 60_000).toFixed(1)} min: ${message}`);
  };
  mkdirSync(WORK, { recursive: true });
  const resolving = plan.parts.filter((part) => RESOLVER_PARTS.includes(part));
  const serving = plan.parts.filter((part) => !RESOLVER_PARTS.includes(part));
  const sections = [
    ...(serving.length === 0 ? [] : [await benchServers({ ...plan, parts: serving }, tell)]),
    ...(resolving.length === 0 ? [] : [await benchResolver({ ...plan, parts: resolving }, tell)]),
  ];
  for (const { about, tables } of sections) console.log([about.join('\n'), '', ...tables.map(asText)].join('\n'));
  if (plan.page === undefined) return;
  let page = readFileSync(plan.page, 'utf8');
  for (const { place, about, tables } of sections) {
    const markdown = [about.map((line) => `- ${line}`).join('\n'), '', ...tables.map(asMarkdown)].join('\n');
    page = withFigures(page, markdown, place);
  }
  writeFileSync(plan.page, page);
}

/** Checking: servers, and what they are made of. */
async function benchServers(plan: Plan, tell: Tell): Promise<Section> {
  const figures = noFigures();
  const failures: string[] = [];
  const has = (part: Part): boolean => plan.parts.includes(part);
  const pins = knownPins(openCompiled(BUNDLED), MOST_KNOWN + 1);
  writeFileSync(PINS, JSON.stringify(pins));
  const schema = resolve(WORK, 'peers.schema.json');
  writeFileSync(schema, JSON.stringify(schemaWith(pins)));
  const { all, reference } = servers({ pins, schema });
  const chosen = all.filter(({ name }) => plan.servers.length === 0 || plan.servers.includes(name));

  if (has('size')) measureSize(figures);
  await measureServers(chosen, { plan, figures, failures, tell });
  if (has('engine')) measureEngine(plan, figures, tell);
  if (has('cli')) measureCli(pins, figures, tell);
  if (has('tree')) measureTree(plan, { pins, schema }, figures, tell);
  if (has('catalog')) measureCatalog(plan, figures, tell);
  if (has('workspace')) await measureWorkspace(figures, tell);
  if (has('soak')) await measureSoak(chosen, plan, figures, tell);

  const columns = { figures, names: chosen.map(({ name }) => name), reference };
  return {
    place: 'servers',
    about: [...machine(), ...documents(plan, pins), ...columnsOf(chosen), ...failures.map(failed)],
    tables: [claimsTable(claims(figures, reference)), ...tablesOf(plan, columns, figures)],
  };
}

/** Resolving: the engine beside others, and what is built on it. */
async function benchResolver(plan: Plan, tell: Tell): Promise<Section> {
  const figures = noFigures();
  const has = (part: Part): boolean => plan.parts.includes(part);
  const compared = noComparison();
  if (has('resolver')) await measureResolver(plan, figures, compared, tell);
  // What fails is told, and the others go on.
  const failures: string[] = [];
  const guarded = (measure: () => void): void => {
    try {
      measure();
    } catch (error) {
      failures.push(String(error).replaceAll(/\s+/g, ' ').slice(0, 300));
    }
  };
  if (has('fixAll')) guarded(() => measureFixAll(plan, figures, tell));
  if (has('planner')) guarded(() => measurePlanner(plan, figures, tell));
  return {
    place: 'resolver',
    about: [...machine(), ...(has('resolver') ? ENGINES_TOLD : []), ...[...compared.failures, ...failures].map(failed)],
    tables: [
      claimsTable(resolverClaims(figures)),
      ...(has('resolver') ? resolverTables(figures, compared, plan) : []),
      ...(has('fixAll') ? [fixAllTable(figures, plan)] : []),
      ...(has('planner') ? [plannerTable(figures)] : []),
    ],
  };
}

/** The tables of the parts that ran. */
function tablesOf(plan: Plan, columns: Columns, figures: Figures): readonly Table[] {
  const tables: { readonly [part in Part]?: () => readonly Table[] } = {
    size: () => [sizeTable(figures)],
    start: () => [startTable(columns, plan)],
    memory: () => [memoryTable(columns, plan)],
    edits: () => editTables(columns, plan),
    requests: () => [requestTable(columns, plan)],
    bursts: () => [burstTable(columns, plan)],
    typing: () => [typingTable(columns, plan)],
    engine: () => [engineTable(figures, plan)],
    cli: () => [cliTable(figures)],
    tree: () => [treeTable(figures, plan)],
    catalog: () => [catalogTable(figures)],
    workspace: () => [workspaceTable(figures)],
    soak: () => soakTables(columns, plan, figures),
  };
  return plan.parts.flatMap((part) => tables[part]?.() ?? []);
}

function machine(): readonly string[] {
  const processors = cpus();
  const day = new Date().toISOString().slice(0, 10);
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return [
    `Measured on ${day}: Node ${process.versions.node}, ${process.platform}, ${processors.length} processors (${model}).`,
  ];
}

function documents({ rounds, sizes }: Plan, pins: readonly KnownPin[]): readonly string[] {
  const counts = sizes.map((lines) => {
    const { components, known } = stackDocument(lines, pins);
    return `${linesOf(lines)}: ${components.toLocaleString('en')} components, ${known} of them of the catalog`;
  });
  const versions = pins.reduce((sum, pin) => sum + pin.versions.length, 0).toLocaleString('en');
  return [
    `Rounds: ${rounds}; in every second the servers take their turns the other way round.`,
    `Documents: ${counts.join('; ')}.`,
    `The schema for the others lists ${pins.length} components with ${versions} versions.`,
  ];
}

function columnsOf(chosen: readonly Server[]): readonly string[] {
  return chosen.map(({ name, about }) => `${name}: ${about}.`);
}

function failed(failure: string): string {
  return `Failed: ${failure}`;
}
