/** What a large workspace costs: first index, an edit of a leaf and an edit of a base, beside the same pins in one file. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AS_OF } from '../documents/known.ts';
import type { Figures } from '../figures.ts';
import { capabilitiesOf } from '../protocol/capabilities.ts';
import { type Client, startClient } from '../protocol/client.ts';
import { NOTHING, shown, shownRatio, type Table } from '../report/table.ts';
import { OURS } from '../servers.ts';

const BASES = 20;
const LEAVES = 2000;
/** Edits of each kind; the median counts. */
const EDITS = 41;
/** The base that is edited, and one of the leaves above it. */
const ONE = 7;

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const PINS = [
  'kubernetes: 1.35.8',
  'containerd: 2.2.2',
  'cilium: 1.19.6',
  'istio: 1.30.3',
  'cert-manager: 1.20.3',
  'argo-cd: 3.4.4',
  'velero: 1.18.1',
  'keda: 2.20.2',
];
const OWN_PINS = ['postgresql: "17.11"', 'redis: 8.8.2', 'kyverno: 1.18.2'];

const indented = (pins: readonly string[]): string => pins.map((pin) => `  ${pin}\n`).join('');
const base = (index: number): string => `${HEAD}metadata: {name: base-${index}}\ncomponents:\n${indented(PINS)}`;
const leaf = (index: number, more: readonly string[] = []): string =>
  `${HEAD}metadata: {name: leaf-${index}}\nextends: [../bases/base-${index % BASES}.stack.yaml]\ncomponents:\n${indented([...OWN_PINS, ...more])}`;
const whole = (more: readonly string[] = []): string =>
  `${HEAD}metadata: {name: whole}\ncomponents:\n${indented([...PINS, ...OWN_PINS, ...more])}`;

/** One server over one workspace. */
export async function measureWorkspace(figures: Figures, tell: (message: string) => void): Promise<void> {
  tell(`a workspace of ${LEAVES} manifests`);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stackpin-bench-')));
  mkdirSync(join(folder, 'bases'));
  mkdirSync(join(folder, 'leaves'));
  for (let index = 0; index < BASES; index += 1) writeFileSync(join(folder, baseAt(index)), base(index));
  for (let index = 0; index < LEAVES; index += 1) writeFileSync(join(folder, leafAt(index)), leaf(index));
  const client = startClient({
    command: process.execPath,
    args: [resolve('dist/server/node.js'), '--stdio'],
    folder,
    configuration: () => null,
  });
  try {
    await client.request('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
      capabilities: capabilitiesOf(true),
      initializationOptions: { asOf: AS_OF },
    });
    client.notify('initialized', {});
    const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
    await measure(client, uriOf, (what, ...values) => figures.add({ of: OURS, what: `workspace.${what}` }, ...values));
  } finally {
    await client.stop('shutdown');
    rmSync(folder, { recursive: true, force: true });
  }
}

function baseAt(index: number): string {
  return `bases/base-${index}.stack.yaml`;
}

function leafAt(index: number): string {
  return `leaves/leaf-${index}.stack.yaml`;
}

async function measure(
  client: Client,
  uriOf: (path: string) => string,
  add: (what: string, ...values: readonly number[]) => void,
): Promise<void> {
  const index = indexing(client);
  const first = await index();
  if (first.reports.length !== BASES + LEAVES) throw new Error(`${first.reports.length} manifests were checked.`);
  add('first', first.took);
  add('again', (await index()).took);
  add('leaf', ...(await edited(client, uriOf(leafAt(ONE)), (more) => leaf(ONE, more))));
  add('whole', ...(await edited(client, uriOf('leaves/whole.stack.yaml'), whole)));

  const uri = uriOf(baseAt(ONE));
  open(client, uri, base(ONE));
  await pull(client, uri);
  const text = base(ONE).replace('1.35.8', '1.30.14');
  add('base', await change(client, uri, 2, text));
  const leaves = await index();
  const different = leaves.reports.filter(({ kind }) => kind === 'full').length;
  if (different < LEAVES / BASES - 1) throw new Error(`Only ${different} leaves were told of the edit of their base.`);
  add('leaves', leaves.took);
}

interface FileReport {
  readonly uri: string;
  readonly kind: string;
  readonly resultId: string;
}

/** Asks for the diagnostics of the whole workspace; each time with what was told before. */
function indexing(client: Client): () => Promise<{ readonly took: number; readonly reports: readonly FileReport[] }> {
  const known = new Map<string, string>();
  return async () => {
    const previousResultIds = [...known].map(([uri, value]) => ({ uri, value }));
    const { result, took } = await client.request('workspace/diagnostic', { previousResultIds });
    const { items } = result as { readonly items: readonly FileReport[] };
    for (const { uri, resultId } of items) known.set(uri, resultId);
    return { took, reports: items };
  };
}

function open(client: Client, uri: string, text: string): void {
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'stack-manifest', version: 1, text } });
}

async function pull(client: Client, uri: string): Promise<void> {
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
}

async function change(client: Client, uri: string, version: number, text: string): Promise<number> {
  const start = performance.now();
  client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  await pull(client, uri);
  return performance.now() - start;
}

/** Opens a file and edits it; gives the time of each edit. */
async function edited(client: Client, uri: string, textOf: (more: readonly string[]) => string): Promise<number[]> {
  open(client, uri, textOf([]));
  await pull(client, uri);
  const times: number[] = [];
  for (let version = 2; version < EDITS + 2; version += 1) {
    times.push(await change(client, uri, version, textOf([`own-${version}: 1.0.0`])));
  }
  return times;
}

/** One table. */
export function workspaceTable(figures: Figures): Table {
  const of = (what: string): number | undefined => figures.median({ of: OURS, what: `workspace.${what}` });
  const row = (title: string, value: number | undefined, other?: readonly [number | undefined, string]): string[] => [
    title,
    shown(value),
    other === undefined ? NOTHING : `${shownRatio(value, other[0])} of ${other[1]}`,
  ];
  const first = of('first');
  const file = [of('whole'), 'the same pins in one file'] as const;
  return {
    title: `A workspace of ${LEAVES.toLocaleString('en')} manifests over ${BASES} bases`,
    note: `In milliseconds, diagnostics asked for; of edits the median of ${EDITS}.`,
    head: ['', 'ms', 'ratio'],
    rows: [
      row('first index, all', first),
      row('first index, a manifest', first === undefined ? undefined : first / (BASES + LEAVES), file),
      row('index again, nothing changed', of('again'), [first, 'the first']),
      row('edit of a leaf', of('leaf'), file),
      row('edit of the same pins in one file', of('whole')),
      row('edit of a base, the base itself', of('base'), file),
      row(`edit of a base, its ${LEAVES / BASES} leaves`, of('leaves'), [first, 'the first index']),
    ],
  };
}
