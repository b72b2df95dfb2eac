/** The programs do their work without a network, without other programs but git, and without evaluating anything. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { FULL_CLIENT } from '../../scripts/pages/fullClient.ts';
import { clientMessages, isPromised } from '../../scripts/pages/lspMessages.ts';
import { STACKPIN } from '../cli/support.ts';
import { clientOver, SERVER } from '../server/client.ts';
import { paramsFor } from '../server/everyRequest.ts';
import { type Noted, ROOT, runTrapped, startTrapped, usesIn } from './run.ts';

/** Commands that may use the network, by the words that begin them. Each is shown elsewhere to use it alone as it says. */
const ONLINE: readonly string[] = ['catalog update https://mirror.example/stackpin/'];

/** What git is asked, as patterns: no argument that a person or a file gives stands where an option could. */
const CONFIG = String.raw`git -c core\.fsmonitor=false -c core\.quotePath=off --no-pager --no-optional-locks `;
const GIT = [
  'rev-parse --show-toplevel',
  String.raw`rev-parse --verify --quiet --end-of-options [^ ]+\^\{commit\}`,
  'config -z --name-only --get-regexp [^ ]+',
  'ls-tree -r -z --name-only --full-tree [0-9a-f]{40,64} --',
  'diff --name-only -z --no-renames --no-ext-diff --no-textconv --ignore-submodules=all --no-relative [0-9a-f]{40,64} --',
  'cat-file blob [0-9a-f]{40,64}:[^ ]+',
].map((args) => new RegExp(`^${CONFIG}${args}$`));

/** A folder that is a repository, with the examples in it, one of which was changed. */
let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'stackpin-offline-')));
  cpSync(join(ROOT, 'examples'), folder, { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'as it was');
  const path = join(folder, 'payments.stack.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/istio: .*/, 'istio: 1.20.0'));
  mkdirSync(join(folder, 'chart'));
  writeFileSync(join(folder, 'chart/Dockerfile'), 'FROM postgres:17.2\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What of the paths that a program asked for is none of its own, of the workspace, or of what was given to it. */
function strayed(noted: readonly Noted[], cache: string, given: readonly string[] = []): string[] {
  const own = [join(ROOT, 'dist'), join(ROOT, 'templates'), cache, folder, ...given];
  const isOwn = (path: string) => own.some((one) => path === one || path.startsWith(`${one}/`));
  // On the way up from the workspace a repository is looked for, of which nothing is read.
  const above: string[] = [];
  for (let at = dirname(folder); ; at = dirname(at)) {
    above.push(join(at, '.git'));
    if (dirname(at) === at) break;
  }
  const stray = noted.flatMap((one) => {
    if (one.kind !== 'file' || isOwn(one.path)) return [];
    return one.how === 'tell' && above.includes(one.path) ? [] : `${one.how} ${one.call} ${one.path}`;
  });
  return [...new Set(stray)];
}

describe('what this shows it with', () => {
  test('no network is there, and every use of it is written down and fails', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { readonly port: number };
    const script = join(folder, 'uses.cjs');
    onTestFinished(() => rmSync(script));
    writeFileSync(
      script,
      `const tried = async (use) => { try { await use(); } catch (error) { console.log(error.message); } };
      (async () => {
        console.log(Object.values(require('os').networkInterfaces()).flat().filter(({ internal }) => !internal).length);
        await tried(() => fetch('http://127.0.0.1:${port}/'));
        await tried(() => require('http').get('http://127.0.0.1:${port}/'));
        await tried(() => require('net').connect(${port}));
        await tried(() => new (require('net').Socket)().connect(${port}));
        await tried(() => require('child_process').execSync('true'));
        await tried(() => require('child_process').execFile('true', []));
        await tried(() => require('child_process').exec('git true'));
        await tried(() => (0, eval)('1'));
        require('fs').readFileSync('/etc/hostname');
      })();`,
    );
    const { out, noted, cache } = await runTrapped(script, [], folder);
    expect(out.split('\n')).toEqual([
      '0',
      'fetch is trapped',
      'http.get is trapped',
      'net.connect is trapped',
      'net.Socket.connect is trapped',
      'child_process.execSync is trapped',
      'true is trapped',
      '/bin/sh is trapped',
      'eval is trapped',
      '',
    ]);
    expect(usesIn(noted)).toEqual([
      'fetch',
      'http.get',
      'net.connect',
      'net.Socket.connect',
      'child_process.execSync',
      'true ',
      '/bin/sh -c git true (in a shell)',
      'eval',
    ]);
    expect(strayed(noted, cache)).toEqual(['read readFileSync /etc/hostname', 'read openSync /etc/hostname']);
  });
});

/** Every command, with arguments that make it do all that it does. */
const OFFLINE: readonly string[] = [
  'check',
  'check payments.stack.yaml --format json',
  'check payments.stack.yaml --format sarif',
  'check payments.stack.yaml --format github',
  'check payments.stack.yaml --format gitlab',
  'check payments.stack.yaml --format junit',
  'check --threads 2 --quiet',
  'check *.stack.yaml --verbose',
  'check payments.stack.yaml --write-baseline chart/baseline.json',
  'check payments.stack.yaml --baseline chart/baseline.json',
  'check payments.stack.yaml --changed-since HEAD',
  'check payments.stack.yaml --catalog in-house.catalog.yaml',
  'fix payments.stack.yaml --dry-run',
  'explain payments.stack.yaml',
  'plan payments.stack.yaml',
  'plan cloud-native.stack.yaml --newest --format json',
  'diff payments.stack.yaml',
  'diff HEAD:payments.stack.yaml edge.stack.yaml --format markdown',
  'versions kubernetes',
  'init --list',
  'init --template kubernetes --output chart/new.stack.yaml',
  'report payments.stack.yaml --html chart/report.html',
  'import chart',
  'drift payments.stack.yaml chart',
  'catalog list',
  'catalog show istio',
  'catalog coverage',
  'catalog lint in-house.catalog.yaml',
  'catalog update --status',
  'catalog update --remove',
  'completion bash',
  '--version',
  '--help',
];

describe('the command line', () => {
  test('every command is tried', async () => {
    const { out } = await runTrapped(STACKPIN, ['completion', 'fish'], folder);
    const offered = [...out.matchAll(/__fish_use_subcommand.* -a '?([a-z]+)/g)].map(([, name = '']) => name);
    const tried = [...OFFLINE, ...ONLINE].map((args) => args.split(' ')[0] ?? '');
    expect(offered.length).toBeGreaterThan(10);
    // The language server has a part of its own below.
    expect(offered.filter((name) => !tried.includes(name) && name !== 'lsp' && name !== 'help')).toEqual([]);
  });

  test.each(OFFLINE)('%s', async (command) => {
    const { noted, cache, ...ended } = await runTrapped(STACKPIN, command.split(' '), folder);
    expect(usesIn(noted).filter((use) => !GIT.some((allowed) => allowed.test(use)))).toEqual([]);
    expect(strayed(noted, cache)).toEqual([]);
    expect(noted.filter(({ kind }) => kind === 'file').length).toBeGreaterThan(3);
    // Git comes into it only where a revision is asked for.
    const asksGit = /--changed-since|^diff/.test(command);
    expect(noted.some(({ kind }) => kind === 'program')).toBe(asksGit);
    // Findings make it 1; what could not be done would make it 2.
    expect([ended.status === 2, ended.err]).toEqual([
      false,
      command.startsWith('fix') ? expect.not.stringContaining('trapped') : '',
    ]);
  });

  test('git runs nothing that a repository names', async () => {
    const repository = realpathSync(mkdtempSync(join(tmpdir(), 'stackpin-hostile-')));
    onTestFinished(() => rmSync(repository, { recursive: true, force: true }));
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: repository });
    const manifest = join(repository, 'a.stack.yaml');
    const text = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  postgresql: "17.2"\n';
    git('init', '--quiet');
    writeFileSync(manifest, text);
    writeFileSync(join(repository, '.gitattributes'), '*.yaml filter=evil diff=evil\n');
    git('add', '.');
    git('commit', '--quiet', '--message', 'first');
    const evil = join(repository, '.git/evil');
    writeFileSync(evil, `#!/bin/sh\ntouch ${join(repository, 'it-ran')}\ncat\n`, { mode: 0o755 });
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.hooksPath',
      'core.sshCommand',
      'diff.external',
      'diff.evil.command',
      'diff.evil.textconv',
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.evil.process',
      'alias.diff',
      'pager.diff',
    ])
      git('config', key, key.startsWith('alias') ? `!${evil}` : evil);
    git('config', 'filter.evil.required', 'true');
    writeFileSync(manifest, text.replace('17.2', '16.0'));
    const ended = await runTrapped(STACKPIN, ['check', '--changed-since', 'HEAD', '--format', 'json'], repository);
    expect([ended.status, ended.err]).toEqual([0, '']);
    const compared = await runTrapped(STACKPIN, ['diff', 'a.stack.yaml'], repository);
    expect(compared.out).toContain('postgresql');
    expect(readdirSync(repository)).not.toContain('it-ran');
    const optional = await runTrapped(STACKPIN, ['check', '--changed-since', '--output=it-ran'], repository);
    expect(optional.err).toMatch(/^stackpin: /);
    expect(readdirSync(repository)).not.toContain('it-ran');
  });
});

describe('the language server', () => {
  test('a whole session: every request about every example', async () => {
    const { child, noted, cache } = startTrapped(SERVER, ['--stdio'], folder);
    onTestFinished(() => void child.kill('SIGKILL'));
    if (child.stdout === null || child.stdin === null) throw new Error('The process has no standard input or output.');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const errors: string[] = [];
    child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
    const client = clientOver(child.stdout, child.stdin);
    const { capabilities } = await client.initialize({
      capabilities: FULL_CLIENT,
      workspaceFolder: pathToFileURL(folder).href,
      configuration: () => ({ catalogs: ['in-house.catalog.yaml'] }),
    });
    const ask = (method: string, params: object): Promise<unknown> =>
      client.connection.sendRequest(method, params).catch((error: { readonly code?: number }) => error.code);
    await ask('workspace/executeCommand', { command: 'none' });
    const registered = client.registered.map(({ method }) => method);
    const methods = clientMessages()
      .filter((one) => one.kind === 'request' && isPromised(one, capabilities, registered))
      .map(({ method }) => method);
    const page = readFileSync(join(ROOT, 'docs/editors-methods.md'), 'utf8').split('## Not answered')[0] ?? '';
    const told = new Set([...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, method = '']) => method));
    expect(methods.filter((method) => !told.has(method))).toEqual([]);
    const commands = capabilities.executeCommandProvider?.commands ?? [];
    let answered = 0;
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml'))) {
      const uri = pathToFileURL(join(folder, name)).href;
      const text = readFileSync(join(folder, name), 'utf8');
      await client.open(uri, text, name.includes('catalog') ? 'stack-catalog' : 'stack-manifest');
      const lines = text.split('\n');
      const at = lines.findIndex((line) => /^ {2}\w/.test(line));
      for (const method of methods.filter((one) => one !== 'workspace/executeCommand')) {
        await ask(method, paramsFor(uri, at, 4));
        answered += 1;
      }
      await ask('textDocument/completion', paramsFor(uri, at, (lines[at] ?? '').length));
      for (const command of commands) {
        await ask('workspace/executeCommand', { command, arguments: [uri, {}] });
        answered += 1;
      }
      await client.change(uri, `${text}\n`, 2);
      await client.close(uri);
    }
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    expect(await ended).toBe(0);
    expect(answered).toBeGreaterThan(500);
    expect(errors).toEqual([]);
    expect(usesIn(noted())).toEqual([]);
    expect(strayed(noted(), cache)).toEqual([]);
    expect(client.logged.filter((message) => /trapped/.test(message))).toEqual([]);
  });
});
