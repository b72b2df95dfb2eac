/** What people who read Chinese see in a terminal: whole outputs of the built command line. */
import { expect, test } from 'vitest';
import { chinese, OWN } from './inChinese.ts';

test.each([
  [
    'check',
    ['check', ...OWN],
    {
      status: 0,
      out: `shop.stack.yaml:5:42: 警告[end-of-life]: Acme Cluster 1.2 的支持已于 2026-03-01 结束。
5 |   集群: {component: acme-cluster, version: 1.2.0}  # 旧版
  |                                            ^^^^^
  = 来源：https://cluster.example/releases （2026-11-01 读取）
  = 修复：设置 集群 为 1.3.0：解决 2 个问题

shop.stack.yaml:6:14: 警告[unsupported]: Acme Mesh 2.1.0 支持 Acme Cluster 1.3 到 1.4，不包括 1.2.0。
6 |   acme-mesh: 2.1.0
  |              ^^^^^
  = 来源：https://mesh.example/2.1 （2026-11-01 读取）
  = 参见：shop.stack.yaml:5:3: Acme Cluster 1.2.0 固定在这里。
  = 修复：设置 集群 为 1.3.0：解决 2 个问题
  = 修复：设置 acme-mesh 为 2.0.0：解决 1 个问题

shop.stack.yaml: 技术栈 shop：2 个版本固定项，1 对组件中有 1 对有声明
shop.stack.yaml: 技术栈 shop，环境 production：2 个版本固定项，1 对组件中有 1 对有声明

1 个文件，2 个技术栈：2 个警告
截至 2026-11-24，目录库 2026（2026-11-01），并叠加 acme.catalog.yaml
`,
      err: ``,
    },
  ],
  [
    'fix --dry-run',
    ['fix', '--dry-run', ...OWN],
    {
      status: 0,
      out: `--- a/shop.stack.yaml
+++ b/shop.stack.yaml
@@ -2,7 +2,7 @@
 kind: Stack
 metadata: {name: shop}
 components:
-  集群: {component: acme-cluster, version: 1.2.0}  # 旧版
+  集群: {component: acme-cluster, version: 1.3.0}  # 旧版
   acme-mesh: 2.1.0
 environments:
   production:
`,
      err: `shop.stack.yaml
  设置 集群 为 1.3.0
  解决 2 个问题

1 个文件中有 1 个将被修改：设置 1 个版本固定项，解决 2 个问题
截至 2026-11-24，目录库 2026（2026-11-01）
`,
    },
  ],
  [
    'explain',
    ['explain', 'shop.stack.yaml', 'acme-mesh', ...OWN],
    {
      status: 0,
      out: `shop.stack.yaml:6:14: 警告[unsupported]: Acme Mesh 2.1.0 支持 Acme Cluster 1.3 到 1.4，不包括 1.2.0。
6 |   acme-mesh: 2.1.0
  |              ^^^^^
  = 参见：shop.stack.yaml:5:3: Acme Cluster 1.2.0 固定在这里。

  1. Acme Mesh 2.1.0 支持 Acme Cluster 1.3 到 1.4。
     来源：https://mesh.example/2.1 （2026-11-01 读取）

截至 2026-11-24，目录库 2026（2026-11-01）
`,
      err: ``,
    },
  ],
  [
    'plan as Markdown',
    ['plan', 'shop.stack.yaml', '--newest', '--days-per-step', '7', ...OWN],
    {
      status: 0,
      out: `# shop 的升级计划

升级到能够相互配合的最新版本。截至 2026-11-24，目录库 2026（2026-11-01），并叠加 acme.catalog.yaml。

1 个步骤；没有步骤更少的计划。起点存在问题，但途中没有比起点更差的状态。独立检查器也确认了这一点。

## 起点的问题

- 直到步骤 1：Acme Mesh 2.1.0 支持 Acme Cluster 1.3 到 1.4，不包括 1.2.0。（[mesh.example](<https://mesh.example/2.1>)）
- 直到步骤 1：Acme Cluster 1.2 的支持已于 2026-03-01 结束。（[cluster.example](<https://cluster.example/releases>)）

## 步骤

- [ ] 1. 集群 1.2.0 -> 1.4.1：Acme Cluster 1.2 的支持已于 2026-03-01 结束。（[cluster.example](<https://cluster.example/releases>)）

## 版本

| 组件 | 起点 | 目标 |
| --- | --- | --- |
| 集群 | 1.2.0 | 1.4.1 |

保持不变：acme-mesh 2.1.0。

## 期限

- 按每步 7 天计算，整个计划需要 7 天。它不会延长任何目前仍受支持的版本固定项的支持时间。
`,
      err: ``,
    },
  ],
  [
    'plan on a terminal',
    ['plan', 'shop.stack.yaml', '--newest', '--format', 'pretty', ...OWN],
    {
      status: 0,
      out: `shop.stack.yaml: shop 的升级计划，升级到能够相互配合的最新版本

1 个步骤；没有步骤更少的计划。起点存在问题，但途中没有比起点更差的状态。独立检查器也确认了这一点。

起点的问题
  直到步骤 1：Acme Mesh 2.1.0 支持 Acme Cluster 1.3 到 1.4，不包括 1.2.0。
  https://mesh.example/2.1
  直到步骤 1：Acme Cluster 1.2 的支持已于 2026-03-01 结束。
  https://cluster.example/releases

1. 集群 1.2.0 -> 1.4.1
   Acme Cluster 1.2 的支持已于 2026-03-01 结束。
   https://cluster.example/releases

组件  起点   目标
集群  1.2.0  1.4.1
保持不变：acme-mesh 2.1.0

截至 2026-11-24，目录库 2026（2026-11-01），并叠加 acme.catalog.yaml
`,
      err: ``,
    },
  ],
  [
    'until when it is in support',
    ['plan', 'shop.stack.yaml', '--format', 'pretty', ...OWN],
    {
      status: 0,
      out: `shop.stack.yaml: shop 的支持情况

起点的问题
  Acme Mesh 2.1.0 支持 Acme Cluster 1.3 到 1.4，不包括 1.2.0。
  https://mesh.example/2.1

最后一天      剩余  组件             依据
2026-03-01  已结束  集群 1.2.0       https://cluster.example/releases
-             未知  acme-mesh 2.1.0

截至 2026-11-24，目录库 2026（2026-11-01），并叠加 acme.catalog.yaml
`,
      err: ``,
    },
  ],
  [
    'catalog show',
    ['catalog', 'show', 'acme-mesh', '--catalog', 'acme.catalog.yaml'],
    {
      status: 0,
      out: `Acme Mesh（acme-mesh），service-mesh，活跃
Connects workloads.

  发布线  最新版本  发布日期  支持
  2.1     2.1.0     -         -
  2.0     2.0.0     -         -
  1.9     1.9.0     -         -
  https://mesh.example/releases （2026-11-01 读取）

与 acme-cluster 一起
  2.1 及更高版本：受支持 1.3 到 1.4
    https://mesh.example/2.1 （2026-11-01 读取）
  2.0：受支持 1.2 到 1.3
    https://mesh.example/2.0 （2026-11-01 读取）
  2.0 之前的版本：不可用 1.3 及更高版本
      It uses an interface that 1.3 removed.
    https://mesh.example/1.9 （2026-11-01 读取）
`,
      err: ``,
    },
  ],
  [
    'catalog lint',
    ['catalog', 'lint', 'acme.catalog.yaml'],
    {
      status: 0,
      out: `acme.catalog.yaml: 目录库 acme：2 个组件、7 个版本、3 条兼容规则

1 个文件：没有发现问题
叠加在内置目录库 2026（2026-11-01）之上
`,
      err: ``,
    },
  ],
])('%s', async (_, args, expected) => {
  expect(await chinese(args)).toEqual(expected);
});
