import { expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import stackSchema from '../../schemas/stack.schema.json';
import type { CompatibilityRule } from '../../server/src/catalog/model.ts';
import type { ContentFormat } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { sample } from '../catalog/sample.ts';
import { catalogOf } from '../support/compiled.ts';
import { cursorIn, open } from './open.ts';
import { openIn } from './openIn.ts';

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

test('a component: name, layer, status, the newest that fits, lines with what is left of their support, addresses', () => {
  expect(shown('components:\n  kuber$0netes: 1.34.2\n')).toEqual({
    about: 'kubernetes',
    text: lines(
      '**Kubernetes** · orchestrator · active',
      'Runs containers on many machines.',
      '`1.34.2` is the newest version that nothing speaks against.',
      'Newest of each release line:',
      '- `1.34.2` `████████░░` supported until 2027-10-20\n- `1.33.5` `█████░░░░░` supported until 2027-06-20\n- `1.30.0` `░░░░░░░░░░` support ended 2026-06-20',
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
      '1.34.2 is the newest version that nothing speaks against.',
      'Newest of each release line:',
      '- 1.34.2 ████████░░ supported until 2027-10-20\n- 1.33.5 █████░░░░░ supported until 2027-06-20\n- 1.30.0 ░░░░░░░░░░ support ended 2026-06-20',
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
      'Newest of each release line:',
      '- `2.8.1`',
      '[Homepage](<https://weave.example>)',
    ),
  });
});

test("an instance: the card of what it is, with the pin's own layer", () => {
  const text = lines(
    '**PostgreSQL** · tool · active',
    'A relational database.',
    'The newest version that nothing speaks against is `18.10`.',
    'Newest of each release line:',
    '- `18.10` `██████████` supported until 2031-11-01\n- `17.6` `████████░░` supported until 2030-11-01',
    '[Homepage](<https://postgresql.example>)',
  );
  const body = (key: string, component: string) =>
    `components:\n  ${key}: {component: ${component}, version: "17.6", layer: tool}\n`;
  expect(shown(body('d$0b', 'postgresql'))).toEqual({ about: 'db', text });
  expect(shown(body('db', 'post$0gresql'))).toEqual({ about: 'postgresql', text });
});

test('the newest version that fits, and what rules a newer one out', () => {
  const text = shown('components:\n  kuber$0netes: 1.33.0\n  istio: 1.27.4\n')?.text.split('\n\n')[2];
  expect(text).toBe(
    'The newest version that nothing speaks against is `1.33.5`. `1.34.2` is newer: unsupported with Istio 1.27.4.',
  );
});

test('nothing is called the newest that fits where something speaks against all, or the component has ended', () => {
  for (const body of ['k$0ubernetes: 1.33.0\n  istio: 1.22.8', 'istio: 1.28.1\n  weave$0-net: 2.8.1'])
    expect(shown(`policy: {supportWindow: 500d}\ncomponents:\n  ${body}\n`)?.text).not.toContain('speaks against');
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

const ENVIRONMENTS = `
environments:
  production: {components: {kubernetes: 1.33.5}}
  edge: {components: {kubernetes: 1.33.5, cilium: null}}
  lab: {components: {kubernetes: null, postgresql: 17.6}}
`;

test('a pin: what is in force in each environment', () => {
  const body = `components:\n  kubernetes: 1.34.$02\n  cilium: 1.19.0${ENVIRONMENTS}`;
  const inForce = 'In force:\n\n- `1.34.2` without an environment\n- `1.33.5` in production and edge\n- none in lab';
  expect(shown(body)?.text).toContain(`\n\n${inForce}\n\n`);
  expect(shown(body.replace('1.34.$02', '1.34.2').replace('kubernetes', 'kuber$0netes'))?.text).toContain(inForce);
  expect(shown(body.replace('1.34.$02', '1.34.2').replace('1.19.0', '1.19.$00'))?.text).toContain(
    'In force:\n\n- `1.19.0` without an environment and in production and lab\n- none in edge',
  );
});

test('an environment: what is different there', () => {
  const text = (name: string) =>
    shown(`components:\n  kubernetes: 1.34.2\n  cilium: 1.19.0${ENVIRONMENTS.replace(name, `${name}$0`)}`)?.text;
  expect(text('edge')).toBe(
    lines(
      '**Environment**',
      'What is different here:',
      '- **kubernetes**: `1.33.5` instead of `1.34.2`\n- **cilium**: removed',
      'What differs in this environment.',
    ),
  );
  expect(text('lab')).toContain('- **postgresql**: `17.6`, only here\n- **kubernetes**: removed');
  expect(shown('components: {cilium: 1.19.0}\nenvironments: {sa$0me: {components: {}}}\n')?.text).toContain(
    'It runs the same as the stack without an environment.',
  );
});

test('the components of an environment: its own stack', () => {
  const body = 'components: {kubernetes: 1.34.2}\nenvironments: {edge: {comp$0onents: {istio: 1.28.1}}}\n';
  expect(shown(body, 'plaintext')?.text.split('\n\n').slice(0, 2)).toEqual([
    'Components',
    'In edge: 1 of 1 pairs has a statement (2 components). Support ends first for istio 1.28.1, on 2027-06-30 (https://istio.example/releases).',
  ]);
});

test('a pin that takes the place of one in a base', () => {
  const { checked, position } = openIn({
    'leaf.stack.yaml': 'extends: [./base.stack.yaml]\ncomponents:\n  kubernetes: 1.34.$02\n',
    'base.stack.yaml': 'components: {kubernetes: 1.33.5}\n',
  });
  expect(hover(checked, position, 'plaintext')?.contents).toMatchObject({
    value: expect.stringContaining('\n\nIt takes the place of Kubernetes 1.33.5 in ./base.stack.yaml.'),
  });
});

test('what is said to the contrary stands beside what decides', () => {
  const says = (about: string, rest: Omit<CompatibilityRule, 'when' | 'with' | 'checked'>) => [
    { when: '*', with: about, checked: '2026-11-01', ...rest },
  ];
  const mesh = sample({
    id: 'mesh',
    lines: [{ line: '1.0', versions: ['1.0.0'] }],
    compatibility: says('cluster', { level: 'supported', supported: '>=2', source: 'https://mesh.example' }),
  });
  const cluster = sample({
    id: 'cluster',
    lines: [{ line: '2.0', versions: ['2.0.0'] }],
    compatibility: says('mesh', { level: 'broken', breaks: '<2', source: 'https://cluster.example' }),
  });
  const catalog = catalogOf({ name: 'made-up', version: '1', updated: '2026-11-01' }, [cluster, mesh]);
  const { text, position } = cursorIn(`${HEAD}components:\n  mesh: 1.0.$00\n  cluster: 2.0.0\n`);
  expect(hover(open(text, {}, catalog), position, 'plaintext')?.contents).toMatchObject({
    value: expect.stringContaining(
      '- cluster 2.0.0: incompatible. cluster 2.0.0 does not work with mesh 1.0.0. (https://cluster.example, read 2026-11-01) Against it: mesh 1.0.0 supports cluster 2.0 and later. (https://mesh.example, read 2026-11-01)',
    ),
  });
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
