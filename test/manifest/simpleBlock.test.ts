/** What is read without the YAML parser is read as it would read it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_ANCHORS } from '../../server/src/manifest/anchors.ts';
import { halfWrittenKey } from '../../server/src/manifest/halfWrittenKey.ts';
import { parseAnyBlock, parseBlock } from '../../server/src/manifest/parseBlock.ts';
import { simpleBlock } from '../../server/src/manifest/simpleBlock.ts';

/** Values of each kind that are drawn. */
const RUNS = 1_500;

/** Both readings of a block. */
function readings(text: string): readonly [unknown, unknown] {
  const read = (parse: typeof parseBlock) => parse(text, { offset: 0 }, true, NO_ANCHORS);
  return [read(parseBlock), read(parseAnyBlock)];
}

const key = fc.constantFrom('a', 'istio', 'cert-manager', 'version', '1.2', 'null', 'x/y', 'y', 'a.b', '0', 'true');
const value = fc.constantFrom(
  ...[
    '1.28.1',
    '1.30',
    '1e3',
    '0x1F',
    '0o17',
    'null',
    'Null',
    'true',
    'FALSE',
    'no',
    '3',
    '12:30',
    'two words',
    'v1.2',
  ],
  ...[
    'https://charts.example/a',
    'a:b',
    'a: b',
    'a #b',
    'a#b',
    '~',
    '"a"',
    "'a'",
    '&a b',
    '*a',
    '!t a',
    '|',
    '>-',
    '{a: b}',
    '{ a: 1.30,b: x/y:z , c: d}',
    '{a: b, a: c}',
    '{a: b,}',
    '{a:b}',
    '{a}',
    '[ a, 1.2 ,b:c]',
    '[a, b: c]',
    '[a,]',
    '"a: #b {" ',
    '\'it is "1.30"\'',
    '""',
    "''",
    "'it''s'",
    '"\\n"',
    '"a" b',
    '"a" # b',
    '|  ',
    '|-',
    '|2',
  ],
  ...[
    '[a]',
    '- a',
    '',
    'a b',
    'a-',
    'a+1',
    '2001-01-01',
    '.5',
    '5.',
    '-1',
    'é',
    '<<',
    '? a',
    '@a',
    '%a',
    '1_000',
    'a\tb',
    'a,',
    'a]',
  ],
);
const anyText = fc.string({ unit: fc.constantFrom(...'a1 .:-+/~!$%&()*,;<=>?@^|_'), maxLength: 8 });
const line = fc.record({
  indent: fc.constantFrom(0, 1, 2, 2, 2, 4, 4, 6),
  key,
  separator: fc.constantFrom(': ', ': ', ': ', ':', ':  ', ' : ', ' '),
  value: fc.oneof(value, anyText),
});
const lines = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: line },
    fc.constantFrom(
      '',
      ' ',
      '# c',
      '    text: of a block',
      '      # no comment',
      '     é — ✓ ',
      '  # c',
      '---',
      '...',
      '\t',
      '  - a',
    ),
  ),
  { maxLength: 7 },
);
const block = fc.record({
  first: fc.nat({ max: 3 }),
  key,
  value: fc.oneof(fc.constant(''), value),
  lines,
  end: fc.constantFrom('\n', '\r\n', '\r'),
});

test('any entry comes out the same, with or without the YAML parser', () => {
  let simple = 0;
  fc.assert(
    fc.property(block, ({ first, key: name, value: own, lines: below, end }) => {
      const rest = below.map((one) =>
        typeof one === 'string' ? one : `${' '.repeat(first + one.indent)}${one.key}${one.separator}${one.value}`,
      );
      const text = [`${' '.repeat(first)}${name}:${own === '' ? '' : ` ${own}`}`, ...rest, ''].join(end);
      const [ours, theirs] = readings(text);
      expect(ours).toEqual(theirs);
      if (simpleBlock(text, { offset: 0 }) !== undefined) simple += 1;
    }),
    { numRuns: 4_000 },
  );
  // Otherwise this test would compare the parser with itself.
  expect(simple).toBeGreaterThan(200);
});

const begun = fc
  .tuple(
    fc.constantFrom('', ' ', '  ', '  ', '\t'),
    fc.string({ unit: fc.constantFrom(...'aB0a1.-_/a :\u00e9#&"'), minLength: 1, maxLength: 6 }),
    fc.array(fc.constantFrom('', ' ', '   ', '\t', '# c', '  # c', '   a', '    a: b'), { maxLength: 3 }),
    fc.constantFrom('', '\n', '\n', '\r\n', '\n   '),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([indentation, name, below, last, end]) => [indentation + name, ...below].join(end) + last);

test('a key without its colon comes out the same', () => {
  let short = 0;
  fc.assert(
    fc.property(begun, (text) => {
      const [ours, theirs] = readings(text);
      expect(ours).toEqual(theirs);
      if (halfWrittenKey(text, { offset: 0 }) !== undefined) short += 1;
    }),
    { numRuns: RUNS },
  );
  expect(short).toBeGreaterThan(RUNS / 20);
});

test.each([['  istio\n'], ['  cert-manager \r\n\r\n'], ['1.2'], ['  a/b_c.d  \n  \n']])(
  '%j is read without it',
  (text) => expect(halfWrittenKey(text, { offset: 0 })).toBeDefined(),
);

const inBrackets = fc
  .tuple(
    fc.constantFrom('{', '['),
    fc.array(
      fc.oneof(
        {
          weight: 12,
          arbitrary: fc.constantFrom('a: 1.30', 'b: x/y', 'c: d:e', 'a', '1.2', 'b', ', ', ', ', ',', ', '),
        },
        fc.string({ unit: fc.constantFrom(...'a1 .:,-{}[]"\'#&*!|>?%@`'), maxLength: 4 }),
      ),
      { maxLength: 6 },
    ),
    fc.constantFrom('}', ']', '} ', '}\n  ', ''),
  )
  .map(([open, parts, close]) => `    v: ${open}${parts.join('')}${close}`);
const inQuotes = fc
  .tuple(
    fc.constantFrom('"', "'"),
    fc.string({ unit: fc.constantFrom(...'a1 .:#{}\\\'"\u00e9'), maxLength: 6 }),
    fc.constantFrom('"', "'"),
  )
  .map(([open, text, close]) => `    v: ${open}${text}${close}`);
const inBlock = fc
  .tuple(
    fc.constantFrom('|', '|', '|', '| ', '|-', '>', '|+'),
    fc.array(
      fc.tuple(
        fc.constantFrom(6, 6, 6, 6, 8, 5, 4, 2, 0),
        fc.constantFrom(
          'text',
          '# no comment',
          'a: b',
          '- c',
          'é — ✓ ',
          '',
          '',
          ' ',
          '\t',
          '...',
          '\ud83d\ude00',
          '\u0007',
        ),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([head, below]) =>
    [`    v: ${head}`, ...below.map(([indent, text]) => (text === '' ? '' : ' '.repeat(indent) + text))].join('\n'),
  );

const withoutPartner = fc
  .tuple(
    fc.constantFrom('"', "'"),
    fc.string({ unit: fc.constantFrom(...'a1. :-*&!,<=~|>%@/#"\''), maxLength: 6 }),
    fc.constantFrom('', '', '', ' ', '  ', ' # c'),
    fc.array(
      fc.constantFrom(
        ...[
          '    w: 1',
          '    w: "a"',
          "    w: 'a",
          '    w: "a',
          '      w: a',
          '  w: a',
          '    more',
          '      more',
          '    # c',
        ],
        ...['', ' ', '    - a', '    w: it"s', "    w: it's", '    w: [a]', '    "w": a', '    w: {a: "b"}', "   '"],
      ),
      { maxLength: 3 },
    ),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([quote, text, behind, below, end]) => [`    v: ${quote}${text}${behind}`, ...below].join(end));

test.each([
  ['brackets', inBrackets],
  ['quotation marks', inQuotes],
  ['a quotation mark without a partner', withoutPartner],
  ['a block', inBlock],
])('any value in %s comes out the same', (_, values) => {
  let simple = 0;
  fc.assert(
    fc.property(
      values,
      fc.constantFrom('', '\n', '\n    w: 1\n', '\n\n    w: |\n      z\n', '\n  # c\n'),
      (own, below) => {
        const text = `  istio:\n${own}${below}`;
        const [ours, theirs] = readings(text);
        expect(ours).toEqual(theirs);
        if (simpleBlock(text, { offset: 0 }) !== undefined) simple += 1;
      },
    ),
    { numRuns: RUNS },
  );
  expect(simple).toBeGreaterThan(RUNS / 100);
});

test.each([
  ['  istio: 1.28.1\n'],
  ['  istio:\n    version: 1.28.1\n\n'],
  ['  istio:\r\n    version: 1.28.1\r\n    chart:\r\n      name: base\r\n    locked: true\r\n'],
  ['  istio:\n    values:\n      replicas: 3\n    notes: held until spring\n    empty:\n'],
  ['components:\n'],
  ['  istio:   1.28.1   '],
  ['  istio: "1.28.1"\n'],
  ["  istio:\r\n    version: '1.28'  \r\n"],
  ['  istio: "1.28.1\n'],
  ["  istio: '"],
  ['  istio: ">=1.28 <1.30'],
  ["  istio:\n    version: '1.28 \r\n    notes: a\n    locked: true\n"],
  ['  istio:\n    labels: {team: a, tier: b/c}\n    names: [a, 1.30]\n'],
  ['  istio:\n    notes: |\n      Held — until ✓\n        # spring\n\n      and on\n\n    version: 1.28.1\n'],
])('%j is read without it', (text) => {
  expect(simpleBlock(text, { offset: 0 })).toBeDefined();
  const [ours, theirs] = readings(text);
  expect(ours).toEqual(theirs);
});

test.each([
  ['  istio: "1.28\\n"\n'],
  ['  istio:\n    a: {b: c, b: d}\n'],
  ['  istio:\n    a: |\n      b\n     c\n'],
  ['  istio:\n    a: |\n      b\n    # c\n'],
  ['  istio:\n    a: |\n      b'],
  ['  istio: 1.28.1 # why\n'],
  ['  istio: 1.28.1\n    more\n'],
  ['  istio: 1.28.1\n    more: 1\n'],
  ['  istio:\n    a: 1\n    a: 2\n'],
  ['  istio:\n    a: 1\n   b: 2\n'],
  ['  istio: *mesh\n'],
  ['  istio: "1.28.1\n    more\n'],
  ['  istio:\n    version: "1.28\n    notes: a"\n'],
  ['  istio: "1.28 # why\n'],
  ['  istio:\n  helm: 1\n'],
  [`  ${'a'.repeat(1_100)}: 1\n`],
])('%j is left to it', (text) => {
  expect(simpleBlock(text, { offset: 0 })).toBeUndefined();
});
