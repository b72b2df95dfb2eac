/** Catalogs that manifests name under `catalogs`, in the terminal. */
import { expect, test } from 'vitest';
import { run } from '../../cli/src/program.ts';
import { sample } from '../catalog/sample.ts';
import { COMPILED, compiled } from '../support/compiled.ts';
import { type MemoryFiles, memoryHost } from './support.ts';

const METADATA = { name: 'bundled', version: '9', updated: '2026-11-23' };
const SMALL = new TextDecoder().decode(
  compiled(METADATA, [sample({ id: 'anvil', lines: [{ line: '2.1', versions: ['2.1.0'] }] })]),
);

async function check(files: MemoryFiles, args: readonly string[] = []) {
  const host = memoryHost({ [COMPILED]: SMALL, ...files });
  const status = await run(['check', '--format', 'json', ...args], host);
  const report = JSON.parse(host.written.join('')) as {
    files: { path: string; findings: { code: string; message: string; range: { start: object } }[] }[];
  };
  const findings = report.files.flatMap(({ path, findings: found }) =>
    found.map(({ code, message }) => `${path} ${code}: ${message}`),
  );
  return { status, findings, err: host.warned.join('') };
}

const catalog = (versions: string, breaks: string) => `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-20, source: "https://acme.example"}
components:
  gateway:
    versions: {lines: [{line: "3.2", complete: true, versions: [${versions}]}]}
    compatibility:
      - {when: "*", with: anvil, level: broken, breaks: "${breaks}"}
`;
const stack = (catalogs: string, gateway = '3.2.0') =>
  `apiVersion: stackpin/v1\nkind: Stack\n${catalogs}components: {anvil: 2.1.0, gateway: ${gateway}}\n`;

test('are laid over the bundled one, for this manifest alone; paths begin at its folder', async () => {
  const { status, findings } = await check({
    '/home/platform/a.stack.yaml': stack('catalogs: [../shared/acme.catalog.yaml]\n'),
    '/home/platform/b.stack.yaml': stack(''),
    '/home/shared/acme.catalog.yaml': catalog('3.2.0', '>=2'),
  });
  expect(findings).toEqual([
    'platform/a.stack.yaml incompatible: gateway 3.2.0 does not work with anvil 2.1.0.',
    'platform/b.stack.yaml unknown-component: "gateway" is in no catalog, so nothing is known about it.',
  ]);
  expect(status).toBe(1);
});

test('the last lies on top, and all of them over those of --catalog', async () => {
  const replacing = (versions: string) =>
    catalog(versions, '<1').replace('gateway:\n', 'gateway:\n    replace: true\n');
  const files = {
    '/home/a.stack.yaml': stack('catalogs: [./one.catalog.yaml, two.catalog.yaml]\n', '3.2.2'),
    '/home/zero.catalog.yaml': replacing('3.2.0'),
    '/home/one.catalog.yaml': replacing('3.2.1'),
    '/home/two.catalog.yaml': replacing('3.2.2'),
  };
  expect((await check(files, ['--catalog', 'zero.catalog.yaml'])).findings).toEqual([]);
  const { findings } = await check(
    { ...files, '/home/a.stack.yaml': stack('catalogs: [./one.catalog.yaml]\n', '3.2.2') },
    ['--catalog', 'two.catalog.yaml'],
  );
  expect(findings.map((finding) => finding.split(':')[0])).toEqual(['a.stack.yaml newer-than-catalog']);
});

test('of several documents in one file each has its own', async () => {
  const { findings } = await check({
    '/home/a.stack.yaml': `${stack('')}---\n${stack('catalogs: [acme.catalog.yaml]\n')}`,
    '/home/acme.catalog.yaml': catalog('3.2.0', '<1'),
  });
  expect(findings).toEqual([
    'a.stack.yaml unknown-component: "gateway" is in no catalog, so nothing is known about it.',
  ]);
});

test('one that is not there, and one that cannot be used, are told at their entries', async () => {
  const files = {
    '/home/a.stack.yaml': stack(
      'catalogs:\n  - missing.catalog.yaml\n  - bad.catalog.yaml\n  - folder/acme.catalog.yaml\n',
    ),
    '/home/bad.catalog.yaml': 'kind: Stack\n',
    '/home/folder/acme.catalog.yaml': catalog('3.2.0', '<1'),
  };
  const { status, findings, err } = await check(files);
  expect(findings).toEqual([
    `a.stack.yaml missing-catalog: The catalog "missing.catalog.yaml" cannot be read: there is no such file. A path begins at this file's folder: correct it.`,
    'a.stack.yaml invalid-catalog: The catalog "bad.catalog.yaml" cannot be used, so nothing of it counts. Line 1: "kind" has to be "Catalog", not "Stack".',
  ]);
  expect([status, err]).toEqual([1, '']);
});

test('of a manifest on standard input paths begin at the working directory', async () => {
  const files = { '/home/acme.catalog.yaml': catalog('3.2.0', '<1') };
  const host = memoryHost(
    { [COMPILED]: SMALL, ...files },
    { readInput: async () => new TextEncoder().encode(stack('catalogs: [acme.catalog.yaml]\n')) },
  );
  expect(await run(['check', '-q', '-'], host)).toBe(0);
  expect(host.written.join('')).toBe('');
});
