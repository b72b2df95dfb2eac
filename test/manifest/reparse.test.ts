/** Parsing again after an edit: the result of parsing anew, by parsing what was touched. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedRanges } from '../../server/src/manifest/changedRange.ts';
import { parseYaml, reparse } from '../../server/src/manifest/parse.ts';
import { textOf } from '../../server/src/manifest/pieces.ts';
import { readStacks } from '../../server/src/manifest/read.ts';
import { validateStack } from '../../server/src/manifest/stackFormat.ts';
import type { EntryNode, MappingNode, YamlFile } from '../../server/src/manifest/tree.ts';

const MANIFEST = `# The platform 😀
apiVersion: stackpin/v1
kind: Stack
metadata: {name: payments}
extends:
- ./base.stack.yaml
shared: &shared {locked: true}
components:
  # orchestration
  kubernetes: 1.34.2

  istio:
    <<: *shared
    version: &mesh 1.28.1
    notes: |
      Held back # no comment

      until spring.
  helm: "3.18"
  kiali: *mesh
environments:
  production:
    components:
      kubernetes: 1.33.6
      istio: *mesh
  "stage ✓":
    components: {helm: 4.0.0}
policy:
  supportWindow: 90d
---
kind: Stack
components:
  kafka: 4.1.0
...
# behind
%YAML 1.2
---
kind: Stack
`;

/** What people type and paste, and what changes where things begin and end. */
const piece = fc.constantFrom(
  ...[
    'a',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ':',
    ': ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '#',
    ' # ',
    '- ',
    '|\n',
    '>-\n',
  ],
  ...[
    '&mesh ',
    '*mesh',
    '*gone',
    '&shared ',
    '<<: *shared',
    '---\n',
    '...\n',
    '--- {a: 1}\n',
    '%YAML 1.2\n',
    '😀',
    '\ud800',
    '\0',
    '\ufeff',
  ],
  ...[
    'components:\n',
    'environments:\n',
    '  production:\n',
    '    components:\n',
    '  redis: 8.2.1\n',
    '      redis: 8.2.1\n',
    '  helm: 4\n',
    'x',
  ],
);
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat({ max: 60 })),
    insert: fc.oneof(piece, fc.constant('')),
  }),
  { minLength: 1, maxLength: 12 },
);
const texts = fc.constantFrom(
  MANIFEST,
  MANIFEST.replaceAll('\n', '\r\n'),
  MANIFEST.replaceAll('\n', '\r'),
  'kind: Stack\n',
  '',
);

function edited(text: string, { at, length, insert }: { at: number; length: number; insert: string }): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + length);
}

// What a mapping was before an edit is no part of what it is.
expect.addEqualityTesters([
  function (one: unknown, two: unknown, testers) {
    const [a, b] = [one, two].map((node) => (node as Partial<MappingNode> | null)?.since);
    if (a === undefined && b === undefined) return undefined;
    const [c, d] = [one, two].map((node) => ({ ...(node as MappingNode), since: undefined }));
    return this.equals(c, d, testers);
  },
]);

/** Everything that is read from a file, in a form that can be compared. */
function everything(file: YamlFile): unknown {
  const { documents } = file;
  return {
    documents: documents.map(({ index, range, root, problems, text, comments, ignoring }) => ({
      ...{ index, range, root, problems, text, comments, ignoring },
    })),
    stacks: readStacks(file).map(({ document, ...stack }) => ({ ...stack, document: document.index })),
    schema: documents.map((document) => validateStack(document)),
  };
}

test('any edits, one after another, give what parsing anew gives', () => {
  fc.assert(
    fc.property(texts, edits, (start, changes) => {
      let text = start;
      let file = parseYaml(text);
      for (const change of changes) {
        text = edited(text, change);
        file = reparse(file, text).file;
        expect(everything(file)).toEqual(everything(parseYaml(text)));
      }
    }),
    { numRuns: 400 },
  );
});

test('edits at several places of a long text at once give what parsing anew gives', () => {
  const many = Array.from({ length: 700 }, (_, index) => `  comp-${index}:\n    version: 1.${index}.0\n`).join('');
  const long = MANIFEST.replace('environments:', `${many}environments:`);
  let severalRanges = 0;
  fc.assert(
    fc.property(fc.array(edits, { minLength: 1, maxLength: 3 }), (rounds) => {
      let text = textOf(long);
      let file = parseYaml(text);
      for (const changes of rounds) {
        const before = text;
        for (const { at, length, insert } of changes) {
          const start = at % (text.length + 1);
          text = text.replaced(start, Math.min(start + length, text.length), insert);
        }
        if (changedRanges(before, text).length > 1) severalRanges += 1;
        file = reparse(file, text).file;
        expect(everything(file)).toEqual(everything(parseYaml(text.toString())));
      }
    }),
    { numRuns: 60 },
  );
  expect(severalRanges).toBeGreaterThan(20);
});

function pinsOf(file: YamlFile): Map<string, EntryNode> {
  return new Map(
    readStacks(file).flatMap(({ components }) => components.map((pin) => [pin.instance, pin.entry] as const)),
  );
}

describe('an edit parses what it touches:', () => {
  const LONG = `kind: Stack\ncomponents:\n${Array.from({ length: 1_000 }, (_, index) => `  comp-${index}:\n    version: 1.${index}.0\n`).join('')}policy:\n  supportWindow: 90d\n`;

  test.each([
    ['a version', '1.500.0', '1.500.01', 1],
    ['a quote that does not end', 'version: 1.500.0', 'version: "1.500.0', 1],
    ['a bracket that does not end', 'version: 1.500.0', 'version: [1.500.0', 1],
    ['a key that loses its colon', 'comp-500:', 'comp-500', 1],
    ['a line before another', '  comp-500:', '  new: 2.0\n  comp-500:', 1],
    ['a line that goes', '  comp-500:\n    version: 1.500.0\n', '', 0],
    ['a comment', '  comp-500:', '  # so far\n  comp-500:', 1],
    ['a key out of line, which is read with the one above it', '  comp-500:', '   comp-500:', 1],
    ['another policy', '90d', '60d', 1],
    ['the beginning', 'kind: Stack', 'kind: Stacks', 1],
  ])('%s', (_, from, to, expected) => {
    const before = parseYaml(LONG);
    const text = LONG.replace(from, to);
    const { file, parsedBlocks } = reparse(before, text);
    expect(parsedBlocks).toBe(expected);
    expect(everything(file)).toEqual(everything(parseYaml(text)));
  });

  test('two places far from each other, and nothing between them', () => {
    const text = LONG.replace('1.100.0', '1.100.1').replace('  comp-900:', '  new: 2.0\n  comp-900:');
    const { file, parsedBlocks } = reparse(parseYaml(LONG), text);
    expect(parsedBlocks).toBe(2);
    expect(everything(file)).toEqual(everything(parseYaml(text)));
  });

  test('nothing where nothing is different', () => {
    const before = parseYaml(LONG);
    expect(reparse(before, LONG)).toEqual({ file: before, parsedBlocks: 0 });
  });

  test('what aliases stand for, and those aliases', () => {
    const text = 'components:\n  a: &version 1.0.0\n  b: *version\n  c: 2.0.0\n  d: *version\n';
    const { file, parsedBlocks } = reparse(parseYaml(text), text.replace('1.0.0', '1.0.1'));
    expect(parsedBlocks).toBe(3);
    expect(readStacks(file)[0]?.components.map(({ version }) => version?.text)).toEqual([
      '1.0.1',
      '1.0.1',
      '2.0.0',
      '1.0.1',
    ]);
  });

  test('of a mapping that is there twice, each by itself', () => {
    const text = 'components:\n  a: 1\ncomponents:\n  a: 1\n  b: 2\n  c: 3\n  d: 4\n';
    const edited = text.replace('  d', '  b: 5\n  d');
    expect(everything(reparse(parseYaml(text), edited).file)).toEqual(everything(parseYaml(edited)));
  });

  test('no block whose aliases stand for what they stood for', () => {
    const text = 'components:\n  a: &version 1.0.0\n  b: *version\n  c: 2.0.0\n';
    expect(reparse(parseYaml(text), text.replace('2.0.0', '2.1.0')).parsedBlocks).toBe(1);
  });

  test('a text that was parsed again already as if it were new', () => {
    const before = parseYaml(LONG);
    reparse(before, LONG.replace('1.500.0', '1.500.1'));
    const { parsedBlocks } = reparse(before, LONG.replace('1.400.0', '1.400.1'));
    expect(parsedBlocks).toBeGreaterThan(1_000);
  });
});

test('entries that are not touched are the same objects, where they are now', () => {
  const text = 'components:\n  a: 1.0.0\n  b: 2.0.0\n  c: 3.0.0\n';
  const file = parseYaml(text);
  const before = pinsOf(file);
  const after = pinsOf(reparse(file, text.replace('2.0.0', '2.0.0-rc.1')).file);
  expect([...after].filter(([name, entry]) => before.get(name) === entry).map(([name]) => name)).toEqual(['a', 'c']);
  expect(after.get('c')?.segment.offset).toBe(text.indexOf('  c') + '-rc.1'.length);
});
