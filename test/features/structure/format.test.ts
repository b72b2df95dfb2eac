/** Formatting: white space is set anew, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import { parseAllDocuments } from 'yaml';
import { formatEdits } from '../../../server/src/features/structure/format/format.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { applied } from '../open.ts';
import { twoHands } from './drawYaml.ts';

const TWO = { tabSize: 2, insertSpaces: true };

function formatted(text: string, options: object = TWO, range?: Range): string {
  return applied(text, formatEdits(parseYaml(text), options, range));
}

const UNTIDY = `

# Pins of the payments teams.
apiVersion :   stackpin/v1
kind:  Stack


metadata: { name : "platform",labels: {team:  a } , "x":1 }
components:
    # newest first
    kubernetes:   "1.34"   # aligned
    istio:
          version: 1.27.4
          notes: |
            Held
              back

            until spring
    # last
environments:
# Where people are.
   production:
      components:
        helm:\t~
acknowledge:
-   code: incompatible
    between: [ istio , kubernetes,helm ]
    reason: vendor build
      with the fix
- code: unsupported   
  between: [
     istio,
      kubernetes,
  ]
x-list:
- - a
  -   b



`;

const TIDY = `# Pins of the payments teams.
apiVersion: stackpin/v1
kind: Stack

metadata: {name: "platform", labels: {team: a}, "x": 1}
components:
  # newest first
  kubernetes: "1.34"   # aligned
  istio:
    version: 1.27.4
    notes: |
      Held
        back

      until spring
  # last
environments:
# Where people are.
  production:
    components:
      helm: ~
acknowledge:
  - code: incompatible
    between: [istio, kubernetes, helm]
    reason: vendor build
      with the fix
  - code: unsupported
    between: [
      istio,
      kubernetes,
    ]
x-list:
  - - a
    - b
`;

test('a manifest written in a hurry', () => {
  expect(formatted(UNTIDY)).toBe(TIDY);
  expect(formatEdits(parseYaml(TIDY), TWO)).toEqual([]);
});

test('property: whatever white space a document is written with, it comes out the same', () => {
  fc.assert(
    fc.property(twoHands, ({ tidy, untidy }) => {
      fc.pre(parseYaml(tidy).documents.every(({ problems }) => problems.length === 0));
      expect(formatted(untidy)).toBe(tidy);
      expect(formatEdits(parseYaml(tidy), TWO)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

/** What a text says to others, and its comments. */
function said(text: string): unknown {
  return {
    values: parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' }).map((document) =>
      JSON.stringify(document.contents?.toJSON()),
    ),
    comments: parseYaml(text).documents.flatMap(({ comments }) => comments.map((comment) => comment.text.trimEnd())),
  };
}

function expectOnlySpaces(text: string, options: object, range?: Range): void {
  const edits = formatEdits(parseYaml(text), options, range);
  const after = applied(text, edits);
  const lines = text.split(/\r?\n/);
  for (const edit of edits) {
    expect(edit.newText).toMatch(/^[ \r\n]*$/);
    if (range === undefined) continue;
    expect(edit.range.start.line).toBeGreaterThanOrEqual(range.start.line);
    expect(edit.range.end.line).toBeLessThanOrEqual(range.end.line + 1);
  }
  expect(edits.length).toBeLessThanOrEqual(text.length + lines.length);
  expect(after.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
  if (edits.length > 0) expect(said(after)).toEqual(said(text));
  if (range === undefined) expect(formatEdits(parseYaml(after), options)).toEqual([]);
}

const folder = new URL('../../../examples/', import.meta.url);
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .filter((text) => text.length < 4000);

/** Texts with pieces taken out and put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(UNTIDY, UNTIDY.replaceAll('\n', '\r\n'), ...examples),
    fc.array(
      fc.record({
        at: fc.nat(4000),
        drop: fc.nat(6),
        put: fc.constantFrom(
          '',
          ' ',
          '  ',
          '\n',
          '\n\n',
          '\n  ',
          '\t',
          '#',
          ' # c\n',
          '- ',
          ': ',
          '&a ',
          '*a',
          '|\n',
          '|+\n',
          '? ',
          '{',
          ']',
          ',',
          '"',
          '---\n',
          '...\n',
          '\r',
          '\ufeff',
        ),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((rest, { at, drop, put }) => {
      const from = at % (rest.length + 1);
      return rest.slice(0, from) + put + rest.slice(from + drop);
    }, text),
  );
const anyOptions = fc.record({
  tabSize: fc.integer({ min: 0, max: 8 }),
  insertSpaces: fc.boolean(),
  trimTrailingWhitespace: fc.option(fc.boolean(), { nil: undefined }),
  insertFinalNewline: fc.option(fc.boolean(), { nil: undefined }),
  trimFinalNewlines: fc.option(fc.boolean(), { nil: undefined }),
});

test('property: only white space changes, what is said does not, and once is enough', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        mutated,
        twoHands.map(({ untidy }) => untidy),
      ),
      anyOptions,
      (text, options) => expectOnlySpaces(text, options),
    ),
    { numRuns: 200 },
  );
});

test('property: of a range only its lines change', () => {
  const lines = fc.tuple(fc.nat(40), fc.nat(10));
  fc.assert(
    fc.property(
      fc.oneof(
        mutated,
        twoHands.map(({ untidy }) => untidy),
      ),
      lines,
      anyOptions,
      (text, [first, count], options) => {
        const range = { start: { line: first, character: 0 }, end: { line: first + count, character: 1 } };
        expectOnlySpaces(text, options, range);
      },
    ),
    { numRuns: 100 },
  );
});
