import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { FIXED, folderWith, stackOf, stackpin } from './support.ts';

const BEFORE = stackOf('acme-cluster: 1.3.0', 'acme-mesh: 2.0.0', 'old-tool: 1.0.0');
const AFTER = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0', 'new-tool: 2.0.0');
const diff = (cwd: string, ...args: string[]) => stackpin(['diff', ...args, ...FIXED], { cwd });

test('pins, findings and the deadline, for a terminal', async () => {
  const cwd = folderWith({ 'a.stack.yaml': BEFORE, 'b.stack.yaml': AFTER });
  expect(await diff(cwd, 'a.stack.yaml', 'b.stack.yaml')).toEqual({
    status: 0,
    err: '',
    out: `a.stack.yaml to b.stack.yaml

stack shop
  ~ acme-cluster  1.3.0 -> 1.4.1 (up, across a minor)
  ~ acme-mesh     2.0.0 -> 1.9.0 (down, across a major)
  + new-tool      2.0.0
  - old-tool      1.0.0
  first loss of support: 2027-09-02 (acme-cluster), later than before: 2027-03-02 (acme-cluster)

Found besides:
  error[incompatible]: Acme Mesh 1.9.0 does not work with Acme Cluster 1.4.1. It uses an interface that 1.3 removed.
  information[unknown-component]: "new-tool" is in no catalog, so nothing is known about it.

No longer found:
  information[unknown-component]: "old-tool" is in no catalog, so nothing is known about it.
`,
  });
});

test('for a comment in a pull request', async () => {
  const cwd = folderWith({ 'a.stack.yaml': BEFORE, 'b.stack.yaml': AFTER });
  expect(
    (await diff(cwd, 'a.stack.yaml', 'b.stack.yaml', '--format', 'markdown')).out,
  ).toBe(`### a.stack.yaml to b.stack.yaml

**stack shop**

| pin | before | after | change |
| --- | --- | --- | --- |
| acme-cluster | 1.3.0 | 1.4.1 | up, across a minor |
| acme-mesh | 2.0.0 | 1.9.0 | down, across a major |
| new-tool |  | 2.0.0 | new |
| old-tool | 1.0.0 |  | removed |

first loss of support: 2027-09-02 (acme-cluster), later than before: 2027-03-02 (acme-cluster)

**Found besides**

- error [incompatible](https://mesh.example/1.9): Acme Mesh 1.9.0 does not work with Acme Cluster 1.4.1. It uses an interface that 1.3 removed.
- information [unknown-component](https://github.com/stackpin/stackpin/blob/main/docs/diagnostics/unknown-component.md): "new-tool" is in no catalog, so nothing is known about it.

**No longer found**

- information [unknown-component](https://github.com/stackpin/stackpin/blob/main/docs/diagnostics/unknown-component.md): "old-tool" is in no catalog, so nothing is known about it.
`);
});

test('for programs, in the shape of its schema', async () => {
  const cwd = folderWith({ 'a.stack.yaml': BEFORE, 'b.stack.yaml': AFTER });
  const { out } = await diff(cwd, 'a.stack.yaml', 'b.stack.yaml', '--format', 'json');
  const report = JSON.parse(out);
  const schema = JSON.parse(readFileSync(new URL('../../schemas/diff-output.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  validate(report);
  expect(validate.errors ?? []).toEqual([]);
  expect(report.stacks).toEqual([
    {
      name: 'shop',
      environment: null,
      kind: 'kept',
      pins: [
        {
          kind: 'moved',
          instance: 'acme-cluster',
          component: 'acme-cluster',
          from: '1.3.0',
          to: '1.4.1',
          direction: 'up',
          jump: 'minor',
        },
        {
          kind: 'moved',
          instance: 'acme-mesh',
          component: 'acme-mesh',
          from: '2.0.0',
          to: '1.9.0',
          direction: 'down',
          jump: 'major',
        },
        { kind: 'added', instance: 'new-tool', component: 'new-tool', version: '2.0.0' },
        { kind: 'removed', instance: 'old-tool', component: 'old-tool', version: '1.0.0' },
      ],
      deadline: {
        before: { firstDayOut: '2027-03-02', instances: ['acme-cluster'] },
        after: { firstDayOut: '2027-09-02', instances: ['acme-cluster'] },
      },
    },
  ]);
  expect(report.gained.map(({ code }: { readonly code: string }) => code)).toEqual([
    'incompatible',
    'unknown-component',
  ]);
});

test('a finding of the same pins is the same finding at other versions; what is new can fail', async () => {
  const bad = (mesh: string) => stackOf('acme-cluster: 1.4.1', `acme-mesh: ${mesh}`);
  const cwd = folderWith({ 'a.stack.yaml': bad('1.9.0'), 'b.stack.yaml': bad('"1.9"'), 'c.stack.yaml': bad('2.1.0') });
  const same = await diff(cwd, 'a.stack.yaml', 'b.stack.yaml', '--fail-on', 'error');
  expect([same.status, same.out]).toEqual([
    0,
    'a.stack.yaml to b.stack.yaml\n\nstack shop\n  ~ acme-mesh  1.9.0 -> 1.9\n',
  ]);
  expect((await diff(cwd, 'c.stack.yaml', 'a.stack.yaml', '--fail-on', 'error')).status).toBe(1);
  expect((await diff(cwd, 'a.stack.yaml', 'a.stack.yaml')).out).toBe(
    'a.stack.yaml to a.stack.yaml\n\nNo pin, no finding and no deadline differs.\n',
  );
});

test('environments, and documents by their names', async () => {
  const env = (version: string) => `environments:\n  edge:\n    components:\n      acme-cluster: ${version}\n`;
  const one = stackOf('acme-cluster: 1.4.1').replace('shop', 'one');
  const two = stackOf('acme-cluster: 1.4.1').replace('shop', 'two');
  const cwd = folderWith({
    'a.stack.yaml': `${one}${env('1.3.0')}---\n${two}`,
    'b.stack.yaml': `${two}---\n${one}${env('1.4.0')}`,
  });
  expect((await diff(cwd, 'a.stack.yaml', 'b.stack.yaml')).out).toContain(`
stack one, environment edge
  ~ acme-cluster  1.3.0 -> 1.4.0 (up, across a minor)
`);
});

test('an environment that comes or goes brings nothing that the stack without one has, too', async () => {
  const env = 'environments:\n  edge:\n    components:\n      acme-cluster: 1.3.0\n';
  const bad = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0');
  const cwd = folderWith({ 'a.stack.yaml': bad, 'b.stack.yaml': `${bad}${env}` });
  const came = (await diff(cwd, 'a.stack.yaml', 'b.stack.yaml')).out;
  expect(came).toContain('stack shop, environment edge (new)');
  expect(came).not.toContain('error[');
  const went = (await diff(cwd, 'b.stack.yaml', 'a.stack.yaml')).out;
  expect(went).toContain('stack shop, environment edge (removed)');
  expect(went).not.toContain('error[');
});

test('a file at a revision, and one file against the last commit', async () => {
  const cwd = folderWith({ 'a.stack.yaml': BEFORE });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd, stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  writeFileSync(join(cwd, 'a.stack.yaml'), AFTER);
  const { out } = await diff(cwd, 'main:a.stack.yaml', 'a.stack.yaml');
  expect(out).toContain('~ acme-cluster  1.3.0 -> 1.4.1 (up, across a minor)');
  expect((await diff(cwd, 'a.stack.yaml')).out).toBe(out.replace('main:', 'HEAD:'));
  expect(await diff(cwd, 'gone:a.stack.yaml', 'a.stack.yaml')).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: cannot compare with "gone": git knows no such revision.\n',
  });
  expect(await diff(cwd, 'main:b.stack.yaml', 'a.stack.yaml')).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: at main: cannot read b.stack.yaml: there is no such file.\n',
  });
});
