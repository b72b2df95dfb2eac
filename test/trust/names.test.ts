/** Names that every JavaScript object has already are names like any others, and no text reaches what all objects share. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FULL_CLIENT } from '../../scripts/pages/fullClient.ts';
import { readInitializationOptions, readSettings } from '../../server/src/workspace/settings.ts';
import { folderWith, stackpin } from '../cli/support.ts';
import { startInMemory, type TestClient } from '../server/client.ts';
import { paramsFor } from '../server/everyRequest.ts';

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];

/** Another name of the same length and the same letters' kinds, which nothing has. */
function plainFor(name: string): string {
  return name.replace(/[a-z]/g, 'q').replace(/[A-Z]/g, 'Q');
}

/** A manifest with a name wherever one may stand. */
function manifestOf(name: string): string {
  return `apiVersion: stackpin/v1
kind: Stack
metadata:
  name: ${name}
  labels: {${name}: ${name}}
catalogs: [./own.catalog.yaml]
components:
  ${name}: 1.0.0
  own: {component: ${name}, version: ${name}}
  other: {version: 1.0.0, ${name}: 2}
  postgresql: "17.2"
environments:
  ${name}:
    components:
      ${name}: 2.0.0
policy: {${name}: 1}
acknowledge:
  - {code: ${name}, component: ${name}, reason: ${name}}
${name}: {${name}: [{${name}: 1}]}
`;
}

/** A catalog with the name wherever one may stand. */
function catalogOf(name: string): string {
  return `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: own, version: 1.0.0, updated: 2026-11-24, source: https://example.com/own}
components:
  ${name}:
    name: ${name}
    layer: ${name}
    versions:
      lines:
        - {line: ${name}, versions: [1.0.0, ${name}]}
    support:
      policy: {follows: kubernetes, lines: {${name}: ${name}}}
    charts:
      - {name: ${name}, repository: https://example.com, versions: {1.0.0: ${name}, ${name}: 1.0.0}}
    compatibility:
      - {when: "*", with: ${name}, level: supported, supported: "*"}
    ${name}: [{with: istio, ${name}: 1}]
`;
}

const POSITIONS = 12;

/** Everything that is answered about both files, with the name left out of it. */
async function answersFor(name: string): Promise<unknown[]> {
  const client: TestClient = startInMemory();
  await client.initialize({ capabilities: { textDocument: FULL_CLIENT.textDocument ?? {} } });
  const uris = ['file:///w/platform.stack.yaml', 'file:///w/own.catalog.yaml'];
  const answers: unknown[] = [];
  await client.open('file:///w/own.catalog.yaml', catalogOf(name), 'stack-catalog');
  await client.open('file:///w/platform.stack.yaml', manifestOf(name));
  for (const uri of uris) {
    const lines = (uri.includes('catalog') ? catalogOf(name) : manifestOf(name)).split('\n');
    const methods = [
      'textDocument/diagnostic',
      'textDocument/documentSymbol',
      'textDocument/codeLens',
      'textDocument/inlayHint',
      'textDocument/semanticTokens/full',
      'textDocument/foldingRange',
    ];
    for (const method of methods) answers.push(await client.connection.sendRequest(method, paramsFor(uri, 0, 0)));
    for (const [line, text] of lines.entries()) {
      const character = text.indexOf(name);
      if (character < 0 || line > POSITIONS * 2) continue;
      for (const method of ['hover', 'definition', 'references', 'documentHighlight', 'codeAction'])
        answers.push(
          await client.connection
            .sendRequest(`textDocument/${method}`, paramsFor(uri, line, character + 1))
            .catch(String),
        );
      // What is offered stands in the order of its letters, and so differs.
      await client.connection.sendRequest('textDocument/completion', paramsFor(uri, line, character + 1));
    }
  }
  expect(client.logged).toEqual([]);
  client.connection.dispose();
  return answers;
}

/** What depends on how a name is spelt, and on nothing else: the list of names near to it. */
function without(name: string, answers: unknown): string[] {
  const text = JSON.stringify(answers, (key, value: unknown) => (key === 'sortText' ? undefined : value));
  return text
    .replaceAll(encodeURIComponent(name), 'NAME')
    .replaceAll(name.replaceAll('_', '\\\\_'), 'NAME')
    .replaceAll(name, 'NAME')
    .split(/(?<=[}\]],)/);
}

test.each(NAMES)('%s is a name like any other in manifests and catalogs', async (name) => {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  expect(without(name, await answersFor(name))).toEqual(without(plainFor(name), await answersFor(plainFor(name))));
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
});

test.each(NAMES)('%s in settings is a setting that does not exist', (name) => {
  const settings: unknown = JSON.parse(`{"${name}": {"polluted": true}, "severity": {"${name}": "off"}}`);
  const problems = [
    `stackpin.${name} is no setting of Stackpin. It is ignored.`,
    `stackpin.severity names the code "${name}", which does not exist. It is ignored.`,
  ];
  expect(readSettings(settings).problems).toEqual(problems);
  expect(readInitializationOptions(settings).problems).toEqual(problems);
  expect(Object.keys(readSettings(settings).settings.severity)).toEqual([]);
  expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
});

describe('on the command line', () => {
  // Each starts a program many times: those of which each kind has one.
  test.each(['__proto__', 'constructor'])('%s in every file that is read', async (name) => {
    const folder = folderWith({
      'a.stack.yaml': manifestOf(name),
      'own.catalog.yaml': catalogOf(name),
      'stackpin.config.yaml': `severity: {untested: warning}\n`,
      'base.json': `{"version":1,"fingerprints":1,"files":{"${name}":[{"fingerprint":"${name}","code":"x","message":""}]}}`,
      'plan.json': `{"version":1,"found":true,"start":{"${name}":"1"},"target":{"${name}":"2"},"steps":[{"component":"${name}","instance":"${name}","from":"1","to":"2","state":{"${name}":"2"}}]}`,
      'live.json': `{"kind":"List","items":[{"kind":"Deployment","${name}":1,"metadata":{"name":"${name}"},"spec":{"template":{"spec":{"containers":[{"name":"${name}","image":"${name}:1.0"},{"image":"calico/${name}:v3"}]}}}}]}`,
      'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${name}: 1\ndependencies:\n  - {name: ${name}, version: 1.0.0, repository: "https://x"}\n`,
      'compose.yaml': `services:\n  ${name}: {image: "${name}:1"}\n`,
    });
    for (const args of [
      ['check', '.', '--format', 'json'],
      ['check', '.', '--format', 'sarif'],
      ['check', 'a.stack.yaml', '--baseline', 'base.json'],
      ['fix', '--dry-run'],
      ['explain', 'a.stack.yaml', name],
      ['plan', 'a.stack.yaml', '--set', `${name}=2`],
      ['plan', 'a.stack.yaml', '--verify', 'plan.json'],
      ['versions', name],
      ['report', '--html', '-'],
      ['import', 'live.json', 'Chart.yaml', 'compose.yaml'],
      ['drift', 'a.stack.yaml', 'live.json'],
      ['catalog', 'lint', 'own.catalog.yaml'],
      ['catalog', 'show', name],
      ['init', '--template', name],
    ]) {
      const { status, err } = await stackpin(args, { cwd: folder, env: { NODE_OPTIONS: '' } });
      expect([args.join(' '), status === null || status > 2, /\bat .*\.js:\d|TypeError|native code/.test(err)]).toEqual(
        [args.join(' '), false, false],
      );
    }
  });

  test.each([
    ['check --format json --as-of 2026-11-24'],
    ['fix --dry-run --as-of 2026-11-24'],
    ['report --html - --as-of 2026-11-24'],
    ['catalog lint in-house.catalog.yaml --format json'],
  ])(
    'with everything that objects share frozen, the examples are answered as they are otherwise: %s',
    async (command) => {
      const examples = fileURLToPath(new URL('../../examples', import.meta.url));
      const freeze = fileURLToPath(new URL('frozen.cjs', import.meta.url));
      const plain = await stackpin(command.split(' '), { cwd: examples });
      const frozen = await stackpin(command.split(' '), {
        cwd: examples,
        env: { NODE_OPTIONS: `--require ${JSON.stringify(freeze)}` },
      });
      expect(frozen).toEqual(plain);
      expect(plain.out.length).toBeGreaterThan(100);
    },
  );
});

test('the frozen objects are frozen', () => {
  const freeze = fileURLToPath(new URL('frozen.cjs', import.meta.url));
  const script = `'use strict'; try { Object.prototype.x = 1 } catch (error) { console.log(error.message) }`;
  expect(execFileSync(process.execPath, ['--require', freeze, '-e', script]).toString()).toBe(
    'Cannot add property x, object is not extensible\n',
  );
});
