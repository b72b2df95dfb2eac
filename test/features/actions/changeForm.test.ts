import { describe, expect, test } from 'vitest';
import { bodiesAfter, bodyAfter } from './act.ts';

const LONG = 'Write kubernetes in the long form';
const SHORT = 'Write kubernetes in the short form';

/** Both ways between two bodies that differ in the form of one pin. */
const BOTH: readonly (readonly [what: string, short: string, long: string])[] = [
  [
    'in lines, with comments, quotes and neighbours',
    'components:\n  # the cluster\n  $0kubernetes: "1.34.2" # ours\n  istio: 1.28.1\n',
    'components:\n  # the cluster\n  $0kubernetes:\n    version: "1.34.2" # ours\n  istio: 1.28.1\n',
  ],
  [
    'with an anchor, which stays with the version',
    "components:\n  $0kubernetes: &k8s '1.34.2'\n  other: {component: kubernetes, version: *k8s }\n",
    "components:\n  $0kubernetes:\n    version: &k8s '1.34.2'\n  other: {component: kubernetes, version: *k8s }\n",
  ],
  [
    'with an alias',
    'components:\n  other: {component: kubernetes, version: &k8s 1.34.2}\n  $0kubernetes: *k8s\n',
    'components:\n  other: {component: kubernetes, version: &k8s 1.34.2}\n  $0kubernetes:\n    version: *k8s\n',
  ],
  [
    'with a tag',
    'components:\n  $0kubernetes: !!str 1.34.2\n',
    'components:\n  $0kubernetes:\n    version: !!str 1.34.2\n',
  ],
  [
    'between brackets',
    'components: {istio: 1.28.1, $0kubernetes: 1.34.2, cilium: 1.19.0}\n',
    'components: {istio: 1.28.1, $0kubernetes: {version: 1.34.2}, cilium: 1.19.0}\n',
  ],
  [
    'with the line ends of Windows, indented by four',
    'components:\r\n    $0kubernetes: 1.34.2\r\n',
    'components:\r\n    $0kubernetes:\r\n        version: 1.34.2\r\n',
  ],
  [
    'in an environment',
    'components: {}\nenvironments:\n  edge:\n    components:\n      $0kubernetes: 1.34.2\n',
    'components: {}\nenvironments:\n  edge:\n    components:\n      $0kubernetes:\n        version: 1.34.2\n',
  ],
  [
    'without a line break at the end, in the second document',
    'components: {}\n---\napiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  $0kubernetes: 1.34.2',
    'components: {}\n---\napiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  $0kubernetes:\n    version: 1.34.2',
  ],
  [
    'with a comment that accepts what is found of the pin, which stays in its first line',
    'components:\n  $0kubernetes: 1.30.0 # stackpin-ignore end-of-life: paid support\n',
    'components:\n  $0kubernetes: # stackpin-ignore end-of-life: paid support\n    version: 1.30.0\n',
  ],
];

describe.each(BOTH)('%s', (_, short, long) => {
  test('to the long form', async () => {
    expect(await bodyAfter(LONG, short)).toBe(long.replace('$0', ''));
  });
  test('and back', async () => {
    expect(await bodyAfter(SHORT, long)).toBe(short.replace('$0', ''));
  });
});

test('a long form between brackets in lines becomes short', async () => {
  expect(await bodyAfter(SHORT, 'components:\n  $0kubernetes: { version: "1.34" } # ours\n')).toBe(
    'components:\n  kubernetes: "1.34" # ours\n',
  );
});

test('comments in a long form find a place: behind the version, or above the key', async () => {
  expect(await bodyAfter(SHORT, 'components:\n  $0kubernetes: # ours\n    # the newest\n    version: 1.34.2\n')).toBe(
    'components:\n  # the newest\n  kubernetes: 1.34.2 # ours\n',
  );
  expect(await bodyAfter(SHORT, 'components:\n  $0kubernetes: # ours\n    version: 1.34.2 # the newest\n')).toBe(
    'components:\n  # ours\n  kubernetes: 1.34.2 # the newest\n',
  );
});

test.each([
  ['a long form that says more', 'components:\n  $0kubernetes: {version: 1.34.2, locked: true}\n'],
  ['a mapping that others merge', 'components:\n  $0kubernetes: &k8s {version: 1.34.2}\n  edge: *k8s\n'],
  ['what is removed', 'components:\n  $0kubernetes: null\n'],
  ['what is not finished', 'components:\n  $0kubernetes:\n'],
  ['a text of several lines', 'components:\n  $0kubernetes: |\n    1.34.2\n'],
  ['a value in another line', 'components:\n  $0kubernetes:\n    1.34.2\n'],
  ['a long form without a version', 'components:\n  $0kubernetes: {notes: soon}\n'],
  [
    'a comment that would be about nothing',
    'components:\n  $0kubernetes: # stackpin-ignore untested: a\n    version: 1.34.2 # b\n',
  ],
  ['broken text', 'components:\n  $0kubernetes: 1.34.2\n  istio: "1.28\n'],
  ['a place beside the pins', 'compon$0ents:\n  kubernetes: 1.34.2\n'],
])('no other form: %s', async (_, body) => {
  const titles = Object.keys(await bodiesAfter(body));
  expect(titles.filter((title) => title.includes(' form'))).toEqual([]);
});
