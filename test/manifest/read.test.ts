import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { readStack, readStacks } from '../../server/src/manifest/read.ts';
import type { PinEntry, StackManifest } from '../../server/src/manifest/stack.ts';
import { rangeOf } from '../../server/src/manifest/tree.ts';
import { parseOne } from './draw.ts';

const read = (text: string): StackManifest => readStack(parseOne(text));

/** A pin in a line. */
function describePin({ instance, component, version, removed, locked, layer }: PinEntry): string {
  const what = component === instance ? instance : `${instance} (${component})`;
  const marks = [removed ? 'removed' : '', locked ? 'locked' : '', layer ?? ''].filter((mark) => mark !== '');
  return [what, version?.text ?? '-', ...marks].join(' ');
}

test('a whole manifest', () => {
  const text = `apiVersion: stackpin/v1
kind: Stack
metadata: {name: payments-platform}
extends: [./base.stack.yaml, ./more.stack.yaml]
catalogs:
  - ./acme.catalog.yaml
components:
  kubernetes: 1.34.2
  containerd: "2.1"
  helm: ">=3.18 <5"
  istio:
    version: 1.28.1
    locked: true
    layer: ingress
  reporting-db:
    component: postgresql
    version: "17.6"
  kubernetes-edge: {component: k3s, version: 1.34.2+k3s1}
environments:
  production:
    components:
      kubernetes: 1.30
      helm: null
  staging: {components: {istio: {version: 1.29.0}}}
policy:
  supportWindow: 30d
  prereleases: allow
  unpinned: deny
`;
  const stack = read(text);
  expect([stack.apiVersion?.text, stack.kind?.text, stack.name]).toEqual(['stackpin/v1', 'Stack', 'payments-platform']);
  expect(stack.extends.map((path) => path.text)).toEqual(['./base.stack.yaml', './more.stack.yaml']);
  expect(stack.catalogs.map((path) => path.text)).toEqual(['./acme.catalog.yaml']);
  expect(stack.components.map(describePin)).toEqual([
    'kubernetes 1.34.2',
    'containerd 2.1',
    'helm >=3.18 <5',
    'istio 1.28.1 locked ingress',
    'reporting-db (postgresql) 17.6',
    'kubernetes-edge (k3s) 1.34.2+k3s1',
  ]);
  expect(stack.environments.map(({ name, components }) => [name, components.map(describePin)])).toEqual([
    ['production', ['kubernetes 1.30', 'helm - removed']],
    ['staging', ['istio 1.29.0']],
  ]);
  expect(stack.policy).toEqual({ supportWindow: 30, prereleases: 'allow', unpinned: 'deny' });
  expect(stack.componentsEntry?.key.text).toBe('components');
  expect(stack.componentsNode?.entries.length).toBe(6);
  const cut = (node: Parameters<typeof rangeOf>[0] | undefined) =>
    node && text.slice(rangeOf(node).start, rangeOf(node).end);
  const database = stack.components[4];
  expect([cut(database?.key), cut(database?.componentNode), cut(database?.version)]).toEqual([
    'reporting-db',
    'postgresql',
    '"17.6"',
  ]);
});

describe('pins', () => {
  test('without a version yet are pins; only a written null removes', () => {
    expect(
      read('components:\n  a:\n  b: ~\n  c: null\n  d: ""\n  e: {}\n  f: {version: }\n').components.map(describePin),
    ).toEqual(['a -', 'b - removed', 'c - removed', 'd ', 'e -', 'f -']);
  });

  test('keep the text of their version', () => {
    const texts = ['1.30', '0x1F', '2024-01-01', '1e3', '3.10', 'true', '8.0 U3'];
    const { components } = read(`components:\n${texts.map((text, index) => `  c${index}: ${text}\n`).join('')}`);
    expect(components.map(({ version }) => version?.text)).toEqual(texts);
  });

  test('written twice are both there, in order', () => {
    expect(read('components:\n  a: 1\n  b: 2\n  a: 3\n').components.map(describePin)).toEqual(['a 1', 'b 2', 'a 3']);
  });

  test('named as JavaScript names things are pins like any other', () => {
    const { components } = read(
      'components: {__proto__: 1, constructor: 2, toString: 3, hasOwnProperty: {version: 4}}\n',
    );
    expect(components.map(describePin)).toEqual(['__proto__ 1', 'constructor 2', 'toString 3', 'hasOwnProperty 4']);
  });

  test('through aliases and merge keys stand where they are written', () => {
    const text = `shared: &shared
  kubernetes: 1.34.2
  helm: &helm 3.18.0
defaults: &defaults {component: postgresql, locked: true}
components:
  <<: *shared
  helm: 4.0.0
  tiller: *helm
  db: {<<: *defaults, version: "17.6"}
environments:
  production: {components: *shared}
`;
    const stack = read(text);
    expect(stack.components.map(describePin)).toEqual([
      'helm 4.0.0',
      'tiller 3.18.0',
      'db (postgresql) 17.6 locked',
      'kubernetes 1.34.2',
    ]);
    expect(stack.environments.map(({ components }) => components.map(describePin))).toEqual([
      ['kubernetes 1.34.2', 'helm 3.18.0'],
    ]);
    const kubernetes = stack.components[3];
    expect(kubernetes && text.slice(rangeOf(kubernetes.entry).start, rangeOf(kubernetes.entry).end)).toBe(
      'kubernetes: 1.34.2',
    );
    expect(kubernetes && rangeOf(kubernetes.entry).start).toBe(18);
  });

  test('of a half-written manifest are those that can be read', () => {
    expect(
      read(
        'components:\n  kubernetes: "1.34.2\n  isti\n  helm:3.18\n  edge: {component: k3s, version: 1.34\n',
      ).components.map(describePin),
    ).toEqual(['kubernetes 1.34.2', 'isti -', 'helm 3.18', 'edge (k3s) 1.34']);
  });
});

describe('what has another shape than it should', () => {
  test.each([
    'components: 1',
    'components: [a, b]',
    'components:',
    'environments: x',
    'environments: {production: [1]}',
    'policy: [x]',
    'metadata: x',
    'metadata: {name: [x]}',
    '- a\n- b',
    'text',
    'a: *nobody',
  ])('%s is left out', (text) => {
    const stack = read(text);
    expect([stack.components, stack.name, stack.environments.flatMap(({ components }) => components)]).toEqual([
      [],
      undefined,
      [],
    ]);
    expect(stack.policy).toEqual({ supportWindow: undefined, prereleases: undefined, unpinned: undefined });
  });

  test('a policy that means nothing is none', () => {
    expect(read('policy: {supportWindow: 90, prereleases: maybe, unpinned: 1}').policy).toEqual({
      supportWindow: undefined,
      prereleases: undefined,
      unpinned: undefined,
    });
  });

  test('one path where a list belongs is read all the same', () => {
    expect(read('extends: ./base.stack.yaml').extends.map(({ text }) => text)).toEqual(['./base.stack.yaml']);
  });
});

describe('streams', () => {
  test('empty documents are skipped when others are there', () => {
    const names = readStacks(parseYaml('---\n---\nmetadata: {name: a}\n---\n# nothing\n---\nmetadata: {name: b}\n'));
    expect(names.map(({ name, document }) => [name, document.index])).toEqual([
      ['a', 1],
      ['b', 3],
    ]);
  });

  test('a file that holds nothing is one empty stack', () => {
    expect(readStacks(parseYaml('')).map(({ document, components }) => [document.index, components])).toEqual([
      [0, []],
    ]);
    expect(readStacks(parseYaml('---\n---\n')).length).toBe(1);
  });

  test('a document of another kind has no pins; a slip in the kind takes none away', () => {
    const stacks = readStacks(
      parseYaml(
        'kind: Catalog\ncomponents: {a: 1}\nenvironments: {e: {components: {a: 1}}}\n---\nkind: stak\ncomponents: {a: 1}\n---\nkind:\ncomponents: {a: 1}\n',
      ),
    );
    expect(
      stacks.map(({ kind, components, environments }) => [kind?.text, components.length, environments.length]),
    ).toEqual([
      ['Catalog', 0, 0],
      ['stak', 1, 0],
      [undefined, 1, 0],
    ]);
  });
});

test('what is acknowledged, as far as it is written', () => {
  const inWords = (text: string) =>
    read(text).acknowledgements.map(({ code, between, reason, until }) => [
      code?.text,
      between?.map((name) => name.text),
      reason?.text,
      until?.text,
    ]);
  expect(
    inWords(`acknowledge:
  - code: incompatible
    between: [istio, kubernetes]
    reason: vendor build
    until: 2027-01-31
  - {code: end-of-life, between: , reason: }
  - code:
  - incompatible
  - []
`),
  ).toEqual([
    ['incompatible', ['istio', 'kubernetes'], 'vendor build', '2027-01-31'],
    ['end-of-life', [], undefined, undefined],
    [undefined, undefined, undefined, undefined],
  ]);
  expect(inWords('acknowledge: {code: incompatible}\n')).toEqual([]);
  expect(inWords('kind: Catalog\nacknowledge: [{code: incompatible}]\n')).toEqual([]);
});
