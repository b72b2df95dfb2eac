/** Drift in the editor: the files that a setting names, beside an open manifest, through the whole server. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, Diagnostic } from 'vscode-languageserver';
import { browserEnvironment } from '../../server/src/environment.browser.ts';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';

const TEXT = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: 1.34.2\n  istio: 1.28.1\n';
const KUBEADM = (version: string) =>
  `apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: ${version}\n`;
const COMPOSE = (version: string) => `services:\n  mesh:\n    image: istio/pilot:${version}\n`;
const CAPABILITIES: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

let root: string;
let outside: string;
let client: TestClient;
const uriOf = (path: string): string => pathToFileURL(join(root, path)).href;
const write = (path: string, text: string, folder = root): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'stackpin-')));
  outside = realpathSync(mkdtempSync(join(tmpdir(), 'stackpin-')));
});
afterEach(() => {
  client.connection.dispose();
  rmSync(root, { recursive: true });
  rmSync(outside, { recursive: true });
});

async function start(sources: unknown, capabilities = CAPABILITIES, environment = testEnvironment()): Promise<void> {
  client = startInMemory(environment);
  const initializationOptions = sources === undefined ? {} : { drift: { sources } };
  await client.initialize({ capabilities, workspaceFolder: pathToFileURL(root).href, initializationOptions });
  await client.open(uriOf('shop.stack.yaml'), TEXT);
}

/** The messages of drift, once there are as many. */
async function drifts(count: number): Promise<Diagnostic[]> {
  const isDrift = ({ code }: Diagnostic) => code === 'drift';
  const all = await client.pushed(
    uriOf('shop.stack.yaml'),
    ({ diagnostics }) => diagnostics.filter(isDrift).length === count,
  );
  return all.filter(isDrift);
}
const messagesOf = (found: readonly Diagnostic[]): string[] => found.map(({ message }) => String(message));

test('nothing is said, and nothing read, where the setting names nothing', async () => {
  write('compose.yaml', COMPOSE('1.28.0'));
  const read: string[] = [];
  const { readFile, listFiles, ...others } = testEnvironment();
  const environment = {
    ...others,
    listFiles: async (folder: string, wanted: (name: string) => boolean) =>
      listFiles(folder, (name) => wanted(name) && read.push(name) > 0),
    readFile: async (location: string) => {
      read.push(location);
      return readFile(location);
    },
  };
  await start(undefined, CAPABILITIES, environment);
  expect(messagesOf(await drifts(0))).toEqual([]);
  expect(read).toEqual([]);
});

test.each([
  ['is asked for its settings', true],
  ['sends its settings', false],
])('a client that %s, as editors do: counts, and counts no more when it is taken out', async (_name, isAsked) => {
  write('deploy/kubeadm.yaml', KUBEADM('v1.30.0'));
  let section: unknown = { severity: {}, catalogs: [], drift: { sources: ['deploy'] } };
  client = startInMemory(testEnvironment());
  await client.initialize({
    capabilities: { ...CAPABILITIES, workspace: { configuration: isAsked } },
    workspaceFolder: pathToFileURL(root).href,
    configuration: () => section,
  });
  const tell = () =>
    client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: isAsked ? null : { stackpin: section },
    });
  if (!isAsked) await tell();
  await client.open(uriOf('shop.stack.yaml'), TEXT);
  expect(messagesOf(await drifts(1))).toEqual([
    'deploy/kubeadm.yaml:3 has another version of this: 1.30.0. The pin is Kubernetes 1.34.2.',
  ]);
  section = { drift: { sources: [] } };
  await tell();
  expect(messagesOf(await drifts(0))).toEqual([]);
});

test('another version is information on the pin, with its place, and a fix that was tried', async () => {
  write('deploy/kubeadm.yaml', KUBEADM('v1.30.0'));
  write('deploy/web/compose.yaml', COMPOSE('1.28.1'));
  await start(['deploy']);
  const [found, ...others] = await drifts(1);
  expect(others).toEqual([]);
  expect(found).toEqual({
    range: { start: { line: 3, character: 14 }, end: { line: 3, character: 20 } },
    severity: 3,
    code: 'drift',
    codeDescription: { href: 'https://github.com/stackpin/stackpin/blob/main/docs/import.md#in-the-editor' },
    source: 'stackpin',
    message: 'deploy/kubeadm.yaml:3 has another version of this: 1.30.0. The pin is Kubernetes 1.34.2.',
    relatedInformation: [
      {
        location: {
          uri: uriOf('deploy/kubeadm.yaml'),
          range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
        },
        message: 'kubernetes is 1.30.0 here.',
      },
    ],
  });
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: uriOf('shop.stack.yaml') },
    range: found?.range,
    context: { diagnostics: [found], only: ['quickfix'] },
  });
  const [action] = actions.filter(({ title }) => title.includes('as deploy'));
  // Istio 1.28.1 does not go with it.
  expect(action?.title).toBe(
    'Set kubernetes to 1.30.0, as deploy/kubeadm.yaml has it: brings unsupported and end-of-life',
  );
  expect(action?.edit?.changes).toEqual({
    [uriOf('shop.stack.yaml')]: [{ range: found?.range, newText: '1.30.0' }],
  });
});

test('files of a pattern count, a change of one is seen, and one that appears', async () => {
  write('deploy/prod/compose.yaml', COMPOSE('1.28.0'));
  write('deploy/prod/old/compose.yaml', COMPOSE('1.27.0'));
  write('other/compose.yaml', COMPOSE('1.26.0'));
  await start(['deploy/*/compose*.yaml']);
  const message = (path: string, version: string) =>
    `${path}:3 has another version of this: ${version}. The pin is Istio 1.28.1.`;
  expect(messagesOf(await drifts(1))).toEqual([message('deploy/prod/compose.yaml', '1.28.0')]);

  write('deploy/prod/compose.yaml', COMPOSE('1.28.1'));
  const changed = (path: string, type: number) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] });
  await changed('deploy/prod/compose.yaml', 2);
  expect(await drifts(0)).toEqual([]);

  write('deploy/test/compose.override.yaml', COMPOSE('1.27.3'));
  await changed('deploy/test/compose.override.yaml', 1);
  expect(messagesOf(await drifts(1))).toEqual([message('deploy/test/compose.override.yaml', '1.27.3')]);
});

test('nothing outside of the workspace is read, not by a path and not by a link', async () => {
  write('compose.yaml', COMPOSE('1.28.0'), outside);
  mkdirSync(join(root, 'deploy'));
  symlinkSync(join(outside, 'compose.yaml'), join(root, 'deploy', 'compose.yaml'));
  await start([outside, '../', 'deploy', 'deploy/compose.yaml', 'missing.yaml']);
  expect(await drifts(0)).toEqual([]);
  await client.until(() => client.logged.some((line) => line.includes('missing.yaml')));
  expect(client.logged.filter((line) => line.includes('stackpin.drift'))).toEqual([
    `stackpin.drift.sources: "${outside}" lies outside of the workspace. It is not read.`,
    'stackpin.drift.sources: "../" lies outside of the workspace. It is not read.',
    'stackpin.drift.sources: missing.yaml cannot be read: there is no such file.',
  ]);
});

test('on the web, where no files are read, the setting says nothing and breaks nothing', async () => {
  write('deploy/compose.yaml', COMPOSE('1.28.0'));
  const { readFile, identify, listFiles } = browserEnvironment();
  await start(['deploy', 'deploy/compose.yaml'], CAPABILITIES, testEnvironment({ readFile, identify, listFiles }));
  expect(await drifts(0)).toEqual([]);
  expect(client.logged.filter((line) => line.includes('stackpin.drift'))).toEqual([]);
});

test('a client without capabilities gets the plain message', async () => {
  write('compose.yaml', COMPOSE('1.28.0'));
  await start(['compose.yaml'], {});
  expect(await drifts(1)).toEqual([
    {
      range: { start: { line: 4, character: 9 }, end: { line: 4, character: 15 } },
      severity: 3,
      code: 'drift',
      source: 'stackpin',
      message: 'compose.yaml:3 has another version of this: 1.28.0. The pin is Istio 1.28.1.',
    },
  ]);
});
