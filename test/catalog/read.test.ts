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
    ['', ['1: The file is empty. A catalog begins with "apiVersion: stackpin/v1" and "kind: Catalog".']],
    ['- a\n- b\n', ['1: The file has to be a mapping.']],
    ['kind: Stack\ncomponents: {}\n', ['1: The file lacks "apiVersion". Add it.', '1: "kind" has to be "Catalog".']],
    [
      'apiVersion: stackpin/v1\nkind: Catalog\ncomponents:\n  Kube Proxy: {}\n',
      ['3: "components" has to hold an id of lower-case letters, digits, dots and dashes, such as "cert-manager".'],
    ],
    ['a: &x {}\nb: *x\n', ['1: Anchors and aliases are not read in a catalog. Write the values out.']],
  ])('%j', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test('broken YAML', () => {
    const [problem, ...others] = readCatalog('apiVersion: stackpin/v1\nkind: [Catalog\n').problems;
    expect(others).toEqual([]);
    expect(problem?.message).toMatch(/^This is no valid YAML: /);
    expect(problem?.line).toBe(3);
  });

  test('duplicate keys', () => {
    expect(problemsOf(`${HEAD}  one: {}\n  one: {}\n`)).toEqual([
      '10: This is no valid YAML: map keys must be unique.',
    ]);
  });

  test('unknown keys, with the one that was meant', () => {
    expect(inComponent('    compatability: []\n    colour: red\n')).toEqual([
      '10: The key "compatability" is not known in "gateway". Did you mean "compatibility"?',
      '11: The key "colour" is not known in "gateway". Remove it.',
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
`).map((problem) => problem.replace(/infrastructure, .*, tool/, '...')),
    ).toEqual([
      '10: "layer" has to be one of: ....',
      '11: "homepage" has to be an address that begins with https://.',
      '12: "status" has to be one of: active, maintenance, retired, archived.',
      '16: "released" has to be a date such as 2026-11-23.',
      '17: "complete" has to be true or false.',
      '18: "count" has to be a whole number.',
    ]);
  });

  test('a level with the range of another', () => {
    expect(
      inComponent(`    compatibility:
      - {when: "*", with: kubernetes, level: broken, supported: "<1.22"}
      - {when: "*", with: kubernetes, level: tested, breaks: ">=1.22"}
`),
    ).toEqual([
      '11: This entry lacks "breaks". Add it.',
      '11: "supported" does not go with this level. See "Levels" in the catalog format.',
      '12: "breaks" does not go with this level. See "Levels" in the catalog format.',
      '12: This entry lacks "tested". Add it.',
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

test('a byte order mark and Windows line ends do no harm', () => {
  const { catalog, problems } = readCatalog(`\uFEFF${HEAD}  one: {name: One}\n`.replaceAll('\n', '\r\n'));
  expect(problems).toEqual([]);
  expect(catalog?.components).toEqual([{ id: 'one', name: 'One' }]);
});

test('hostile input gives problems, never an exception', () => {
  expect(readCatalog('['.repeat(20_000)).catalog).toBeUndefined();
  expect(readCatalog(`${HEAD}  one: ${'{a: '.repeat(100)}1${'}'.repeat(100)}\n`).problems).toEqual([
    { message: 'The file is nested too deeply for a catalog.', line: 1 },
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
