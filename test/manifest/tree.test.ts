import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { type EntryNode, rangeOf, type TreeNode } from '../../server/src/manifest/tree.ts';
import { drawTree, parseOne } from './draw.ts';

describe('scalars', () => {
  test('keep the text that is written, whatever YAML makes of it', () => {
    const document = parseOne(`a: 1.30
b: 0x1F
c: 2024-01-01
d: 1e3
e: 3.10
f: ~
g: true
h: .inf
i: yes
j: 0o17
k: 8.0 U3
l: 1.33 || 1.35
m: ^1.34
n: -.5
o: "1.30"
p: 'it''s'
q: "tab\\tand \\u00e9"
`);
    expect(document.problems).toEqual([]);
    expect(drawTree(document)).toMatchInlineSnapshot(`
      "mapping
        a: plain "1.30" = 1.3 <1.30>
        b: plain "0x1F" = 31 <0x1F>
        c: plain "2024-01-01" <2024-01-01>
        d: plain "1e3" = 1000 <1e3>
        e: plain "3.10" = 3.1 <3.10>
        f: plain "~" = null <~>
        g: plain "true" = true <true>
        h: plain ".inf" = Infinity <.inf>
        i: plain "yes" <yes>
        j: plain "0o17" = 15 <0o17>
        k: plain "8.0 U3" <8.0 U3>
        l: plain "1.33 || 1.35" <1.33 || 1.35>
        m: plain "^1.34" <^1.34>
        n: plain "-.5" = -0.5 <-.5>
        o: double "1.30" <"1.30">
        p: single "it's" <'it''s'>
        q: double "tab\\tand é" <"tab\\tand \\u00e9">"
    `);
  });

  test('in blocks hold their content, and their range leaves the white space behind them out', () => {
    const document = parseOne(
      'a: |\n  one\n   two\n\n\nb: >-\n  folded\n  text\nc: |+\n  kept\n\n# comment\nd: plain\n  on two lines\n\n',
    );
    expect(document.problems).toEqual([]);
    expect(drawTree(document)).toMatchInlineSnapshot(`
      "mapping
        a: block "one\\n two\\n" <|
        one
         two>
        b: block "folded text" <>-
        folded
        text>
        c: block "kept\\n\\n" <|+
        kept>
        d: plain "plain on two lines" <plain
        on two lines>"
    `);
  });

  test('may be empty', () => {
    expect(drawTree(parseOne('a:\nb: ""\nc: !!str\nd: &x\ne: # comment\n'))).toMatchInlineSnapshot(`
      "mapping
        a: nothing
        b: double "" <"">
        c: plain tag:yaml.org,2002:str "" <>
        d: plain &x "" = null <>
        e: nothing"
    `);
  });

  test('with a tag keep it; a custom tag is no error', () => {
    const document = parseOne('a: !!str 1.30\nb: !Ref name\nc: !custom {d: 1}\n');
    expect(document.problems).toEqual([]);
    expect(drawTree(document)).toMatchInlineSnapshot(`
      "mapping
        a: plain tag:yaml.org,2002:str "1.30" <1.30>
        b: plain !Ref "name" <name>
        c: flow mapping !custom
          d: plain "1" = 1 <1>"
    `);
  });
});

describe('collections', () => {
  test('in blocks end with their last entry', () => {
    const document = parseOne(
      'components: # pins\n  istio:\n    version: 1.28.1 # newest\n    locked: true\n\n  # end\n\nextends:\n- ./a.yaml\n- ./b.yaml   \n',
    );
    const { root, text } = document;
    const sources = root?.kind === 'mapping' ? root.entries.map((entry) => cut(entry, text)) : [];
    expect(sources).toEqual([
      'components: # pins\n  istio:\n    version: 1.28.1 # newest\n    locked: true',
      'extends:\n- ./a.yaml\n- ./b.yaml',
    ]);
  });

  test('between brackets may stand on one line or many', () => {
    expect(
      drawTree(
        parseOne('a: {component: k3s, version: 1.34.2+k3s1}\nb: [x, "y",\n  z]\nc: {}\nd: []\ne: [{f: 1}, g: 2]\n'),
      ),
    ).toMatchInlineSnapshot(`
      "mapping
        a: flow mapping
          component: plain "k3s" <k3s>
          version: plain "1.34.2+k3s1" <1.34.2+k3s1>
        b: flow list
          plain "x" <x>
          double "y" <"y">
          plain "z" <z>
        c: flow mapping
        d: flow list
        e: flow list
          flow mapping
            f: plain "1" = 1 <1>
          flow mapping
            g: plain "2" = 2 <2>"
    `);
  });

  test('may have any keys', () => {
    expect(
      drawTree(
        parseOne('__proto__: 1\nconstructor: 2\n? a\n: b\n? [x, y]\n: z\n{q: r}: s\n"quoted key": t\n: u\n1.30: v\n'),
      ),
    ).toMatchInlineSnapshot(`
      "mapping
        __proto__: plain "1" = 1 <1>
        constructor: plain "2" = 2 <2>
        a: plain "b" <b>
        [x, y]: plain "z" <z>
        {q: r}: plain "s" <s>
        quoted key: plain "t" <t>
        : plain "u" <u>
        1.30: plain "v" <v>"
    `);
  });
});

describe('documents', () => {
  test('of a stream cover its text without gaps', () => {
    const text = '# first\na: 1\n...\n# between\n%YAML 1.2\n---\nb: 2\n---\n---\n# last\n';
    const { documents } = parseYaml(text);
    expect(documents.map(({ index, range }) => [index, text.slice(range.start, range.end)])).toEqual([
      [0, '# first\na: 1\n...\n# between\n'],
      [1, '%YAML 1.2\n---\nb: 2\n'],
      [2, '---\n'],
      [3, '---\n# last\n'],
    ]);
    expect(documents.map(({ comments }) => comments.map((comment) => comment.text))).toEqual([
      [' first', ' between'],
      [],
      [],
      [' last'],
    ]);
    expect(documents.map(({ root }) => root?.kind)).toEqual(['mapping', 'mapping', undefined, undefined]);
    expect(documents.every((document) => document.text === text)).toBe(true);
  });

  test('an end marker ends a document and begins none', () => {
    expect(parseYaml('a: 1\n...\n').documents.map(({ range }) => range)).toEqual([{ start: 0, end: 9 }]);
    expect(parseYaml('a: 1\n...\n---\n').documents.map(({ range }) => range)).toEqual([
      { start: 0, end: 9 },
      { start: 9, end: 13 },
    ]);
  });

  test('comments stand where their # is', () => {
    const text = 'a: 1 # one\n# two\nb: "# not" # three\nc: |\n  # not\nd: [ # four\n  1]\n';
    const { comments } = parseOne(text);
    expect(comments.map(({ range, text: content }) => [text.slice(range.start, range.end), content])).toEqual([
      ['# one', ' one'],
      ['# two', ' two'],
      ['# three', ' three'],
      ['# four', ' four'],
    ]);
  });

  test.each([
    ['an empty file', ''],
    ['white space', ' \n\n'],
    ['a comment', '# nothing\n'],
    ['a byte order mark', '\ufeff'],
    ['a document marker', '---\n'],
    ['an end marker', '...\n # comment'],
  ])('%s is one document without a root', (_, text) => {
    const document = parseOne(text);
    expect([document.index, document.range, document.root, document.problems]).toEqual([
      0,
      { start: 0, end: text.length },
      undefined,
      [],
    ]);
  });

  test.each([
    ['CRLF', 'a: 1\r\nb:\r\n  c: "x"\r\n  d: y z\r\n'],
    ['CR', 'a: 1\rb:\r  c: "x"\r  d: y z\r'],
    ['a byte order mark', '\ufeffa: 1\nb:\n  c: "x"\n  d: y z\n'],
  ])('with %s have the same tree', (_, text) => {
    const document = parseOne(text);
    expect(document.problems).toEqual([]);
    expect(drawTree(document)).toBe(`mapping
  a: plain "1" = 1 <1>
  b: mapping
    c: double "x" <"x">
    d: plain "y z" <y z>`);
  });

  test('count in UTF-16 units', () => {
    const text = '"😀": 1\ncomponents:\n  kubernetes: "1.34" # 😀\n  helm: 3\n';
    const document = parseOne(text);
    expect(drawTree(document)).toBe(`mapping
  😀: plain "1" = 1 <1>
  components: mapping
    kubernetes: double "1.34" <"1.34">
    helm: plain "3" = 3 <3>`);
  });
});

describe('segments', () => {
  test('begin with the line of each entry of the document, of components, and of environments and what they hold', () => {
    const text =
      'kind: Stack\ncomponents:\n  istio:\n    version: 1.28.1\n  helm: 3\nenvironments:\n  production:\n    components:\n      helm: 4\n';
    const { root } = parseOne(text);
    expect(segmentsOf(root)).toEqual([
      ['kind', 'kind', 0],
      ['components', 'components', 0],
      ['istio', '  istio', 2],
      ['version', '  istio', 13],
      ['helm', '  helm', 2],
      ['environments', 'environments', 0],
      ['production', '  production', 2],
      ['components', '    components', 4],
      ['helm', '      helm', 6],
    ]);

    function segmentsOf(node: TreeNode | undefined): unknown[] {
      if (node?.kind !== 'mapping') return [];
      return node.entries.flatMap((entry) => [
        [entry.key.text, /^ *\w+/.exec(text.slice(entry.segment.offset))?.[0], entry.from],
        ...segmentsOf(entry.value),
      ]);
    }
  });

  test('are moved by changing one number', () => {
    const { root } = parseOne('components:\n  istio:\n    version: 1.28.1\n');
    const istio = entry(entry(root, 'components')?.value, 'istio');
    const version = entry(istio?.value, 'version')?.value;
    if (istio === undefined || version === undefined) throw new Error('The tree lacks the pin.');
    istio.segment.offset += 100;
    expect([rangeOf(istio), rangeOf(version)]).toEqual([
      { start: 114, end: 140 },
      { start: 134, end: 140 },
    ]);
  });

  test('of a components mapping between brackets are the one of its entry', () => {
    const { root } = parseOne('components: {istio: 1, helm: 3}\n');
    expect(entry(entry(root, 'components')?.value, 'helm')?.segment).toBe(entry(root, 'components')?.segment);
  });
});

describe('anchors, aliases and merge keys', () => {
  test('are followed to where the value is written', () => {
    const document = parseOne('base: &base {version: 1.28.1}\ncopy: *base\nlist: &list [1]\nlists: [*list, *list]\n');
    expect(document.problems).toEqual([]);
    expect(drawTree(document)).toMatchInlineSnapshot(`
      "mapping
        base: flow mapping &base
          version: plain "1.28.1" <1.28.1>
        copy: alias base: mapping
        list: flow list &list
          plain "1" = 1 <1>
        lists: flow list
          alias list: sequence
          alias list: sequence"
    `);
    const { root } = document;
    const copy = entry(root, 'copy')?.value;
    expect(copy?.kind === 'alias' && copy.target).toBe(entry(root, 'base')?.value);
  });

  test('an anchor that is written again counts from there on', () => {
    const { root } = parseOne('a: &x 1\nb: *x\nc: &x 2\nd: *x\n');
    expect(['b', 'd'].map((key) => textOf(entry(root, key)?.value))).toEqual(['1', '2']);
  });

  test('merged entries stand where they are written, and what is written in the mapping itself wins', () => {
    const text =
      'd: &d {version: 1, locked: true}\ne: &e {version: 2, notes: x}\nm:\n  <<: [*d, *e]\n  locked: false\n';
    const document = parseOne(text);
    expect(document.problems).toEqual([]);
    const merged = entry(document.root, 'm')?.value;
    if (merged?.kind !== 'mapping') throw new Error('There is no mapping.');
    expect(merged.entries.map((one) => [cut(one, text), rangeOf(one).start])).toEqual([
      ['locked: false', 82],
      ['version: 1', 7],
      ['notes: x', 52],
    ]);
    expect(merged.merges?.map((one) => cut(one, text))).toEqual(['<<: [*d, *e]']);
  });

  test('merge keys are followed through merge keys', () => {
    const { root } = parseOne('a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b, z: 3}\n');
    const value = entry(root, 'c')?.value;
    expect(value?.kind === 'mapping' && value.entries.map(({ key }) => key.text)).toEqual(['z', 'y', 'x']);
  });

  test('a quoted "<<" is a key like any other', () => {
    const value = parseOne('a: &a {x: 1}\nb: {"<<": *a}\n').root;
    const b = entry(value, 'b')?.value;
    expect(b?.kind === 'mapping' && [b.entries.map(({ key }) => key.text), b.merges]).toEqual([['<<'], undefined]);
  });
});

function entry(node: TreeNode | undefined, key: string): EntryNode | undefined {
  return node?.kind === 'mapping' ? node.entries.find((one) => one.key.text === key) : undefined;
}

function textOf(node: TreeNode | undefined): string | undefined {
  const target = node?.kind === 'alias' ? node.target : node;
  return target?.kind === 'scalar' ? target.text : undefined;
}

function cut(node: Parameters<typeof rangeOf>[0], text: string): string {
  const { start, end } = rangeOf(node);
  return text.slice(start, end);
}
