import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../cli/src/program.ts';
import { ACME, FIXED, folderWith, memoryHost, stackOf, stackpin } from './support.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
/** The mesh cannot work with this cluster. */
const BROKEN = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0');
const MENDED = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 2.1.0');
const GOOD = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 2.1.0');
/** Software that works with no cluster at all. */
const RELIC = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: relic, updated: 2026-11-01}
components:
  relic:
    name: Relic
    layer: runtime
    description: Was here before.
    versions: {scheme: semver, source: https://relic.example, checked: 2026-11-01, lines: [{line: "1.0", complete: true, versions: [1.0.0]}]}
    compatibility:
      - {when: "*", with: acme-cluster, level: broken, breaks: "*", note: It wants the machine for itself., source: https://relic.example, checked: 2026-11-01}
`;

/** The last line of a report: what it was judged by. */
async function judgedBy(): Promise<string> {
  const { out } = await stackpin(['--version']);
  const [, bundled] = /catalog (.*)\n/.exec(out) ?? [];
  return `as of 2026-11-24, catalog ${bundled}\n`;
}

/** The text of a file, every byte of it: a byte order mark stays to be seen. */
function textOf(folder: string, name: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(join(folder, name)));
}

const WINDOWS = `\uFEFF# Ours.
${HEAD}components:
  acme-cluster: 1.4.1   # the newest
  acme-mesh:   "1.9.0" # old

environments:
  lab: {components: {acme-mesh: '2.0.0'}}
# The end.`.replaceAll('\n', '\r\n');
const WINDOWS_MENDED = WINDOWS.replace('1.9.0', '2.1.0').replace('2.0.0', '2.1.0');

test('the versions are set, and every other byte stays: comments, quotes, line ends, the byte order mark', async () => {
  const cwd = folderWith({ 'shop.stack.yaml': WINDOWS });
  expect(await stackpin(['fix', ...FIXED], { cwd })).toEqual({
    status: 0,
    err: '',
    out: `shop.stack.yaml
  set acme-mesh to 2.1.0
  set acme-mesh to 2.1.0 in lab
  resolves 2 findings

1 of 1 file changed: 2 pins set, 2 findings resolved
${await judgedBy()}`,
  });
  expect(textOf(cwd, 'shop.stack.yaml')).toBe(WINDOWS_MENDED);
});

test('--dry-run prints what "git apply" takes, says the rest on standard error, and writes nothing', async () => {
  const cwd = folderWith({ 'sub/shop.stack.yaml': BROKEN });
  const { status, out, err } = await stackpin(['fix', '--dry-run', ...FIXED], { cwd });
  expect({ status, out, err }).toEqual({
    status: 0,
    out: `--- a/sub/shop.stack.yaml
+++ b/sub/shop.stack.yaml
@@ -3,4 +3,4 @@
 metadata: {name: shop}
 components:
   acme-cluster: 1.4.1
-  acme-mesh: 1.9.0
+  acme-mesh: 2.1.0
`,
    err: `sub/shop.stack.yaml
  set acme-mesh to 2.1.0
  resolves 1 finding

1 of 1 file would be changed: 1 pin set, 1 finding resolved
${await judgedBy()}`,
  });
  expect(textOf(cwd, 'sub/shop.stack.yaml')).toBe(BROKEN);
  execFileSync('git', ['apply'], { cwd, input: out });
  expect(textOf(cwd, 'sub/shop.stack.yaml')).toBe(MENDED);
});

test.each([
  ['with a byte order mark on a line beside the change', `\uFEFF${BROKEN}`, `\uFEFF${MENDED}`],
  ['of a text from Windows', WINDOWS, WINDOWS_MENDED],
  ['of a text without a last line break', BROKEN.slice(0, -1), MENDED.slice(0, -1)],
])('a diff %s applies', async (_, before, after) => {
  const cwd = folderWith({ 'shop.stack.yaml': before });
  const { out } = await stackpin(['fix', '-n', ...FIXED], { cwd });
  execFileSync('git', ['apply', '--whitespace=nowarn'], { cwd, input: out });
  expect(textOf(cwd, 'shop.stack.yaml')).toBe(after);
});

test('of standard input the fixed text is printed, and nothing but it', async () => {
  expect(await stackpin(['fix', '-', ...FIXED], { input: BROKEN })).toEqual({
    status: 0,
    out: MENDED,
    err: `<stdin>
  set acme-mesh to 2.1.0
  resolves 1 finding

1 of 1 file changed: 1 pin set, 1 finding resolved
${await judgedBy()}`,
  });
  expect((await stackpin(['fix', '-', ...FIXED], { input: WINDOWS })).out).toBe(WINDOWS_MENDED);
  expect((await stackpin(['fix', '-', ...FIXED], { input: GOOD })).out).toBe(GOOD);
});

test('beside files, only the text of standard input is printed', async () => {
  const cwd = folderWith({ 'shop.stack.yaml': GOOD });
  const input = `# piped\n${BROKEN}`;
  const { out } = await stackpin(['fix', '-', 'shop.stack.yaml', ...FIXED], { cwd, input });
  expect(out).toBe(`# piped\n${MENDED}`);
});

test('a base is fixed before what extends it, which is then not overridden', async () => {
  const leaf = `${HEAD}extends: [base.stack.yaml]\nmetadata: {name: app}\ncomponents: {}\n`;
  const cwd = folderWith({ 'app.stack.yaml': leaf, 'base.stack.yaml': BROKEN });
  const report = (verb: string) => `base.stack.yaml
  set acme-mesh to 2.1.0
  resolves 1 finding

1 of 2 files ${verb}: 1 pin set, 1 finding resolved
`;
  const dry = await stackpin(['fix', '-n', ...FIXED], { cwd });
  expect(dry).toMatchObject({ status: 0, err: `${report('would be changed')}${await judgedBy()}` });
  expect(dry.out.match(/^\+\+\+ .*$/gm)).toEqual(['+++ b/base.stack.yaml']);
  expect(await stackpin(['fix', ...FIXED], { cwd })).toEqual({
    status: 0,
    err: '',
    out: `${report('changed')}${await judgedBy()}`,
  });
  expect(textOf(cwd, 'base.stack.yaml')).toBe(MENDED);
  expect(textOf(cwd, 'app.stack.yaml')).toBe(leaf);
});

test('where bases are left alone, what a leaf inherits is overridden in the leaf, with its own line ends', async () => {
  const mesh = `${HEAD}components: {acme-mesh: 1.9.0}\n`;
  const leaf = `${HEAD}extends: [base/mesh.yaml, base/cluster.yaml]\ncomponents:\n  mine: 1.0.0 # ours\n# The end.\n`;
  const cwd = folderWith({
    'base/mesh.yaml': mesh,
    'base/cluster.yaml': `${HEAD}components: {acme-cluster: 1.4.1}\n`,
    'app.stack.yaml': leaf.replaceAll('\n', '\r\n'),
  });
  expect(await stackpin(['fix', 'app.stack.yaml', ...FIXED], { cwd })).toEqual({
    status: 0,
    err: '',
    out: `app.stack.yaml
  set acme-mesh to 2.1.0 in this file
  resolves 1 finding

1 of 1 file changed: 1 pin set, 1 finding resolved
${await judgedBy()}`,
  });
  expect(textOf(cwd, 'base/mesh.yaml')).toBe(mesh);
  expect(textOf(cwd, 'app.stack.yaml')).toBe(
    leaf.replace('# ours\n', '# ours\n  acme-mesh: 2.1.0\n').replaceAll('\n', '\r\n'),
  );
});

test('where nothing has to be set, that is said', async () => {
  const cwd = folderWith({ 'a.stack.yaml': GOOD, 'b.stack.yaml': GOOD });
  const report = `2 files: nothing to set\n${await judgedBy()}`;
  expect(await stackpin(['fix', ...FIXED], { cwd })).toEqual({ status: 0, err: '', out: report });
  expect(await stackpin(['fix', '-n', ...FIXED], { cwd })).toEqual({ status: 0, err: report, out: '' });
});

test('what no versions mend is told, where it stands afterwards, and ends with 1', async () => {
  const cwd = folderWith({
    'relic.catalog.yaml': RELIC,
    'relic.stack.yaml': stackOf('acme-cluster: 1.4.1', 'relic: 1.0.0'),
    'shop.stack.yaml': stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0', 'relic: 1.0.0'),
  });
  expect(await stackpin(['fix', '--catalog', 'relic.catalog.yaml', ...FIXED], { cwd })).toEqual({
    status: 1,
    err: '',
    out: `relic.stack.yaml
  no answer for 6:10: error[incompatible]: Relic 1.0.0 does not work with Acme Cluster 1.4.1. It wants the machine for itself.

shop.stack.yaml
  set acme-mesh to 2.1.0
  resolves 1 finding
  no answer for 7:10: error[incompatible]: Relic 1.0.0 does not work with Acme Cluster 1.4.1. It wants the machine for itself.

1 of 2 files changed: 1 pin set, 1 finding resolved, 2 without an answer; 2 errors left
${await judgedBy()}`,
  });
  expect(textOf(cwd, 'shop.stack.yaml')).toBe(stackOf('acme-cluster: 1.4.1', 'acme-mesh: 2.1.0', 'relic: 1.0.0'));
});

test('errors of other kinds are counted, and are no business of this command', async () => {
  const input = `${HEAD}components: {acme-cluster: 1.4.1\n`;
  const { status, out, err } = await stackpin(['fix', '-', ...FIXED], { input });
  expect({ status, out, err }).toEqual({
    status: 1,
    out: input,
    err: `1 file: nothing to set; 1 error left\n${await judgedBy()}`,
  });
});

test('a file that cannot be written ends with 2, and everything else is still fixed', async () => {
  const files = {
    '/home/a.stack.yaml': BROKEN,
    '/home/b.stack.yaml': BROKEN,
    '/home/acme.yaml': readFileSync(ACME, 'utf8'),
  };
  const written = new Map<string, string>();
  const host = memoryHost(files, {
    writeFile: async (path, bytes) => {
      if (path === '/home/a.stack.yaml') return { failed: 'permission denied' };
      written.set(path, new TextDecoder().decode(bytes));
      return undefined;
    },
  });
  expect(await run(['fix', '--catalog', 'acme.yaml', '--as-of', '2026-11-24'], host)).toBe(2);
  expect(host.warned.join('')).toBe('stackpin: cannot write a.stack.yaml: permission denied.\n');
  expect(host.written.join('')).toBe(`b.stack.yaml
  set acme-mesh to 2.1.0
  resolves 1 finding

1 of 1 file changed: 1 pin set, 1 finding resolved
${await judgedBy()}`);
  expect([...written]).toEqual([['/home/b.stack.yaml', MENDED]]);
});

test('what cannot be read ends with 2, and everything else is still fixed', async () => {
  const cwd = folderWith({ 'shop.stack.yaml': BROKEN, 'binary.stack.yaml': new Uint8Array([0x89, 0x50]) });
  expect(await stackpin(['fix', '.', 'gone.stack.yaml', ...FIXED], { cwd })).toMatchObject({
    status: 2,
    err: `stackpin: cannot read binary.stack.yaml: it is no UTF-8 text; save it as UTF-8.
stackpin: cannot read gone.stack.yaml: there is no such file.
`,
  });
  expect(textOf(cwd, 'shop.stack.yaml')).toBe(MENDED);
});

test('a symbolic link stays one: what it leads to is changed, and keeps its permissions', async () => {
  const cwd = folderWith({ 'real/shop.yaml': BROKEN });
  symlinkSync('real/shop.yaml', join(cwd, 'shop.stack.yaml'));
  chmodSync(join(cwd, 'real/shop.yaml'), 0o640);
  expect((await stackpin(['fix', ...FIXED], { cwd })).status).toBe(0);
  expect(lstatSync(join(cwd, 'shop.stack.yaml')).isSymbolicLink()).toBe(true);
  expect(textOf(cwd, 'real/shop.yaml')).toBe(MENDED);
  expect(statSync(join(cwd, 'real/shop.yaml')).mode & 0o777).toBe(0o640);
});

test('a base that is reached by a link is fixed once, also in a dry run', async () => {
  const cwd = folderWith({
    'app.stack.yaml': `${HEAD}extends: [linked.yaml]\ncomponents: {}\n`,
    'base.stack.yaml': BROKEN,
  });
  symlinkSync('base.stack.yaml', join(cwd, 'linked.yaml'));
  const { out } = await stackpin(['fix', '-n', ...FIXED], { cwd });
  expect(out.match(/^\+\+\+ .*$/gm)).toEqual(['+++ b/base.stack.yaml']);
});

test('a catalog that cannot be used ends with 2, and nothing is changed', async () => {
  const cwd = folderWith({ 'shop.stack.yaml': BROKEN });
  expect(await stackpin(['fix', '--catalog', 'gone.catalog.yaml'], { cwd })).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: cannot read the catalog gone.catalog.yaml: there is no such file.\n',
  });
  expect(textOf(cwd, 'shop.stack.yaml')).toBe(BROKEN);
});

test('the help lists the command and its options', async () => {
  expect((await stackpin(['--help'])).out).toMatch(/^ {2}fix \[options\] \[PATH\.\.\.\] +apply the least change/m);
  const { status, out } = await stackpin(['fix', '--help']);
  expect(status).toBe(0);
  expect(out).toContain('-n, --dry-run');
  expect(out).toContain('  1  errors are left\n');
});
