/** Manifests that extend others, through the whole server: open and not, by push and by pull. */
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { browserEnvironment } from '../../server/src/environment.browser.ts';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const BASE = `${HEAD}components:\n  kubernetes: 1.34.2\n`;
const OLD = `${HEAD}components:\n  kubernetes: 1.30.0\n`;
const leaf = (base = './base.stack.yaml'): string => `${HEAD}extends: [${base}]\ncomponents:\n  istio: 1.28.1\n`;
const CONFLICT = 'unsupported: Istio 1.28.1 supports Kubernetes 1.33 to 1.34, not 1.30.0.';
const GONE = 'missing-base: "./base.stack.yaml" cannot be read: there is no such file. Correct the path, or remove it.';

let root: string;
let client: TestClient;
const uriOf = (path: string): string => pathToFileURL(join(root, path)).href;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const watched = (changes: { readonly [path: string]: 1 | 2 | 3 }) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: Object.entries(changes).map(([path, type]) => ({ uri: uriOf(path), type })),
  });

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'stackpin-')));
});
afterEach(() => {
  client.connection.dispose();
  rmSync(root, { recursive: true });
});

async function start(capabilities: ClientCapabilities, environment = testEnvironment()): Promise<void> {
  client = startInMemory(environment);
  await client.initialize({ capabilities, workspaceFolder: pathToFileURL(root).href });
}

/** The newest messages that were pushed for a file, once they are these. */
function told(path: string, expected: readonly string[]): Promise<true> {
  return client.until(() => {
    const newest = client.published.findLast((params) => params.uri === uriOf(path));
    const found = newest?.diagnostics.map(({ code, message }) => `${code}: ${message}`) ?? [];
    return newest !== undefined && JSON.stringify(found) === JSON.stringify(expected);
  });
}

describe('by push', () => {
  const PUSH: ClientCapabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };

  test('an edit of a base, saved or not, updates its open and unopened leaves; deleting it is told, restoring it clears', async () => {
    write('base.stack.yaml', BASE);
    write('open.stack.yaml', leaf());
    write('team/closed.stack.yaml', leaf('../base.stack.yaml'));
    await start(PUSH);
    await client.open(uriOf('open.stack.yaml'), leaf());
    await told('open.stack.yaml', []);

    await client.open(uriOf('base.stack.yaml'), BASE);
    await client.change(uriOf('base.stack.yaml'), OLD, 2);
    await told('open.stack.yaml', [CONFLICT]);
    await told('team/closed.stack.yaml', [CONFLICT]);
    const [conflict] = client.published.findLast(({ uri }) => uri === uriOf('open.stack.yaml'))?.diagnostics ?? [];
    expect(conflict?.relatedInformation).toEqual([
      {
        location: {
          uri: uriOf('base.stack.yaml'),
          range: { start: { line: 3, character: 2 }, end: { line: 3, character: 20 } },
        },
        message: 'Kubernetes 1.30.0 is pinned here.',
      },
      {
        location: {
          uri: uriOf('open.stack.yaml'),
          range: { start: { line: 2, character: 10 }, end: { line: 2, character: 27 } },
        },
        message: './base.stack.yaml is extended here.',
      },
    ]);

    // What is on disk counts again.
    await client.close(uriOf('base.stack.yaml'));
    await told('open.stack.yaml', []);
    await told('team/closed.stack.yaml', []);

    rmSync(join(root, 'base.stack.yaml'));
    await watched({ 'base.stack.yaml': 3 });
    await told('open.stack.yaml', [GONE]);
    await told('team/closed.stack.yaml', [GONE.replace('./', '../')]);

    write('base.stack.yaml', BASE);
    await watched({ 'base.stack.yaml': 1 });
    await told('open.stack.yaml', []);
    await told('team/closed.stack.yaml', []);
  });

  test('what a base accepts is unused only when none of its leaves, open or not, has it', async () => {
    const accepting = (version: string): string =>
      `${HEAD}acknowledge:\n  - code: unsupported\n    between: [istio, kubernetes]\n    reason: we test it ourselves\ncomponents:\n  kubernetes: ${version}\n`;
    const old = 'end-of-life: Support for Kubernetes 1.30 ended on 2026-06-20.';
    const unused = 'unused-acknowledgement: This entry hides nothing: "istio" is no pin of this stack. Remove it.';
    write('base.stack.yaml', accepting('1.30.0'));
    write('closed.stack.yaml', leaf());
    await start(PUSH);
    await client.open(uriOf('base.stack.yaml'), accepting('1.30.0'));
    await told('base.stack.yaml', [old]);
    // Said of places that move while somebody types.
    await client.change(uriOf('base.stack.yaml'), `# the platform\n${accepting('1.30.0')}`, 2);
    await client.change(uriOf('base.stack.yaml'), accepting('1.34.2'), 3);
    await told('base.stack.yaml', [unused]);
    await client.change(uriOf('base.stack.yaml'), accepting('1.30.0'), 4);
    await told('base.stack.yaml', [old]);
    rmSync(join(root, 'closed.stack.yaml'));
    await watched({ 'closed.stack.yaml': 3 });
    await told('base.stack.yaml', [unused, old]);
  });

  test('manifests that appear, change and go', async () => {
    await start(PUSH);
    write('new.stack.yaml', `${HEAD}components:\n  kubernetes: latest\n`);
    await watched({ 'new.stack.yaml': 1 });
    const message =
      'invalid-version: "latest" is no version, release line or range of Kubernetes. Write a version such as 1.34.2, a release line, or a range in quotes.';
    await told('new.stack.yaml', [message]);
    write('new.stack.yaml', BASE);
    await watched({ 'new.stack.yaml': 2 });
    await told('new.stack.yaml', []);
    write('new.stack.yaml', `${HEAD}components:\n  kubernetes: latest\n`);
    await watched({ 'new.stack.yaml': 2 });
    await told('new.stack.yaml', [message]);
    rmSync(join(root, 'new.stack.yaml'));
    await watched({ 'new.stack.yaml': 3 });
    await told('new.stack.yaml', []);
  });

  test('one base by the paths of two links is one base, and its open buffer counts', async () => {
    write('real/base.stack.yaml', BASE);
    symlinkSync(join(root, 'real'), join(root, 'link'));
    const text = `${HEAD}extends: [real/base.stack.yaml, link/base.stack.yaml]\ncomponents:\n  istio: 1.28.1\n`;
    await start(PUSH);
    await client.open(uriOf('open.stack.yaml'), text);
    await told('open.stack.yaml', []);
    await client.open(uriOf('link/base.stack.yaml'), OLD);
    await told('open.stack.yaml', [CONFLICT]);
  });
});

describe('by pull', () => {
  const PULL: ClientCapabilities = {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true }, fileOperations: { didRename: true, didDelete: true } },
  };
  const ids = new Map<string, string>();

  async function pull(): Promise<{ [path: string]: string[] | 'unchanged' }> {
    const previousResultIds = [...ids].map(([uri, value]) => ({ uri, value }));
    const { items } = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds,
    });
    const answer: { [path: string]: string[] | 'unchanged' } = {};
    for (const item of items) {
      if (item.resultId !== undefined) ids.set(item.uri, item.resultId);
      const path = item.uri.slice(uriOf('').length + 1).replace(/^\/+/, '');
      answer[path] =
        item.kind === 'unchanged' ? 'unchanged' : item.items.map(({ code, message }) => `${code}: ${message}`);
    }
    return answer;
  }
  beforeEach(() => ids.clear());

  test('files that are not open, each told once; what has not changed costs nothing', async () => {
    write('base.stack.yaml', BASE);
    write('one.stack.yaml', leaf());
    write('team/two.stack.yaml', leaf('../base.stack.yaml'));
    write('other.yaml', 'a: 1\n');
    await start(PULL);
    expect(await pull()).toEqual({ 'base.stack.yaml': [], 'one.stack.yaml': [], 'team/two.stack.yaml': [] });
    // Nothing has happened: nothing is looked at.
    expect(await pull()).toEqual({});

    write('base.stack.yaml', OLD);
    await watched({ 'base.stack.yaml': 2 });
    await client.until(() => client.refreshes() > 0);
    const ended = 'end-of-life: Support for Kubernetes 1.30 ended on 2026-06-20.';
    expect(await pull()).toEqual({
      'base.stack.yaml': [ended],
      'one.stack.yaml': [CONFLICT],
      'team/two.stack.yaml': [CONFLICT],
    });
    write('one.stack.yaml', `${leaf()}# a comment\n`);
    await watched({ 'one.stack.yaml': 2 });
    expect(await pull()).toEqual({
      'base.stack.yaml': 'unchanged',
      'one.stack.yaml': 'unchanged',
      'team/two.stack.yaml': 'unchanged',
    });
  });

  test('an open document is asked for by itself', async () => {
    write('base.stack.yaml', BASE);
    write('one.stack.yaml', leaf());
    await start(PULL);
    await client.open(uriOf('one.stack.yaml'), leaf('gone.stack.yaml'));
    expect(await pull()).toEqual({ 'base.stack.yaml': [] });
    await client.close(uriOf('one.stack.yaml'));
    expect(await pull()).toEqual({ 'base.stack.yaml': 'unchanged', 'one.stack.yaml': [] });
  });

  test('a folder that is renamed in the editor', async () => {
    write('ground/base.stack.yaml', BASE);
    write('one.stack.yaml', leaf('ground/base.stack.yaml'));
    await start(PULL);
    await pull();
    renameSync(join(root, 'ground'), join(root, 'floor'));
    await client.connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: uriOf('ground'), newUri: uriOf('floor') }],
    });
    await client.until(() => client.refreshes() > 0);
    expect(await pull()).toEqual({
      'floor/base.stack.yaml': [],
      'ground/base.stack.yaml': [],
      'one.stack.yaml': [GONE.replaceAll('./base', 'ground/base')],
    });
  });

  test('a large workspace shows how far it is, and sends what is done', async () => {
    for (let index = 0; index < 230; index += 1) write(`${index}.stack.yaml`, BASE);
    await start({ ...PULL, window: { workDoneProgress: true } });
    const shown: string[] = [];
    client.connection.onRequest('window/workDoneProgress/create', () => null);
    client.connection.onNotification('$/progress', ({ value }: { value: { kind?: string; items?: unknown[] } }) => {
      shown.push(value.kind ?? `items ${value.items?.length}`);
    });
    const { items } = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'reports',
    });
    await client.until(() => shown.includes('end'));
    expect(shown.filter((one) => one.startsWith('items'))).toEqual(['items 50', 'items 50', 'items 50', 'items 50']);
    expect(items).toHaveLength(30);
    expect(shown[0]).toBe('begin');
  });
});

test('several workspace folders: a base may stand in another one, and nowhere else', async () => {
  write('one/leaf.stack.yaml', '');
  write('two/base.stack.yaml', OLD);
  write('outside/base.stack.yaml', OLD);
  client = startInMemory(testEnvironment());
  await client.initialize({ capabilities: {}, workspaceFolder: uriOf('one') });
  await client.open(uriOf('one/leaf.stack.yaml'), leaf('../two/base.stack.yaml'));
  await told('one/leaf.stack.yaml', [
    'base-outside-workspace: "../two/base.stack.yaml" lies outside of the workspace. Only files inside it can be extended: move it here, or open the folder that holds both.',
  ]);
});

test('a document in no workspace folder may extend what it can reach', async () => {
  write('one/a.stack.yaml', BASE);
  write('two/base.stack.yaml', OLD);
  client = startInMemory(testEnvironment());
  await client.initialize({ capabilities: {} });
  await client.open(uriOf('one/leaf.stack.yaml'), leaf('../two/base.stack.yaml'));
  await told('one/leaf.stack.yaml', [CONFLICT]);
});

test('where no files can be read nothing is said of bases that are not open, and open ones count', async () => {
  const { readFile, identify, listFiles } = browserEnvironment();
  client = startInMemory(testEnvironment({ readFile, identify, listFiles }));
  await client.initialize({ capabilities: {}, workspaceFolder: 'vscode-vfs://github/acme/platform' });
  const uri = 'vscode-vfs://github/acme/platform/leaf.stack.yaml';
  await client.open(uri, leaf());
  expect(await client.pushed(uri)).toEqual([]);
  await client.open('vscode-vfs://github/acme/platform/base.stack.yaml', OLD);
  const found = await client.pushed(uri, ({ diagnostics }) => diagnostics.length > 0);
  expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([CONFLICT]);
});
