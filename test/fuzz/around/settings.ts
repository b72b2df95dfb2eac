/** What surrounds a manifest in an editor: settings and options of any shape, and a catalog of its own that is damaged. */
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { FULL_CLIENT } from '../../../scripts/pages/fullClient.ts';
import { CODES } from '../../../server/src/analysis/finding.ts';
import { startInMemory, testEnvironment } from '../../server/client.ts';
import { testCatalogBytes } from '../../support/catalog.ts';
import type { Random } from '../random.ts';
import type { Count, Target } from '../target.ts';
import { anyJson, checkPrototypes } from './json.ts';

const URI = 'file:///w/platform.stack.yaml';
const TEXT =
  'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: 1.34.2\n  istio: 1.27.4\n  weave-net: 2.8.1\n';
const NAMES = [
  'stackpin',
  'severity',
  'catalogs',
  'inlayHints',
  'supportHints',
  'asOf',
  'bundledCatalog',
  'trace',
  ...CODES,
];

interface Surroundings {
  readonly options: unknown;
  readonly settings: unknown;
  /** Bytes of the catalog that are other ones, by their place; undefined where it ends there. */
  readonly damage: readonly (readonly [at: number, byte: number | undefined])[];
}

const whole = testCatalogBytes();

/** Half of them have whole settings, half a whole catalog: otherwise nothing is reached behind the first fault. */
function make(random: Random): string {
  const isDamaged = random.chance(50);
  const damage = Array.from({ length: isDamaged ? 1 + random.below(3) : 0 }, () => {
    const at = random.chance(30) ? random.below(200) : random.below(whole.length);
    return [at, random.chance(30) ? undefined : random.below(256)];
  });
  const [options, settings] = isDamaged ? [{}, {}] : [anyJson(random, NAMES), anyJson(random, NAMES)];
  return JSON.stringify({ options, settings, damage });
}

function damaged(damage: Surroundings['damage']): Uint8Array {
  let bytes = Uint8Array.from(whole);
  for (const [at, byte] of damage) {
    if (byte === undefined || byte === null) bytes = bytes.slice(0, at);
    else if (at < bytes.length) bytes[at] = byte;
  }
  return bytes;
}

/** What is told of the manifest, and what the person is told besides. */
async function tell({
  options,
  settings,
  damage,
}: Surroundings): Promise<{ readonly found: string; readonly said: readonly string[] }> {
  const client = startInMemory(testEnvironment({ readOwnFile: async () => damaged(damage) }));
  try {
    await client.initialize({
      capabilities: FULL_CLIENT,
      initializationOptions: options,
      configuration: async () => settings,
    });
    await client.open(URI, TEXT);
    const params = { textDocument: { uri: URI } };
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', params);
    await client.connection.sendRequest('textDocument/hover', { ...params, position: { line: 4, character: 4 } });
    await client.connection.sendRequest('textDocument/completion', { ...params, position: { line: 4, character: 12 } });
    const said = [...client.logged, ...client.shown];
    const failed = said.filter((message) => /^\S+\/\S+ failed\b/.test(message));
    if (failed.length > 0) throw new Error(failed.join('\n'));
    if (report.kind !== 'full') throw new Error('The first question for diagnostics has no full answer.');
    return { found: JSON.stringify(report.items), said };
  } finally {
    client.connection.dispose();
  }
}

async function check(input: string, count: Count): Promise<void> {
  const surroundings = read(input);
  if (surroundings === undefined) return;
  const { found, said } = await tell(surroundings);
  checkPrototypes();
  count('messages to the person', said.length);
  if (surroundings.damage.length === 0) return;
  count('damaged catalogs');
  const { found: usual } = await tell({ options: {}, settings: {}, damage: [] });
  if (found !== usual && said.length === 0)
    throw new Error(`Something else is found and nothing is said of the catalog: ${found}`);
}

function read(input: string): Surroundings | undefined {
  try {
    const { options, settings, damage } = JSON.parse(input);
    return Array.isArray(damage) ? { options, settings, damage } : undefined;
  } catch {
    return undefined;
  }
}

export const settings: Target = {
  name: 'settings',
  about: 'settings and options of any shape, and a bundled catalog that is damaged',
  inputs: 60,
  begin: () => ({ make, check }),
};
