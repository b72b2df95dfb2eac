/** What a client that is used in Chinese shows: messages, the log, lenses and pages. */
import { afterEach, expect, test } from 'vitest';
import type { CodeLens } from 'vscode-languageserver';
import type { Environment } from '../../server/src/environment.ts';
import { chineseWords } from '../l10n/languages.ts';
import { madeUp } from '../resolve/plan/plans.ts';
import { compiled } from '../support/compiled.ts';
import { startInMemory, type TestClient, testEnvironment } from './client.ts';

const URI = 'file:///stacks/shop.stack.yaml';
const TEXT =
  'apiVersion: stackpin/v1\nkind: Stack\nmetadata: {name: shop}\ncomponents:\n  cluster: 1.2.0\n  mesh: 1.0.0\n';

const PLAN = `# shop 的升级计划

升级到能够相互配合的最新版本。截至 2026-11-24，目录库 1（2026-11-01）。

4 个步骤；没有步骤更少的计划。途中的每个状态都没有问题。独立检查器也确认了这一点。

## 起点的问题

- 直到步骤 2：Cluster 1.2 的支持已于 2026-10-01 结束。（[made.example](<https://made.example>)）

## 步骤

- [ ] 1. mesh 1.0.0 -> 2.0.1：须先于 Cluster 1.3.1：Mesh 1.0.0 支持 Cluster 1.1 到 1.2，不包括 1.3.1。此时还不能升级到 Mesh 3.0.0：Mesh 3.0.0 支持 Cluster 1.3 及更高版本，不包括 1.2.0。（[mesh.example](<https://mesh.example/1>)、[mesh.example](<https://mesh.example/3>)）
- [ ] 2. cluster 1.2.0 -> 1.3.1：须先于 Mesh 3.0.0：Mesh 3.0.0 支持 Cluster 1.3 及更高版本，不包括 1.2.0。须晚于 Mesh 2.0.1：Mesh 1.0.0 支持 Cluster 1.1 到 1.2，不包括 1.3.1。（[mesh.example](<https://mesh.example/3>)、[mesh.example](<https://mesh.example/1>)）
- [ ] 3. mesh 2.0.1 -> 3.0.0：须先于 Cluster 1.4.1：Mesh 2.0.1 支持 Cluster 1.2 到 1.3，不包括 1.4.1。须晚于 Cluster 1.3.1：Mesh 3.0.0 支持 Cluster 1.3 及更高版本，不包括 1.2.0。（[mesh.example](<https://mesh.example/2>)、[mesh.example](<https://mesh.example/3>)）
- [ ] 4. cluster 1.3.1 -> 1.4.1：须晚于 Mesh 3.0.0：Mesh 2.0.1 支持 Cluster 1.2 到 1.3，不包括 1.4.1。（[mesh.example](<https://mesh.example/2>)）

## 版本

| 组件 | 起点 | 目标 |
| --- | --- | --- |
| cluster | 1.2.0 | 1.4.1 |
| mesh | 1.0.0 | 3.0.0 |

## 期限

- 按每步 7 天计算，整个计划需要 28 天。它不会延长任何目前仍受支持的版本固定项的支持时间。
`;

const EXPLAINED = `# 同一发布线有较新的补丁版本

\`hint[outdated-patch]\`，位于 \`shop.stack.yaml\` 第 5 行：Cluster 1.2.0 有较新的补丁版本：发布线 1.2 的最新版本是 1.2.1。

含义与修复方法：[outdated-patch](<https://github.com/stackpin/stackpin/blob/main/docs/diagnostics/outdated-patch.md>)。

截至 2026-11-24。
`;

const clients: TestClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.connection.dispose();
});

/** A server whose client names Chinese, over a made-up catalog. */
async function start(initializationOptions: unknown = {}, changes: Partial<Environment> = {}): Promise<TestClient> {
  const words = new TextEncoder().encode(JSON.stringify(chineseWords()));
  const catalog = madeUp();
  const components = catalog.ids().flatMap((id) => catalog.component(id) ?? []);
  const client = startInMemory(
    testEnvironment({
      readOwnFile: async (path) => (path.endsWith('l10n/zh-cn.json') ? words : compiled(catalog.metadata, components)),
      ...changes,
    }),
  );
  clients.push(client);
  await client.initialize({ locale: 'zh-cn', initializationOptions });
  return client;
}

const execute = (client: TestClient, command: string, ...args: unknown[]) =>
  client.connection.sendRequest<string | null>('workspace/executeCommand', { command, arguments: args });

test('a catalog of the settings that cannot be read, and settings that cannot be used', async () => {
  const client = await start({ catalogs: ['./none.catalog.yaml'], severity: { endoflife: 'off' }, inlayHints: 7 });
  await client.open(URI, TEXT);
  await client.until(() => client.shown.length > 0);
  expect(client.shown).toEqual(['Stackpin 无法使用目录库 file:///stacks/none.catalog.yaml。无法读取：没有这个文件。']);
  expect(client.logged).toEqual([
    'stackpin.severity 中的代码“endoflife”不存在。已忽略。',
    'stackpin.inlayHints 应为形如 {"enabled": true} 的对象，而不是 7。已忽略。',
    'file:///stacks/none.catalog.yaml: 无法读取：没有这个文件。',
  ]);
});

test('a bundled catalog that is not there', async () => {
  const words = new TextEncoder().encode(JSON.stringify(chineseWords()));
  const client = await start(
    {},
    { readOwnFile: async (path) => (path.endsWith('l10n/zh-cn.json') ? words : { failed: '没有这个文件' }) },
  );
  await client.open(URI, TEXT);
  await client.until(() => client.shown.length > 0);
  expect(client.shown).toEqual([
    'Stackpin 无法读取其目录库 /opt/stackpin/bundled.catalog.jsonl：没有这个文件。请重启语言服务器再试；如果仍然无效，请重新安装 Stackpin。现在只检查清单的格式，不检查任何版本。',
  ]);
});

test('a lens, the plan behind it, and an explanation', async () => {
  const client = await start();
  await client.open(URI, TEXT);
  const found = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri: URI },
  });
  const titles = found.map(async (lens) => {
    const { command } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
    return command?.title;
  });
  expect(await Promise.all(titles)).toEqual([
    '2 个组件 · 2 个问题 · 1 个配对中已知 1 个 · 已停止支持：cluster',
    '制定升级计划',
  ]);
  expect(await execute(client, 'stackpin.plan', URI, { daysPerStep: 7 })).toBe(PLAN);
  const explained = (await execute(client, 'stackpin.explain', URI, 'outdated-patch')) ?? '';
  expect(explained).toBe(EXPLAINED);
});
