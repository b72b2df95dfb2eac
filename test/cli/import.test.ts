/** `stackpin import`: a manifest from the files of a repository. */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { run } from '../../cli/src/program.ts';
import { folderWith, memoryHost, STACKPIN, stackpin } from './support.ts';

const ACME_CATALOG = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, version: 1.0.0, updated: 2026-11-01}
components:
  anvil:
    name: Anvil
    layer: application
    description: Software that exists only here.
    status: active
    charts:
      - {name: anvil, repository: "https://charts.acme.example", versions: {"2.1.0": 7.1.0}, source: "https://acme.example", checked: 2026-11-01}
    versions:
      scheme: semver
      source: https://acme.example
      checked: 2026-11-01
      lines: [{line: "2.1", versions: [2.1.0]}]
`;
const CATALOG = ['--catalog', 'acme.catalog.yaml'];

const FILES = {
  'acme.catalog.yaml': ACME_CATALOG,
  '.gitignore': 'vendor/\n',
  'vendor/Chart.yaml': 'dependencies: [{name: anvil, version: 7.1.0, repository: "https://charts.acme.example"}]\n',
  'charts/shop/Chart.yaml':
    'apiVersion: v2\nname: shop\nversion: 0.1.0\ndependencies:\n  - name: anvil\n    repository: https://charts.acme.example\n    version: 7.1.0\n',
  'compose.yaml':
    'services:\n  db: {image: "postgres:17.6"}\n  shop: {image: "acme/shop:1"}\n  cache:\n    image: redis:latest\n',
  'shop.stack.yaml': 'apiVersion: stackpin/v1\nkind: Stack\ncomponents: {redis: 7.2.0}\n',
  'values.yaml': 'replicas: 2\n',
};

const MANIFEST = `apiVersion: stackpin/v1
kind: Stack
metadata:
  name: shop
components:
  postgresql: "17.6" # compose.yaml:2
  anvil:
    version: 2.1.0 # charts/shop/Chart.yaml:7
    chart:
      repository: https://charts.acme.example
      name: anvil
      version: 7.1.0
`;
const REST = `Not recognised:
  compose.yaml:3: acme/shop:1: no component is known to be in this image.
  compose.yaml:5: redis:latest: redis has a tag that names no version.
`;

const SCHEMA = JSON.parse(readFileSync(new URL('../../schemas/import-output.schema.json', import.meta.url), 'utf8'));

/** What in an output does not fit its schema. */
function faultsIn(output: unknown): readonly unknown[] {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(SCHEMA);
  validate(output);
  return validate.errors ?? [];
}

test('import writes what is under the current folder and not ignored, and lists the rest', async () => {
  const cwd = folderWith(FILES);
  expect(await stackpin(['import', '--name', 'shop', ...CATALOG], { cwd })).toEqual({
    status: 0,
    out: MANIFEST,
    err: REST,
  });
});

test('check finds nothing wrong with the text that import wrote', async () => {
  const cwd = folderWith(FILES);
  const imported = await stackpin(['import', '-o', 'new.stack.yaml', '--name', 'shop', ...CATALOG], { cwd });
  expect(imported).toEqual({ status: 0, out: '', err: REST });
  expect(readFileSync(join(cwd, 'new.stack.yaml'), 'utf8')).toBe(MANIFEST);
  const checked = await stackpin(['check', 'new.stack.yaml', '--format', 'json', '--as-of', '2026-11-24', ...CATALOG], {
    cwd,
  });
  const { files } = JSON.parse(checked.out);
  const codes = files.flatMap(({ findings }: { findings: { code: string }[] }) => findings.map(({ code }) => code));
  expect(codes.filter((code: string) => /yaml|schema|unquoted|unknown|key|type/.test(code))).toEqual([]);
});

test('a file that is there is written over only with --force', async () => {
  const cwd = folderWith(FILES);
  const write = (...more: string[]) =>
    stackpin(['import', 'compose.yaml', '-o', 'shop.stack.yaml', '--name', 'shop', ...more], { cwd });
  expect(await write()).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: shop.stack.yaml is there already. To replace it, add --force.\n',
  });
  expect(readFileSync(join(cwd, 'shop.stack.yaml'), 'utf8')).toBe(FILES['shop.stack.yaml']);
  expect(await write('--force')).toEqual({ status: 0, out: '', err: REST });
  expect(readFileSync(join(cwd, 'shop.stack.yaml'), 'utf8')).toBe(`${MANIFEST.split('  anvil')[0]}`);
  expect((await stackpin(['import', '-o', 'charts'], { cwd })).err).toBe(
    'stackpin: charts is a folder. Name a file, such as shop.stack.yaml.\n',
  );
});

test('what kubectl prints can come through standard input', async () => {
  const cwd = folderWith({ 'a.txt': '' });
  const input = '{\n  "serverVersion": {\n    "gitVersion": "v1.34.2"\n  }\n}\n';
  expect(await stackpin(['import', '-', '--name', 'live'], { cwd, input })).toEqual({
    status: 0,
    out: 'apiVersion: stackpin/v1\nkind: Stack\nmetadata:\n  name: live\ncomponents:\n  kubernetes: 1.34.2 # <stdin>:3\n',
    err: '',
  });
});

test('nothing recognised is 1, and writes nothing; what cannot be read is 2, and the rest is written', async () => {
  const cwd = folderWith({
    'compose.yaml': 'services: {shop: {image: "acme/shop:1"}}\n',
    Dockerfile: 'FROM postgres:17.6\n',
    'notes.yaml': 'a: 1\n',
    'empty/notes.txt': '',
  });
  const none = await stackpin(['import', 'compose.yaml', '-o', 'new.stack.yaml'], { cwd });
  expect(none).toEqual({
    status: 1,
    out: '',
    err: 'Not recognised:\n  compose.yaml:1: acme/shop:1: no component is known to be in this image.\nstackpin: no component was recognised, so there is no manifest to write.\n',
  });
  expect(existsSync(join(cwd, 'new.stack.yaml'))).toBe(false);
  const some = await stackpin(['import', 'notes.yaml', 'nowhere.yaml', 'empty', 'Dockerfile', '--name', 'a'], { cwd });
  expect(some).toEqual({
    status: 2,
    out: 'apiVersion: stackpin/v1\nkind: Stack\nmetadata:\n  name: a\ncomponents:\n  postgresql: "17.6" # Dockerfile:1\n',
    err: `stackpin: nothing to import in empty: no YAML, JSON, Terraform or Dockerfile that .gitignore does not leave out.
stackpin: notes.yaml is in none of the formats that can be imported.
stackpin: cannot read nowhere.yaml: there is no such file.
`,
  });
});

test('--format json gives programs the same', async () => {
  const cwd = folderWith(FILES);
  const { status, out, err } = await stackpin(['import', '--format', 'json', '--name', 'shop', ...CATALOG], { cwd });
  expect([status, err]).toEqual([0, '']);
  expect(faultsIn(JSON.parse(out))).toEqual([]);
  const empty = await stackpin(['import', 'values.yaml', 'compose.yaml', '--format', 'json'], {
    cwd: folderWith({ 'values.yaml': 'a: 1\n', 'compose.yaml': 'services: {shop: {image: "acme/shop:1"}}\n' }),
  });
  expect(faultsIn(JSON.parse(empty.out))).toEqual([]);
  expect(JSON.parse(empty.out)).toMatchObject({ pins: [], manifest: null });
  expect(faultsIn({ ...JSON.parse(out), more: 1 })).toHaveLength(1);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    pins: [
      {
        component: 'postgresql',
        version: '17.6',
        places: [{ path: 'compose.yaml', line: 2, chart: null }],
        others: [],
      },
      {
        component: 'anvil',
        version: '2.1.0',
        places: [
          {
            path: 'charts/shop/Chart.yaml',
            line: 7,
            chart: { repository: 'https://charts.acme.example', name: 'anvil', version: '7.1.0' },
          },
        ],
        others: [],
      },
    ],
    notRecognised: [
      { path: 'compose.yaml', line: 3, what: 'acme/shop:1', reason: 'unknown-image', component: null },
      { path: 'compose.yaml', line: 5, what: 'redis:latest', reason: 'latest', component: 'redis' },
    ],
    manifest: MANIFEST,
  });
});

test('a folder without a name, and a file that cannot be written', async () => {
  const host = memoryHost({ '/Dockerfile': 'FROM postgres:17.6\n' }, { folder: '/' });
  expect(await run(['import', 'Dockerfile'], host)).toBe(0);
  expect(host.written.join('')).toContain('  name: imported\n');
  expect(await run(['import', 'Dockerfile', '-o', 'a.stack.yaml'], host)).toBe(2);
  expect(host.warned).toEqual(['stackpin: cannot write a.stack.yaml: nothing is written in memory.\n']);
});

test('check loads nothing of import', async () => {
  const cwd = folderWith({
    'shop.stack.yaml': 'apiVersion: stackpin/v1\nkind: Stack\ncomponents: {in-house: 1.0.0}\n',
  });
  cpSync(dirname(dirname(STACKPIN)), join(cwd, 'dist'), { recursive: true });
  rmSync(join(cwd, 'dist/cli/import.js'));
  const program = join(cwd, 'dist/cli/stackpin.js');
  expect((await stackpin(['check', 'shop.stack.yaml', '-q'], { cwd, program })).status).toBe(0);
  expect((await stackpin(['import', '.'], { cwd, program })).err).toContain('import.js');
});

test('in Chinese', async () => {
  const cwd = folderWith(FILES);
  const { status, out, err } = await stackpin(['import', '--name', 'shop', ...CATALOG], {
    cwd,
    env: { LC_ALL: 'zh_CN.UTF-8' },
  });
  expect({ status, out, err }).toEqual({
    status: 0,
    out: MANIFEST,
    err: '未识别：\n  compose.yaml:3: acme/shop:1：不知道此镜像中是哪个组件。\n  compose.yaml:5: redis:latest：redis 的标签没有指明版本。\n',
  });
});
