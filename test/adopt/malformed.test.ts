/** Files that are broken, that are of no format, and texts of any kind. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSourceName, readSource } from '../../server/src/adopt/readSource.ts';
import { adopted, componentLines } from './adopting.ts';

test('a broken file is told with the line where reading ends, and the documents beside it are read', () => {
  const broken = 'services:\n  db:\n    image: postgres:17.6\n   cache: {image: redis:8.2.3}\n';
  const apps = `apiVersion: argoproj.io/v1alpha1
kind: Application
spec: {source: {repoURL: https://charts.jetstack.io, chart: cert-manager, targetRevision: v1.19.1}}
---
apiVersion: argoproj.io/v1alpha1
kind: Application
spec: {source: [}
`;
  expect(adopted({ 'compose.yaml': broken, 'apps.yaml': apps })).toEqual({
    components: componentLines(
      'cert-manager:',
      '  version: 1.19.1 # apps.yaml:3',
      '  chart:',
      '    repository: https://charts.jetstack.io',
      '    name: cert-manager',
      '    version: v1.19.1',
    ),
    not: [
      'compose.yaml:4: compose.yaml: it cannot be read from here on.',
      'apps.yaml:7: apps.yaml: it cannot be read from here on.',
    ],
  });
});

test('files of another kind are left alone, broken or not', () => {
  const texts = {
    'values.yaml': 'image: postgres:17.6\n',
    'broken.yaml': 'a: [\n',
    'package.json': '{"dependencies": {"redis": "^4.0.0"}}',
    'service.yaml': 'apiVersion: v1\nkind: Service\nspec: {ports: [{port: 80}]}\n',
    'templates/deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\n{{- if .Values.on }}\nspec: {}\n{{- end }}\n',
    'main.tf': 'locals {\n  version = "1.33"\n}\n',
    'README.md': 'FROM postgres:17.6\n',
    'empty/Chart.yaml': '',
  };
  for (const [path, text] of Object.entries(texts)) expect([path, readSource(path, text)]).toEqual([path, undefined]);
});

test('shapes that a format does not have give nothing, and fail nothing', () => {
  const compose = [
    'services: []',
    'services: {db: postgres, x: {image: {a: 1}}}',
    'services: {db: {image: }}',
    '- services',
  ];
  for (const text of compose) expect(adopted({ 'compose.yaml': text }).components).toBe(componentLines());
  const chart = ['dependencies: text', 'dependencies: [1, {name: [a], repository: b}, {name: a, repository: {}}]'];
  for (const text of chart) expect(adopted({ 'Chart.yaml': text }).components).toBe(componentLines());
});

const NAMES = [
  'Chart.yaml',
  'Chart.lock',
  'helmfile.yaml',
  'helmfile.yaml.gotmpl',
  'kustomization.yaml',
  'Kustomization',
  'compose.yaml',
  'Dockerfile',
  'main.tf',
  'app.yaml',
  'cluster.json',
  'inventory/group_vars/all.yml',
  'globals.yml',
];

/** Pieces of all formats, so that texts come near to being read. */
const PIECE = fc.constantFrom(
  'apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    chart: keda\n',
  'kind: HelmRelease\napiVersion: helm.toolkit.fluxcd.io/v2\n',
  'services:\n  a:\n    image: redis:8\n',
  'dependencies:\n- name: keda\n  version: 2\n  repository: https://kedacore.github.io/charts\n',
  'releases:\n- chart: a/b\n',
  'images:\n- name: redis\n  newTag: "8.2.3"\n',
  'FROM node:$X\n',
  'ARG X="1\n',
  'resource "helm_release" "x" {\n chart = "keda"\n version = "2.18.3"\n',
  'x = <<EOT\n',
  'kube_version: 1.34.2\n',
  '{"items": [{"kind": "Deployment", "apiVersion": "apps/v1"}], "kind": "List"}',
  '[{"chart": "keda-2.18.3", "app_version": "2.18.1"}]',
  '&a [*a]',
  '---\n',
  '}',
  '"',
  '\t',
  '{{ .x }}',
);

test('any text under any of the names gives places inside of it, and never throws', () => {
  const text = fc.array(fc.oneof(PIECE, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), text, (path, parts) => {
      const whole = parts.join('');
      const lines = whole.split(/\r\n|\n|\r/).length;
      const { sightings = [], notRecognised = [] } = readSource(path, whole) ?? {};
      for (const { line } of [...sightings, ...notRecognised]) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
      }
      expect(adopted({ [path]: whole }).components).toMatch(/^components:/);
    }),
    { numRuns: 200 },
  );
});

test('what a walk takes of a folder', () => {
  for (const name of NAMES) expect([name, isSourceName(name.split('/').at(-1) ?? '')]).toEqual([name, true]);
  for (const name of ['go.mod', 'README.md', 'chart.tgz', 'main.ts', 'yarn.lock'])
    expect(isSourceName(name)).toBe(false);
});
