import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCatalog } from '../../server/src/catalog/read.ts';

const HEAD = `apiVersion: stackpin/v1
kind: Catalog
metadata:
  name: acme
  version: "3"
  updated: 2026-11-20
  source: https://wiki.example.com/platform
components:
`;

test('a catalog of one in-house component', () => {
  const { catalog, problems } = readCatalog(`${HEAD}  in-house-gateway:
    name: In-house gateway
    layer: ingress
    versions:
      lines:
        - line: 3.10
          released: 2026-10-01
          complete: true
          versions: [3.10.0, 3.10.1]
    supportPolicy: {kind: latest-minors, count: 2}
    compatibility:
      - when: ">=3.10"
        with: kubernetes
        level: required
        supported: ">=1.30"
        note: Uses an API that came with 1.30.
        source: https://wiki.example.com/gateway
        checked: 2026-11-01
`);
  expect(problems).toEqual([]);
  expect(catalog?.metadata).toEqual({ name: 'acme', version: '3', updated: '2026-11-20' });
  const SOURCE = { source: 'https://wiki.example.com/platform', checked: '2026-11-20' };
  expect(JSON.parse(JSON.stringify(catalog?.components))).toEqual([
    {
      id: 'in-house-gateway',
      name: 'In-house gateway',
      layer: 'ingress',
      versions: {
        scheme: 'semver',
        ...SOURCE,
        // Unquoted 3.10 is the line 3.10, not the number 3.1.
        lines: [{ line: '3.10', released: '2026-10-01', complete: true, versions: ['3.10.0', '3.10.1'] }],
      },
      supportPolicy: { kind: 'latest-minors', count: 2, ...SOURCE },
      compatibility: [
        {
          when: '>=3.10',
          with: 'kubernetes',
          level: 'required',
          supported: '>=1.30',
          note: 'Uses an API that came with 1.30.',
          source: 'https://wiki.example.com/gateway',
          checked: '2026-11-01',
        },
      ],
    },
  ]);
});

test('versions are read by their text, whatever YAML makes of them', () => {
  const { catalog } = readCatalog(`${HEAD}  odd:
    versions:
      scheme: calendar
      lines: [{line: 1.30, versions: [1.30, 1e3, 0x1F, 2024-01-01, 0123, ~1, true]}]
`);
  expect(catalog?.components[0]?.versions?.lines).toEqual([
    { line: '1.30', versions: ['1.30', '1e3', '0x1F', '2024-01-01', '0123', '~1', 'true'] },
  ]);
});

describe('problems say where and what to do', () => {
  const problemsOf = (text: string) => readCatalog(text).problems.map(({ message, line }) => `${line}: ${message}`);
  const inComponent = (text: string) => problemsOf(`${HEAD}  gateway:\n${text}`);

  test.each([
    [
      '',
      [
        '1: This document is empty. A catalog begins with "apiVersion: stackpin/v1" and "kind: Catalog", and describes its components under "components".',
      ],
    ],
    ['- a\n- b\n', ['1: A catalog has to be a mapping, not a list. Write "key: value" lines without "- ".']],
    ['kind: Stack\ncomponents: {a: 1}\n', ['1: "kind" has to be "Catalog", not "Stack".']],
    [
      'kind: Catalogue\ncomponents: {}\n',
      ['1: "apiVersion" is missing. Add "apiVersion: stackpin/v1".', '1: "kind" has to be "Catalog", not "Catalogue".'],
    ],
    [
      'apiVersion: stackpin/v1\nkind: Catalog\ncomponents:\n  Kube Proxy: {}\n',
      [
        '4: "Kube Proxy" is no id. Write at most 64 lower-case letters, digits, dots and dashes, such as "cert-manager".',
      ],
    ],
    [
      `${HEAD}  one: {}\n---\n${HEAD}  two: {}\n`,
      ['11: A file holds one catalog. Move what stands behind the "---" above into a file of its own.'],
    ],
  ])('%j', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test('broken YAML', () => {
    expect(problemsOf('apiVersion: stackpin/v1\nkind: [Catalog\n')).toEqual([
      '2: "[" is not closed. Add "]", or indent the lines that belong between them.',
    ]);
  });

  test('duplicate keys', () => {
    const [problem] = readCatalog(`${HEAD}  one: {}\n  one: {}\n`).problems;
    expect(problem).toEqual({
      code: 'yaml',
      message:
        '"one" is written twice in this mapping. Remove or rename one: YAML readers differ in which one they take.',
      line: 10,
      path: [],
      range: { start: HEAD.length + 12, end: HEAD.length + 15 },
      first: { start: HEAD.length + 2, end: HEAD.length + 5 },
    });
  });

  test('unknown keys, with the one that was meant', () => {
    expect(inComponent('    compatability: []\n    colour: red\n')).toEqual([
      '10: Unknown key "compatability" in "gateway". Did you mean "compatibility"?',
      '11: Unknown key "colour" in "gateway". Known keys are name, layer, description, homepage, repository, license, status, retirement, successors, aliases, provides, replace and 11 others.',
    ]);
  });

  test('wrong values', () => {
    expect(
      inComponent(`    layer: mesh
    homepage: example.com
    status:
    versions:
      lines:
        - line: "1"
          released: 1 May 2026
          complete: maybe
    supportPolicy: {kind: latest-minors, count: few}
    series: {of: openstack, apart: -1}
`).map((problem) => problem.replace(/infrastructure, .*, tool/, '...')),
    ).toEqual([
      '10: "layer" has to be one of ..., not "mesh".',
      '11: "homepage" has to look like https://kubernetes.io/releases/version-skew-policy/, not "example.com".',
      '12: "status" has to be one of active, maintenance, retired, archived, not empty.',
      '16: "released" has to look like 2026-11-23, not "1 May 2026".',
      '17: "complete" has to be true or false, not "maybe".',
      '18: "count" has to be a whole number, not "few".',
      '19: "apart" has to be at least 0, not the number -1.',
    ]);
  });

  test('a level with the range of another', () => {
    const advice = 'Level "broken" takes "breaks", "tested" takes "tested", the others "supported".';
    expect(
      inComponent(`    compatibility:
      - {when: "*", with: kubernetes, level: broken, supported: "<1.22"}
      - {when: "*", with: kubernetes, level: tested, breaks: ">=1.22"}
`),
    ).toEqual([
      '11: "breaks" is missing in an item of "compatibility". Add "breaks:" and a value.',
      `11: "supported" does not go with the level of this rule. ${advice}`,
      '12: "tested" is missing in an item of "compatibility". Add "tested:" and a value.',
      `12: "breaks" does not go with the level of this rule. ${advice}`,
    ]);
  });

  test('statements that nobody makes', () => {
    const bare = 'apiVersion: stackpin/v1\nkind: Catalog\ncomponents:\n  gateway:\n    compatibility:\n';
    expect(problemsOf(`${bare}      - {when: "*", with: kubernetes, level: supported, supported: ">=1.30"}\n`)).toEqual(
      [
        '6: This compatibility rule has no source. Write the address of the page that says so as "source" here or under "metadata".',
      ],
    );
    expect(
      problemsOf(
        `${bare}      - {when: "*", with: kubernetes, level: supported, supported: ">=1.30", source: "https://a.example"}\n`,
      ),
    ).toEqual([
      '6: This compatibility rule has no date. Write the day on which its source was read as "checked" here, or as "updated" under "metadata".',
    ]);
  });
});

test('keys of JavaScript objects are keys like any other', () => {
  const { catalog, problems } = readCatalog(`${HEAD}  constructor: {name: Constructor}\n  to-string: {}\n`);
  expect(problems).toEqual([]);
  expect(catalog?.components.map(({ id }) => id)).toEqual(['constructor', 'to-string']);
  expect(readCatalog(`${HEAD}  __proto__: {name: x}\n`).problems).toHaveLength(1);
});

test('anchors, aliases and merge keys are followed', () => {
  const { catalog, problems } = readCatalog(`${HEAD}  one:
    compatibility:
      - &rule {when: "*", with: kubernetes, level: supported, supported: ">=1.30"}
      - {<<: *rule, with: istio}
`);
  expect(problems).toEqual([]);
  expect(catalog?.components[0]?.compatibility?.map((rule) => [rule.with, rule.supported])).toEqual([
    ['kubernetes', '>=1.30'],
    ['istio', '>=1.30'],
  ]);
});

test('what nothing is wrong with can be read beside what something is wrong with', () => {
  const { catalog, readable, problems } = readCatalog(`${HEAD}  one: {name: One}
  two:
    nmae: Two
    layer: ingress
  three:
    name: Three
    compatibility: [{when: "*"}]
  four:
    layer: tool
    name: "Four
  Five: {name: Five}
  six: 6
  seven: {name: Seven}
`);
  expect(problems.map(({ path, line }) => [path.join('.'), line])).toEqual([
    ['components.two.nmae', 11],
    ['', 18],
    ['components.Five', 19],
    ['components.six', 20],
  ]);
  expect(catalog).toBeUndefined();
  expect(readable.components).toEqual([
    { id: 'one', name: 'One' },
    { id: 'two', layer: 'ingress' },
    { id: 'three', name: 'Three' },
    { id: 'four', layer: 'tool' },
    { id: 'seven', name: 'Seven' },
  ]);
});

test('a byte order mark and Windows line ends do no harm', () => {
  const { catalog, problems } = readCatalog(`\uFEFF${HEAD}  one: {name: One}\n`.replaceAll('\n', '\r\n'));
  expect(problems).toEqual([]);
  expect(catalog?.components).toEqual([{ id: 'one', name: 'One' }]);
});

test('hostile input gives problems, never an exception', () => {
  expect(readCatalog('['.repeat(20_000)).catalog).toBeUndefined();
  const deep = readCatalog(`${HEAD}  one: ${'{name: '.repeat(300)}1${'}'.repeat(300)}\n`).problems;
  expect(deep.map(({ message }) => message)).toEqual([
    'This is nested deeper than 200 levels. Nothing from here on is read; flatten it.',
  ]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(readCatalog(text).catalog).toBeUndefined();
    }),
  );
  fc.assert(
    fc.property(fc.nat(HEAD.length), fc.string({ maxLength: 5 }), (at, junk) => {
      const { catalog, problems } = readCatalog(`${HEAD.slice(0, at)}${junk}${HEAD.slice(at)}  one: {name: One}\n`);
      expect(catalog === undefined).toBe(problems.length > 0);
    }),
  );
});
