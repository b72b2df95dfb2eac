/** What is put into texts: all that YAML gives a meaning to, all that files should not hold, and what is too much of something. */

/** Marks, and the beginnings of things. */
export const MARKS = [
  ...[
    ':',
    ': ',
    ' :',
    '-',
    '- ',
    '? ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '#',
    ' # ',
    '|',
    '>',
    '|+\n',
    '>-2\n',
    '&a ',
    '*a',
  ],
  ...[
    '*',
    '&',
    '!',
    '!!str ',
    '!<tag:x> ',
    '%YAML 1.2\n---\n',
    '%TAG ! x\n',
    '---\n',
    '...\n',
    '--- ',
    '<<: ',
    '<<: *a\n',
    '@',
    '`',
  ],
  ...[
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\n\r',
    '\t',
    '\t\t',
    ' ',
    '    ',
    '\n  ',
    '\n\t',
    ' \n',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u00a0',
  ],
  ...[
    '~',
    'null',
    'true',
    'yes',
    '0x1F',
    '1e3',
    '.inf',
    '1_000',
    '12:30:45',
    '2026-11-24',
    '0o7',
    '+1',
    '.5',
    '1.30',
    '=',
    '<<',
  ],
];

/** Characters that are no text, and those that take two places. */
export const STRANGE = [
  ...[
    '\u0000',
    '\u0001',
    '\u0007',
    '\u001b',
    '\u007f',
    '\ud800',
    '\udc00',
    '\udfff\ud800',
    '\ufeff',
    '\ufffe',
    '\uffff',
    '\ufffd',
  ],
  ...[
    '\u{1f680}',
    '\u{10ffff}',
    'e\u0301',
    '\u202e',
    '\u200b',
    '\u0661',
    '\u0130',
    '\u00df',
    '\ufb01',
    'version\u0000',
    '\u4e2d\u6587',
  ],
];

/** Words of manifests and catalogs, and names that JavaScript gives a meaning to. */
export const WORDS = [
  ...[
    'apiVersion: stackpin/v1\n',
    'kind: Stack\n',
    'kind: Catalog\n',
    'components:\n',
    'environments:\n',
    'policy:\n',
    'extends:\n',
  ],
  ...[
    'extends: ./base.stack.yaml\n',
    'catalogs: [./own.catalog.yaml]\n',
    'metadata: {name: x}\n',
    'acknowledge:\n  - code: incompatible\n',
  ],
  ...[
    'kubernetes: 1.34.2\n',
    'istio: 1.27.4\n',
    'istio: 1.22.8\n',
    'postgresql: 17.5\n',
    'weave-net: 2.8.1\n',
    'cilium: "1.19"\n',
    'k8s',
  ],
  ...[
    'version: ',
    'component: ',
    'locked: true',
    'chart: ',
    'allow: ">=1.0"',
    '">=1.33 <1.35"',
    '^1.28',
    '1.x',
    '*',
    '~1.27',
    'latest',
  ],
  ...[
    '# stackpin-ignore incompatible: because\n',
    '# stackpin-ignore-next-line\n',
    '  # stackpin-ignore until 2027-01-01\n',
  ],
  ...[
    '__proto__: ',
    'constructor: ',
    'prototype: ',
    'toString: ',
    'hasOwnProperty: ',
    '__proto__: {polluted: true}\n',
    'length: ',
  ],
];

const indented = (levels: number, line: string): string =>
  Array.from({ length: levels }, (_, level) => ' '.repeat(level) + line).join('\n');

function bomb(levels: number, width: number, merging: boolean): string {
  const entry = (level: number): string => {
    const inner = Array(width)
      .fill(`*b${level - 1}`)
      .join(', ');
    return merging ? `b${level}: &b${level} {<<: [${inner}]}\n` : `b${level}: &b${level} [${inner}]\n`;
  };
  const first = merging ? 'b0: &b0 {k: v}\n' : 'b0: &b0 [x]\n';
  return first + Array.from({ length: levels }, (_, level) => entry(level + 1)).join('');
}

/** What is too much of something, by how much. */
export const BULKS: readonly ((size: number) => string)[] = [
  (size) => '['.repeat(size),
  (size) => '{a: '.repeat(size),
  (size) => '- '.repeat(size),
  (size) => '? '.repeat(size),
  (size) => `[${'{'.repeat(size)}${'}'.repeat(size)}]`,
  (size) => indented(Math.min(size, 400), 'a:'),
  (size) => `${indented(Math.min(size, 400), '- a:')}\n`,
  (size) => `long: ${'x'.repeat(size)}\n`,
  (size) => `long: "${'x '.repeat(size)}"\n`,
  (size) => `long: |\n${'  line\n'.repeat(size)}`,
  (size) => `? ${'k'.repeat(size)}\n: v\n`,
  (size) => '\n'.repeat(size),
  (size) => '\r\n'.repeat(size),
  (size) => '# comment\r\n'.repeat(size),
  (size) => `"key"\n${'# comment\r\n'.repeat(size)}`,
  (size) => '\t'.repeat(size),
  (size) => ' '.repeat(size),
  (size) => '"'.repeat(size),
  (size) => "'\n".repeat(size),
  (size) => '*a '.repeat(size),
  (size) => '&a '.repeat(size),
  (size) => '!t '.repeat(size),
  (size) => '---\n'.repeat(size),
  (size) => 'a: b: '.repeat(size),
  (size) =>
    `components:\n${Array.from({ length: Math.min(size, 300) }, (_, index) => `  c${index}: 1.0.${index}\n`).join('')}`,
  (size) => `components:\n${'  kubernetes: 1.34.2\n'.repeat(Math.min(size, 300))}`,
  (size) => bomb(Math.min(size, 12), 9, false),
  (size) => bomb(Math.min(size, 12), 9, true),
  (size) => `kubernetes: "${'>=1.0 <2 || '.repeat(Math.min(size, 500))}1"\n`,
];

/** By how much. Beyond this whole files are bulk, and test/manifest/bounds.test.ts has those. */
export const SIZES = [3, 30, 199, 201, 1_025, 5_000];
