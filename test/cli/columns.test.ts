/** Chinese in a terminal: its characters take two columns, and a line of it may be broken though it has no spaces. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingBlock, note, styleOf } from '../../cli/src/report/block.ts';
import { cut, widthOf, wordsOf, wrapped } from '../../cli/src/report/columns.ts';
import { table } from '../../cli/src/report/table.ts';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { speakChinese, speakEnglish } from '../l10n/languages.ts';

const lines = (text: string, columns: number | undefined, indent = '') =>
  wrapped(wordsOf(text), columns, indent).split('\n');

test('a line is broken between characters, and Latin words and figures stay whole', () => {
  expect(lines('Kubernetes 1.34 的支持已于 2026-10-27 结束。', 20)).toEqual([
    'Kubernetes 1.34 的支',
    '持已于 2026-10-27 结',
    '束。',
  ]);
  expect(lines('发布线v1.34的最新版本', 8)).toEqual(['发布线', 'v1.34的', '最新版本']);
});

test('no line begins with what ends something, and none ends with what begins something', () => {
  expect(lines('检查文件（默认：当前文件夹），或标准输入。', 10)).toEqual([
    '检查文件',
    '（默认：当',
    '前文件',
    '夹），或标',
    '准输入。',
  ]);
  expect(lines('“未知选项”', 5)).toEqual(['“未知', '选项”']);
});

test('lines after the first are indented, and without a width nothing is broken', () => {
  expect(lines('技术栈 shop：3 个版本固定项', 16, '  ')).toEqual(['技术栈 shop：3', '  个版本固定项']);
  expect(lines('技术栈 shop：3 个版本固定项', undefined)).toEqual(['技术栈 shop：3 个版本固定项']);
});

test('a text is the same again when its lines are joined, and no line is too wide', () => {
  const piece = fc.constantFrom('版', '本', '，', '。', '（', '）', '“', '”', 'ab', '1.2', ' ', '、', '：', '😀', 'é');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('').trim()),
      fc.integer({ min: 12, max: 40 }),
      (text, columns) => {
        expect(wrapped(wordsOf(text), undefined, '')).toBe(text);
        const broken = lines(text, columns);
        expect(broken.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        // What may not be broken is longer than a line only where many marks follow each other.
        for (const line of broken) {
          const isWhole = wordsOf(line).length === 1;
          expect(isWhole || widthOf(line) <= columns ? '' : line).toBe('');
        }
      },
    ),
  );
});

test('a text is cut where there is no room for a wide character', () => {
  expect(cut('正在检查 1', 7)).toBe('正在检');
  expect(cut('正在检查 1', 10)).toBe('正在检查 1');
});

test('columns stand below each other', () => {
  const { head, rows } = table(
    [{ title: '最后一天' }, { title: '剩余', right: true }, { title: '组件' }],
    [
      ['2026-11-30', '6 天', 'istio 1.30.3'],
      ['-', '未知', '网关 3.2'],
    ],
    undefined,
  );
  expect([head, ...rows]).toEqual([
    '最后一天    剩余  组件', //
    '2026-11-30  6 天  istio 1.30.3',
    '-           未知  网关 3.2',
  ]);
});

test('marks stand under Chinese, and notes below each other in Chinese', () => {
  const text = '  网关: 1.24.1  # 旧版\n';
  const found = {
    path: '平台.stack.yaml',
    lines: lineIndex(text),
    range: { start: 6, end: 12 },
    severity: 'warning',
    code: 'end-of-life',
    message: '网关 1.24 的支持已于 2025-06-24 结束。',
    notes: [
      { label: 'source', paragraphs: [['https://gateway.example'], wordsOf('只有最新的两条发布线会得到修复。')] },
      note('fix', '设置 网关 为 1.30.3：解决 1 个问题'),
    ],
  } as const;
  speakChinese();
  const block = findingBlock(found, styleOf({ colour: false, columns: 44 }));
  speakEnglish();
  expect(block).toBe(`平台.stack.yaml:1:7: 警告[end-of-life]: 网关
  1.24 的支持已于 2025-06-24 结束。
1 |   网关: 1.24.1  # 旧版
  |         ^^^^^^
  = 来源：https://gateway.example
          只有最新的两条发布线会得到修复。
  = 修复：设置 网关 为 1.30.3：解决 1 个问题`);
});
