/** What a manifest of somebody else makes the program read: nothing outside, nothing that hangs, and nothing that is told. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { nodeEnvironment } from '../../server/src/environment.node.ts';
import { isOnAnotherMachine, isWithin, resolveLocation } from '../../server/src/workspace/locations.ts';
import { stackpin } from '../cli/support.ts';
import { startInMemory } from '../server/client.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
/** What no message may hold. */
const SECRET = 'hunter2-of-root';

/** A folder `repo`, which is a repository, beside secrets that are no part of it; links and pipes by their targets. */
function outside(files: { readonly [path: string]: string }, links: { readonly [path: string]: string } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'stackpin-trust-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const written = {
    'secret.txt': `${SECRET}:x:0\n  ${SECRET}: [\n`,
    'secret.stack.yaml': `${HEAD}components:\n  ${SECRET}: 1.0.0\n`,
    'secret.catalog.yaml': `${SECRET}: ${SECRET}\n`,
    'repo/.git/HEAD': 'ref: refs/heads/main\n',
    ...files,
  };
  for (const [path, text] of Object.entries(written)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
  return folder;
}

describe('a path', () => {
  test.each([
    ['file:///w/%2e%2e/etc/passwd', 'file:///etc/passwd'],
    ['file:///w/..\\..\\etc/passwd', 'file:///etc/passwd'],
    ['/w/../etc/passwd', 'file:///etc/passwd'],
    ['../../../../etc/passwd', 'file:///etc/passwd'],
    ['\\\\server\\share\\base.stack.yaml', 'file://server/share/base.stack.yaml'],
    ['a\u0000b', 'file:///w/a%00b'],
    ['half\ud800', 'file:///w/half%EF%BF%BD'],
  ])('%j leads to %s', (path, location) => {
    expect(resolveLocation(path, 'file:///w')).toBe(location);
  });

  test('that goes up again is not inside, however it is written', () => {
    expect(isWithin('file:///w/a/../b', 'file:///w')).toBe(false);
    expect(isWithin('file:///w/%2e%2e/b', 'file:///w')).toBe(false);
    expect(isWithin('file:///w/..', 'file:///w')).toBe(false);
    expect(isWithin('file:///w/..a/b', 'file:///w')).toBe(true);
  });

  test('to another machine is told from one of this machine', () => {
    expect(isOnAnotherMachine('file://server/share/x', 'file:///w/leaf')).toBe(true);
    expect(isOnAnotherMachine('FILE://SERVER/share/x', 'file://server/share/leaf')).toBe(false);
    expect(isOnAnotherMachine('file://localhost/x', 'file:///w/leaf')).toBe(false);
    expect(isOnAnotherMachine('https://server/x', 'file:///w/leaf')).toBe(false);
  });
});

describe('what is no regular file is not read', () => {
  const { readFile } = nodeEnvironment();
  test.each([
    ['/dev/zero', 'it is no regular file'],
    ['/dev/null', 'it is no regular file'],
    [tmpdir(), 'it is a folder'],
    ['/tmp/a\u0000b', 'this is no path'],
    ['file:///tmp/a%00b', 'this is no path'],
    ['file://server/share/x', 'this is no path'],
    ['file:///tmp/a%2fb', 'this is no path'],
  ])('%j: %s', async (path, failed) => {
    expect(await readFile(path)).toEqual({ failed });
  });

  test('a pipe that nobody writes to', async () => {
    const folder = outside({});
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await readFile(join(folder, 'pipe'))).toEqual({ failed: 'it is no regular file' });
  });

  test('links that go round in circles', async () => {
    const folder = outside({}, { 'repo/a': 'b', 'repo/b': 'a' });
    expect(await readFile(join(folder, 'repo/a'))).toEqual({ failed: 'its symbolic links go round in circles' });
  });

  test('a file of more than 64 MB, and one of which the system says that it is empty', async () => {
    const folder = outside({});
    execFileSync('truncate', ['-s', '65M', join(folder, 'large')]);
    expect(await readFile(join(folder, 'large'))).toEqual({
      failed: 'it is larger than 64 MB, which no stack manifest is',
    });
    const text = await readFile('/proc/self/status');
    expect(text instanceof Uint8Array && new TextDecoder().decode(text)).toMatch(/^Name:/);
  });
});

/** Ways out of the repository, as a manifest may write them, and what is said of each. */
const WAYS_OUT: readonly (readonly [path: string, code: string])[] = [
  ['../secret.txt', 'base-outside-workspace'],
  ['../../../../../../../../etc/passwd', 'base-outside-workspace'],
  ['/etc/passwd', 'base-outside-workspace'],
  ['file:///etc/passwd', 'base-outside-workspace'],
  ['FOLDER/repo/../secret.stack.yaml', 'base-outside-workspace'],
  ['file://FOLDER/repo/%2e%2e/secret.stack.yaml', 'base-outside-workspace'],
  ['\\\\server\\share\\base.stack.yaml', 'base-outside-workspace'],
  ['file://server/share/base.stack.yaml', 'base-outside-workspace'],
  ['/dev/zero', 'base-outside-workspace'],
  ['link.stack.yaml', 'missing-base'],
  ['linked/secret.stack.yaml', 'missing-base'],
  ['loop.stack.yaml', 'missing-base'],
  ['pipe.stack.yaml', 'missing-base'],
  ['nul\\0.stack.yaml', 'missing-base'],
  ['.', 'missing-base'],
];
const LINKS = {
  'repo/link.stack.yaml': '../secret.stack.yaml',
  'repo/linked': '..',
  'repo/loop.stack.yaml': 'loop.stack.yaml',
};

function leafWith(folder: string): string {
  const entries = WAYS_OUT.map(([path]) => `  - "${path.replaceAll('FOLDER', folder).replace(/\\(?!0)/g, '\\\\')}"\n`);
  return `${HEAD}extends:\n${entries.join('')}components:\n  postgresql: "17"\n`;
}

describe('bases', () => {
  test('on the command line: nothing of what lies outside of the repository is read', async () => {
    const folder = outside({}, LINKS);
    execFileSync('mkfifo', [join(folder, 'repo/pipe.stack.yaml')]);
    writeFileSync(join(folder, 'repo/leaf.stack.yaml'), leafWith(folder));
    const { out, err } = await stackpin(['check', '--format', 'json', '--as-of', '2026-11-24', 'leaf.stack.yaml'], {
      cwd: join(folder, 'repo'),
    });
    const { files } = JSON.parse(out) as { files: { path: string; findings: { code: string; message: string }[] }[] };
    expect(files.map(({ path }) => path)).toEqual(['leaf.stack.yaml']);
    const codes = files.flatMap(({ findings }) => findings.map(({ code }) => code)).filter((code) => /base/.test(code));
    expect(codes).toEqual(WAYS_OUT.map(([, code]) => code));
    expect(out + err).not.toContain(SECRET);
  });

  test('in an editor: the same', async () => {
    const folder = outside({}, LINKS);
    execFileSync('mkfifo', [join(folder, 'repo/pipe.stack.yaml')]);
    const client = startInMemory();
    await client.initialize({ workspaceFolder: pathToFileURL(join(folder, 'repo')).href });
    const uri = pathToFileURL(join(folder, 'repo/leaf.stack.yaml')).href;
    await client.open(uri, leafWith(folder));
    const diagnostics = await client.pushed(uri);
    const codes = diagnostics.map(({ code }) => code).filter((code) => /base/.test(String(code)));
    expect(codes).toEqual(WAYS_OUT.map(([, code]) => code));
    // This reads every manifest of the workspace, open or not.
    expect(await client.connection.sendRequest('workspace/symbol', { query: SECRET })).toEqual([]);
    expect(await client.connection.sendRequest('workspace/symbol', { query: 'postgresql' })).toHaveLength(1);
    expect(JSON.stringify([client.published, client.logged, client.shown])).not.toContain(SECRET);
    const links = await client.connection.sendRequest<{ target: string }[]>('textDocument/documentLink', {
      textDocument: { uri },
    });
    expect(links.filter(({ target }) => !target.startsWith(pathToFileURL(join(folder, 'repo')).href))).toEqual([]);
  });

  test('where no repository bounds them, what is no manifest is not quoted', async () => {
    const folder = outside({
      'loose/leaf.stack.yaml': `${HEAD}extends: [../secret.txt, ../open.yaml]\ncomponents:\n  postgresql: "17"\n`,
      'open.yaml': `openapi: 3.1.0\ncomponents:\n  ${SECRET}: [\n`,
    });
    const { out, err, status } = await stackpin(['check', '--as-of', '2026-11-24'], { cwd: join(folder, 'loose') });
    expect(out).toContain('1 file, 1 stack:');
    expect(out + err).not.toContain(SECRET);
    expect(status).toBe(0);
  });
});

describe('manifests in a folder', () => {
  test('a link out of the repository is not followed, and that is said', async () => {
    const folder = outside({ 'repo/own.stack.yaml': `${HEAD}components: {}\n` }, LINKS);
    execFileSync('mkfifo', [join(folder, 'repo/pipe.stack.yaml')]);
    const { out, err, status } = await stackpin(['check', '--quiet'], { cwd: join(folder, 'repo') });
    expect(err).toBe(
      [
        'stackpin: link.stack.yaml is a link to a file outside. Name that file to have it read.',
        'stackpin: cannot read loop.stack.yaml: its symbolic links go round in circles.',
        '',
      ].join('\n'),
    );
    expect(out).not.toContain(SECRET);
    expect(status).toBe(2);
  });

  test('nor is it written to', async () => {
    const eol = `${HEAD}components:\n  kubernetes: 1.20.0\n`;
    const folder = outside({ 'eol.stack.yaml': eol }, { 'repo/eol.stack.yaml': '../eol.stack.yaml' });
    const { err } = await stackpin(['fix'], { cwd: join(folder, 'repo') });
    expect(err).toBe('stackpin: eol.stack.yaml is a link to a file outside. Name that file to have it read.\n');
    expect(execFileSync('cat', [join(folder, 'eol.stack.yaml')]).toString()).toBe(eol);
  });

  test('a pipe that a person names is read', async () => {
    const folder = outside({});
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const checked = stackpin(['check', '--quiet', join(folder, 'pipe')], { cwd: folder });
    // It waits for a reader.
    execFileSync('sh', ['-c', `echo 'a: [' > ${join(folder, 'pipe')}`]);
    const { out } = await checked;
    expect(out).toContain('pipe:1:4: error[yaml]: "[" is not closed.');
  });
});

describe('catalogs', () => {
  const text = (path: string) => `${HEAD}catalogs: ["${path}"]\ncomponents:\n  postgresql: "17"\n`;
  const saidOf = async (path: string): Promise<string[]> => {
    const folder = outside(
      { 'repo/leaf.stack.yaml': text(path) },
      { 'repo/link.catalog.yaml': '../secret.catalog.yaml' },
    );
    const client = startInMemory();
    await client.initialize({ workspaceFolder: pathToFileURL(join(folder, 'repo')).href });
    const uri = pathToFileURL(join(folder, 'repo/leaf.stack.yaml')).href;
    await client.open(uri, text(path));
    const inEditor = (await client.pushed(uri)).filter(({ code }) => /catalog/.test(String(code)));
    const { out } = await stackpin(['check', '--format', 'json', 'leaf.stack.yaml'], { cwd: join(folder, 'repo') });
    const { files } = JSON.parse(out) as { files: { findings: { code: string; message: string }[] }[] };
    const onTheLine = files.flatMap(({ findings }) => findings).filter(({ code }) => /catalog/.test(code));
    expect(onTheLine.map(({ message }) => message)).toEqual(inEditor.map(({ message }) => message));
    return onTheLine.map(({ message }) => message);
  };

  test.each([
    [
      '../secret.catalog.yaml',
      'The catalog "../secret.catalog.yaml" cannot be used, so nothing of it counts. Line 1: This is no catalog: it has no line "apiVersion: stackpin/v1".',
    ],
    [
      'link.catalog.yaml',
      'The catalog "link.catalog.yaml" cannot be read: it is a link that leads out of the workspace. A path begins at this file\'s folder: correct it.',
    ],
    [
      '/dev/zero',
      'The catalog "/dev/zero" cannot be read: it is no regular file. A path begins at this file\'s folder: correct it.',
    ],
  ])('%s', async (path, message) => {
    expect(await saidOf(path)).toEqual([message]);
  });
});

test('a configuration that is a link to a file elsewhere is not read', async () => {
  const folder = outside(
    { 'repo/a.stack.yaml': `${HEAD}components: {}\n` },
    { 'repo/stackpin.config.yaml': '../secret.catalog.yaml' },
  );
  const { out, err, status } = await stackpin(['check'], { cwd: join(folder, 'repo') });
  expect({ out, err, status }).toEqual({
    out: '',
    err: 'stackpin: cannot read the configuration stackpin.config.yaml: it is a link that leads out of the workspace.\n',
    status: 2,
  });
});

test.each([
  ['plan.json', ['plan', '--verify', 'plan.json', 'leaf.stack.yaml']],
  ['base.json', ['check', '--baseline', 'base.json']],
])('%s that is something else is not quoted', async (name, args) => {
  const folder = outside({ [name]: `${SECRET}\n`, 'leaf.stack.yaml': `${HEAD}components: {}\n` });
  const { out, err, status } = await stackpin(args, { cwd: folder });
  expect(out + err).not.toContain(SECRET);
  expect(status).toBe(2);
});
