/** `stackpin catalog lint`, over a small bundled catalog of made-up software. */
import { expect, test } from 'vitest';
import { run } from '../../cli/src/program.ts';
import { sample } from '../catalog/sample.ts';
import { COMPILED, compiled } from '../support/compiled.ts';
import { type MemoryFiles, memoryHost } from './support.ts';

const METADATA = { name: 'bundled', version: '9', updated: '2026-11-23' };
const BUNDLED = [
  sample({ id: 'anvil', aliases: ['anv'], lines: [{ line: '2.1', supportEnds: '2027-06-01', versions: ['2.1.0'] }] }),
];
const SMALL = new TextDecoder().decode(compiled(METADATA, BUNDLED));

async function lint(files: MemoryFiles, args: readonly string[] = Object.keys(files), columns?: number) {
  const output = { terminal: columns !== undefined, colour: false, columns };
  const absolute = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/home/${name}`, text]));
  const host = memoryHost({ [COMPILED]: SMALL, ...absolute }, { output });
  const status = await run(['catalog', 'lint', ...args], host);
  return { status, out: host.written.join(''), err: host.warned.join('') };
}

const HEAD = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-20, source: "https://acme.example"}
components:
`;
const GOOD = `${HEAD}  gateway:
    versions: {lines: [{line: "3.2", versions: [3.2.0, 3.2.1]}]}
    compatibility:
      - {when: ">=3.2", with: anvil, level: supported, supported: ">=2"}
`;

test('a catalog that is in order', async () => {
  expect(await lint({ 'acme.catalog.yaml': GOOD })).toEqual({
    status: 0,
    out: `acme.catalog.yaml: catalog acme: 1 component, 2 versions, 1 compatibility rule

1 file: nothing found
over the bundled catalog 9 (2026-11-23)
`,
    err: '',
  });
});

const BAD = `${HEAD}  gateway:
    versions: {lines: [{line: "3.2", versions: [3.2.0, 3.2.x]}]}
    compatibility:
      - when: ">=3.2"
        with: anvill
        level: supported
        supported: ">=2"
      - {when: "*", with: anvil, level: supported}
  anvil:
    versions:
      lines:
        - {line: "2.1", supportEnds: 2028-06-01}
`;

test('errors and warnings, each at its place', async () => {
  const { status, out } = await lint({ 'acme.catalog.yaml': BAD });
  expect(
    out,
  ).toBe(`acme.catalog.yaml:6:56: error[bad-version]: "3.2.x" is no version in the scheme semver. Correct it or the scheme.
6 |     versions: {lines: [{line: "3.2", versions: [3.2.0, 3.2.x]}]}
  |                                                        ^^^^^
  = at: components.gateway.versions.lines[0].versions[1]

acme.catalog.yaml:12:10: error[schema]: "supported" is missing in an item of "compatibility". Add "supported:" and a value.
12 |       - {when: "*", with: anvil, level: supported}
   |          ^^^^
   = at: components.gateway.compatibility[1]

acme.catalog.yaml:16:38: warning[catalog-conflict]: "supportEnds" of line 2.1 is 2028-06-01 here and 2027-06-01 in the bundled catalog (https://example.com/releases). The one here counts.
16 |         - {line: "2.1", supportEnds: 2028-06-01}
   |                                      ^^^^^^^^^^
   = at: components.anvil.versions.lines[0].supportEnds

acme.catalog.yaml: catalog acme: 2 components, 2 versions, 0 compatibility rules

1 file: 2 errors, 1 warning
over the bundled catalog 9 (2026-11-23)
`);
  expect(status).toBe(1);
  const mended = BAD.replace('level: supported}', 'level: supported, supported: "*"}');
  const { out: rest } = await lint({ 'acme.catalog.yaml': mended });
  expect(rest.split('\n').filter((line) => line.includes('error['))).toEqual([
    'acme.catalog.yaml:6:56: error[bad-version]: "3.2.x" is no version in the scheme semver. Correct it or the scheme.',
    'acme.catalog.yaml:9:15: error[unknown-reference]: "anvill" is in no catalog. Did you mean "anvil"?',
  ]);
});

test('several files, the last on top, in a narrow terminal', async () => {
  const { status, out } = await lint(
    {
      'a.catalog.yaml': `${HEAD}  gateway:\n    versions: {lines: [{line: "3.2", supportEnds: 2027-01-01}]}\n`,
      'b.catalog.yaml': `${HEAD}  gateway:\n    versions: {lines: [{line: "3.2", supportEnds: 2028-01-01}]}\n`,
    },
    ['b.catalog.yaml', '.'],
    60,
  );
  expect(out).toBe(`a.catalog.yaml:6:51: warning[catalog-conflict]:
  "supportEnds" of line 3.2 is 2027-01-01 here and
  2028-01-01 in b.catalog.yaml (https://acme.example). The
  one here counts.
6 | ...{lines: [{line: "3.2", supportEnds: 2027-01-01}]}
  |                                        ^^^^^^^^^^
  = at:  components.gateway.versions.lines[0].supportEnds
  = see: b.catalog.yaml:6:51: It is 2028-01-01 here.

b.catalog.yaml: catalog acme: 1 component, 0 versions, 0
  compatibility rules
a.catalog.yaml: catalog acme: 1 component, 0 versions, 0
  compatibility rules

2 files: 1 warning
over the bundled catalog 9 (2026-11-23)
`);
  expect(status).toBe(0);
});

test('as JSON, with the path and the range of each problem', async () => {
  const { status, out } = await lint(
    { 'acme.catalog.yaml': `${HEAD}  gateway: {name: A, name: B}\n  edge: {aliases: [anv]}\n` },
    ['acme.catalog.yaml', '--format', 'json'],
  );
  expect(JSON.parse(out)).toEqual({
    version: 1,
    catalog: { version: '9', updated: '2026-11-23' },
    files: [
      {
        path: 'acme.catalog.yaml',
        name: 'acme',
        components: ['gateway', 'edge'],
        problems: [
          {
            code: 'yaml',
            severity: 'error',
            path: '',
            message:
              '"name" is written twice in this mapping. Remove or rename one: YAML readers differ in which one they take.',
            range: { start: { line: 4, character: 21 }, end: { line: 4, character: 25 } },
            components: [],
            related: [
              {
                path: 'acme.catalog.yaml',
                range: { start: { line: 4, character: 12 }, end: { line: 4, character: 16 } },
                message: 'It is written here first.',
              },
            ],
          },
          {
            code: 'catalog-conflict',
            severity: 'warning',
            path: 'components.edge.aliases[0]',
            message:
              '"anv" is another name of anvil in the bundled catalog. Now it stands for edge: remove it, if that is not meant.',
            range: { start: { line: 5, character: 19 }, end: { line: 5, character: 22 } },
            components: ['edge', 'anvil'],
            related: [],
          },
        ],
      },
    ],
    summary: { files: 1, errors: 1, warnings: 1 },
  });
  expect(status).toBe(1);
});

test.each([
  ['error', 0],
  ['warning', 1],
  ['never', 0],
])('a warning with --fail-on %s ends with %i', async (floor, expected) => {
  const { status } = await lint({ 'acme.catalog.yaml': `${HEAD}  edge: {aliases: [anv]}\n` }, [
    'acme.catalog.yaml',
    '--fail-on',
    floor,
  ]);
  expect(status).toBe(expected);
});

test('what cannot be read is said, and everything else is still linted', async () => {
  const { status, out, err } = await lint({ 'acme.catalog.yaml': GOOD }, ['missing.catalog.yaml', 'acme.catalog.yaml']);
  expect(err).toBe('stackpin: cannot read missing.catalog.yaml: there is no such file.\n');
  expect(out).toContain('1 file: nothing found');
  expect(status).toBe(2);
});

test('a folder without catalogs', async () => {
  const { status, err } = await lint({ 'docs/page.md': '' }, ['docs']);
  expect(err).toBe(
    'stackpin: no catalog in docs: looked for *.catalog.yaml and *.catalog.yml that .gitignore does not leave out. Name a file to have it linted whatever it is called.\n',
  );
  expect(status).toBe(2);
});

test('a catalog that the files need, between the bundled one and them', async () => {
  const files = {
    'base.catalog.yaml': `${HEAD}  forge: {name: Forge}\n`,
    'acme.catalog.yaml': `${HEAD}  gateway: {successors: [forge]}\n`,
  };
  expect((await lint(files, ['acme.catalog.yaml'])).status).toBe(1);
  expect((await lint(files, ['acme.catalog.yaml', '--catalog', 'base.catalog.yaml'])).status).toBe(0);
});

test('standard input', async () => {
  const host = memoryHost({ [COMPILED]: SMALL }, { readInput: async () => new TextEncoder().encode('kind: Stack\n') });
  expect(await run(['catalog', 'lint', '-'], host)).toBe(1);
  expect(host.written.join('')).toContain('<stdin>:1:7: error[schema]: "kind" has to be "Catalog", not "Stack".');
});
