/** A whole repository in the shapes that public charts and Compose files have, read by the bundled catalog: the exact manifest. */
import { expect, test } from 'vitest';
import { importedPins, manifestText } from '../../server/src/adopt/manifest.ts';
import { readSource } from '../../server/src/adopt/readSource.ts';
import { recognise } from '../../server/src/adopt/recognise.ts';
import { reasonWords } from '../../server/src/adopt/words.ts';
import { bundledCatalog } from '../support/compiled.ts';

const FILES: { readonly [path: string]: string } = {
  'charts/platform/Chart.yaml': `apiVersion: v2
name: platform
version: 0.1.0
dependencies:
  - name: cert-manager
    version: v1.19.1
    repository: oci://quay.io/jetstack/charts
  - name: metrics-server
    version: ~3.13.0
    repository: https://kubernetes-sigs.github.io/metrics-server/
`,
  'charts/platform/Chart.lock': `dependencies:
- name: cert-manager
  repository: oci://quay.io/jetstack/charts
  version: v1.19.1
- name: metrics-server
  repository: https://kubernetes-sigs.github.io/metrics-server/
  version: 3.13.0
digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
generated: "2026-01-01T00:00:00Z"
`,
  'apps/mesh.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: istiod, namespace: argocd}
spec:
  project: default
  destination: {server: https://kubernetes.default.svc, namespace: istio-system}
  source:
    repoURL: https://istio-release.storage.googleapis.com/charts
    chart: istiod
    targetRevision: 1.28.1
`,
  'compose.yaml': `services:
  db:
    image: mariadb:10.6.4-focal
    command: --default-authentication-plugin=mysql_native_password
    environment: [MYSQL_DATABASE=example]
  search:
    image: docker.elastic.co/elasticsearch/elasticsearch:8.19.2
  metrics:
    image: quay.io/prometheus/prometheus:v3.5.0
  cache:
    image: redis:alpine
  app:
    build: app
    image: example/app
`,
  'app/Dockerfile': `FROM maven:3.9.9-eclipse-temurin-21-alpine AS build
FROM eclipse-temurin:21-jre-alpine
COPY --from=build /app.jar /app.jar
`,
  'upgrade.yaml': `apiVersion: upgrade.cattle.io/v1
kind: Plan
metadata: {name: server-plan, namespace: system-upgrade}
spec:
  concurrency: 1
  version: v1.34.1+rke2r1
  upgrade: {image: rancher/rke2-upgrade}
`,
  'deploy/broken.yaml': 'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec: {chart: [}\n',
};

test('a repository of charts, applications, images and plans', () => {
  const catalog = bundledCatalog();
  const readings = Object.entries(FILES).flatMap(([path, text]) => readSource(path, text) ?? []);
  const { found, notRecognised } = recognise(readings, catalog);
  expect(manifestText('shop', importedPins(found, catalog))).toBe(`apiVersion: stackpin/v1
kind: Stack
metadata:
  name: shop
components:
  rke2: 1.34.1+rke2r1 # upgrade.yaml:6
  istio:
    version: 1.28.1 # apps/mesh.yaml:10
    chart:
      repository: https://istio-release.storage.googleapis.com/charts
      name: istiod
      version: 1.28.1
  mariadb: 10.6.4 # compose.yaml:3
  prometheus: 3.5.0 # compose.yaml:9
  cert-manager:
    version: 1.19.1 # charts/platform/Chart.lock:4
    chart:
      repository: oci://quay.io/jetstack/charts
      name: cert-manager
      version: v1.19.1
  metrics-server:
    version: 0.8.0 # charts/platform/Chart.lock:7
    chart:
      repository: https://kubernetes-sigs.github.io/metrics-server/
      name: metrics-server
      version: 3.13.0
  elasticsearch: 8.19.2 # compose.yaml:7
  java: "21" # app/Dockerfile:2
  apache-maven: 3.9.9 # app/Dockerfile:1
`);
  expect(notRecognised.map((one) => `${one.path}:${one.line}: ${one.what}: ${reasonWords(one)}`)).toEqual([
    'compose.yaml:11: redis:alpine: redis has a tag that names no version.',
    'deploy/broken.yaml:3: broken.yaml: it cannot be read from here on.',
  ]);
});
