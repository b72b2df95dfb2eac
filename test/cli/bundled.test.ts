/** What the command line does when the catalog that came with it is gone or damaged. */
import { cpSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../cli/src/check.ts';
import { run } from '../../cli/src/program.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { COMPILED } from '../support/compiled.ts';
import { folderWith, memoryHost, STACKPIN, stackOf, stackpin } from './support.ts';

const OPTIONS = {
  format: 'json',
  asOf: undefined,
  catalog: [],
  failOn: 'error',
  quiet: false,
  verbose: false,
} as const;

test('without its catalog nothing is checked, and it is said why', async () => {
  const host = memoryHost({
    [COMPILED]: { failed: 'permission denied' },
    '/home/a.stack.yaml': stackOf('kubernetes: 1.36.4'),
  });
  expect(await check([], OPTIONS, host)).toBe(2);
  expect(host.written).toEqual([]);
  expect(host.warned).toEqual([
    `stackpin: cannot read the bundled catalog ${COMPILED}: permission denied. Install stackpin again.\n`,
  ]);
});

test('a catalog that is cut off is not used', async () => {
  const host = memoryHost({ [COMPILED]: readFileSync(COMPILED, 'utf8').slice(0, 1000) });
  expect(await check(['/home/a.stack.yaml'], OPTIONS, host)).toBe(2);
  expect(host.warned).toEqual([
    `stackpin: cannot read the bundled catalog ${COMPILED}: it is damaged: its index is not what was written. Install stackpin again.\n`,
  ]);
});

test('a damaged entry is said when it is needed; the rest is reported, and the exit status is 2', async () => {
  const damaged = readFileSync(COMPILED, 'utf8').replace('\n{"id":"istio",', '\n{"id":"Istio",');
  const host = memoryHost({
    [COMPILED]: damaged,
    '/home/a.stack.yaml': stackOf('istio: 1.30.3', 'in-house: 1.0.0'),
    '/home/b.stack.yaml': stackOf('in-house: 1.0.0'),
  });
  expect(await check([], OPTIONS, host)).toBe(2);
  expect(host.warned).toEqual([
    `stackpin: the bundled catalog ${COMPILED} is damaged where it describes istio. Install stackpin again.\n`,
  ]);
  const { files } = JSON.parse(host.written.join('')) as {
    files: { path: string; findings: { code: string; message: string }[] }[];
  };
  expect(files.map(({ path, findings }) => [path, findings.map(({ message }) => message)])).toEqual([
    ['a.stack.yaml', ['"in-house" is in no catalog, so nothing is known about it.']],
    ['b.stack.yaml', ['"in-house" is in no catalog, so nothing is known about it.']],
  ]);
  const other = memoryHost({ [COMPILED]: damaged, '/home/b.stack.yaml': stackOf('in-house: 1.0.0') });
  expect([await check([], OPTIONS, other), other.warned]).toEqual([0, []]);
});

test('the version is printed without a catalog, too', async () => {
  const host = memoryHost({ [COMPILED]: { failed: 'there is no such file' } });
  expect(await run(['--version'], host)).toBe(0);
  expect(host.written.join('')).toBe(`stackpin ${packageJson.version}, without a catalog\n`);
  expect(host.warned).toEqual([
    `stackpin: cannot read the bundled catalog ${COMPILED}: there is no such file. Install stackpin again.\n`,
  ]);
});

test('help does not read the catalog', async () => {
  const host = memoryHost({ [COMPILED]: { failed: 'there is no such file' } });
  expect([await run(['--help'], host), await run(['check', '--help'], host), host.warned]).toEqual([0, 0, []]);
});

test('the built program finds its catalog beside itself, wherever it is', async () => {
  // A program knows itself by its real path.
  const folder = realpathSync(folderWith({ 'a.stack.yaml': stackOf('k8s: "1.34"') }));
  cpSync(dirname(dirname(STACKPIN)), join(folder, 'dist'), { recursive: true });
  const moved = join(folder, 'dist/cli/stackpin.js');
  const listed = await stackpin(['check', 'a.stack.yaml'], { cwd: folder, program: moved });
  expect([listed.status, listed.err]).toEqual([0, '']);
  expect(listed.out).toContain('"k8s" is another name for kubernetes. Write kubernetes to have it checked.');

  rmSync(join(folder, 'dist/catalog'), { recursive: true });
  expect(await stackpin(['check', 'a.stack.yaml'], { cwd: folder, program: moved })).toEqual({
    status: 2,
    out: '',
    err: `stackpin: cannot read the bundled catalog ${join(folder, 'dist/catalog/bundled.catalog.jsonl')}: there is no such file. Install stackpin again.\n`,
  });
});
