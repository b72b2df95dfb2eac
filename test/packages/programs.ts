/** What an installed program has to do. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ACME, FIXED, stackOf, stackpin } from '../cli/support.ts';
import { startProcess } from '../server/client.ts';
import { VERSION } from './packed.ts';

const BROKEN = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0');

/** The whole report on a manifest. */
export async function checks(program: string, cwd: string): Promise<void> {
  expect(program.startsWith(cwd)).toBe(true);
  writeFileSync(join(cwd, 'shop.stack.yaml'), BROKEN);
  writeFileSync(join(cwd, 'acme.catalog.yaml'), readFileSync(ACME));
  const args = ['check', 'shop.stack.yaml', '--catalog', 'acme.catalog.yaml', ...FIXED.slice(2)];
  const { status, out, err } = await stackpin(args, { cwd, program });
  expect({ status, err }).toEqual({ status: 1, err: '' });
  expect(
    out.replace(/catalog \S+ \(\S+\)/, 'catalog'),
  ).toBe(`shop.stack.yaml:6:14: error[incompatible]: Acme Mesh 1.9.0 does not work with Acme Cluster 1.4.1. It uses an interface that 1.3 removed.
6 |   acme-mesh: 1.9.0
  |              ^^^^^
  = source: Acme Mesh 1.9.0 does not work with Acme Cluster 1.3 and later.
            https://mesh.example/1.9 (read 2026-11-01)
  = see:    shop.stack.yaml:5:3: Acme Cluster 1.4.1 is pinned here.
  = fix:    Set acme-mesh to 2.1.0: resolves 1 finding
  = fix:    Set acme-cluster to 1.2.0: resolves 1 finding, leaves end-of-life

shop.stack.yaml: stack shop: 2 pins, 1 of 1 pair has a statement

1 file, 1 stack: 1 error
as of 2026-11-24, catalog, with acme.catalog.yaml
`);
}

/** A session: it says who it is, and tells what is wrong with a manifest. */
export async function serves(script: string): Promise<void> {
  const { client, child } = startProcess(['--stdio'], {}, script);
  const { serverInfo } = await client.initialize();
  expect(serverInfo).toEqual({ name: 'stackpin', version: VERSION });
  const stack = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: 1.27.16\n  argo-cd: 1.8.7\n';
  await client.open('file:///w/a.stack.yaml', stack);
  const found = await client.pushed('file:///w/a.stack.yaml');
  expect(found.map(({ code }) => code)).toContain('incompatible');
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill();
  await ended;
}
