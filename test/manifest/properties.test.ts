import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { locate } from '../../server/src/manifest/places.ts';
import { readStacks } from '../../server/src/manifest/read.ts';
import { validateStack } from '../../server/src/manifest/stackFormat.ts';
import { type OffsetRange, rangeOf, type ScalarNode, type TreeNode } from '../../server/src/manifest/tree.ts';

const MANIFEST = `# Checked as of 2026-11-24.
apiVersion: stackpin/v1
kind: Stack
metadata: {name: payments, labels: {team: "platform"}}
extends:
  - ./base.stack.yaml
shared: &shared {locked: true}
components:
  kubernetes: 1.34.2   # newest
  containerd: "2.1"
  helm: '>=3.18 <5'
  istio:
    <<: *shared
    version: 1.28.1
    chart: {repository: https://a.example/charts, name: istiod, version: 1.28.1}
    notes: |
      Held back
      until spring.
    values: [{a: [1, 2]}, {}]
  edge: {component: k3s, version: 1.34.2+k3s1}
environments:
  production:
    components:
      kubernetes: 1.33.6
      helm: ~
policy: {supportWindow: 90d}
acknowledge:
  - code: incompatible
    between: [istio, kubernetes]
    reason: >-
      vendor build
---
kind: Stack
`;

/** Pieces that YAML gives a meaning to, and some that it does not. */
const piece = fc.constantFrom(
  ...[
    'a',
    'b',
    'components',
    'version',
    '1.30',
    ': ',
    ':',
    '\n',
    '\n  ',
    '\n    ',
    '- ',
    '-',
    '? ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '#',
    ' #',
    '&a',
    ' &a ',
    '*a',
    ' *a',
    '<<: *a',
  ],
  ...[
    '|',
    '>-',
    '>=1',
    '!t ',
    '!!str ',
    '%',
    '@',
    '`',
    '\t',
    '\r\n',
    '\r',
    ' ',
    '---\n',
    '...\n',
    '~',
    'null',
    '\\',
    '\ufeff',
    '\u0000',
    '\u0007',
    '\ufffd',
    '😀',
    '\ud83d',
    '\u2028',
    '\u00a0',
    '__proto__',
  ],
);
const yamlLike = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

/** The manifest with some of its text cut out, doubled or replaced. */
const mutated = fc
  .array(
    fc.record({ at: fc.nat(MANIFEST.length), length: fc.nat(30), insert: fc.oneof(fc.constant(''), piece, yamlLike) }),
    { minLength: 1, maxLength: 5 },
  )
  .map((edits) =>
    edits.reduce((text, { at, length, insert }) => text.slice(0, at) + insert + text.slice(at + length), MANIFEST),
  );

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), yamlLike, mutated);

/** Every node of a tree as it is written, keys among them. */
function* nodesOf(node: TreeNode | undefined): Generator<TreeNode> {
  if (node === undefined) return;
  yield node;
  if (node.kind === 'sequence') for (const item of node.items) yield* nodesOf(item);
  if (node.kind !== 'mapping') return;
  for (const { key, value } of node.entries) {
    yield key;
    yield* nodesOf(value);
  }
}

function isInside({ start, end }: OffsetRange, outer: OffsetRange): boolean {
  return outer.start <= start && start <= end && end <= outer.end;
}

test('property: reading, validating and locating never throw, and every place is in the text', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, seed) => {
      const file = parseYaml(text);
      const whole = { start: 0, end: text.length };
      expect(file.documents.length).toBeGreaterThan(0);
      for (const [index, document] of file.documents.entries()) {
        expect(document.index).toBe(index);
        expect(document.range.start).toBe(index === 0 ? 0 : file.documents[index - 1]?.range.end);
        for (const node of nodesOf(document.root)) expect(isInside(rangeOf(node), document.range)).toBe(true);
        for (const { range, first, message } of document.problems) {
          expect(isInside(range, whole) && isInside(first ?? range, whole)).toBe(true);
          expect(message).toMatch(/^\S.*[.!?]$/s);
        }
        for (const { range, text: comment } of document.comments)
          expect(text.slice(range.start, range.end)).toBe(`#${comment}`);
        for (let offset = document.range.start; offset <= document.range.end; offset += 1) {
          const around = document.comments.find(({ range }) => range.start < offset && offset <= range.end);
          expect(document.commentAt(offset)).toEqual(around);
        }
        const problems = validateStack(document);
        for (const { range, message } of problems) {
          expect(isInside(range, whole)).toBe(true);
          expect(message).toMatch(/^\S.*[.!?]$/s);
        }
        const offset = document.range.start + (seed % (document.range.end - document.range.start + 1));
        const place = locate(document, offset);
        if (place === undefined) continue;
        expect(place.range.start <= offset && offset <= place.range.end).toBe(true);
        expect(isInside(place.range, whole)).toBe(true);
      }
      expect(file.documents.at(-1)?.range.end).toBe(text.length);
      expect(readStacks(file).length).toBeGreaterThan(0);
    }),
    { numRuns: 1_500 },
  );
});

test('property: the range of a scalar cuts its source out of the text', () => {
  fc.assert(
    fc.property(fc.oneof(yamlLike, mutated), (text) => {
      for (const document of parseYaml(text).documents) {
        for (const node of nodesOf(document.root)) if (node.kind === 'scalar') expectSource(node, text);
      }
    }),
    { numRuns: 1_500 },
  );
});

function expectSource(node: ScalarNode, text: string): void {
  const { start, end } = rangeOf(node);
  const source = text.slice(start, end);
  const isOneLine = !/[\r\n]/.test(source);
  switch (node.style) {
    case 'plain':
      if (isOneLine) expect(node.text === source || source.startsWith('*')).toBe(true);
      expect(source).not.toMatch(/^[ \t\r\n]|[ \t\r\n]$/);
      break;
    case 'block':
      expect(source).toMatch(/^[|>]/);
      break;
    default:
      expect(source[0]).toBe(node.style === 'double' ? '"' : "'");
  }
}

const version = fc.oneof(
  fc.constantFrom(
    '1.30',
    '0x1F',
    '1e3',
    '2024-01-01',
    '3.10',
    'v1.34.2',
    '8.0 U3',
    '^1.34',
    '~1.28.1',
    '1.33 || 1.35',
    '21.0.9+10',
    'jammy',
    'true',
    '1_000',
  ),
  fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)).map((parts) => parts.join('.')),
);
const name = fc
  .stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?$/)
  .filter((text) => !/^(null|true|false)$/.test(text));
const pins = fc.uniqueArray(
  fc.record({ name, version, style: fc.constantFrom('plain', 'single', 'double', 'long', 'flow') }),
  { selector: (pin) => pin.name, minLength: 1, maxLength: 12 },
);

function written(
  { name: key, version: text, style }: { name: string; version: string; style: string },
  newline: string,
): string {
  switch (style) {
    case 'single':
      return `  ${key}: '${text}'`;
    case 'double':
      return `  ${key}: "${text}"`;
    case 'long':
      return `  ${key}:${newline}    version: ${text}`;
    case 'flow':
      return `  ${key}: {version: ${text}}`;
    default:
      return `  ${key}: ${text}`;
  }
}

test('property: every pin of a manifest is read with its text, whatever its style, the line ends and the comments', () => {
  fc.assert(
    fc.property(pins, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (list, newline, bom) => {
      const lines = list.map((pin) => written(pin, newline));
      const text = `${bom ? '\ufeff' : ''}${['apiVersion: stackpin/v1', 'kind: Stack', 'components: # pins', ...lines, ''].join(newline)}`;
      const [stack, ...others] = readStacks(parseYaml(text));
      expect(others).toEqual([]);
      expect(stack?.document.problems).toEqual([]);
      expect(stack && validateStack(stack.document)).toEqual([]);
      expect(stack?.components.map(({ instance, version: node }) => [instance, node?.text])).toEqual(
        list.map((pin) => [pin.name, pin.version]),
      );
    }),
    { numRuns: 300 },
  );
});

test('property: a line that is being written costs no other pin', () => {
  const half = fc.constantFrom(
    'isti',
    'isti:',
    'isti: ',
    'isti: "1.2',
    "isti: '1.2",
    'isti: {version: 1',
    'isti: [1',
    'isti:1.2',
    'isti: >=1.2 <2',
    'isti: *',
    'isti: &',
    'isti: ]',
    'isti: @',
    'isti: 1: 2',
    '"isti',
    "'isti",
    'isti: "1" 2',
    '# isti',
  );
  fc.assert(
    fc.property(pins, fc.nat(), half, (list, seed, line) => {
      const lines = list.map((pin) => written(pin, '\n'));
      const at = seed % (lines.length + 1);
      const text = ['kind: Stack', 'components:', ...lines.slice(0, at), `  ${line}`, ...lines.slice(at), ''].join(
        '\n',
      );
      const [stack] = readStacks(parseYaml(text));
      const read = new Map(stack?.components.map(({ instance, version: node }) => [instance, node?.text]));
      for (const pin of list) expect([pin.name, read.get(pin.name)]).toEqual([pin.name, pin.version]);
    }),
    { numRuns: 500 },
  );
});
