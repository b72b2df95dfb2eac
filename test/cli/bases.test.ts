import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FIXED, folderWith, stackpin } from './support.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const BASE = `${HEAD}metadata: {name: base}\ncomponents:\n  acme-mesh: 2.0.0\n  acme-cluster: 1.3.0\n`;
const LEAF = `${HEAD}metadata: {name: leaf}\nextends: [base.stack.yaml]\ncomponents:\n  acme-cluster: 1.4.1\n`;

describe('a manifest that extends others', () => {
  test('is checked with them; a base that nobody named is checked too, once, under its own name', async () => {
    const cwd = folderWith({
      'base.stack.yaml': BASE,
      'leaves/one.stack.yaml': LEAF.replace('base.', '../base.'),
      'leaves/two.stack.yaml': LEAF.replace('base.', '../base.').replace('name: leaf', 'name: other'),
    });
    const { out, err } = await stackpin(['check', 'leaves', ...FIXED], { cwd });
    expect(err).toBe('');
    expect(out.split('\n').filter((line) => /^\S+:|= see/.test(line))).toEqual([
      'leaves/one.stack.yaml:6:17: warning[unsupported]: Acme Mesh 2.0.0 supports Acme Cluster 1.2 to 1.3, not 1.4.1.',
      '  = see:    base.stack.yaml:5:3: Acme Mesh 2.0.0 is pinned here.',
      '  = see:    leaves/one.stack.yaml:4:11: ../base.stack.yaml is extended here.',
      '  = see:    base.stack.yaml:6:3: It takes the place of Acme Cluster 1.3.0.',
      'leaves/one.stack.yaml: stack leaf: 2 pins, 1 of 1 pair has a statement',
      'leaves/two.stack.yaml:6:17: warning[unsupported]: Acme Mesh 2.0.0 supports Acme Cluster 1.2 to 1.3, not 1.4.1.',
      '  = see:    base.stack.yaml:5:3: Acme Mesh 2.0.0 is pinned here.',
      '  = see:    leaves/two.stack.yaml:4:11: ../base.stack.yaml is extended here.',
      '  = see:    base.stack.yaml:6:3: It takes the place of Acme Cluster 1.3.0.',
      'leaves/two.stack.yaml: stack other: 2 pins, 1 of 1 pair has a statement',
      'base.stack.yaml: stack base: 2 pins, 1 of 1 pair has a statement',
    ]);
  });

  test('names the file of each related place in JSON', async () => {
    const cwd = folderWith({ 'base.stack.yaml': BASE, 'leaf.stack.yaml': LEAF });
    const { out } = await stackpin(['check', 'leaf.stack.yaml', '--format', 'json', ...FIXED], { cwd });
    const report = JSON.parse(out) as {
      files: { path: string; findings: { code: string; related: unknown[] }[] }[];
    };
    expect(report.files.map(({ path, findings }) => [path, findings.map(({ code }) => code)])).toEqual([
      ['leaf.stack.yaml', ['unsupported']],
      ['base.stack.yaml', []],
    ]);
    expect(report.files[0]?.findings[0]?.related).toEqual([
      {
        path: 'base.stack.yaml',
        range: { start: { line: 4, character: 2 }, end: { line: 4, character: 18 } },
        message: 'Acme Mesh 2.0.0 is pinned here.',
      },
      {
        path: 'leaf.stack.yaml',
        range: { start: { line: 3, character: 10 }, end: { line: 3, character: 25 } },
        message: 'base.stack.yaml is extended here.',
      },
      {
        path: 'base.stack.yaml',
        range: { start: { line: 5, character: 2 }, end: { line: 5, character: 21 } },
        message: 'It takes the place of Acme Cluster 1.3.0.',
      },
    ]);
  });

  test('from standard input: paths begin at the working directory', async () => {
    const cwd = folderWith({ 'base.stack.yaml': BASE });
    const { out } = await stackpin(['check', '-', ...FIXED], { cwd, input: LEAF });
    expect(out).toContain('<stdin>:6:17: warning[unsupported]: Acme Mesh 2.0.0 supports Acme Cluster 1.2 to 1.3');
  });

  test('bases stand inside the repository, where there is one', async () => {
    const cwd = folderWith({
      'outside.stack.yaml': BASE,
      'repo/leaf.stack.yaml': LEAF.replace('base.', '../outside.'),
    });
    mkdirSync(join(cwd, 'repo/.git'));
    const { out, status } = await stackpin(['check', 'repo/leaf.stack.yaml', '--quiet', ...FIXED], { cwd });
    expect(out).toMatch(
      /^repo\/leaf\.stack\.yaml:4:11: error\[base-outside-workspace\]: "\.\.\/outside\.stack\.yaml" lies/,
    );
    expect(status).toBe(1);
  });

  test('a folder that is a link: paths begin where people see the file', async () => {
    const cwd = folderWith({
      'here/base.stack.yaml': BASE,
      'there/leaves/leaf.stack.yaml': LEAF.replace('base.', '../base.'),
    });
    symlinkSync(join(cwd, 'there/leaves'), join(cwd, 'here/leaves'));
    const { out } = await stackpin(
      ['check', 'here/leaves/leaf.stack.yaml', '--quiet', '--fail-on', 'warning', ...FIXED],
      { cwd },
    );
    expect(out).toContain('see:    here/base.stack.yaml:5:3: Acme Mesh 2.0.0 is pinned here.');
  });
});
