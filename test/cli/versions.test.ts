/** `stackpin versions`: whole answers, over a catalog of made-up software. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { documentedOptions, helpOptions } from './documentedOptions.ts';
import { FIXED, folderWith, stackOf, stackpin } from './support.ts';

const SCHEMA = new URL('../../schemas/versions-output.schema.json', import.meta.url);
const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

async function versions(args: readonly string[], files: { readonly [path: string]: string } = {}, input = '') {
  const ended = await stackpin(['versions', ...args, ...FIXED], { cwd: folderWith(files), input });
  return { ...ended, out: ended.out.replace(/catalog \d\S* \(\d{4}-\d\d-\d\d\)/, 'catalog V (D)') };
}

test('the newest version of each line, with its support', async () => {
  expect(await versions(['acme-cluster'])).toEqual({
    status: 0,
    err: '',
    out: `Acme Cluster (acme-cluster)

  version  line  support
  1.4.1    1.4   supported until 2027-09-01
  1.3.0    1.3   supported until 2027-03-01
  1.2.0    1.2   support ended 2026-03-01

3 versions; 1 more with --all
as of 2026-11-24, catalog V (D)
`,
  });
  expect((await versions(['acme-cluster', '--all'])).out.split('\n').slice(2, 8)).toEqual([
    '  version  line  support',
    '  1.4.1    1.4   supported until 2027-09-01',
    '  1.4.0    1.4   supported until 2027-09-01',
    '  1.3.0    1.3   supported until 2027-03-01',
    '  1.2.0    1.2   support ended 2026-03-01',
    '',
  ]);
});

test('whether each fits a manifest, whichever is pinned; nothing is called fitting of which nothing is known', async () => {
  const files = { 'shop.stack.yaml': stackOf('acme-cluster: 1.4.0', 'acme-mesh: 2.1.0') };
  expect((await versions(['acme-cluster', '--with', 'shop.stack.yaml'], files)).out).toBe(
    `Acme Cluster (acme-cluster) in shop.stack.yaml, which pins Acme Cluster 1.4.0

  version         line  support                     fits
  1.4.1           1.4   supported until 2027-09-01  yes
  1.4.0 (pinned)  1.4   supported until 2027-09-01  yes
  1.3.0           1.3   supported until 2027-03-01  yes
  1.2.0           1.2   support ended 2026-03-01    no: unsupported with Acme Mesh 2.1.0

4 versions
as of 2026-11-24, catalog V (D)
`,
  );
  const alone = await versions(['acme-cluster', '--with', '-'], {}, stackOf('acme-cluster: 1.3.0'));
  expect(alone.out.split('\n')[3]).toBe('  1.4.1           1.4   supported until 2027-09-01  nothing known');
});

test('a component that the manifest does not have is tried as if it were added', async () => {
  const { out } = await versions(['acme-mesh', '--with', '-'], {}, stackOf('acme-cluster: 1.4.1'));
  expect(out).toBe(`Acme Mesh (acme-mesh), added to <stdin>

  version  line  support  fits
  2.1.0    2.1   -        yes
  2.0.0    2.0   -        no: unsupported with Acme Cluster 1.4.1
  1.9.0    1.9   -        no: incompatible with Acme Cluster 1.4.1

3 versions
as of 2026-11-24, catalog V (D)
`);
});

test('as JSON, which its schema describes', async () => {
  const input = stackOf('ours: {component: acme-mesh, version: 2.0.0}', 'acme-cluster: 1.4.1');
  const { out } = await versions(['ours', '--with', '-', '--format', 'json'], {}, input);
  const report = JSON.parse(out);
  validate(report);
  expect(validate.errors).toBeNull();
  const bare = { released: null, support: '', ended: false, ends: null, source: null };
  expect(report).toEqual({
    version: 1,
    asOf: '2026-11-24',
    catalog: report.catalog,
    component: 'acme-mesh',
    with: { path: '<stdin>', pinned: '2.0.0' },
    versions: [
      { version: '2.1.0', line: '2.1', ...bare, pinned: false, fit: 'fits', against: [] },
      {
        version: '2.0.0',
        line: '2.0',
        ...bare,
        pinned: true,
        fit: 'breaks',
        against: [
          {
            pin: 'acme-cluster',
            component: 'acme-cluster',
            name: 'Acme Cluster 1.4.1',
            verdict: 'unsupported',
            message: 'Acme Mesh 2.0.0 supports Acme Cluster 1.2 to 1.3, not 1.4.1.',
            sources: ['https://mesh.example/2.0'],
          },
        ],
      },
      {
        version: '1.9.0',
        line: '1.9',
        ...bare,
        pinned: false,
        fit: 'breaks',
        against: [
          {
            pin: 'acme-cluster',
            component: 'acme-cluster',
            name: 'Acme Cluster 1.4.1',
            verdict: 'incompatible',
            message: 'Acme Mesh 1.9.0 does not work with Acme Cluster 1.4.1. It uses an interface that 1.3 removed.',
            sources: ['https://mesh.example/1.9'],
          },
        ],
      },
    ],
  });
  const plain = JSON.parse((await versions(['acme-cluster', '--format', 'json'])).out);
  validate(plain);
  expect(validate.errors).toBeNull();
  expect([plain.with, plain.versions[0].fit]).toEqual([null, null]);
});

test.each([
  [['acme-mseh'], 'there is no component "acme-mseh". Did you mean acme-mesh?'],
  [['k8s'], '"k8s" is another name of kubernetes. Try: stackpin versions kubernetes'],
  [['acme-mesh', '--with', 'gone.yaml'], 'cannot read gone.yaml: there is no such file.'],
  [
    ['acme-mesh', '--environment', 'edge'],
    '--environment says which stack of a manifest is meant. Name the manifest with --with.',
  ],
  [
    ['acme-mesh', '--with', 'two.stack.yaml'],
    'two.stack.yaml pins acme-mesh 2 times: "a" and "b". Name one of these pins.',
  ],
])('%j ends with 2 and says what to do', async (args, problem) => {
  const two = stackOf('a: {component: acme-mesh, version: 2.0.0}', 'b: {component: acme-mesh, version: 2.1.0}');
  expect(await versions(args, { 'two.stack.yaml': two })).toEqual({
    status: 2,
    out: '',
    err: `stackpin: ${problem}\n`,
  });
});

test('the documentation tells every option of the help, and no other', async () => {
  expect(documentedOptions('stackpin versions')).toEqual(await helpOptions('versions'));
});
