import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { locate } from '../../server/src/manifest/places.ts';
import { readMarkers } from '../support/markers.ts';

/**
 * What the place of the cursor is, in a line: key or value, the path that `keysAt` or `keyInfo` takes, and what a completion
 * replaces.
 */
function where(marked: string): string {
  const { text, cursor } = readMarkers(marked);
  if (cursor === undefined) throw new Error('There is no cursor.');
  const document = parseYaml(text).documents.findLast(({ range }) => range.start <= cursor);
  const place = document === undefined ? undefined : locate(document, cursor);
  if (place === undefined) return 'nothing';
  const { start, end } = place.range;
  expect(start <= cursor && cursor <= end, 'the range holds the cursor').toBe(true);
  const path = place.path.length === 0 ? 'the document' : place.path.join('.');
  const written = place.blank ? 'blank' : `"${text.slice(start, end)}"`;
  const quote = place.quote === undefined ? '' : ` in ${place.quote}`;
  const flow = place.flow ? ' {}' : '';
  if (place.kind === 'value')
    return `value of ${path}: ${written}${quote}${flow}${place.needsSpace ? ', needs a space' : ''}`;
  const siblings = place.siblings.length === 0 ? '' : `, beside ${place.siblings.join(' ')}`;
  return `key in ${path}: ${written}${quote}${flow}, column ${place.column}${place.hasColon ? ', has its colon' : ''}${siblings}`;
}

describe('keys', () => {
  test.each([
    // Of the document
    ['$0', 'key in the document: blank, column 0'],
    ['apiV$0', 'key in the document: "apiV", column 0'],
    ['# comment\n$0', 'key in the document: blank, column 0'],
    ['apiVersion: stackpin/v1\n$0', 'key in the document: blank, column 0, beside apiVersion'],
    [
      'apiVersion: stackpin/v1\nki$0\ncomponents:\n  a: 1\n',
      'key in the document: "ki", column 0, beside apiVersion components',
    ],
    ['apiVer$0sion: stackpin/v1\n', 'key in the document: "apiVersion", column 0, has its colon'],
    ['components:\n$0', 'key in the document: blank, column 0, beside components'],
    ['components:\n  kubernetes: 1.34.2\n$0', 'key in the document: blank, column 0, beside components'],
    ['extends:\n- a\n$0', 'key in the document: blank, column 0, beside extends'],
    // Of components
    ['components:\n  $0', 'key in components: blank, column 2'],
    ['components:\n    $0\n', 'key in components: blank, column 4'],
    ['components:\n  kubernetes: 1.34.2\n  $0', 'key in components: blank, column 2, beside kubernetes'],
    [
      'components:\n  kubernetes: 1.34.2\n  $0\n  istio: 1\n',
      'key in components: blank, column 2, beside kubernetes istio',
    ],
    ['components:\n  $0\n  istio: 1\n', 'key in components: blank, column 2, beside istio'],
    ['components:\n  istio:\n    version: 1\n  $0\n', 'key in components: blank, column 2, beside istio'],
    ['components:\n  isti$0', 'key in components: "isti", column 2'],
    ['components:\n  isti$0\n  helm: 3\n', 'key in components: "isti", column 2, beside helm'],
    ['components:\n  helm: 3\n  is$0ti\n', 'key in components: "isti", column 2, beside helm'],
    ['components:\n  helm: 3\n  isti$0\n  k: 1\n', 'key in components: "isti", column 2, beside helm k'],
    ['components:\n  $0isti: 1\n', 'key in components: "isti", column 2, has its colon'],
    ['components:\n  "kub$0": 1\n', 'key in components: "kub" in ", column 2, has its colon'],
    ["components:\n  'kub$0\n", 'key in components: "kub" in \', column 2'],
    ['\ufeffcomponents:\n  $0\n', 'key in components: blank, column 2'],
    ['components:\r\n  kubernetes: 1\r\n  $0\r\n', 'key in components: blank, column 2, beside kubernetes'],
    ['components:\n\t$0\n', 'key in components: blank, column 1'],
    // Of one component
    ['components:\n  istio:\n    $0', 'key in components.istio: blank, column 4'],
    ['components:\n  istio:\n    version: 1\n    $0\n', 'key in components.istio: blank, column 4, beside version'],
    ['components:\n  istio:\n    vers$0\n', 'key in components.istio: "vers", column 4'],
    ['components:\n  istio\n    $0version: 1\n', 'key in components.istio: "version", column 4, has its colon'],
    [
      'd: &d {locked: true}\ncomponents:\n  istio:\n    <<: *d\n    $0\n',
      'key in components.istio: blank, column 4, beside locked',
    ],
    // Elsewhere
    ['environments:\n  $0\n', 'key in environments: blank, column 2'],
    ['environments:\n  production:\n    $0\n', 'key in environments.production: blank, column 4'],
    [
      'environments:\n  production:\n    components:\n      $0\n',
      'key in environments.production.components: blank, column 6',
    ],
    ['acknowledge:\n  - $0\n', 'key in acknowledge.0: blank, column 4'],
    ['acknowledge:\n  - re$0\n    code: x\n', 'key in acknowledge.0: "re", column 4, beside code'],
    ['acknowledge:\n  - code: x\n    $0\n', 'key in acknowledge.0: blank, column 4, beside code'],
    ['acknowledge:\n  - code: x\n  - $0\n', 'key in acknowledge.1: blank, column 4'],
    ['a: 1\n---\n$0', 'key in the document: blank, column 0'],
    ['a: 1\n---\ncomponents:\n  $0\n', 'key in components: blank, column 2'],
    // Between brackets
    ['components:\n  edge: {$0}\n', 'key in components.edge: blank {}, column 9'],
    ['components:\n  edge: {component: k3s, ver$0}\n', 'key in components.edge: "ver" {}, column 25, beside component'],
    ['components:\n  edge: {component: k3s, $0', 'key in components.edge: blank {}, column 25, beside component'],
    [
      'components:\n  edge: {\n    component: k3s,\n    $0\n  }\n',
      'key in components.edge: blank {}, column 4, beside component',
    ],
    ['components: {$0kubernetes: 1}', 'key in components: "kubernetes" {}, column 13, has its colon'],
    ['components: {kubernetes$0: 1}', 'key in components: "kubernetes" {}, column 13, has its colon'],
    ['components: {edge: {component: k3s}, $0}', 'key in components: blank {}, column 37, beside edge'],
    ['{$0}', 'key in the document: blank {}, column 1'],
    ['{kind: Stack,\n $0', 'key in the document: blank {}, column 1, beside kind'],
    ['acknowledge: [{code: x, $0}]', 'key in acknowledge.0: blank {}, column 24, beside code'],
  ])('%j', (marked, expected) => {
    expect(where(marked)).toBe(expected);
  });
});

describe('values', () => {
  test.each([
    ['apiVersion: $0\nkind: Stack\n', 'value of apiVersion: blank'],
    ['apiVersion:$0', 'value of apiVersion: blank, needs a space'],
    ['apiVersion: stack$0pin/v1\n', 'value of apiVersion: "stackpin/v1"'],
    ['components:\n  kubernetes: $0', 'value of components.kubernetes: blank'],
    ['components:\n  kubernetes: $0\n', 'value of components.kubernetes: blank'],
    ['components:\n  kubernetes: $0\n  istio: 1\n', 'value of components.kubernetes: blank'],
    ['components:\n  kubernetes:$0\n', 'value of components.kubernetes: blank, needs a space'],
    ['components:\n  kubernetes:$0 1.34\n', 'value of components.kubernetes: " 1.34", needs a space'],
    ['components:\n  kubernetes:1.$034\n  istio: 1\n', 'value of components.kubernetes: "1.34", needs a space'],
    ['components:\n  kubernetes : $0\n', 'value of components.kubernetes: blank'],
    ['components:\n  kubernetes: $01.34\n', 'value of components.kubernetes: "1.34"'],
    ['components:\n  kubernetes: 1.34$0\n', 'value of components.kubernetes: "1.34"'],
    ['components:\n  kubernetes: 1.34 $0 # note\n', 'value of components.kubernetes: "1.34 "'],
    ['components:\n  kubernetes: $0 # note\n', 'value of components.kubernetes: blank'],
    ['components:\n  kubernetes: ^1.$0\n', 'value of components.kubernetes: "^1."'],
    ['components:\n  kubernetes: >=1.33 $0\n', 'value of components.kubernetes: ">=1.33 "'],
    ['components:\n  kubernetes: "1.$034"\n', 'value of components.kubernetes: "1.34" in "'],
    ['components:\n  kubernetes: "$0"\n', 'value of components.kubernetes: blank in "'],
    ['components:\n  kubernetes: "$0\n  istio: 1\n', 'value of components.kubernetes: blank in "'],
    ["components:\n  kubernetes: '1.3$0\n  istio: '1'\n", 'value of components.kubernetes: "1.3" in \''],
    ['components:\n  kubernetes: ">=1.33 $0<1.35"\n', 'value of components.kubernetes: ">=1.33 <1.35" in "'],
    ['components:\n  kubernetes: &v 1.$034\n', 'value of components.kubernetes: "1.34"'],
    ['components:\n  kubernetes: *v$0\n', 'value of components.kubernetes: "*v"'],
    ['components:\n\tkubernetes: $0\n', 'value of components.kubernetes: blank'],
    ['components:\n  istio:\n    version: $0\n    locked: true\n', 'value of components.istio.version: blank'],
    ['components:\n  istio\n    version: $0\n', 'value of components.istio.version: blank'],
    ['components:\n  istio:\n    layer: $0', 'value of components.istio.layer: blank'],
    ['components:\n  istio:\n    values:\n      a: $0\n', 'value of components.istio.values.a: blank'],
    ['policy:\n  prereleases: $0\n', 'value of policy.prereleases: blank'],
    [
      'environments:\n  production:\n    components:\n      kubernetes: $0\n',
      'value of environments.production.components.kubernetes: blank',
    ],
    // After what is broken
    ['components:\n  kubernetes: [1\n  istio: $0\n', 'value of components.istio: blank'],
    ['components:\n  kubernetes: "1.34\n  istio: $0\n', 'value of components.istio: blank'],
    ['components:\n  kubernetes: 1.34\n  isti\n  helm: $0\n', 'value of components.helm: blank'],
    ['components:\n  edge: {component: k3s\n  helm: $0\n', 'value of components.helm: blank'],
    ['components:\n  a: ]\n  helm: 3$0\n', 'value of components.helm: "3"'],
    // List items
    ['extends:\n  - $0\n', 'value of extends.0: blank'],
    ['extends:\n- $0', 'value of extends.0: blank'],
    ['extends:\n  - ./a\n  - ./b$0\n', 'value of extends.1: "./b"'],
    ['extends:\n  - ./a\n  - $0\n  - ./c\n', 'value of extends.1: blank'],
    ['acknowledge:\n  - code: $0\n', 'value of acknowledge.0.code: blank'],
    ['acknowledge:\n  - code: x\n    between:\n      - ist$0\n', 'value of acknowledge.0.between.0: "ist"'],
    // Between brackets
    ['components:\n  edge: {component: k3s, version: $0}\n', 'value of components.edge.version: blank {}'],
    ['components:\n  edge: {component: k3s, version: 1.$034}\n', 'value of components.edge.version: "1.34" {}'],
    ['components:\n  edge: {component: k3s, version: 1.34$0\n  x: 1\n', 'value of components.edge.version: "1.34" {}'],
    [
      'components:\n  edge: {component: k3s, version:$0}\n',
      'value of components.edge.version: blank {}, needs a space',
    ],
    ['components:\n  edge: {component: "k3$0", version: 1}\n', 'value of components.edge.component: "k3" in " {}'],
    ['components:\n  edge: {component: "k3$0\n', 'value of components.edge.component: "k3" in " {}'],
    ['components: {kubernetes: $0, istio: 1}', 'value of components.kubernetes: blank {}'],
    ['components: {"kubernetes":$0}', 'value of components.kubernetes: blank {}, needs a space'],
    [
      'components:\n  a: {chart: {repository: https://a.example/b, name: $0}}\n',
      'value of components.a.chart.name: blank {}',
    ],
    ['extends: [$0]', 'value of extends.0: blank {}'],
    ['extends: [a, b$0]', 'value of extends.1: "b" {}'],
    ['acknowledge:\n  - {code: x, between: [istio, $0', 'value of acknowledge.0.between.1: blank {}'],
  ])('%j', (marked, expected) => {
    expect(where(marked)).toBe(expected);
  });
});

describe('places where nothing can be written', () => {
  test.each([
    ['in a comment', '# comm$0ent\n'],
    ['in a comment behind a value', 'components:\n  kubernetes: 1.34 # no$0te\n'],
    ['behind a quoted value', 'components:\n  kubernetes: "1.34"$0\n'],
    ['behind a bracket', 'components:\n  edge: {a: 1} $0\n'],
    ['under a finished value', 'components:\n  kubernetes: 1.34.2\n    $0'],
    ['at an indentation that fits nothing', 'components:\n  kubernetes: 1.34.2\n $0'],
    ['at one that the entries below do not have', 'components:\n    $0\n  istio: 1\n'],
    ['before the line', 'components:\n $0 istio: 1\n'],
    ['in a block of text', 'metadata:\n  description: |\n    some $0text\n'],
    ['at its end', 'metadata:\n  description: |\n    some text\n\n    $0\n'],
    ['in a text of two lines', 'metadata:\n  description: some\n    te$0xt\n'],
    ['in a quoted text of two lines', 'metadata:\n  description: "some\n    te$0xt"\n'],
    ['right behind a dash', 'acknowledge:\n  -$0\n'],
    ['before a dash', 'acknowledge:\n $0 - code: x\n'],
    ['at a document marker', '$0---\na: 1'],
    ['behind a document marker', '--- $0\n'],
    ['beside list items', 'extends:\n  - a\n  $0'],
  ])('%s', (_, marked) => {
    expect(where(marked)).toBe('nothing');
  });

  test('outside the document', () => {
    const [first, second] = parseYaml('a: 1\n---\nb: 2\n').documents;
    expect(first && locate(first, 9)).toBeUndefined();
    expect(second && locate(second, 0)).toBeUndefined();
    expect(second && locate(second, 99)).toBeUndefined();
  });
});

test('a place knows its mapping and its entry', () => {
  const { text, cursor = 0 } = readMarkers('components:\n  istio:\n    version: 1.2$0\n    locked: true\n');
  const [document] = parseYaml(text).documents;
  const place = document && locate(document, cursor);
  expect(place?.entry?.key.text).toBe('version');
  expect(place?.mapping?.entries.map(({ key }) => key.text)).toEqual(['version', 'locked']);
  expect(place?.siblings).toEqual(['locked']);
});
