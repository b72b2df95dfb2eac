/** The built command line in Chinese, over a small manifest and a made-up catalog. */
import { readFileSync } from 'node:fs';
import { ACME, type Ended, folderWith, stackpin } from './support.ts';

const SHOP = `apiVersion: stackpin/v1
kind: Stack
metadata: {name: shop}
components:
  集群: {component: acme-cluster, version: 1.2.0}  # 旧版
  acme-mesh: 2.1.0
environments:
  production:
    components:
      acme-mesh: 2.0.0
`;
/** What an answer that does not depend on today takes. */
export const OWN = ['--catalog', 'acme.catalog.yaml', '--as-of', '2026-11-24'];

/** Runs it in a folder with both files; the version of the bundled catalog is left out. */
export async function chinese(
  args: readonly string[],
  env: { readonly [name: string]: string } = { LC_ALL: 'zh_CN.UTF-8' },
): Promise<Ended> {
  const cwd = folderWith({
    'shop.stack.yaml': SHOP,
    'acme.catalog.yaml': readFileSync(ACME, 'utf8'),
    'no-plan.json': '{"version": 1}',
    'empty/.keep': '',
  });
  const { status, out, err } = await stackpin(args, { cwd, env });
  const plain = (text: string) => text.replace(/目录库 \d\S*?（\d{4}-\d\d-\d\d）/g, '目录库 2026（2026-11-01）');
  return { status, out: plain(out), err: plain(err) };
}
