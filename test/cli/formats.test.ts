/** The reports for CI: whole ones of a small file, and the same finding in all of them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { CODE_INFO } from '../../server/src/analysis/codes.ts';
import { startInMemory, testEnvironment } from '../server/client.ts';
import { FIXED, folderWith, stackOf, stackpin } from './support.ts';

const BROKEN = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0 # the mesh');
const ACCEPTED = `${stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0')}acknowledge:
  - {code: incompatible, between: [acme-mesh, acme-cluster], reason: We build it ourselves., until: 2027-01-31}
`;
const MESSAGE = 'Acme Mesh 1.9.0 does not work with Acme Cluster 1.4.1. It uses an interface that 1.3 removed.';

async function report(format: string, files: { readonly [path: string]: string }, ...more: string[]) {
  const cwd = folderWith(files);
  return stackpin(['check', '--format', format, ...FIXED, ...more], { cwd });
}

async function sarif(files: { readonly [path: string]: string }, ...more: string[]): Promise<Log> {
  return JSON.parse((await report('sarif', files, ...more)).out);
}

/** The schema that OASIS publishes, as an npm package carries it: draft 4, of which nothing but the name of its identifier differs here. */
const {
  id: _id,
  $schema: _draft,
  ...SCHEMA
} = JSON.parse(
  readFileSync(
    fileURLToPath(
      new URL('../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', import.meta.url),
    ),
    'utf8',
  ),
);

function schemaErrors(log: unknown): unknown {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(SCHEMA);
  validate(log);
  return validate.errors ?? [];
}

describe('sarif', () => {
  test('a finding is a whole result, with its rule', async () => {
    const log = await sarif({ 'a b/shop.stack.yaml': BROKEN });
    const [run] = log.runs;
    expect(run?.tool.driver).toMatchObject({
      name: 'Stackpin',
      fullName: `Stackpin ${version}`,
      version,
      semanticVersion: version,
    });
    expect(run?.tool.driver.rules).toEqual([
      {
        id: 'incompatible',
        shortDescription: { text: CODE_INFO.incompatible.title },
        fullDescription: { text: expect.stringMatching(/^A source of one of the two components says/) },
        help: {
          text: expect.stringContaining('How a pair is judged has the rules.'),
          markdown: expect.stringContaining(
            '[How a pair is judged](https://github.com/stackpin/stackpin/blob/main/docs/verdicts.md) has the rules.',
          ),
        },
        helpUri: 'https://github.com/stackpin/stackpin/blob/main/docs/diagnostics/incompatible.md',
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['compatibility'], precision: 'very-high' },
      },
    ]);
    const artifactLocation = { uri: 'a%20b/shop.stack.yaml', uriBaseId: '%SRCROOT%' };
    const fix = (title: string, line: number, startColumn: number, endColumn: number, text: string) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation,
          replacements: [
            {
              deletedRegion: { startLine: line, startColumn, endLine: line, endColumn },
              insertedContent: { text },
            },
          ],
        },
      ],
    });
    const placed = (startLine: number, startColumn: number, endColumn: number) => ({
      physicalLocation: {
        artifactLocation,
        region: { startLine, startColumn, endLine: startLine, endColumn },
      },
    });
    expect(run?.results).toEqual([
      {
        ruleId: 'incompatible',
        ruleIndex: 0,
        level: 'error',
        kind: 'fail',
        message: { text: MESSAGE, markdown: `${MESSAGE} [incompatible](https://mesh.example/1.9)` },
        locations: [
          {
            ...placed(6, 14, 19),
            logicalLocations: [
              { name: 'acme-mesh', kind: 'component' },
              { name: 'acme-cluster', kind: 'component' },
            ],
          },
        ],
        relatedLocations: [{ id: 1, ...placed(5, 3, 22), message: { text: 'Acme Cluster 1.4.1 is pinned here.' } }],
        partialFingerprints: { 'stackpinFinding/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
        fixes: [
          fix('Set acme-mesh to 2.1.0: resolves 1 finding', 6, 14, 19, '2.1.0'),
          fix('Set acme-cluster to 1.2.0: resolves 1 finding, leaves end-of-life', 5, 17, 22, '1.2.0'),
        ],
        properties: {
          severity: 'error',
          components: ['acme-mesh', 'acme-cluster'],
          environments: [null],
          sources: [
            {
              statement:
                'Acme Mesh 1.9.0 does not work with Acme Cluster 1.3 and later. It uses an interface that 1.3 removed.',
              source: 'https://mesh.example/1.9',
              checked: '2026-11-01',
            },
          ],
        },
      },
    ]);
    expect(schemaErrors(log)).toEqual([]);
  });

  test('the schema would tell: a level that there is not, and a result without words', async () => {
    const log = await sarif({ 'shop.stack.yaml': BROKEN });
    const [result] = log.runs[0]?.results ?? [];
    if (result === undefined) throw new Error('Nothing was found.');
    const { message: _, ...wordless } = result;
    expect(schemaErrors({ ...log, runs: [{ ...log.runs[0], results: [wordless] }] })).not.toEqual([]);
    expect(schemaErrors({ ...log, runs: [{ ...log.runs[0], results: [{ ...result, level: 'fatal' }] }] })).not.toEqual(
      [],
    );
  });

  test('what is acknowledged is suppressed, with its reason and where that stands', async () => {
    const log = await sarif({ 'shop.stack.yaml': ACCEPTED });
    const [result] = log.runs[0]?.results ?? [];
    expect(result?.suppressions).toEqual([
      {
        kind: 'inSource',
        status: 'accepted',
        justification: 'We build it ourselves.',
        location: expect.objectContaining({
          physicalLocation: expect.objectContaining({ region: expect.objectContaining({ startLine: 8 }) }),
        }),
      },
    ]);
    expect(schemaErrors(log)).toEqual([]);
  });

  test('a finding is known again when lines move, and twice the same are told apart', async () => {
    const names = (log: Log) =>
      log.runs[0]?.results?.map(({ partialFingerprints }: Result) => partialFingerprints?.['stackpinFinding/v1']);
    const moved = BROKEN.replace('components:', '# moved\n\ncomponents:');
    expect(names(await sarif({ 's.stack.yaml': moved }))).toEqual(names(await sarif({ 's.stack.yaml': BROKEN })));
    const [first, second] = names(await sarif({ 's.stack.yaml': `${BROKEN}---\n${BROKEN}` })) ?? [];
    expect(second).toBe(`${first}:2`);
  });

  test('all examples fit the schema, and what cannot be read is a notification', async () => {
    const cwd = fileURLToPath(new URL('../..', import.meta.url));
    const { status, out } = await stackpin(['check', 'examples', 'gone.stack.yaml', '--format', 'sarif', '-v'], {
      cwd,
    });
    const log: Log = JSON.parse(out);
    expect(status).toBe(2);
    expect(log.runs[0]?.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: 'cannot read gone.stack.yaml: there is no such file.' } },
        ],
      },
    ]);
    expect(schemaErrors(log)).toEqual([]);
    expect(log.runs[0]?.results?.length).toBeGreaterThan(40);
  });
});

describe('github', () => {
  test('one line a finding, errors first, with what would end a property escaped', async () => {
    const doubtful = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 2.0.0');
    const { out, status } = await report('github', { 'a,b/one.stack.yaml': doubtful, 'two.stack.yaml': BROKEN });
    expect(
      out,
    ).toBe(`::error file=two.stack.yaml,line=6,endLine=6,col=14,endColumn=19,title=stackpin%3A incompatible::${MESSAGE}
::warning file=a%2Cb/one.stack.yaml,line=6,endLine=6,col=14,endColumn=19,title=stackpin%3A unsupported::Acme Mesh 2.0.0 supports Acme Cluster 1.2 to 1.3, not 1.4.1.
`);
    expect(status).toBe(1);
  });

  test('nothing found is nothing written', async () => {
    const good = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 2.1.0');
    expect(await report('github', { 's.stack.yaml': good })).toEqual({ status: 0, out: '', err: '' });
  });
});

describe('gitlab', () => {
  test('a code quality report', async () => {
    const { out } = await report('gitlab', { 'shop.stack.yaml': BROKEN });
    expect(JSON.parse(out)).toEqual([
      {
        description: MESSAGE,
        check_name: 'incompatible',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        severity: 'critical',
        location: { path: 'shop.stack.yaml', lines: { begin: 6 } },
      },
    ]);
  });

  test('no two findings of a report have one fingerprint', async () => {
    const files = { 'a.stack.yaml': `${BROKEN}---\n${BROKEN}`, 'b.stack.yaml': BROKEN };
    const issues: { readonly fingerprint: string }[] = JSON.parse((await report('gitlab', files)).out);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });
});

describe('junit', () => {
  test('a suite a file, a case a finding; what does not fail the check is a case that passed', async () => {
    const files = {
      'accepted.stack.yaml': ACCEPTED,
      'good.stack.yaml': stackOf('acme-cluster: 1.4.1'),
      'shop.stack.yaml': BROKEN,
    };
    const { out } = await report('junit', files);
    expect(out).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="stackpin" tests="3" failures="1" errors="0">
  <testsuite name="accepted.stack.yaml" tests="1" failures="0" errors="0" skipped="1" timestamp="2026-11-24T00:00:00">
    <testcase classname="accepted.stack.yaml" name="incompatible (6:14)"><skipped message="We build it ourselves."/></testcase>
  </testsuite>
  <testsuite name="good.stack.yaml" tests="1" failures="0" errors="0" skipped="0" timestamp="2026-11-24T00:00:00">
    <testcase classname="good.stack.yaml" name="check"/>
  </testsuite>
  <testsuite name="shop.stack.yaml" tests="1" failures="1" errors="0" skipped="0" timestamp="2026-11-24T00:00:00">
    <testcase classname="shop.stack.yaml" name="incompatible (6:14)"><failure type="incompatible" message="${MESSAGE}">shop.stack.yaml:6:14: error: ${MESSAGE}
https://mesh.example/1.9</failure></testcase>
  </testsuite>
</testsuites>
`);
  });

  test('what XML has no place for does not get into it', async () => {
    const { out } = await report(
      'junit',
      { 'shop.stack.yaml': stackOf('"a<&\\u0001": 1.0.0') },
      '--fail-on',
      'information',
    );
    expect(out).toContain('a&lt;&amp;\ufffd');
    expect(out).not.toContain('\u0001');
  });
});

test('a finding has one code, one message and one link, wherever it is reported', async () => {
  const text = BROKEN;
  const files = { 'shop.stack.yaml': text };
  const log = await sarif(files);
  const [result] = log.runs[0]?.results ?? [];
  const [link] = /https:[^)]*/.exec(result?.message.markdown ?? '') ?? [];
  const [listed] = JSON.parse((await report('json', files)).out).files[0].findings;
  const [issue] = JSON.parse((await report('gitlab', files)).out);
  const [, title, words] = /title=stackpin%3A ([\w-]+)::(.*)\n/.exec((await report('github', files)).out) ?? [];
  const [, type, failure] = /<failure type="([\w-]+)" message="([^"]*)"/.exec((await report('junit', files)).out) ?? [];
  const [pretty] = (await report('pretty', files)).out.split('\n');

  const acme = readFileSync(new URL('acme.catalog.yaml', import.meta.url), 'utf8');
  const client = startInMemory(testEnvironment());
  const catalog = 'file:///stacks/acme.catalog.yaml';
  await client.initialize({
    capabilities: { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } },
    initializationOptions: { catalogs: [catalog], asOf: '2026-11-24' },
  });
  await client.open(catalog, acme, 'stack-catalog');
  await client.open('file:///stacks/shop.stack.yaml', text);
  const [diagnostic] = await client.pushed(
    'file:///stacks/shop.stack.yaml',
    ({ diagnostics }) => diagnostics.length > 0,
  );

  expect({
    sarif: [result?.ruleId, result?.message.text, link],
    json: [listed.code, listed.message, listed.sources[0]],
    gitlab: [issue.check_name, issue.description],
    github: [title, words],
    junit: [type, failure],
    pretty,
    editor: [diagnostic?.code, diagnostic?.message, diagnostic?.codeDescription?.href],
  }).toEqual({
    sarif: ['incompatible', MESSAGE, 'https://mesh.example/1.9'],
    json: ['incompatible', MESSAGE, 'https://mesh.example/1.9'],
    gitlab: ['incompatible', MESSAGE],
    github: ['incompatible', MESSAGE],
    junit: ['incompatible', MESSAGE],
    pretty: `shop.stack.yaml:6:14: error[incompatible]: ${MESSAGE}`,
    editor: ['incompatible', MESSAGE, 'https://mesh.example/1.9'],
  });
});
