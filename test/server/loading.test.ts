/** What of the built server is loaded when: a client that asks for little pays for little. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { type ClientOptions, startProcess, type TestClient } from './client.ts';

const folder = mkdtempSync(join(tmpdir(), 'stackpin-loading-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes down, when the process ends, every script that V8 has parsed and every module of Node's own. */
const WITNESS = join(folder, 'witness.cjs');
writeFileSync(
  WITNESS,
  `const { writeFileSync } = require('node:fs');
process.on('exit', () => {
  const builtins = process.moduleLoadList.flatMap((name) => /^NativeModule (.*)/.exec(name)?.[1] ?? []);
  const { Session } = require('node:inspector');
  const session = new Session();
  session.connect();
  const scripts = [];
  session.on('Debugger.scriptParsed', ({ params }) => scripts.push(params.url));
  session.post('Debugger.enable');
  writeFileSync(process.env.WITNESSED, JSON.stringify({ builtins, scripts }));
});
`,
);

const MANIFEST = 'file:///w/platform.stack.yaml';
const TEXT = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: banana split\n';
const CATALOG =
  'apiVersion: stackpin/v1\nkind: Catalog\nmetadata: {name: acme, version: "1", updated: 2026-11-24}\ncomponents: {}\n';

let sessions = 0;

/** Runs a session in a process of its own; the files of the server and the modules of Node that it loaded. */
async function loaded(
  work: (client: TestClient) => Promise<unknown>,
  options: ClientOptions = {},
): Promise<{ files: string[]; builtins: string[] }> {
  sessions += 1;
  const witnessed = join(folder, `${sessions}.json`);
  const { client, child } = startProcess(['--stdio'], {
    NODE_OPTIONS: `--require ${WITNESS}`,
    WITNESSED: witnessed,
    NODE_COMPILE_CACHE: join(folder, 'cache'),
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await client.initialize(options);
  await work(client);
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  await ended;
  const { scripts, builtins } = JSON.parse(readFileSync(witnessed, 'utf8')) as {
    scripts: string[];
    builtins: string[];
  };
  const own = scripts.filter((url) => /[/\\]dist[/\\]server[/\\]/.test(url)).map((url) => basename(url));
  return { files: [...new Set(own)].sort(), builtins };
}

test('initialize loads the connection: no parser, no catalog, no rules, and nothing of Node that it does not use', async () => {
  const { files, builtins } = await loaded(async () => undefined);
  expect(files).toEqual(['main.js', 'node.js']);
  expect(builtins).toContain('net');
  for (const name of ['child_process', 'crypto', 'fs/promises', 'worker_threads', 'zlib', 'http', 'https'])
    expect(builtins).not.toContain(name);
});

test('neither does a document of another kind load more, whatever is asked about it', async () => {
  const uri = 'file:///w/values.yaml';
  const { files } = await loaded(async (client) => {
    await client.open(uri, 'replicas: 3\n', 'yaml');
    const asked = { textDocument: { uri }, position: { line: 0, character: 2 } };
    expect(await client.connection.sendRequest('textDocument/hover', asked)).toBeNull();
    expect(await client.connection.sendRequest('textDocument/completion', asked)).toBeNull();
  });
  expect(files).toEqual(['main.js', 'node.js']);
});

test('the first manifest loads the checker, and the first question the features', async () => {
  const { files } = await loaded(async (client) => {
    await client.open(MANIFEST, TEXT);
    expect((await client.pushed(MANIFEST)).map(({ code }) => code)).toEqual(['invalid-version']);
  });
  expect(files).toEqual(['checker.js', 'main.js', 'node.js']);

  const asked = await loaded(async (client) => {
    await client.open(MANIFEST, TEXT);
    const position = { line: 3, character: 4 };
    const hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: MANIFEST },
      position,
    });
    expect(hover).toMatchObject({ contents: { value: expect.stringContaining('Kubernetes · orchestrator') } });
  });
  expect(asked.files).toEqual(['checker.js', 'features.js', 'main.js', 'node.js']);
});

test('the first plan loads the planner, and the lens that leads to it does not', async () => {
  const lens = { textDocument: { uri: MANIFEST } };
  const { files } = await loaded(async (client) => {
    await client.open(MANIFEST, TEXT);
    expect(await client.connection.sendRequest('textDocument/codeLens', lens)).toHaveLength(2);
  });
  expect(files).toEqual(['checker.js', 'features.js', 'main.js', 'node.js']);

  const planned = await loaded(async (client) => {
    await client.open(MANIFEST, TEXT);
    const plan = { command: 'stackpin.plan', arguments: [MANIFEST] };
    expect(await client.connection.sendRequest('workspace/executeCommand', plan)).toContain(
      '# Upgrade plan for stack 1\n',
    );
  });
  expect(planned.files).toEqual(['checker.js', 'features.js', 'main.js', 'node.js', 'plans.js']);
});

test('folding, colours and formatting load what is about the form of a document, and nothing else', async () => {
  const textDocument = { uri: MANIFEST };
  const { files } = await loaded(async (client) => {
    await client.open(MANIFEST, TEXT);
    expect(await client.connection.sendRequest('textDocument/foldingRange', { textDocument })).toHaveLength(1);
    expect(await client.connection.sendRequest('textDocument/semanticTokens/full', { textDocument })).toMatchObject({
      data: expect.any(Array),
    });
  });
  expect(files).toEqual(['checker.js', 'main.js', 'node.js', 'structure.js']);
});

test('a question about names loads what is about names', async () => {
  const symbols = { textDocument: { uri: MANIFEST } };
  const { files } = await loaded(async (client) => {
    await client.open(MANIFEST, TEXT);
    expect(await client.connection.sendRequest('textDocument/documentSymbol', symbols)).toHaveLength(3);
  });
  expect(files).toEqual(['checker.js', 'features.js', 'main.js', 'navigation.js', 'node.js']);
});

test('the first report loads what makes its page', async () => {
  const { files } = await loaded(async (client) => {
    await client.open(MANIFEST, TEXT);
    const report = { command: 'stackpin.report', arguments: [MANIFEST] };
    expect(await client.connection.sendRequest('workspace/executeCommand', report)).toContain('<!DOCTYPE html>');
  });
  expect(files).toEqual(['checker.js', 'features.js', 'main.js', 'node.js', 'report.js']);
});

test('a catalog of a user loads what is about catalogs', async () => {
  const uri = 'file:///w/acme.catalog.yaml';
  const { files } = await loaded(async (client) => {
    await client.open(uri, CATALOG, 'stack-catalog');
    await client.pushed(uri);
  });
  expect(files).toEqual(['catalogs.js', 'checker.js', 'features.js', 'main.js', 'node.js']);
});

test('files to compare pins with load what reads them, and without the setting nothing of it is loaded', async () => {
  const workspace = mkdtempSync(join(folder, 'drift-'));
  writeFileSync(join(workspace, 'compose.yaml'), 'services: {mesh: {image: "istio/pilot:1.28.0"}}\n');
  const uri = pathToFileURL(join(workspace, 'shop.stack.yaml')).href;
  const text = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  istio: 1.28.1\n';
  const { files } = await loaded(
    async (client) => {
      await client.open(uri, text);
      await client.pushed(uri, ({ diagnostics }) => diagnostics.some(({ code }) => code === 'drift'));
    },
    {
      workspaceFolder: pathToFileURL(workspace).href,
      initializationOptions: { drift: { sources: ['compose.yaml'] } },
    },
  );
  expect(files).toEqual(['checker.js', 'drift.js', 'features.js', 'main.js', 'node.js']);
});

test('each part stands in one file', () => {
  const file = (name: string): string =>
    readFileSync(fileURLToPath(new URL(`../../dist/server/${name}`, import.meta.url)), 'utf8');
  const files = ['node.js', 'main.js', 'checker.js', 'features.js', 'catalogs.js'];
  const holding = (text: string): string[] => files.filter((name) => file(name).includes(text));
  // An error of the YAML parser; the form of the compiled catalog; what the two schemas describe; a method of the protocol.
  expect(holding('BLOCK_AS_IMPLICIT_KEY')).toEqual(['checker.js']);
  expect(holding('stackpin-catalog-2')).toEqual(['checker.js']);
  expect(holding('stack.schema.json')).toEqual(['checker.js']);
  expect(holding('catalog.schema.json')).toEqual(['catalogs.js']);
  expect(holding('textDocument/willSaveWaitUntil')).toEqual(['main.js']);
});
