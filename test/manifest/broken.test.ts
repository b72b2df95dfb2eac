import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { readMarkers } from '../support/markers.ts';
import { drawTree, expectProblems, parseOne } from './draw.ts';

/** Compares the problems with the fixture's markers. @returns the tree */
function check(fixture: string): string {
  return expectProblems(readMarkers(fixture)).map(drawTree).join('\n---\n');
}

/** The tree of a text without problems, to compare with. */
function treeOf(text: string): string {
  const document = parseOne(text);
  expect(document.problems).toEqual([]);
  return drawTree(document);
}

describe('half-written lines', () => {
  test('a line without a colon is an entry without a value, and the lines around it keep theirs', () => {
    const tree = check(`components:
  kubernetes: 1.34.2
  isti
# ^^^^ missing-colon: "isti" has no colon. Write a colon and a value behind it, or remove it.
  helm: 3.18
`);
    expect(tree).toBe(`mapping
  components: mapping
    kubernetes: plain "1.34.2" <1.34.2>
    isti: nothing
    helm: plain "3.18" = 3.18 <3.18>`);
  });

  test('at the beginning and at the end of a mapping too', () => {
    const tree = check(`components:
  isti
# ^^^^ missing-colon: "isti" has no colon. Write a colon and a value behind it, or remove it.
  helm: 3.18
  kube
# ^^^^ missing-colon: "kube" has no colon. Write a colon and a value behind it, or remove it.
`);
    expect(tree).toBe(treeOf('components:\n  isti:\n  helm: 3.18\n  kube:\n'));
  });

  test('a key without a colon keeps what is below it', () => {
    const tree = check(`components:
  istio
# ^^^^^ missing-colon: "istio" has no colon. Write a colon and a value behind it, or remove it.
    version: 1.28.1
    locked: true
  helm: 3.18
`);
    expect(tree).toBe(treeOf('components:\n  istio:\n    version: 1.28.1\n    locked: true\n  helm: 3.18\n'));
  });

  test('so does a quoted one', () => {
    const tree = check(`components:
  helm: 3.18
  "istio"
# ^^^^^^^ missing-colon: "istio" has no colon. Write a colon and a value behind it, or remove it.
    version: 1.28.1
`);
    expect(tree).toBe(treeOf('components:\n  helm: 3.18\n  "istio":\n    version: 1.28.1\n'));
  });

  test('a colon without a space behind it still ends the key', () => {
    const tree = check(`components:
  kubernetes:1.34.2
# ^^^^^^^^^^^ missing-space: A colon needs a space behind it. Write "kubernetes: 1.34.2".
  helm:3.18
# ^^^^^ missing-space: A colon needs a space behind it. Write "helm: 3.18".
  istio: 1.28.1
`);
    expect(tree).toBe(treeOf('components:\n  kubernetes: 1.34.2\n  helm: 3.18\n  istio: 1.28.1\n'));
  });

  test('an address in a line by itself is no key', () => {
    check(`extends:
  https://example.org/a
# ^^^^^^^^^^^^^^^^^^^^^ missing-colon: "https://example.org/a" has no colon. Write a colon and a value behind it, or remove it.
  b: 1
`);
  });

  test('a range that YAML takes for the head of a block of text is read as it was meant', () => {
    const tree = check(`components:
  kubernetes: >=1.33 <1.35 # newest
#             ^^^^^^^^^^^^ unquoted-value: A value that begins with ">" has to be in quotes. Write ">=1.33 <1.35" with them.
  istio: |1.28
#        ^^^^^ unquoted-value: A value that begins with "|" has to be in quotes. Write "|1.28" with them.
  helm: 3.18
`);
    expect(tree).toBe(`mapping
  components: mapping
    kubernetes: plain ">=1.33 <1.35" <>=1.33 <1.35>
    istio: plain "|1.28" <|1.28>
    helm: plain "3.18" = 3.18 <3.18>`);
  });
});

describe('quotes and brackets', () => {
  test('a quote that is not closed ends with its line', () => {
    const tree = check(`components:
  kubernetes: "1.34.2
#             ^^^^^^^ missing-quote: This text begins with a double quote and does not end with one. Add " at its end.
  istio:
    version: '1.28
#            ^^^^^ missing-quote: This text begins with a single quote and does not end with one. Add ' at its end.
    locked: true
  helm: "3.18"
`);
    expect(tree).toBe(`mapping
  components: mapping
    kubernetes: double "1.34.2" <"1.34.2>
    istio: mapping
      version: single "1.28" <'1.28>
      locked: plain "true" = true <true>
    helm: double "3.18" <"3.18">`);
  });

  test('a quote that is not closed does not take the lines below it', () => {
    const tree = check(`components:
  "isti
# ^^^^^ missing-quote: This text begins with a double quote and does not end with one. Add " at its end.
  helm: "3.18"
  'kube
# ^^^^^ missing-quote: This text begins with a single quote and does not end with one. Add ' at its end.
  istio: 1.28.1
metadata:
  description: "What the
#              ^^^^^^^^^ missing-quote: This text begins with a double quote and does not end with one. Add " at its end.
    stack is for.
  name: "payments"
`);
    expect(tree).toBe(`mapping
  components: mapping
    isti: nothing
    helm: double "3.18" <"3.18">
    kube: nothing
    istio: plain "1.28.1" <1.28.1>
  metadata: mapping
    description: double "What the stack is for." <"What the
    stack is for.>
    name: double "payments" <"payments">`);
  });

  test('one that is closed on a later line may be a text of several lines', () => {
    expect(treeOf('a: "one\n  two"\nb:\n  \'one\n\n  two\' # comment\nc: ["x\n  y", {"z\n w": 1}]\n')).toBe(`mapping
  a: double "one two" <"one
  two">
  b: single "one\\ntwo" <'one

  two'>
  c: flow list
    double "x y" <"x
  y">
    flow mapping
      z w: plain "1" = 1 <1>`);
  });

  test('one that is only escaped or doubled is not closed', () => {
    check(`a: 'it''s
#  ^^^^^^ missing-quote: This text begins with a single quote and does not end with one. Add ' at its end.
b: "a\\"
#  ^^^^ missing-quote: This text begins with a double quote and does not end with one. Add " at its end.
c: 'x'''
d: "\\\\"
e: "
#  ^ missing-quote: This text begins with a double quote and does not end with one. Add " at its end.
`);
  });

  test('a bracket that is not closed ends where the indentation does', () => {
    const tree = check(`components:
  edge: {component: k3s, version: 1.34.2
#       ^ missing-bracket: "{" is not closed. Add "}", or indent the lines that belong between them.
  helm: 3.18
extends: [./a.yaml, ./b.yaml
#        ^ missing-bracket: "[" is not closed. Add "]", or indent the lines that belong between them.
kind: Stack
`);
    expect(tree).toBe(
      treeOf(
        'components:\n  edge: {component: k3s, version: 1.34.2}\n  helm: 3.18\nextends: [./a.yaml, ./b.yaml]\nkind: Stack\n',
      ),
    );
  });

  test('a key between brackets may have no value yet', () => {
    const tree = check(`components:
  edge: {component: k3s, version:
#       ^ missing-bracket: "{" is not closed. Add "}", or indent the lines that belong between them.
  helm: 3.18
`);
    expect(tree).toBe(treeOf('components:\n  edge: {component: k3s, version: }\n  helm: 3.18\n'));
  });

  test('brackets of two kinds do not close each other, and one too many closes nothing', () => {
    check(`a: [1, 2}
#       ^ wrong-bracket: "[" is closed by "}" here. Write "]".
b: {c: 1]
#       ^ wrong-bracket: "{" is closed by "]" here. Write "}".
d: [1]]
#     ^ stray-bracket: This "]" closes nothing. Remove it.
e: }
#  ^ stray-bracket: This "}" closes nothing. Remove it.
f: 1
`);
  });

  test('commas stand between entries', () => {
    check(`a: [1,,2]
#     ^ unexpected-token: Nothing stands before this comma. Remove it.
b: ["x" "y"]
#       ^^^ missing-char: A comma is missing before this. Put "," between the entries.
c: {d: 1 e: 2}
#      ^^^^^^^ block-in-flow: Entries between brackets need a comma between them. A value with a colon or a dash in it needs quotes.
`);
  });

  test('what follows a quoted value does not belong to it', () => {
    check(`a: "1.34" 2
#         ^ unexpected-token: The value before this has ended. Remove the rest, or put the whole value in quotes.
b: "1.34"# comment
#        ^ missing-char: A comment needs a space before its "#".
`);
  });
});

describe('indentation', () => {
  test('tabs are told line by line, and the nesting is the one that was meant', () => {
    const tree = check(`components:
\tkubernetes: 1.34.2
#<^ tab-as-indent: YAML is indented by spaces. Replace the tab by spaces.
\tistio:
#<^ tab-as-indent: YAML is indented by spaces. Replace the tab by spaces.
\t\tversion: 1.28.1
#<^^ tab-as-indent: YAML is indented by spaces. Replace the tab by spaces.
\thelm: 3.18\t# a tab here is none
#<^ tab-as-indent: YAML is indented by spaces. Replace the tab by spaces.
`);
    expect(tree).toBe(treeOf('components:\n  kubernetes: 1.34.2\n  istio:\n    version: 1.28.1\n  helm: 3.18\n'));
  });

  test('tabs among spaces, before list items and in a stream are told where they stand', () => {
    const file = readMarkers(`a:
 \tb: 1
#^ tab-as-indent: YAML is indented by spaces. Replace the tab by spaces.
---
c:
\t- d
#<^ tab-as-indent: YAML is indented by spaces. Replace the tab by spaces.
---
e: |
  text\twith tab
\t
f:\tg
`);
    const documents = expectProblems(file);
    expect(documents.map(({ problems }) => problems.length)).toEqual([1, 1, 0]);
  });

  test('an entry under a finished value is told, and counts beside it', () => {
    const tree = check(`components:
  kubernetes: 1.34.2
    istio: 1.28.1
#   ^^^^^ bad-indent: "istio" is not in line with the keys above it. Indent it as they are.
    helm: 3.18
#   ^^^^ bad-indent: "helm" is not in line with the keys above it. Indent it as they are.
  traefik: 3.7.9
`);
    expect(tree).toBe(treeOf('components:\n  kubernetes: 1.34.2\n  istio: 1.28.1\n  helm: 3.18\n  traefik: 3.7.9\n'));
  });

  test('an entry that goes back too little or too far is told', () => {
    check(`components:
  istio:
      version: 1.28.1
    locked: true
#   ^^^^^^ bad-indent: "locked" is not in line with the keys above it. Indent it as they are.
   helm: 3.18
#  ^^^^ bad-indent: "helm" is not in line with the keys above it. Indent it as they are.
`);
  });

  test('hundreds of entries below a value are not read as hundreds of levels', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `  c${index}: 1.0.${index}\n`).join('');
    const document = parseOne(`components: k\n${lines}`);
    expect(new Set(document.problems.map(({ reason }) => reason))).toEqual(new Set(['BAD_INDENT']));
    expect(document.root?.kind === 'mapping' && document.root.entries.length).toBe(501);
  });

  test('keys and list items do not mix', () => {
    check(`a:
  - x
  b: 1
# ^ bad-indent: "b" is not in line with the keys above it. Indent it as they are.
`);
    check(`- a
b: 1
#<^^^^ unexpected-token: The value before this has ended. Remove the rest, or put the whole value in quotes.
`);
    check(`a: - b
#  ^^^ unexpected-token: A list cannot begin on the line of its key. Put each "- " on a line of its own below the key.
`);
    check(`a:
 - b
 c
#^ bad-indent: "c" is not in line with the keys above it. Indent it as they are.
`);
  });
});

describe('values', () => {
  test('a second colon in a line', () => {
    check(`a: b: c
#  ^^^^ block-as-implicit-key: A second key cannot stand on this line. Put the value in quotes, or begin the inner mapping on the next line, indented.
`);
  });

  test('characters that cannot begin a value', () => {
    const tree = check(`a: @scope
#  ^ bad-scalar-start: A value cannot begin with "@". Put the whole value in quotes.
b: %5
#  ^ bad-scalar-start: A value cannot begin with "%". Put the whole value in quotes.
c: \`x\`
#  ^ bad-scalar-start: A value cannot begin with "\`". Put the whole value in quotes.
`);
    expect(tree).toBe('mapping\n  a: plain "@scope" <@scope>\n  b: plain "%5" <%5>\n  c: plain "`x`" <`x`>');
  });

  test('anchors, aliases and tags', () => {
    check(`a: *
#  ^ bad-alias: A value that begins with "*" has to be in quotes: "*" alone refers to nothing.
b: *nobody
#  ^^^^^^^ unknown-anchor: There is no "&nobody" before this. Write it there, or put the value in quotes if it is no alias.
c: &
#  ^ bad-alias: "&" needs a name behind it. Put the value in quotes if it begins with "&".
d: &x &y 1
#     ^^ multiple-anchors: A value can have one anchor. Remove this one.
e: !a !b 1
#     ^^ multiple-tags: A value can have one tag. Remove this one.
f: &z [*z]
#      ^^ self-reference: "*z" refers to the value that it is in. Write out what you mean.
g: !e!x 1
#  ^^^^ tag-resolve-failed: This tag is not declared. Remove it, or put the value in quotes if it begins with "!".
h: &w *y
#     ^^ alias-props: An alias cannot have a tag or an anchor of its own. Remove it.
`);
  });

  test('escapes between double quotes', () => {
    check(`a: "C:\\dir"
#     ^^ bad-dq-escape: "\\d" means nothing between double quotes. Write "\\\\" for a backslash, or use single quotes.
`);
  });

  test('blocks of text', () => {
    check(`a: |x
#   ^ unexpected-token: Nothing but "+", "-", a digit and a comment can stand behind "|" or ">". Begin the text on the next line, or quote the value.
  text
b: |
    
  text
# ^^^^ missing-char: The empty lines above are indented deeper than this text. Remove their spaces, or indent the text as deep.
`);
  });

  test('a key over two lines', () => {
    check(`? x
: 1
[a,
#<^^^ multiline-implicit-key: A key has to stand on one line, with its colon.
 b]: 2
`);
  });

  test('directives', () => {
    check(`%YAML 1.2
#<^^^^^^^^^ missing-char: Lines that begin with "%" are directives and need a line "---" behind them. Add it, or remove the directive.
`);
    check(`--- a: 1
#   ^^^^ missing-char: The document begins on the line below "---". Put a line break here.
`);
  });
});

describe('keys that are written twice', () => {
  test('are told with both places and the path, and both stay in the tree', () => {
    const file = readMarkers(`components:
  postgresql: "17.6"
  __proto__: 1.0.0
  "postgresql": "16.10"
# ^^^^^^^^^^^^ duplicate-key: "postgresql" is written twice in this mapping. Remove or rename one: YAML readers differ in which one they take.
  __proto__: 2.0.0
# ^^^^^^^^^ duplicate-key: "__proto__" is written twice in this mapping. Remove or rename one: YAML readers differ in which one they take.
environments:
  production:
    components: {helm: 3, helm: 4}
#                         ^^^^ duplicate-key: "helm" is written twice in this mapping. Remove or rename one: YAML readers differ in which one they take.
`);
    const [document] = expectProblems(file);
    expect(
      document?.problems.map(({ key, path, first }) => [
        key,
        path,
        first && file.text.slice(first.start, first.end),
        first?.start,
      ]),
    ).toEqual([
      ['postgresql', ['components'], 'postgresql', 14],
      ['__proto__', ['components'], '__proto__', 35],
      ['helm', ['environments', 'production', 'components'], 'helm', 140],
    ]);
    expect(document && drawTree(document)).toContain('postgresql: double "17.6" <"17.6">');
    expect(document && drawTree(document)).toContain('postgresql: double "16.10" <"16.10">');
  });

  test('in lists the path counts the items', () => {
    expect(parseOne('acknowledge:\n  - {code: a}\n  - {code: a, code: b}\n').problems[0]?.path).toEqual([
      'acknowledge',
      '1',
    ]);
  });

  test('each writing after the first is told, with the first', () => {
    expect(parseOne('a: 1\na: 2\na: 3\n').problems.map(({ range, first }) => [range.start, first?.start])).toEqual([
      [5, 0],
      [10, 0],
    ]);
  });

  test('the same key in two mappings, and two merge keys, are none', () => {
    expect(parseOne('a: &a {x: 1}\nb: &b {x: 1}\nc: {<<: *a, <<: *b}\n').problems).toEqual([]);
  });
});

describe('bytes that are no text', () => {
  test('bytes that were not UTF-8 are told once, and the rest is read', () => {
    const tree = check(`name: caf\ufffd
#        ^ not-utf8: Bytes here are not UTF-8. Save the file with the encoding UTF-8 and write this place again.
note: \ufffd
kind: Stack
`);
    expect(tree).toBe(
      'mapping\n  name: plain "caf\ufffd" <caf\ufffd>\n  note: plain "\ufffd" <\ufffd>\n  kind: plain "Stack" <Stack>',
    );
  });

  test('a control character is told by its number', () => {
    check(`name: a\u0007b
#      ^ control-character: The character U+0007 cannot be in a YAML file. Remove it.
kind: Stack
`);
  });

  test('a lone surrogate is one too', () => {
    expect(parseOne('a: x\ud800y\n').problems.map(({ reason, range }) => [reason, range.start])).toEqual([
      ['CONTROL_CHARACTER', 4],
    ]);
  });

  test.each([
    ['a NUL', 'kind: Stack\0'],
    ['many', `\u007fELF${'\u0001\u0002'.repeat(40)}`],
    ['bytes', 'PK\u0003\u0004\ufffd\ufffd\u0000'],
  ])('%s: the file is not read', (_, text) => {
    const document = parseOne(text);
    expect(document.root).toBeUndefined();
    expect(document.problems.map(({ kind, reason, message }) => [kind, reason, message])).toEqual([
      ['encoding', 'BINARY', 'This file is not text. Open a manifest that is saved as UTF-8.'],
    ]);
  });

  test('in a stream the problem belongs to the document it is in', () => {
    expect(parseYaml('a: 1\n---\nb: \u0007\n---\nc: 1\n').documents.map(({ problems }) => problems.length)).toEqual([
      0, 1, 0,
    ]);
  });
});
