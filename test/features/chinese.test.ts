/** Completion, hover, hints and lenses in Chinese, as people read them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { complete } from '../../server/src/features/completion.ts';
import { hover } from '../../server/src/features/hover.ts';
import { codeLenses, resolveCodeLens } from '../../server/src/features/stackLenses.ts';
import { supportHints } from '../../server/src/features/supportHints.ts';
import { speakChinese, speakEnglish } from '../l10n/languages.ts';
import { ALL, cursorIn, NOTHING, open } from './open.ts';

beforeAll(speakChinese);
afterAll(speakEnglish);

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

function shown(body: string): string {
  const { text, position } = cursorIn(HEAD + body);
  const contents = hover(open(text), position, 'plaintext')?.contents;
  if (!MarkupContent.is(contents)) throw new Error('Nothing is shown.');
  return contents.value;
}

test('a component', () => {
  expect(shown('components:\n  kuber$0netes: 1.33.0\n  istio: 1.27.4\n')).toBe(
    [
      'Kubernetes · 编排 · 活跃',
      'Runs containers on many machines.',
      '没有不利声明的最新版本是 1.33.5。1.34.2 更新：与 Istio 1.27.4 搭配不受支持。',
      '各发布线的最新版本：',
      '- 1.34.2 ████████░░ 支持至 2027-10-20\n- 1.33.5 █████░░░░░ 支持至 2027-06-20\n- 1.30.0 ░░░░░░░░░░ 支持已于 2026-06-20 结束',
      '主页 (https://kubernetes.example) · 仓库 (https://code.example/kubernetes)',
    ].join('\n\n'),
  );
});

test('a version', () => {
  expect(shown('components:\n  kubernetes: "1.3$04"\n  istio: 1.27.4\n  cilium: 1.19.0\n')).toBe(
    [
      'Kubernetes 1.34 · 发布线 1.34，发布于 2026-08-20',
      '代表 3 个版本，1.34.0 至 1.34.2。以下内容针对 1.34.2。',
      '支持至 2027-10-20（https://kubernetes.example/releases）。',
      '与其他版本固定项相比：',
      '- Istio 1.27.4：不受支持。Istio 1.27.4 支持 Kubernetes 1.30 到 1.33，不包括 1.34.2。（https://istio.example/1.27，查阅于 2026-11-01）',
      '没有已知信息：Cilium 1.19.0。',
    ].join('\n\n'),
  );
});

test('a key', () => {
  expect(shown('policy: {prerel$0eases: deny}\n')).toBe(
    '预发布版本\n\n`deny` 会报告被固定的预发布版本，`allow` 则不报告。\n\n取值之一：deny、allow。默认：deny。'.replaceAll(
      '`',
      '',
    ),
  );
});

test('completion, hints and lenses', () => {
  const { text, position } = cursorIn(`${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.27.4\n  $0\n`);
  const checked = open(text);
  const { items } = complete(checked, position, ALL.completion, () => false);
  expect(items.map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
    '层：网络: Cilium 1.19.0',
    '层：数据库: PostgreSQL 18.10',
    'cilium: Cilium · 网络',
    'postgresql: PostgreSQL · 数据库',
    'weave-net: Weave Net · 网络 · 已退役',
  ]);
  const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  expect(supportHints(checked, all, ALL).map(({ label }) => label)).toEqual(['支持将于 68 天后结束']);
  expect(codeLenses(checked, ALL).map((lens) => resolveCodeLens(checked, lens, NOTHING).command?.title)).toEqual([
    '2 个组件 · 2 个问题 · 1 个配对中已知 1 个 · 支持到 2027-01-31（istio）',
    '全部修复',
    '制定升级计划',
    '报告',
  ]);
});
