/** Nothing of the bundled catalog is decoded but what a manifest names, whichever way it is checked. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openCatalogs } from '../../cli/src/catalogs.ts';
import { checkAlone } from '../../cli/src/checking/checkFile.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { complete } from '../../server/src/features/completion.ts';
import { hover } from '../../server/src/features/hover.ts';
import { LAYER_REFERENCES } from '../../server/src/features/layerReferences.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { baseUses } from '../../server/src/workspace/baseUses.ts';
import { bundledCatalog as bundled } from '../../server/src/workspace/bundled.ts';
import { catalogStore } from '../../server/src/workspace/catalogs.ts';
import { manifestStore } from '../../server/src/workspace/manifests.ts';
import { createSession } from '../../server/src/workspace/session.ts';
import { clientTraits } from '../../server/src/workspace/traits.ts';
import { memoryHost } from '../cli/support.ts';
import { bundledCatalog, COMPILED } from '../support/compiled.ts';

const DATE = '2026-11-24';
/** Ten components, none of which brings others along. */
const TEXT = readFileSync(new URL('../../examples/vsphere-cluster-api.stack.yaml', import.meta.url), 'utf8');
const PINNED = [
  'calico',
  'cert-manager',
  'cloud-provider-vsphere',
  'cluster-api',
  'cluster-api-provider-vsphere',
  'containerd',
  'kubernetes',
  'vmware-esxi',
  'vmware-vcenter',
  'vsphere-csi-driver',
];

/** The parts of a server around one open manifest. */
function sessionWith(text: string) {
  const document = TextDocument.create('file:///w/a.stack.yaml', 'stack-manifest', 1, text);
  const environment = {
    readFile: async () => ({ failed: 'there is no such file' }),
    readOwnFile: async (path: string) => readFileSync(path),
  };
  const catalog = bundled(COMPILED, environment, (message) => {
    throw new Error(message);
  });
  return createSession({
    documents: { get: () => document, onDidClose: () => ({ dispose: () => undefined }) },
    configuration: {
      settingsFor: async () => ({ severity: {}, catalogs: [] }),
      take: () => undefined,
      forget: () => undefined,
    },
    catalogs: catalogStore(
      catalog.open,
      async () => ({ failed: 'there is no such file' }),
      () => undefined,
    ),
    manifests: manifestStore(
      { all: () => [document], get: () => document },
      async () => ({ failed: 'there is no such file' }),
      {
        identify: async (uri) => uri,
      },
    ),
    uses: baseUses(),
    bundledMissing: catalog.isMissing,
    traits: clientTraits({}),
    folders: () => [],
    today: () => DATE,
    warn: () => undefined,
    catalogsRead: () => undefined,
    catalogsUsed: () => undefined,
    drift: { of: async () => undefined },
    basesUsed: () => undefined,
  });
}

test('checking a manifest of ten components decodes ten entries', () => {
  const catalog = bundledCatalog();
  const { stacks } = analyze(parseYaml(TEXT), { catalog, date: DATE, severities: {} });
  expect(stacks[0]?.pins.map(({ component }) => component?.id).sort()).toEqual(PINNED);
  expect(catalog.decodedEntries()).toBe(10);
});

test('so does the command line, with its report and every fix', async () => {
  const { catalog, problems } = await openCatalogs([], memoryHost({}));
  expect([problems, catalog.decodedEntries()]).toEqual([[], 0]);
  const { stacks } = checkAlone('a.stack.yaml', TEXT, { catalog, date: DATE, severities: {} });
  expect(stacks.map(({ pins }) => pins)).toEqual([10]);
  expect(catalog.decodedEntries()).toBe(10);
});

test('so does the server, with diagnostics and hovers', async () => {
  const session = sessionWith(TEXT);
  const { catalog } = await session.contextFor('file:///w/a.stack.yaml');
  expect(catalog.decodedEntries()).toBe(0);
  expect((await session.validate('file:///w/a.stack.yaml'))?.version).toBe(1);
  const checked = await session.checked('file:///w/a.stack.yaml');
  if (checked === undefined) throw new Error('The manifest was not checked.');
  for (let line = 0; line < checked.lines.lineCount; line += 1) {
    hover(checked, { line, character: 4 }, session.traits.hover);
  }
  expect(catalog.decodedEntries()).toBe(10);
});

test('completing the name of a component decodes none but those that whole layers are begun with', async () => {
  const session = sessionWith('apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  \n');
  const checked = await session.checked('file:///w/a.stack.yaml');
  if (checked === undefined) throw new Error('The manifest was not checked.');
  const { items } = complete(checked, { line: 3, character: 2 }, session.traits.completion, () => false);
  const { catalog } = checked.analysis.context;
  const names = items.map(({ label }) => label).filter((label) => !label.startsWith('layer: '));
  expect([...names].sort()).toEqual([...catalog.ids()].sort());
  const references = new Set(Object.values(LAYER_REFERENCES).flat(2));
  expect(catalog.decodedEntries()).toBeLessThanOrEqual(references.size);
});

test('neither does the question which component a wrong name means', () => {
  const catalog = bundledCatalog();
  const text = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  k8s: "1.34"\n  kuberntes: "1.34"\n';
  const { findings } = analyze(parseYaml(text), { catalog, date: DATE, severities: {} });
  expect(findings.map(({ code }) => code)).toEqual(['unknown-component', 'unknown-component']);
  expect(catalog.decodedEntries()).toBe(0);
});
