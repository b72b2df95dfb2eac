import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { run } from '../../cli/src/program.ts';
import { ACME, memoryHost } from './support.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const SHOP = `${HEAD}metadata: {name: shop}\ncomponents:\n  acme-cluster: 1.4.1\n`;

/** Checks files of memory against made-up software. */
async function checked(files: { readonly [path: string]: string }, ...args: string[]) {
  const host = memoryHost({ '/acme.catalog.yaml': readFileSync(ACME, 'utf8'), ...files });
  const status = await run(['check', ...args, '--catalog', '/acme.catalog.yaml', '--as-of', '2026-11-24'], host);
  expect(host.warned).toEqual([]);
  return { status, out: host.written.join('') };
}

/** The last two lines, without what is said of the catalog. */
function figures(out: string): string {
  return out.trimEnd().split('\n').at(-2) ?? '';
}

describe('what is acknowledged', () => {
  const files = {
    '/home/a.stack.yaml': `${SHOP}  acme-mesh: 1.9.0 # stackpin-ignore incompatible until 2027-01-31: vendor build\n`,
    '/home/b.stack.yaml': `${SHOP}  acme-mesh: 2.0.0\nacknowledge:\n  - code: unsupported\n    between: [acme-cluster, acme-mesh]\n    reason: tried in staging\n`,
  };

  test('is counted in the report for people, and makes nothing fail', async () => {
    const { status, out } = await checked(files);
    expect(status).toBe(0);
    expect(out).toBe(`a.stack.yaml: stack shop: 2 pins, 1 of 1 pair has a statement
b.stack.yaml: stack shop: 2 pins, 1 of 1 pair has a statement

2 files, 2 stacks: nothing found, 2 acknowledged
as of 2026-11-24, catalog ${/catalog (\S+)/.exec(out)?.[1]} (${/\((\S+)\)/.exec(out)?.[1]}), with ../acme.catalog.yaml
`);
  });

  test('is listed in JSON with its reason and its place', async () => {
    const { status, out } = await checked(files, '--format', 'json');
    expect(status).toBe(0);
    const report = JSON.parse(out);
    const schema = JSON.parse(readFileSync(new URL('../../schemas/check-output.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(report) ? [] : validate.errors).toEqual([]);
    expect(report.summary).toEqual({
      files: 2,
      stacks: 2,
      errors: 0,
      warnings: 0,
      information: 0,
      hints: 0,
      acknowledged: 2,
    });
    const [a, b] = report.files;
    expect(a.findings).toMatchObject([
      {
        code: 'incompatible',
        severity: 'error',
        fixes: [],
        acknowledged: {
          reason: 'vendor build',
          until: '2027-01-31',
          path: 'a.stack.yaml',
          range: { start: { line: 5, character: 19 }, end: { line: 5, character: 80 } },
        },
      },
    ]);
    expect(b.findings).toMatchObject([
      {
        code: 'unsupported',
        severity: 'warning',
        acknowledged: {
          reason: 'tried in staging',
          until: null,
          path: 'b.stack.yaml',
          range: { start: { line: 7, character: 4 }, end: { line: 9, character: 28 } },
        },
      },
    ]);
  });

  test('is listed in the order of the text, among what is not', async () => {
    const text = `${HEAD}components:\n  acme-mesh: 2.0.0 # stackpin-ignore unsupported: tried\n  acme-cluster: 1.4.1\n  own: 1.0.0\nacknowledge: [{code: untested, reason: tried}]\n`;
    const { out } = await checked({ '/home/a.stack.yaml': text }, '--format', 'json');
    const { files: found } = JSON.parse(out) as { files: { findings: { code: string; acknowledged: unknown }[] }[] };
    expect(found[0]?.findings.map(({ code, acknowledged }) => [code, acknowledged !== null])).toEqual([
      ['unsupported', true],
      ['unknown-component', false],
      ['unused-acknowledgement', false],
    ]);
  });

  test('comes back after its last day', async () => {
    const host = { ...files, '/home/a.stack.yaml': files['/home/a.stack.yaml'].replace('2027-01-31', '2026-11-23') };
    const { status, out } = await checked(host);
    expect(status).toBe(1);
    expect(figures(out)).toBe('2 files, 2 stacks: 1 error, 1 warning, 1 acknowledged');
    expect(out).toContain(
      'a.stack.yaml:6:57: warning[expired-acknowledgement]: The last day of this comment was 2026-11-23, so the finding that it hid is shown again.',
    );
  });
});

test('what a base acknowledges for its leaves is not unused there', async () => {
  const entry = (pins: string) =>
    `acknowledge:\n  - code: unsupported\n    between: [${pins}]\n    reason: tried in staging\n`;
  const files = (pins: string) => ({
    '/home/base.stack.yaml': `${HEAD}metadata: {name: base}\ncomponents:\n  acme-mesh: 2.0.0\n${entry(pins)}`,
    '/home/leaf.stack.yaml': `${HEAD}extends: [base.stack.yaml]\ncomponents:\n  acme-cluster: 1.4.1\n`,
  });
  const used = files('acme-cluster, acme-mesh');
  const { status, out } = await checked(used);
  expect([status, figures(out)]).toEqual([0, '2 files, 2 stacks: nothing found, 1 acknowledged']);
  const json = JSON.parse((await checked(used, 'leaf.stack.yaml', '--format', 'json')).out);
  expect(json.files[0].findings[0].acknowledged).toEqual({
    reason: 'tried in staging',
    until: null,
    path: 'base.stack.yaml',
    range: { start: { line: 6, character: 4 }, end: { line: 8, character: 28 } },
  });
  // By itself, and with nobody who uses it, the base has an entry too many.
  expect(figures((await checked(used, 'base.stack.yaml')).out)).toBe('1 file, 1 stack: 1 warning');
  expect(figures((await checked(files('acme-mesh, own'))).out)).toBe('2 files, 2 stacks: 2 warnings');
});
