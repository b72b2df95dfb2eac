import { expect, test } from 'vitest';
import type { Host } from '../../cli/src/host.ts';
import { run } from '../../cli/src/program.ts';
import { fixtureCatalog } from '../analysis/check.ts';
import { COMPILED, compiled } from '../support/compiled.ts';
import { memoryHost, stackOf, stackpin } from './support.ts';

const catalog = fixtureCatalog();
const BUNDLED = new TextDecoder().decode(
  compiled(
    { ...catalog.metadata, updated: '2026-11-01' },
    catalog.ids().flatMap((id) => catalog.component(id) ?? []),
  ),
);
const UNSATISFIABLE = stackOf('cluster: "1.4"', 'mesh: "2.0 || 2.2"', 'runner: 3.1.0');
const FILES = {
  [COMPILED]: BUNDLED,
  '/home/a.stack.yaml': UNSATISFIABLE,
  '/home/old.stack.yaml': stackOf('cluster: 1.2.0', 'clstr: 1.4.0'),
  '/home/good.stack.yaml': stackOf('cluster: 1.4.1', 'mesh: 2.2.1'),
  '/home/base.stack.yaml': stackOf('cluster: "1.4"', 'mesh: "2.0 || 2.2"'),
  '/home/leaf.stack.yaml': `apiVersion: stackpin/v1\nkind: Stack\nextends: [base.stack.yaml]\ncomponents: {bridge: 1.0.0}\nenvironments:\n  next: {components: {runner: 3.1.0}}\n`,
};

async function explain(args: readonly string[], own: Partial<Host> = {}) {
  const host = memoryHost(FILES, own);
  const status = await run(['explain', ...args], host);
  return { status, out: host.written.join(''), err: host.warned.join('') };
}

test('the finding, its place, its steps with who says so, and what it was judged by', async () => {
  expect(await explain(['a.stack.yaml', 'unsatisfiable'])).toEqual({
    status: 0,
    err: '',
    out: `a.stack.yaml:6:9: error[unsatisfiable]: No versions of Cluster 1.4, Mesh 2.0 || 2.2 and Runner 3.1.0 go together, though any two of them do: Runner 3.1.0 needs Mesh before 2.2, and Mesh 2.0 does not work with Cluster 1.4 and later. Widen or change one of them.
6 |   mesh: "2.0 || 2.2"
  |         ^^^^^^^^^^^^
  = see: a.stack.yaml:5:3: Cluster 1.4 is pinned here. Mesh 2.0 does not work with Cluster 1.4 and later.
  = see: a.stack.yaml:7:3: Runner 3.1.0 is pinned here. Runner 3.1.0 needs Mesh before 2.2.

  1. Mesh 2.0 || 2.2 may be 2.0 or 2.2.
  2. Runner 3.1.0 needs Mesh before 2.2, so Mesh has to be 2.0.
     source: https://runner.example/mesh (read 2026-11-01)
  3. Mesh 2.0 does not work with Cluster 1.4 and later, but Cluster 1.4 is pinned. It uses an interface that 1.4 removed.
     source: https://mesh.example/2.0 (read 2026-11-01)

as of 2026-11-24, catalog 1.0.0 (2026-11-01)
`,
  });
});

test('in a narrow terminal lines are broken between words, below the numbers', async () => {
  const output = { terminal: true, colour: false, columns: 48 };
  const { out } = await explain(['a.stack.yaml', 'unsatisfiable'], { output });
  expect(out.slice(out.indexOf('  1. '), out.indexOf('as of'))).toBe(`  1. Mesh 2.0 || 2.2 may be 2.0 or 2.2.
  2. Runner 3.1.0 needs Mesh before 2.2, so Mesh
     has to be 2.0.
     source: https://runner.example/mesh
     (read 2026-11-01)
  3. Mesh 2.0 does not work with Cluster 1.4 and
     later, but Cluster 1.4 is pinned. It uses
     an interface that 1.4 removed.
     source: https://mesh.example/2.0
     (read 2026-11-01)

`);
});

test('in colour where that is wanted', async () => {
  const output = { terminal: true, colour: true, columns: 100 };
  const { out } = await explain(['a.stack.yaml', 'unsatisfiable'], { output });
  expect(out).toContain('\u001b[1m2.\u001b[22m Runner 3.1.0 needs Mesh');
  expect(out).toContain('     \u001b[2msource:\u001b[22m https://runner.example/mesh');
});

test('a pin by its name: all that is found about it', async () => {
  const { status, out } = await explain(['old.stack.yaml', 'cluster']);
  expect(status).toBe(0);
  expect(out.match(/: (?:error|warning|hint|information)\[[a-z-]+\]/g)).toEqual([
    ': warning[end-of-life]',
    ': hint[outdated-patch]',
  ]);
  expect(out).toContain(`  1. Cluster 1.2.0 belongs to the release line 1.2, first released on 2025-10-01.
     source: https://cluster.example/releases (read 2026-11-01)
  2. Support for Cluster 1.2 ended on 2026-06-01.
     source: https://cluster.example/releases (read 2026-11-01)
  3. Support is judged as of 2026-11-24.
`);
});

test('without a name: the errors and warnings about versions', async () => {
  const { out } = await explain(['old.stack.yaml', '--as-of', '2026-12-01']);
  expect(out.match(/: (?:error|warning|hint|information)\[[a-z-]+\]/g)).toEqual([': warning[end-of-life]']);
  expect(out).toContain('as of 2026-12-01, catalog 1.0.0 (2026-11-01)\n');
});

test('over bases and in environments: where each pin is written', async () => {
  const { out } = await explain(['leaf.stack.yaml', 'unsatisfiable']);
  expect(out).toContain('  = in:  environment next\n');
  expect(out).toContain(
    '  = see: base.stack.yaml:5:3: Cluster 1.4 is pinned here. Mesh 2.0 does not work with Cluster 1.4 and later.\n',
  );
  expect(out).toContain('  2. Runner 3.1.0 needs Mesh before 2.2, so Mesh has to be 2.0.\n');
});

test('where there is nothing to explain, that is said', async () => {
  expect(await explain(['good.stack.yaml'])).toEqual({
    status: 0,
    err: '',
    out: 'good.stack.yaml: nothing to explain, there is no error or warning about versions.\n',
  });
  expect((await explain(['a.stack.yaml', 'end-of-life'])).out).toBe(
    'a.stack.yaml: nothing to explain, there is nothing found for end-of-life. What else is found: stackpin check a.stack.yaml\n',
  );
});

test('what is neither a code nor a pin ends with 2, and what was meant is offered', async () => {
  expect(await explain(['a.stack.yaml', 'unsatisfable'])).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: "unsatisfable" is neither a code nor a pin of a.stack.yaml. Did you mean unsatisfiable?\n',
  });
  expect((await explain(['a.stack.yaml', 'mush'])).err).toBe(
    'stackpin: "mush" is neither a code nor a pin of a.stack.yaml. Did you mean mesh?\n',
  );
  expect((await explain(['a.stack.yaml', 'kubernetes'])).err).toBe(
    'stackpin: "kubernetes" is neither a code nor a pin of a.stack.yaml. Name one of its pins, or a code such as unsatisfiable.\n',
  );
});

test('what cannot be read, and a command without a file, end with 2', async () => {
  expect(await explain(['none.stack.yaml'])).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: cannot read none.stack.yaml: there is no such file.\n',
  });
  expect((await explain(['/home'])).err).toBe(
    'stackpin: . is a folder, and this command takes one file. Name the manifest in it.\n',
  );
  expect(await explain([])).toMatchObject({
    status: 2,
    err: expect.stringContaining("missing required argument 'FILE'"),
  });
});

test('the built program, over its own catalog', async () => {
  const input = stackOf('php: ">=8.1"', 'drupal: 11.2.4', 'nextcloud: 27.1.5');
  const { status, out, err } = await stackpin(['explain', '-', 'php', '--as-of', '2026-11-24'], { input });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain(
    '<stdin>:5:8: error[unsatisfiable]: No versions of PHP >=8.1, Drupal 11.2.4 and Nextcloud 27.1.5 go together',
  );
  expect(out).toMatch(/^ {2}2\. Nextcloud 27\.1\.5 needs PHP 8\.0 to 8\.2, so PHP has to be 8\.1 to 8\.2\./m);
  expect(out).toMatch(/^ {2}3\. Drupal 11\.2\.4 needs PHP 8\.3 and later, but PHP has to be 8\.1 to 8\.2\./m);
});
