/** The npm package, as it would be published: what is in it, and that both of its programs run from it alone. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startProcess } from './server/client.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test('it holds exactly these files, and its programs run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stackpin-'));
  const packed = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [{ filename, files }]: [{ filename: string; files: { path: string }[] }] = JSON.parse(packed.stdout);
  expect(files.map(({ path }) => path).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'dist/catalog/bundled.catalog.jsonl',
    'dist/cli/catalogs.js',
    'dist/cli/commands.js',
    'dist/cli/glob.js',
    'dist/cli/import.js',
    'dist/cli/main.js',
    'dist/cli/reports.js',
    'dist/cli/stackpin.js',
    'dist/cli/worker.js',
    'dist/l10n/zh-cn.json',
    'dist/server/catalogTokens.js',
    'dist/server/catalogs.js',
    'dist/server/checker.js',
    'dist/server/drift.js',
    'dist/server/features.js',
    'dist/server/main.js',
    'dist/server/navigation.js',
    'dist/server/node.js',
    'dist/server/plans.js',
    'dist/server/report.js',
    'dist/server/structure.js',
    'package.json',
    'schemas/catalog.schema.json',
    'schemas/check-output.schema.json',
    'schemas/config.schema.json',
    'schemas/diff-output.schema.json',
    'schemas/drift-output.schema.json',
    'schemas/import-output.schema.json',
    'schemas/plan-output.schema.json',
    'schemas/stack.schema.json',
    'schemas/versions-output.schema.json',
    'templates/data-platform.stack.yaml',
    'templates/edge.stack.yaml',
    'templates/empty.stack.yaml',
    'templates/index.json',
    'templates/kubernetes.stack.yaml',
    'templates/machine-learning.stack.yaml',
    'templates/messaging.stack.yaml',
    'templates/openstack.stack.yaml',
    'templates/service-mesh.stack.yaml',
    'templates/web-application.stack.yaml',
  ]);
  expect(spawnSync('tar', ['-xzf', filename], { cwd: folder }).status).toBe(0);
  const program = (name: string): string => join(folder, 'package/dist', name);
  const stack = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: 1.27.16\n  argo-cd: 1.8.7\n';
  const check = [program('cli/stackpin.js'), 'check', '-'];
  expect(spawnSync(process.execPath, check, { encoding: 'utf8', input: stack })).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('error[incompatible]: Argo CD 1.8.7 does not work with Kubernetes 1.27.16.'),
  });
  const { client, child } = startProcess(['--stdio'], {}, program('server/node.js'));
  await client.initialize();
  await client.open('file:///w/a.stack.yaml', stack);
  const found = await client.pushed('file:///w/a.stack.yaml');
  expect(found.map(({ code }) => code)).toContain('incompatible');
  child.kill();
});
