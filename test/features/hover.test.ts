import { expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import stackSchema from '../../schemas/stack.schema.json';
import type { ContentFormat } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { cursorIn, open } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

/** The text of a hover, and the part of the document that it is about. */
function shown(body: string, format: ContentFormat = 'markdown'): { about: string; text: string } | undefined {
  const { text, position } = cursorIn(HEAD + body);
  const checked = open(text);
  const answer = hover(checked, position, format);
  if (answer === undefined) return undefined;
  const { contents, range } = answer;
  if (!MarkupContent.is(contents) || range === undefined) throw new Error('A hover is markup with a range.');
  return {
    about: text.slice(checked.lines.offsetAt(range.start), checked.lines.offsetAt(range.end)),
    text: contents.value,
  };
}

/** Paragraphs of a text. */
function lines(...paragraphs: string[]): string {
  return paragraphs.join('\n\n');
}

test('a component: name, layer, status, latest versions, addresses', () => {
  expect(shown('components:\n  kuber$0netes: 1.34.2\n')).toEqual({
    about: 'kubernetes',
    text: lines(
      '**Kubernetes** · orchestrator · active',
      'Runs containers on many machines.',
      'Latest versions:',
      '- `1.34.2` supported until 2027-10-20\n- `1.33.5` supported until 2027-06-20\n- `1.30.0` support ended 2026-06-20',
      '[Homepage](<https://kubernetes.example>) · [Repository](<https://code.example/kubernetes>)',
    ),
  });
});

test('a component in plain text', () => {
  expect(shown('components:\n  kubernetes$0: 1.34.2\n', 'plaintext')).toEqual({
    about: 'kubernetes',
    text: lines(
      'Kubernetes · orchestrator · active',
      'Runs containers on many machines.',
      'Latest versions:',
      '- 1.34.2 supported until 2027-10-20\n- 1.33.5 supported until 2027-06-20\n- 1.30.0 support ended 2026-06-20',
      'Homepage (https://kubernetes.example) · Repository (https://code.example/kubernetes)',
    ),
  });
});

test('a retired component: since when, who says so, and what takes its place', () => {
  expect(shown('components:\n  $0weave-net: 2.8.1\n')).toEqual({
    about: 'weave-net',
    text: lines(
      '**Weave Net** (`weave-net`) · networking · retired',
      'A network for containers.',
      'Weave Net was retired on 2024-06-20 ([weave.example](<https://weave.example/end>)). Cilium takes its place.',
      'Latest versions:',
      '- `2.8.1`',
      '[Homepage](<https://weave.example>)',
    ),
  });
});

test("an instance: the card of what it is, with the pin's own layer", () => {
  const text = lines(
    '**PostgreSQL** · tool · active',
    'A relational database.',
    'Latest versions:',
    '- `18.10` supported until 2031-11-01\n- `17.6` supported until 2030-11-01',
    '[Homepage](<https://postgresql.example>)',
  );
  const body = (key: string, component: string) =>
    `components:\n  ${key}: {component: ${component}, version: "17.6", layer: tool}\n`;
  expect(shown(body('d$0b', 'postgresql'))).toEqual({ about: 'db', text });
  expect(shown(body('db', 'post$0gresql'))).toEqual({ about: 'postgresql', text });
});

test('a component that no catalog holds', () => {
  const text = '`mine` is in no catalog. Its pairs and its support are not checked.';
  expect(shown('components:\n  mi$0ne: 1.0.0\n')).toEqual({ about: 'mine', text });
  expect(shown('components:\n  mine: 1.0$0.0\n')).toEqual({ about: '1.0.0', text });
});

test('a version: its line, its support, and every other pin, what is unknown included', () => {
  expect(shown('components:\n  kubernetes: 1.34$0.2\n  istio: 1.27.4\n  cilium: 1.19.0\n  mine: 1.0.0\n')).toEqual({
    about: '1.34.2',
    text: lines(
      '**Kubernetes 1.34.2** · release line 1.34, released 2026-08-20',
      'Supported until 2027-10-20 ([kubernetes.example](<https://kubernetes.example/releases>)).',
      'Against the other pins:',
      '- **Istio 1.27.4**: unsupported. Istio 1.27.4 supports Kubernetes 1.30 to 1.33, not 1.34.2. ([istio.example](<https://istio.example/1.27>), read 2026-11-01)',
      'Nothing is known about: Cilium 1.19.0 and mine 1.0.0.',
    ),
  });
});

test('a version in plain text: addresses in full', () => {
  expect(shown('components:\n  kubernetes: 1.34.2\n  istio: $01.28.1\n', 'plaintext')).toEqual({
    about: '1.28.1',
    text: lines(
      'Istio 1.28.1 · release line 1.28, released 2026-09-01',
      'Supported until 2027-06-30 (https://istio.example/releases).',
      'Against the other pins:',
      '- Kubernetes 1.34.2: fits. Istio 1.28.1 supports Kubernetes 1.33 to 1.34. (https://istio.example/1.28, read 2026-11-01)',
      'Helm chart: istiod 2.8.1 (https://charts.istio.example).',
    ),
  });
});

test('a release line: what it stands for', () => {
  expect(shown('components:\n  kubernetes: "1.3$04"\n')).toEqual({
    about: '"1.34"',
    text: lines(
      '**Kubernetes 1.34** · release line 1.34, released 2026-08-20',
      'Stands for 3 versions, 1.34.0 to 1.34.2. What follows is about 1.34.2.',
      'Supported until 2027-10-20 ([kubernetes.example](<https://kubernetes.example/releases>)).',
    ),
  });
});

test.each([
  [
    '1.30.0',
    '**Kubernetes 1.30.0** · release line 1.30, released 2025-04-20',
    'Support ended 2026-06-20 ([kubernetes.example](<https://kubernetes.example/releases>)).',
  ],
  ['1.35.0-rc.1', '**Kubernetes 1.35.0-rc.1** · release line 1.35, to be released 2026-12-10', 'Pre-release.'],
  ['banana', '**Kubernetes banana**', 'No version in the catalog is like this.'],
])('version %s', (version, ...text) => {
  expect(shown(`components:\n  kubernetes: $0${version}\n`)).toEqual({ about: version, text: lines(...text) });
});

test('a withdrawn version says who withdrew it', () => {
  expect(shown("components:\n  postgresql: '17.$05'\n")?.text).toBe(
    lines(
      '**PostgreSQL 17.5** · release line 17, released 2025-09-25',
      'Withdrawn by upstream ([postgresql.example](<https://postgresql.example/17.5>)).',
    ),
  );
});

test('environments: what differs there is told with their names', () => {
  const body = [
    'components:',
    '  kubernetes: 1.34$0.2',
    '  istio: 1.28.1',
    'environments:',
    '  production: {components: {istio: 1.22.8}}',
    '  edge: {components: {istio: 1.22.8, cilium: 1.19.0}}',
    '',
  ];
  expect(shown(body.join('\n'))?.text).toBe(
    lines(
      '**Kubernetes 1.34.2** · release line 1.34, released 2026-08-20',
      'Supported until 2027-10-20 ([kubernetes.example](<https://kubernetes.example/releases>)).',
      'Against the other pins:',
      '- **Istio 1.22.8** in production and edge: incompatible. Istio 1.22.8 does not work with Kubernetes 1.34.2. It uses an interface that 1.34 removed. ([istio.example](<https://istio.example/1.22>), read 2026-11-01)\n' +
        '- **Istio 1.28.1**: fits. Istio 1.28.1 supports Kubernetes 1.33 to 1.34. ([istio.example](<https://istio.example/1.28>), read 2026-11-01)',
      'Nothing is known about: Cilium 1.19.0.',
    ),
  );
});

test('components: how much of each stack upstream speaks about, and until when it is in support', () => {
  const body =
    'com$0ponents:\n  kubernetes: 1.34.2\n  istio: 1.28.1\n  cilium: 1.19.0\nenvironments: {edge: {components: {cilium: null, istio: null}}}\n';
  const { about, text } = shown(body) ?? {};
  expect(about).toBe('components');
  expect(text?.split('\n\n').slice(0, 3)).toEqual([
    '**Components**',
    '1 of 3 pairs has a statement (3 components). Support ends first for istio 1.28.1, on 2027-06-30 ([istio.example](<https://istio.example/releases>)).',
    'In edge: no pair to check (1 component). Support ends first for kubernetes 1.34.2, on 2027-10-20 ([kubernetes.example](<https://kubernetes.example/releases>)).',
  ]);
});

test('components: what is out of support already comes before what is next', () => {
  const { text } =
    shown('$0components:\n  kubernetes: 1.30.0\n  istio: 1.22.8\n  postgresql: 17.6\n', 'plaintext') ?? {};
  expect(text?.split('\n\n')[1]).toBe(
    '0 of 3 pairs have a statement (3 components). Out of support: istio 1.22.8 and kubernetes 1.30.0 (https://istio.example/releases, https://kubernetes.example/releases). Next to end: postgresql 17.6, on 2030-11-01 (https://postgresql.example/versions).',
  );
});

test('components: nothing is said of support where no end is known', () => {
  expect(shown('$0components: {cilium: 1.19.0}\n')?.text.split('\n\n')[1]).toBe('no pair to check (1 component).');
});

test('keys: what the schema says of them', () => {
  const { title, description } = stackSchema.properties.policy.properties.prereleases;
  expect(shown('policy: {prerel$0eases: deny}\n')).toEqual({
    about: 'prereleases',
    text: lines(`**${title}**`, description, 'One of `deny`, `allow`. Default: `deny`.'),
  });
});

test.each([
  ['a value that is no version', 'metadata: {name: plat$0form}\n'],
  ['free values', 'components: {kubernetes: {version: 1.34.2, values: {re$0plicas: 3}}}\n'],
  ['an empty line', 'components:\n$0\n'],
  ['a comment', '# com$0ment\n'],
  ['an unknown key', 'clus$0ter: yes\n'],
])('nothing is shown for %s', (_, body) => {
  expect(shown(body)).toBeUndefined();
});

test('a broken text still answers where it can be read', () => {
  expect(shown('components:\n  kuber$0netes: 1.34.2\n  istio: [1.28.1\n')?.about).toBe('kubernetes');
});

test('an empty document has nothing to show', () => {
  expect(hover(open(''), { line: 0, character: 0 }, 'markdown')).toBeUndefined();
});
