import { spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../cli/src/check.ts';
import { ACME, FIXED, folderWith, memoryHost, STACKPIN, stackOf, stackpin } from './support.ts';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly stacks: readonly { readonly name: string | null; readonly pins: number }[];
    readonly findings: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
  }[];
}

/** Checks a text from standard input: the exit status, what was said on standard error, and the errors found. */
async function checked(input: string | Uint8Array) {
  const { status, out, err } = await stackpin(['check', '-', '--format', 'json', ...FIXED], { input });
  const { files }: Report = JSON.parse(out);
  const findings = files.flatMap((file) => file.findings);
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
  return { status, err, errors, pins: files[0]?.stacks[0]?.pins };
}

describe('bytes that are no text', () => {
  test('are said to be so, and end with 2', async () => {
    expect(await checked(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]))).toEqual({
      status: 2,
      err: 'stackpin: cannot read <stdin>: it is no UTF-8 text; save it as UTF-8.\n',
      errors: [],
      pins: undefined,
    });
  });

  test('of UTF-16 are told apart', async () => {
    expect((await checked(Buffer.from('\ufeffkind: Stack', 'utf16le'))).err).toBe(
      'stackpin: cannot read <stdin>: it is UTF-16 text; save it as UTF-8.\n',
    );
  });

  test('that are UTF-8 all the same are one finding', async () => {
    const { status, errors } = await checked(new Uint8Array(100_000));
    expect(status).toBe(1);
    expect(errors).toEqual(['yaml: This file is not text. Open a manifest that is saved as UTF-8.']);
  });
});

describe('files that are no manifests', () => {
  test('an empty one is told what a manifest begins with', async () => {
    expect(await checked('')).toEqual({
      status: 1,
      err: '',
      errors: [
        'schema: This document is empty. A stack manifest begins with "apiVersion: stackpin/v1" and "kind: Stack", and pins its components under "components".',
      ],
      pins: 0,
    });
  });

  test('one of another kind is told so', async () => {
    expect(await checked('apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {}\n')).toEqual({
      status: 1,
      err: '',
      errors: [
        'schema: "apiVersion" has to be "stackpin/v1", not "apps/v1".',
        'schema: "kind" has to be "Stack", not "Deployment".',
      ],
      pins: 0,
    });
  });

  test('a larger one than any manifest is not read', async () => {
    const { status, err } = await checked(new Uint8Array(65 * 2 ** 20).fill(0x20));
    expect({ status, err }).toEqual({
      status: 2,
      err: 'stackpin: cannot read <stdin>: it is larger than 64 MB, which no stack manifest is.\n',
    });
  });

  test('a link that leads nowhere and one that leads to itself', async () => {
    const cwd = folderWith({ 'a.stack.yaml': stackOf('acme-cluster: 1.4.1') });
    symlinkSync('gone', join(cwd, 'b.stack.yaml'));
    symlinkSync('c.stack.yaml', join(cwd, 'c.stack.yaml'));
    const { status, out, err } = await stackpin(['check', ...FIXED], { cwd });
    expect({ status, err }).toEqual({
      status: 2,
      err: `stackpin: cannot read b.stack.yaml: there is no such file.
stackpin: cannot read c.stack.yaml: its symbolic links go round in circles.
`,
    });
    expect(out).toContain('a.stack.yaml: stack shop: 1 pin, no pairs to judge\n');
  });
});

test('a file that may not be read is said to be so, and the rest is reported', async () => {
  const host = memoryHost({
    '/home/a.stack.yaml': { failed: 'permission denied' },
    '/home/b.stack.yaml': stackOf('in-house: 1.0.0'),
  });
  const options = {
    format: 'json',
    asOf: undefined,
    catalog: [],
    failOn: 'error',
    quiet: false,
    verbose: false,
  } as const;
  expect(await check([], options, host)).toBe(2);
  expect(host.warned).toEqual(['stackpin: cannot read a.stack.yaml: permission denied.\n']);
  const report: Report & { asOf: string } = JSON.parse(host.written.join(''));
  expect(report.files.map(({ path }) => path)).toEqual(['b.stack.yaml']);
  expect(report.asOf).toBe('2026-11-24');
});

describe('hostile YAML', () => {
  test('tabs', async () => {
    expect(await checked('apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n\tacme-cluster: 1.4.1\n')).toEqual({
      status: 1,
      err: '',
      errors: ['yaml: YAML is indented by spaces. Replace the tab by spaces.'],
      pins: 1,
    });
  });

  test('duplicate keys', async () => {
    expect(await checked(stackOf('acme-cluster: 1.4.1', 'acme-cluster: 1.3.0'))).toEqual({
      status: 1,
      err: '',
      errors: [
        'duplicate-component: "acme-cluster" is pinned twice in this mapping. Remove one, or give the second a name of its own and write "component: acme-cluster" in it.',
      ],
      pins: 1,
    });
  });

  test('names that JavaScript gives a meaning to', async () => {
    expect(await checked(stackOf('__proto__: 1.0.0', 'constructor: 2.0.0', 'acme-cluster: 1.4.1'))).toEqual({
      status: 0,
      err: '',
      errors: [],
      pins: 3,
    });
  });

  test('aliases that multiply', async () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const inner = level === 0 ? '1.0.0' : `[*a${level - 1}, *a${level - 1}, *a${level - 1}, *a${level - 1}]`;
      return `a${level}: &a${level} ${inner}`;
    });
    const text = stackOf('acme-cluster:', '  version: 1.4.1', '  values:', ...levels.map((level) => `    ${level}`));
    expect(await checked(text)).toEqual({
      status: 1,
      err: '',
      errors: [
        'yaml: Aliases make this document too large. This one and others behind it are not followed: write the values out, or refer to smaller ones.',
      ],
      pins: 1,
    });
  });

  test('nesting without end', async () => {
    expect(await checked(`${'['.repeat(100_000)}`)).toEqual({
      status: 1,
      err: '',
      errors: ['yaml: This is nested deeper than 200 levels. Nothing from here on is read; flatten it.'],
      pins: 0,
    });
  });
});

describe('size', () => {
  test('10,000 components', async () => {
    const text = stackOf(
      ...Array.from({ length: 10_000 }, (_, index) => `in-house-${index}: 1.0.0`),
      'acme-cluster: 1.4.1',
    );
    expect(await checked(text)).toEqual({ status: 0, err: '', errors: [], pins: 10_001 });
  });

  test('10 MB', async () => {
    const text = `${stackOf('acme-cluster: 1.4.1')}# ${'x'.repeat(10 * 2 ** 20)}\n`;
    expect(await checked(text)).toEqual({ status: 0, err: '', errors: [], pins: 1 });
  });

  test('a report larger than a pipe arrives whole, and a reader who leaves early is no fault', async () => {
    const input = stackOf(...Array.from({ length: 5_000 }, (_, index) => `in-house-${index}: 1.0.0`));
    const { out } = await stackpin(['check', '-', ...FIXED], { input });
    expect(out).toMatch(/\nas of 2026-11-24, catalog .*\n$/);
    expect(out.length).toBeGreaterThan(2 ** 19);

    const child = spawn(process.execPath, [STACKPIN, 'check', '-', '--catalog', ACME]);
    const err: Buffer[] = [];
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(input);
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, err: Buffer.concat(err).toString() }).toEqual({ status: 0, err: '' });
  });
});
