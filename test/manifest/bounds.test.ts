import { describe, expect, test } from 'vitest';
import { parseYaml, reparse } from '../../server/src/manifest/parse.ts';
import { locate } from '../../server/src/manifest/places.ts';
import { readStacks } from '../../server/src/manifest/read.ts';
import { validateStack } from '../../server/src/manifest/stackFormat.ts';
import type { SyntaxProblem, TreeNode } from '../../server/src/manifest/tree.ts';
import { parseOne } from './draw.ts';

/** Everything that is done with a text. Ends, whatever the text is. */
function readWhole(text: string): SyntaxProblem[] {
  const file = parseYaml(text);
  for (const { document } of readStacks(file).slice(0, 100)) validateStack(document);
  for (const document of file.documents.slice(0, 100)) locate(document, document.range.end);
  return file.documents.flatMap(({ problems }) => problems);
}

const MESSAGE = 'This is nested deeper than 200 levels. Nothing from here on is read; flatten it.';

describe('deep nesting', () => {
  test.each([
    ['brackets', '['.repeat(10_000), 199],
    ['braces', '{a: '.repeat(10_000), 4 * 199],
    ['dashes', '- '.repeat(10_000), 2 * 199],
    ['question marks', '? '.repeat(10_000), 2 * 199],
    ['colons', 'a: b: '.repeat(10_000), undefined],
    ['indentation', Array.from({ length: 2_000 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''), undefined],
  ])('by %s is read to 200 levels and told once', (_, text, start) => {
    const document = parseOne(text);
    const tooDeep = document.problems.filter(({ reason }) => reason === 'TOO_DEEP');
    expect(tooDeep.map(({ kind, message }) => [kind, message])).toEqual([['expansion-limit', MESSAGE]]);
    if (start !== undefined) expect(tooDeep[0]?.range.start).toBe(start);
    expect(document.root).toBeDefined();
    expect(document.problems.length).toBe(1);
    readWhole(text);
  });

  test('by tabs ends too, with the first hundred lines told', () => {
    const text = Array.from({ length: 1_000 }, (_, level) => `${'\t'.repeat(level)}a:\n`).join('');
    expect(new Set(readWhole(text).map(({ reason }) => reason))).toEqual(new Set(['TAB_AS_INDENT']));
  });

  test('what stands before and behind it is read', () => {
    const text = `components:\n  kubernetes: 1.34.2\n  istio:\n    values: ${'['.repeat(10_000)}\n  helm: 3\n`;
    const [stack] = readStacks(parseYaml(text));
    expect(stack?.components.map(({ instance }) => instance)).toEqual(['kubernetes', 'istio', 'helm']);
  });

  test('a manifest that nests as deep as people nest is no problem', () => {
    const depth = 60;
    const values = Array.from({ length: depth }, (_, level) => `${' '.repeat(6 + level * 2)}v${level}:\n`).join('');
    expect(readWhole(`apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  istio:\n    values:\n${values}`)).toEqual(
      [],
    );
  });
});

describe('aliases', () => {
  const bomb = `a0: &a0 [x, x, x, x, x, x, x, x, x, x]
${Array.from({ length: 20 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(', ')}]\n`).join('')}`;

  test('that would expand without end are followed to a bound and told once', () => {
    const document = parseOne(bomb);
    expect(document.problems.map(({ kind, reason, message }) => [kind, reason, message])).toEqual([
      [
        'expansion-limit',
        'TOO_MANY_ALIASES',
        'Aliases make this document too large. This one and others behind it are not followed: write the values out, or refer to smaller ones.',
      ],
    ]);
    expect(expandedSize(document.root)).toBeLessThan(300_000);
    expect(expandedSize(document.root)).toBeGreaterThan(10_000);
    readWhole(bomb);
  });

  test('so are merge keys', () => {
    const text = Array.from(
      { length: 3_000 },
      (_, index) => `a${index}: &a${index} {${index === 0 ? '' : `<<: *a${index - 1}, `}k${index}: 1}\n`,
    ).join('');
    expect(parseOne(text).problems.map(({ reason }) => reason)).toEqual(['TOO_MANY_ALIASES']);
    readWhole(text);
  });

  test('nested through each other they stay shallow', () => {
    const level = (inner: string): string => '['.repeat(90) + inner + ']'.repeat(90);
    const text = Array.from(
      { length: 30 },
      (_, index) => `a${index}: &a${index} ${level(index === 0 ? 'x' : `*a${index - 1}`)}\n`,
    ).join('');
    const document = parseOne(text);
    expect(document.problems.map(({ reason }) => reason)).toEqual(['TOO_MANY_ALIASES']);
    expect(expandedDepth(document.root)).toBeLessThanOrEqual(300);
  });

  test('of ten thousand components are all followed', () => {
    const text = `d: &d {locked: true, layer: database}\ncomponents:\n${Array.from({ length: 10_000 }, (_, index) => `  c${index}: {<<: *d, version: 1.0.${index}}\n`).join('')}`;
    const [stack] = readStacks(parseYaml(text));
    expect(parseOne(text).problems).toEqual([]);
    expect(stack?.components.filter(({ locked, layer }) => locked && layer === 'database').length).toBe(10_000);
  });
});

describe('size', () => {
  test('ten thousand components', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `  c${index}: {version: 1.0.${index}, component: postgresql}\n`,
    ).join('');
    const text = `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n${lines}`;
    const [stack] = readStacks(parseYaml(text));
    expect(stack?.components.length).toBe(10_000);
    expect(stack && validateStack(stack.document)).toEqual([]);
    const last = stack?.document.root && locate(stack.document, text.length - 2);
    expect(last?.path).toEqual(['components', 'c9999', 'component']);
  });

  test('ten megabytes', () => {
    const line = `  # ${'x'.repeat(990)}\n`;
    const text = `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  a: 1.0.0\n${line.repeat(10_500)}  b: 2.0.0\n`;
    expect(text.length).toBeGreaterThan(10_000_000);
    const [stack] = readStacks(parseYaml(text));
    expect(stack?.components.map(({ version }) => version?.text)).toEqual(['1.0.0', '2.0.0']);
  });

  test('at most a hundred problems are told of a document', () => {
    const text = 'a: @\n'.repeat(5_000);
    expect(parseOne(text).problems.length).toBe(100);
    const wrong = `components:\n${Array.from({ length: 5_000 }, (_, index) => `  c${index}: {vresion: 1}\n`).join('')}`;
    const problems = validateStack(parseOne(wrong));
    expect(problems.length).toBe(100);
    expect(problems.map(({ range }) => range.start)).toEqual(
      problems.map(({ range }) => range.start).sort((a, b) => a - b),
    );
  });

  // Each of these took more than linear time at some point, in a parser or here.
  test.each([
    ['anchors on one line', '&a '.repeat(20_000)],
    ['brackets that close each other wrongly', '[}'.repeat(20_000)],
    ['quotes that open each other', '"\''.repeat(20_000)],
    ['commas', `[${','.repeat(20_000)}]`],
    ['quotes that are never closed', 'a: "x\n'.repeat(10_000)],
    ['comments', `a:\n${'  # c\n'.repeat(20_000)}  b: 1\n`],
    ['empty lines', `a: 1\n${'  \n'.repeat(20_000)}b: 1\n`],
    ['lines without a colon', `a:\n${'  x\n'.repeat(20_000)}  y: 1\n`],
    ['documents', 'a: 1\n---\n'.repeat(10_000)],
    ['unknown keys', Array.from({ length: 10_000 }, (_, index) => `k${index}: 1\n`).join('')],
    [
      'unknown keys of pins',
      `components:\n${Array.from({ length: 10_000 }, (_, index) => `  c${index}: {x: 1}\n`).join('')}`,
    ],
    [
      'the same unknown key merged in',
      `d: &d {x: 1}\ncomponents:\n${Array.from({ length: 10_000 }, (_, index) => `  c${index}: {<<: *d}\n`).join('')}`,
    ],
    ['one long line', 'x'.repeat(5_000_000)],
    ['one long key', `${'x y '.repeat(500_000)}: 1\n`],
    ['spaces', ' '.repeat(5_000_000)],
  ])('in linear time: %s', (_, text) => {
    readWhole(text);
  });
});

function expandedSize(node: TreeNode | undefined): number {
  if (node === undefined || node.kind === 'scalar') return 1;
  if (node.kind === 'alias') return 1 + (node.target === undefined ? 0 : expandedSize(node.target));
  const children = node.kind === 'sequence' ? node.items : node.entries.map(({ value }) => value);
  return children.reduce((sum, child) => sum + expandedSize(child), 1);
}

function expandedDepth(node: TreeNode | undefined): number {
  if (node === undefined || node.kind === 'scalar') return 0;
  if (node.kind === 'alias') return expandedDepth(node.target);
  const children = node.kind === 'sequence' ? node.items : node.entries.map(({ value }) => value);
  return children.reduce((deepest, child) => Math.max(deepest, 1 + expandedDepth(child)), 1);
}

test('a text of more than 16,000,000 characters is told and not read, and is read again once it is shorter', () => {
  const head = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: 1.34.2\n';
  const file = parseYaml(head + '# comment\n'.repeat(1_600_000));
  const told = {
    kind: 'expansion-limit',
    reason: 'TOO_LARGE',
    message:
      'This file is longer than 16,000,000 characters, so it is not read. Split it: several stacks can extend what they share.',
    range: { start: 0, end: 'apiVersion: stackpin/v1'.length },
  };
  expect(file.documents.map(({ root, problems }) => ({ root, problems }))).toEqual([
    { root: undefined, problems: [told] },
  ]);
  const after = reparse(file, head).file;
  expect(readStacks(after)[0]?.components.map(({ instance }) => instance)).toEqual(['kubernetes']);
  const again = reparse(after, head + '# comment\n'.repeat(1_600_000)).file;
  expect(again.documents.flatMap(({ problems }) => problems)).toEqual([told]);
});
