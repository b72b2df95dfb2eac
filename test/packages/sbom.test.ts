/** The bill of materials: a valid CycloneDX document that names what is bundled, and nothing else. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, expect, test } from 'vitest';
import { bundledPackages } from '../../scripts/release/bundledPackages.ts';
import { purlOf, type SbomInput, sbom } from '../../scripts/release/sbom.ts';
import { toolsOf } from '../tools/install.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCHEMAS = new URL('../tools/sbom/node_modules/@cyclonedx/cyclonedx-library/res/schema/', import.meta.url);
const readJson = (url: URL) => JSON.parse(readFileSync(url, 'utf8'));
const packages = bundledPackages(ROOT, readJson(new URL('../../dist/bundled.json', import.meta.url)));
const archive = Buffer.from('an archive');
const input: SbomInput = {
  product: {
    name: 'stackpin',
    version: '1.2.3',
    description: 'Checks.',
    licence: 'Apache-2.0',
    repository: 'https://github.com/stackpin/stackpin',
    purl: 'pkg:npm/stackpin@1.2.3',
    archive,
  },
  packages,
  tools: [{ name: '@vscode/vsce', version: '3.9.2' }],
  epoch: 1_795_515_630,
};
const document = JSON.parse(sbom(input));
let validate: ReturnType<Ajv['compile']>;

beforeAll(() => {
  toolsOf('sbom');
  const schema = (name: string) => readJson(new URL(`${name}.SNAPSHOT.schema.json`, SCHEMAS));
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('iri-reference', (text) => URL.canParse(text, 'https://stackpin.dev/'));
  ajv.addFormat('idn-email', /^\S+@\S+$/);
  ajv.addSchema(
    [schema('spdx'), schema('jsf-0.82')].map((one) => ({
      ...one,
      $id: one.$id.replace('.schema', '.SNAPSHOT.schema'),
    })),
  );
  validate = ajv.compile(schema('bom-1.6'));
}, 120_000);

test('fits the schema of CycloneDX 1.6', () => {
  expect([validate(document), validate.errors]).toEqual([true, null]);
  // The schema bites.
  const [first, ...others] = document.components;
  for (const broken of [
    { ...document, specVersion: 1.6 },
    { ...document, serialNumber: 'urn:uuid:1' },
    { ...document, components: [{ ...first, licenses: [{ license: { id: 'Mine' } }] }, ...others] },
    { ...document, components: [{ ...first, hashes: [{ alg: 'SHA-512', content: 'abc' }] }, ...others] },
  ])
    expect(validate(broken)).toBe(false);
});

test('describes the package', () => {
  const { components: _, dependencies: __, ...rest } = document;
  expect(rest).toEqual({
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: expect.stringMatching(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
    version: 1,
    metadata: {
      timestamp: '2026-11-24T10:20:30Z',
      lifecycles: [{ phase: 'build' }],
      tools: { components: [{ type: 'application', group: '@vscode', name: 'vsce', version: '3.9.2' }] },
      component: {
        type: 'application',
        'bom-ref': 'pkg:npm/stackpin@1.2.3',
        name: 'stackpin',
        version: '1.2.3',
        description: 'Checks.',
        hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(archive).digest('hex') }],
        licenses: [{ license: { id: 'Apache-2.0', acknowledgement: 'declared' } }],
        purl: 'pkg:npm/stackpin@1.2.3',
        externalReferences: [{ type: 'vcs', url: 'https://github.com/stackpin/stackpin' }],
      },
    },
    compositions: [
      { aggregate: 'complete', assemblies: ['pkg:npm/stackpin@1.2.3'], dependencies: ['pkg:npm/stackpin@1.2.3'] },
    ],
  });
});

test('names what is bundled, as the lock file has it', () => {
  const lock = readJson(new URL('../../package-lock.json', import.meta.url)).packages;
  const listed = document.components.map((one: { purl: string; hashes: { content: string }[] }) => [
    one.purl,
    one.hashes[0]?.content,
  ]);
  const locked = packages.map((one) => {
    const { version, integrity } = lock[one.location];
    return [
      purlOf({ name: one.name, version }),
      Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex'),
    ];
  });
  expect(listed).toEqual(locked);
});

test('one of them, whole', () => {
  expect(document.components.find(({ name }: { name: string }) => name === 'l10n')).toEqual({
    type: 'library',
    'bom-ref': 'pkg:npm/%40vscode/l10n@0.0.18',
    group: '@vscode',
    name: 'l10n',
    version: '0.0.18',
    description: 'A helper library to assist in localizing subprocesses spun up by VS Code extensions',
    scope: 'required',
    hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[\da-f]{128}$/) }],
    licenses: [{ license: { id: 'MIT', acknowledgement: 'declared' } }],
    purl: 'pkg:npm/%40vscode/l10n@0.0.18',
    externalReferences: [{ type: 'vcs', url: 'https://github.com/Microsoft/vscode-l10n' }],
    properties: ['dist/cli/main.js', 'dist/client/browser.js', 'dist/server/browser.js', 'dist/server/main.js'].map(
      (value) => ({
        name: 'stackpin:bundled-in',
        value,
      }),
    ),
  });
});

test('tells which needs which', () => {
  const needs = Object.fromEntries(
    document.dependencies.map(({ ref, dependsOn }: { ref: string; dependsOn: string[] }) => [ref, dependsOn]),
  );
  const withoutVersion = (refs: string[] | undefined) => refs?.map((ref) => ref.replace(/@[^@]*$/, ''));
  expect(withoutVersion(needs['pkg:npm/stackpin@1.2.3'])).toContain('pkg:npm/yaml');
  expect(withoutVersion(needs['pkg:npm/stackpin@1.2.3'])).not.toContain('pkg:npm/fdir');
  const tinyglobby = packages.find(({ name }) => name === 'tinyglobby');
  expect(tinyglobby && withoutVersion(needs[purlOf(tinyglobby)])).toEqual(['pkg:npm/fdir', 'pkg:npm/picomatch']);
  for (const ref of Object.values(needs).flat()) expect(needs).toHaveProperty([String(ref)]);
});

test('another content has another serial number, the same the same', () => {
  const serial = (changes: Partial<SbomInput>) => JSON.parse(sbom({ ...input, ...changes })).serialNumber;
  expect(serial({})).toBe(document.serialNumber);
  expect(serial({ packages: packages.slice(1) })).not.toBe(document.serialNumber);
});
