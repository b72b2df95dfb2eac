import { expect, test } from 'vitest';
import { ask, taken } from './ask.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

const TAKEN: [what: string, before: string, label: string, after: string][] = [
  // Versions.
  ['a version behind a key', 'components:\n  kubernetes: $0\n', '1.34.2', 'components:\n  kubernetes: 1.34.2\n'],
  [
    'a version where the space is missing',
    'components:\n  kubernetes:$0\n',
    '1.34.2',
    'components:\n  kubernetes: 1.34.2\n',
  ],
  [
    'a version that YAML would read as a number',
    'components:\n  postgresql: $0\n',
    '18.10',
    'components:\n  postgresql: "18.10"\n',
  ],
  ['a release line', 'components:\n  kubernetes: 1$0\n', '1.34', 'components:\n  kubernetes: "1.34"\n'],
  [
    'a version in the middle of another',
    'components:\n  kubernetes: 1.3$00.0 # pinned\n',
    '1.34.2',
    'components:\n  kubernetes: 1.34.2 # pinned\n',
  ],
  [
    'a version between quotes',
    "components:\n  kubernetes: '1.3$0'\n",
    '1.34.2',
    "components:\n  kubernetes: '1.34.2'\n",
  ],
  ['a line between quotes', 'components:\n  kubernetes: "$0"\n', '1.34', 'components:\n  kubernetes: "1.34"\n'],
  [
    'a version behind an open quote',
    'components:\n  kubernetes: "1.3$0\n  istio: 1.28.1\n',
    '1.34.2',
    'components:\n  kubernetes: "1.34.2"\n  istio: 1.28.1\n',
  ],
  ['a version with a v', 'components:\n  kubernetes: v1$0\n', '1.34.2', 'components:\n  kubernetes: v1.34.2\n'],
  [
    'a limit of a range',
    'components:\n  kubernetes: ">=1.3$0 <1.35"\n',
    '1.33.0',
    'components:\n  kubernetes: ">=1.33.0 <1.35"\n',
  ],
  [
    'the last limit of a range',
    'components:\n  kubernetes: ">=1.33 <$0"\n',
    '1.34',
    'components:\n  kubernetes: ">=1.33 <1.34"\n',
  ],
  [
    'a version behind an operator',
    'components:\n  kubernetes: ^$0\n',
    '1.33.5',
    'components:\n  kubernetes: ^1.33.5\n',
  ],
  [
    'a version in braces',
    'components: {kubernetes: $0, istio: 1.28.1}\n',
    '1.34.2',
    'components: {kubernetes: 1.34.2, istio: 1.28.1}\n',
  ],
  [
    'a version in the long form',
    'components:\n  kubernetes:\n    version: $0\n    locked: true\n',
    '1.34.2',
    'components:\n  kubernetes:\n    version: 1.34.2\n    locked: true\n',
  ],
  [
    'a version of an instance',
    'components:\n  db: {component: postgresql, version: $0}\n',
    '17.6',
    'components:\n  db: {component: postgresql, version: "17.6"}\n',
  ],
  [
    'a chart, by its name',
    'components:\n  istio: {version: 1.28.0, chart: {name: $0}}\n',
    'istiod',
    'components:\n  istio: {version: 1.28.0, chart: {name: istiod}}\n',
  ],
  [
    'the repository of a chart',
    'components:\n  istio:\n    version: 1.28.0\n    chart:\n      repository: $0\n',
    'https://charts.istio.example',
    'components:\n  istio:\n    version: 1.28.0\n    chart:\n      repository: https://charts.istio.example\n',
  ],
  [
    'the version of a chart',
    'components:\n  istio:\n    version: 1.28.0\n    chart:\n      name: istiod\n      version: $0\n',
    '2.8.0',
    'components:\n  istio:\n    version: 1.28.0\n    chart:\n      name: istiod\n      version: 2.8.0\n',
  ],
  [
    'a version in an environment',
    'environments:\n  edge:\n    components:\n      kubernetes: $0\n',
    '1.33.5',
    'environments:\n  edge:\n    components:\n      kubernetes: 1.33.5\n',
  ],
  [
    'a version in a second document',
    'components: {}\n---\ncomponents:\n  kubernetes: $0',
    '1.34.2',
    'components: {}\n---\ncomponents:\n  kubernetes: 1.34.2',
  ],
  [
    'a version in a file with Windows line ends',
    'components:\r\n  kubernetes: $0\r\n  istio: 1.28.1\r\n',
    '1.34.2',
    'components:\r\n  kubernetes: 1.34.2\r\n  istio: 1.28.1\r\n',
  ],
  // Names.
  ['a name on an empty line', 'components:\n  $0\n', 'kubernetes', 'components:\n  kubernetes: \n'],
  [
    'a name below others',
    'components:\n  istio: 1.28.1\n  $0',
    'kubernetes',
    'components:\n  istio: 1.28.1\n  kubernetes: ',
  ],
  ['a name by its alias', 'components:\n  k8s$0\n', 'kubernetes', 'components:\n  kubernetes: \n'],
  [
    'a name that has its version already',
    'components:\n  ku$0: 1.34.2\n',
    'kubernetes',
    'components:\n  kubernetes: 1.34.2\n',
  ],
  [
    'a name in braces',
    'components: {istio: 1.28.1, $0}\n',
    'kubernetes',
    'components: {istio: 1.28.1, kubernetes: }\n',
  ],
  [
    'what an instance is',
    'components:\n  db:\n    component: $0\n',
    'postgresql',
    'components:\n  db:\n    component: postgresql\n',
  ],
  [
    'a name in an environment',
    'environments:\n  edge:\n    components:\n      $0\n',
    'cilium',
    'environments:\n  edge:\n    components:\n      cilium: \n',
  ],
  // Keys and values.
  ['a key with one value', '$0', 'kind', 'kind: Stack'],
  ['a key that holds a mapping', '$0', 'components', 'components:\n  '],
  ['a key that holds a list', '$0', 'extends', 'extends:\n  - '],
  [
    'a key of a component',
    'components:\n  kubernetes:\n    $0\n',
    'version',
    'components:\n  kubernetes:\n    version: \n',
  ],
  [
    'a key that holds a mapping, further in',
    'components:\n  kubernetes:\n    $0\n',
    'chart',
    'components:\n  kubernetes:\n    chart:\n      \n',
  ],
  ['a key that has its value', 'policy:\n  prerel$0: deny\n', 'prereleases', 'policy:\n  prereleases: deny\n'],
  ['a key in braces', 'policy: {$0}\n', 'prereleases', 'policy: {prereleases: }\n'],
  ['a key of a list item', 'acknowledge:\n  - $0\n', 'code', 'acknowledge:\n  - code: \n'],
  [
    'a layer',
    'components:\n  mine:\n    layer: $0\n',
    'service-mesh',
    'components:\n  mine:\n    layer: service-mesh\n',
  ],
  ['a policy', 'policy:\n  prereleases: $0\n', 'allow', 'policy:\n  prereleases: allow\n'],
  ['a policy between quotes', 'policy:\n  prereleases: "$0"\n', 'allow', 'policy:\n  prereleases: "allow"\n'],
  ['a truth value', 'components:\n  kubernetes: {locked:$0}\n', 'true', 'components:\n  kubernetes: {locked: true}\n'],
];

test.each(TAKEN)('%s', (_, before, label, after) => {
  expect(taken(ask(before), label)).toBe(after);
});

test('the same in text that is broken elsewhere', () => {
  const before = `${HEAD}components:\n  istio: *missing\n  kubernetes: $0\n  cilium: [1.19.0\n`;
  expect(taken(ask(before), '1.34.2')).toBe(before.replace('$0', '1.34.2'));
});
