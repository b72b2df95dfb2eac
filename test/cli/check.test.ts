import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { ACME, FIXED, folderWith, stackOf, stackpin } from './support.ts';

const DOCS = new URL('../../docs/cli.md', import.meta.url);
const GOOD = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 2.1.0');
/** The mesh does not say that it supports this cluster. */
const DOUBTFUL = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 2.0.0');
/** They cannot work together. */
const BROKEN = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0');

/** The last line of a report: what it was judged by. */
async function judgedBy(catalog: string): Promise<string> {
  const { out } = await stackpin(['--version']);
  const [, bundled] = /catalog (.*)\n/.exec(out) ?? [];
  return `as of 2026-11-24, catalog ${bundled}, with ${catalog}`;
}

describe('the exit status', () => {
  test('is 0 when nothing reaches the floor, and the figures are told', async () => {
    const cwd = folderWith({ 'shop.stack.yaml': GOOD, 'acme.catalog.yaml': readFileSync(ACME) });
    const args = ['check', '--catalog', 'acme.catalog.yaml', '--as-of', '2026-11-24'];
    expect(await stackpin(args, { cwd })).toEqual({
      status: 0,
      err: '',
      out: `shop.stack.yaml: stack shop: 2 pins, 1 of 1 pair has a statement

1 file, 1 stack: nothing found
${await judgedBy('acme.catalog.yaml')}
`,
    });
  });

  test.each([
    { what: 'an error', input: BROKEN, args: [], status: 1 },
    { what: 'a warning', input: DOUBTFUL, args: [], status: 0 },
    { what: 'a warning', input: DOUBTFUL, args: ['--fail-on', 'warning'], status: 1 },
    { what: 'a warning', input: DOUBTFUL, args: ['--fail-on', 'information'], status: 1 },
    { what: 'an error', input: BROKEN, args: ['--fail-on', 'never'], status: 0 },
    { what: 'nothing', input: GOOD, args: ['--fail-on', 'information'], status: 0 },
  ])('is $status for $what under $args', async ({ input, args, status }) => {
    expect((await stackpin(['check', '-', ...FIXED, ...args], { input })).status).toBe(status);
  });

  test('is 2 when something cannot be read, and everything else is still checked', async () => {
    const cwd = folderWith({
      'shop.stack.yaml': BROKEN,
      'binary.stack.yaml': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    });
    const args = ['check', 'gone.stack.yaml', 'binary.stack.yaml', 'shop.stack.yaml', '--quiet', ...FIXED];
    const { status, err, out } = await stackpin(args, { cwd });
    expect({ status, err }).toEqual({
      status: 2,
      err: `stackpin: cannot read gone.stack.yaml: there is no such file.
stackpin: cannot read binary.stack.yaml: it is no UTF-8 text; save it as UTF-8.
`,
    });
    expect(out.split('\n')[0]).toBe(
      'shop.stack.yaml:6:14: error[incompatible]: Acme Mesh 1.9.0 does not work with Acme Cluster 1.4.1. It uses an interface that 1.3 removed.',
    );
  });

  test('is 2 in a folder without manifests', async () => {
    const cwd = folderWith({ 'values.yaml': 'a: 1\n' });
    expect(await stackpin(['check'], { cwd })).toEqual({
      status: 2,
      out: '',
      err:
        'stackpin: no stack manifest in .: looked for *.stack.yaml, *.stack.yml, stackpin.yaml and stackpin.yml that ' +
        '.gitignore does not leave out. Name a file to have it checked whatever it is called.\n',
    });
  });

  test('is 2 when a catalog cannot be used, and then nothing is checked', async () => {
    const cwd = folderWith({
      'shop.stack.yaml': BROKEN,
      'bad.catalog.yaml': 'apiVersion: stackpin/v1\nkind: Catalog\nmetadata: {name: bad, updated: 2026-11-01}\n',
    });
    const args = ['check', '--catalog', 'bad.catalog.yaml', '--catalog', 'gone.catalog.yaml'];
    expect(await stackpin(args, { cwd })).toEqual({
      status: 2,
      out: '',
      err: `stackpin: bad.catalog.yaml:1: "components" is missing. Add "components:" and a value.
stackpin: cannot read the catalog gone.catalog.yaml: there is no such file.
`,
    });
  });
});

describe('usage', () => {
  const HINT = 'Run "stackpin check --help" to see its options.\n';
  test.each([
    [
      ['chekc'],
      `stackpin: unknown command 'chekc'\n(Did you mean check?)\nRun "stackpin --help" to see the commands.\n`,
    ],
    [['check', '--fromat', 'json'], `stackpin: unknown option '--fromat'\n(Did you mean --format?)\n${HINT}`],
    [
      ['check', '--format', 'xml'],
      `stackpin: option '--format <format>' argument 'xml' is invalid. Allowed choices are pretty, json, sarif, github, gitlab, junit.\n${HINT}`,
    ],
    [
      ['check', '--fail-on', 'hint'],
      `stackpin: option '--fail-on <severity>' argument 'hint' is invalid. Allowed choices are error, warning, information, never.\n${HINT}`,
    ],
    [
      ['check', '--as-of', '2026-02-30'],
      `stackpin: option '--as-of <day>' argument '2026-02-30' is invalid. Write a day that exists as YYYY-MM-DD, such as 2026-11-24.\n${HINT}`,
    ],
    [['check', '-q', '-v'], `stackpin: option '-q, --quiet' cannot be used with option '-v, --verbose'\n${HINT}`],
  ])('stackpin %j ends with 2 and says what to do', async (args, err) => {
    expect(await stackpin(args)).toEqual({ status: 2, out: '', err });
  });

  test('a file without a command is answered with the command', async () => {
    const cwd = folderWith({ 'shop.stack.yaml': GOOD });
    expect(await stackpin(['shop.stack.yaml'], { cwd })).toEqual({
      status: 2,
      out: '',
      err: `stackpin: unknown command 'shop.stack.yaml'
Run "stackpin --help" to see the commands.
To check it: stackpin check shop.stack.yaml
`,
    });
  });

  test('nothing at all is answered with the help, on standard error', async () => {
    const help = await stackpin(['--help']);
    expect(help).toMatchObject({ status: 0, err: '' });
    expect(help.out).toMatch(/^Usage: stackpin \[options\] \[command\]\n/);
    expect(await stackpin([])).toEqual({ status: 2, out: '', err: help.out });
  });

  test('the version names the catalog, too', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const { status, out } = await stackpin(['--version']);
    expect(status).toBe(0);
    expect(out.replace(/catalog \S+ \(\d{4}-\d{2}-\d{2}\)/, 'catalog V (D)')).toBe(
      `stackpin ${version}, catalog V (D)\n`,
    );
  });
});

describe('the report for people', () => {
  const REPORT = `shop.stack.yaml:6:14: warning[unsupported]: Acme Mesh 2.0.0 supports Acme Cluster 1.2 to 1.3, not 1.4.1.
6 |   acme-mesh: 2.0.0
  |              ^^^^^
  = source: https://mesh.example/2.0 (read 2026-11-01)
  = see:    shop.stack.yaml:5:3: Acme Cluster 1.4.1 is pinned here.
  = fix:    Set acme-mesh to 2.1.0: resolves 1 finding
  = fix:    Set acme-cluster to 1.3.0: resolves 1 finding

`;

  test('is plain where no terminal is', async () => {
    const cwd = folderWith({ 'shop.stack.yaml': DOUBTFUL });
    const { out } = await stackpin(['check', ...FIXED], { cwd });
    expect(
      out.slice(0, out.indexOf('1 file')),
    ).toBe(`${REPORT}shop.stack.yaml: stack shop: 2 pins, 1 of 1 pair has a statement

`);
  });

  test('has colours when they are forced, and has none when they are refused', async () => {
    const cwd = folderWith({ 'shop.stack.yaml': DOUBTFUL });
    const args = ['check', '--quiet', '--fail-on', 'warning', ...FIXED];
    const coloured = await stackpin(args, { cwd, env: { FORCE_COLOR: '1' } });
    // Each colour as a tag, so that the report can be read here.
    const tags: { readonly [code: string]: string } = { 1: 'b', 2: 'dim', 32: 'green', 33: 'yellow', 22: '/', 39: '/' };
    expect(coloured.out.replaceAll(/\p{Cc}\[(\d+)m/gu, (_, code: string) => `<${tags[code]}>`)).toBe(
      `<b>shop.stack.yaml:6:14</>: <b><yellow>warning[unsupported]</></>: Acme Mesh 2.0.0 supports Acme Cluster 1.2 to 1.3, not 1.4.1.
<dim>6 |</>   acme-mesh: 2.0.0
<dim>  |</> <yellow>             ^^^^^</>
  <dim>=</> <b>source:</> https://mesh.example/2.0 (read 2026-11-01)
  <dim>=</> <b>see:   </> shop.stack.yaml:5:3: Acme Cluster 1.4.1 is pinned here.
  <dim>=</> <green>fix:   </> Set acme-mesh to 2.1.0: resolves 1 finding
  <dim>=</> <green>fix:   </> Set acme-cluster to 1.3.0: resolves 1 finding
`,
    );
    const refused = await stackpin(args, { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(refused.out).toBe(REPORT.slice(0, -1));
  });

  test('says nothing under --quiet when there is nothing that fails', async () => {
    expect(await stackpin(['check', '-', '--quiet', ...FIXED], { input: DOUBTFUL })).toEqual({
      status: 0,
      out: '',
      err: '',
    });
  });

  test('lists hints only under --verbose', async () => {
    const input = stackOf('acme-cluster: 1.4.0');
    const brief = await stackpin(['check', '-', ...FIXED], { input });
    expect(brief.out.split('\n')).toContain('1 file, 1 stack: 1 hint (see --verbose)');
    const verbose = await stackpin(['check', '-', '--verbose', ...FIXED], { input });
    expect(
      verbose.out.slice(0, verbose.out.indexOf('<stdin>: ')),
    ).toBe(`<stdin>:5:17: hint[outdated-patch]: Acme Cluster 1.4.0 has a later patch: 1.4.1 is the newest of line 1.4.
5 |   acme-cluster: 1.4.0
  |                 ^^^^^
  = fix: Set acme-cluster to 1.4.1: resolves 1 finding

`);
  });
});

describe('the report for programs', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/check-output.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

  async function json(args: readonly string[], options: Parameters<typeof stackpin>[1]) {
    const { out } = await stackpin(['check', '--format', 'json', ...args, ...FIXED], options);
    const report = JSON.parse(out);
    validate(report);
    expect(validate.errors).toBeNull();
    return report;
  }

  test('holds everything, in the shape that the schema describes', async () => {
    const cwd = folderWith({ 'sub/shop.stack.yaml': DOUBTFUL });
    const report = await json(['sub'], { cwd });
    const at = (line: number, start: number, end: number) => ({
      start: { line, character: start },
      end: { line, character: end },
    });
    const path = 'sub/shop.stack.yaml';
    expect(report).toEqual({
      version: 1,
      asOf: '2026-11-24',
      catalog: { version: report.catalog.version, updated: report.catalog.updated },
      files: [
        {
          path,
          stacks: [{ document: 0, name: 'shop', environment: null, pins: 2, pairs: 1, pairsKnown: 1 }],
          findings: [
            {
              code: 'unsupported',
              severity: 'warning',
              message: 'Acme Mesh 2.0.0 supports Acme Cluster 1.2 to 1.3, not 1.4.1.',
              range: at(5, 13, 18),
              components: ['acme-mesh', 'acme-cluster'],
              environments: [null],
              sources: ['https://mesh.example/2.0'],
              related: [{ path, range: at(4, 2, 21), message: 'Acme Cluster 1.4.1 is pinned here.' }],
              fixes: [
                {
                  title: 'Set acme-mesh to 2.1.0: resolves 1 finding',
                  kind: 'quickfix',
                  preferred: true,
                  edits: [{ path, range: at(5, 13, 18), newText: '2.1.0' }],
                },
                {
                  title: 'Set acme-cluster to 1.3.0: resolves 1 finding',
                  kind: 'quickfix',
                  preferred: false,
                  edits: [{ path, range: at(4, 16, 21), newText: '1.3.0' }],
                },
              ],
              acknowledged: null,
            },
          ],
        },
      ],
      summary: { files: 1, stacks: 1, errors: 0, warnings: 1, information: 0, hints: 0, acknowledged: 0 },
    });
  });

  test('counts characters in UTF-16 units and leaves a byte order mark out, as editors do', async () => {
    const input =
      '\ufeffapiVersion: stackpin/v1\r\nkind: Stack\r\ncomponents: {"👩‍👩‍👧": "1", acme-cluster: 1.4.0}\r\n';
    const report = await json(['-'], { input });
    const hint = report.files[0].findings.find(({ code }: { code: string }) => code === 'outdated-patch');
    expect(hint.range).toEqual({ start: { line: 2, character: 44 }, end: { line: 2, character: 49 } });
  });

  test('is one whole object even when there is nothing to check', async () => {
    const report = await json(['gone.yaml'], {});
    expect(report.files).toEqual([]);
  });

  test('lists under --quiet only what reaches the floor, and counts all', async () => {
    const report = await json(['-', '--quiet'], { input: DOUBTFUL });
    expect(report.files[0].findings).toEqual([]);
    expect(report.summary.warnings).toBe(1);
  });

  test('is shown by an example in the documentation that fits the schema', () => {
    const [, example = ''] = /```json\n([^`]*)```/.exec(readFileSync(DOCS, 'utf8')) ?? [];
    validate(JSON.parse(example));
    expect(validate.errors).toBeNull();
  });
});

describe('the documentation', () => {
  test('tells every option of the help, and no other', async () => {
    const { out } = await stackpin(['check', '--help']);
    const options = (text: string): string[] => [...new Set(text.match(/--[a-z][a-z-]*/g))].sort();
    const [, section = ''] = /^## stackpin check\n([\s\S]*?)^## /m.exec(readFileSync(DOCS, 'utf8')) ?? [];
    const table = section.match(/^\| `-.*$/gm) ?? [];
    expect(options(table.join('\n'))).toEqual(options(out).filter((option) => option !== '--help'));
  });
});
