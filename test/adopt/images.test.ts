/** Images: of Compose files, Dockerfiles, kustomizations and workloads. */
import { expect, test } from 'vitest';
import { withoutVariant } from '../../server/src/adopt/images.ts';
import { bundledCatalog } from '../support/compiled.ts';
import { adopted, componentLines } from './adopting.ts';

const BUNDLED = bundledCatalog();

test('a Compose file: tags, variants, defaults of variables, and what is built here', () => {
  const text = `name: shop
services:
  db:
    image: docker.io/library/postgres:17.6-alpine3.22
  cache:
    image: redis:\${REDIS:-8.2.3}
  dashboards:
    image: "grafana/grafana:\${GRAFANA}"
  proxy: {image: nginx:latest}
  pinned:
    image: nginx@sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef
  untagged:
    image: prom/prometheus
  shop:
    build: .
    image: postgres:16.1
  other:
    image: registry.example:5000/postgres:17.6
  odd:
    image: redis:8.2.3-acme2
`;
  expect(adopted({ 'compose.yaml': text })).toEqual({
    components: componentLines('postgresql: "17.6" # compose.yaml:4', 'redis: 8.2.3 # compose.yaml:6'),
    not: [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: It is Compose's.
      'compose.yaml:8: grafana/grafana:${GRAFANA}: its value is not written here.',
      'compose.yaml:9: nginx:latest: nginx has a tag that names no version.',
      'compose.yaml:11: nginx: nginx is given by a digest, which names no version.',
      'compose.yaml:13: prom/prometheus: prometheus has no version here.',
      'compose.yaml:18: registry.example:5000/postgres:17.6: no component is known to be in this image.',
      'compose.yaml:20: redis:8.2.3-acme2: this is no version of redis that can be read.',
    ],
  });
});

test('a Dockerfile: literal arguments are put in, and stages are no images', () => {
  const text = `# syntax=docker/dockerfile:1
ARG NODE=22
ARG DISTRO="noble"
ARG UNSET
FROM --platform=$BUILDPLATFORM node:\${NODE}-slim AS build
ARG NODE=24
FROM build AS test
FROM ubuntu:$DISTRO
FROM python:\${PYTHON:-3.13.9}
FROM redis:$UNSET
FROM scratch
`;
  expect(adopted({ 'images/Dockerfile.web': text })).toEqual({
    components: componentLines(
      'ubuntu: noble # images/Dockerfile.web:8',
      'nodejs: "22" # images/Dockerfile.web:5',
      'python: 3.13.9 # images/Dockerfile.web:9',
    ),
    not: ['images/Dockerfile.web:10: redis:$UNSET: its value is not written here.'],
  });
});

test('a kustomization: new names and tags of images, and charts', () => {
  const text = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [deploy.yaml]
images:
  - name: grafana/grafana
    newTag: 12.2.1
  - name: app
    newName: quay.io/jetstack/cert-manager-controller
    newTag: v1.19.0
  - name: redis
    newName: mirror.example/redis
helmCharts:
  - name: keda
    repo: https://kedacore.github.io/charts
    version: 2.18.3
    releaseName: keda
`;
  expect(adopted({ 'overlays/kustomization.yaml': text })).toEqual({
    components: componentLines(
      'grafana: 12.2.1 # overlays/kustomization.yaml:6',
      'cert-manager: 1.19.0 # overlays/kustomization.yaml:9',
      'keda:',
      '  version: 2.18.1 # overlays/kustomization.yaml:15',
      '  chart:',
      '    repository: https://kedacore.github.io/charts',
      '    name: keda',
      '    version: 2.18.3',
    ),
    not: [],
  });
});

test('workloads that kubectl prints: every container, each component once', () => {
  const workload = (kind: string, ...images: string[]) => ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'one', namespace: 'default' },
    spec: {
      template: {
        spec: {
          initContainers: [{ name: 'init', image: images[0] }],
          containers: images.slice(1).map((image, at) => ({ name: `c${at}`, image })),
        },
      },
    },
  });
  const list = {
    apiVersion: 'v1',
    items: [
      workload('Deployment', 'istio/proxyv2:1.28.1', 'grafana/grafana:12.2.0', 'grafana/grafana:12.2.1-ubuntu'),
      workload('DaemonSet', 'calico/node:v3.30.3', 'quay.io/calico/cni:v3.30.3'),
      workload('StatefulSet', 'registry.k8s.io/etcd:3.6.4-0', 'k8s.gcr.io/coredns/coredns:v1.12.1'),
      { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ image: 'redis:1' }] } },
    ],
    kind: 'List',
  };
  const text = JSON.stringify(list, null, 4);
  const lineOf = (image: string) => text.slice(0, text.indexOf(image)).split('\n').length;
  expect(adopted({ 'cluster.json': text })).toEqual({
    components: componentLines(
      `calico: 3.30.3 # cluster.json:${lineOf('calico/node')}, cluster.json:${lineOf('quay.io/calico')}`,
      `coredns: 1.12.1 # cluster.json:${lineOf('k8s.gcr.io')}`,
      `istio: 1.28.1 # cluster.json:${lineOf('istio/proxyv2')}`,
      `etcd: 3.6.4 # cluster.json:${lineOf('registry.k8s.io')}`,
      `grafana: 12.2.0 # cluster.json:${lineOf('grafana:12.2.0')}`,
      `# also 12.2.1: cluster.json:${lineOf('grafana:12.2.1')}`,
    ),
    not: [],
  });
});

test('tags of one image as they are pinned, or why not', () => {
  const tags = ['noble', 'noble-slim', '24.04', 'rolling', 'noble-20251001', 'noble-acme1', '26.04', '24.04.3'];
  const told = tags.map((tag) => {
    const { components, not } = adopted({ Dockerfile: `FROM ubuntu:${tag}\n` });
    return not[0] ?? components.split('\n')[1];
  });
  expect(told).toEqual([
    '  ubuntu: noble # Dockerfile:1',
    '  ubuntu: noble # Dockerfile:1',
    '  ubuntu: "24.04" # Dockerfile:1',
    'Dockerfile:1: ubuntu:rolling: ubuntu has a tag that names no version.',
    '  ubuntu: noble # Dockerfile:1',
    'Dockerfile:1: ubuntu:noble-acme1: this is no version of ubuntu that can be read.',
    '  ubuntu: "26.04" # Dockerfile:1',
    '  ubuntu: 24.04.3 # Dockerfile:1',
  ]);
});

test('variants are cut off a tag only where nothing else follows them', () => {
  const tags = [
    '17.6',
    '17.6-alpine',
    '3.13.9-slim-bookworm',
    '10.1-jdk17-temurin',
    'noble',
    '3.9-acme-slim',
    '1-slim-acme',
  ];
  expect(tags.map(withoutVariant)).toEqual(['17.6', '17.6', '3.13.9', '10.1', 'noble', '3.9-acme', '1-slim-acme']);
});

test.each([
  // Built again without another version inside, or beside another one: rules of the image itself.
  ['registry.k8s.io/etcd:3.5.15-0', 'etcd: 3.5.15'],
  ['quay.io/coreos/etcd:v3.5.15', 'etcd: 3.5.15'],
  ['fluentd:v1.16.9-debian-1.0', 'fluentd: 1.16.9'],
  ['timescale/timescaledb:2.17.2-pg16', 'timescaledb: 2.17.2'],
  ['quay.io/minio/minio:RELEASE.2025-01-18T00-31-37Z', 'minio: "2025-01-18T00-31-37Z"'],
  ['elixir:1.18.4-otp-26-alpine', 'elixir: 1.18.4'],
  ['maven:3.9.16-eclipse-temurin-21-noble', 'apache-maven: 3.9.16'],
  // The tag says a `+` otherwise.
  ['eclipse-temurin:17.0.20_8-jre-alpine', 'java: 17.0.20+8'],
  ['rancher/k3s:v1.34.2-k3s1', 'k3s: 1.34.2+k3s1'],
  // A `v` before it, and what is a variant.
  ['quay.io/cilium/cilium:v1.18.4', 'cilium: 1.18.4'],
  ['docker.io/library/postgres:17.6-alpine3.22', 'postgresql: "17.6"'],
])('the bundled catalog says what %s is', (image, pin) => {
  expect(adopted({ Dockerfile: `FROM ${image}\n` }, BUNDLED)).toEqual({
    components: componentLines(`${pin} # Dockerfile:1`),
    not: [],
  });
});

test.each([
  ['timescale/timescaledb:latest-pg17', 'this is no version of timescaledb that can be read.'],
  ['registry.k8s.io/etcd:3.5.15-acme', 'this is no version of etcd that can be read.'],
  ['php:8.6-rc-fpm', 'this is no version of php that can be read.'],
  ['wordpress:cli-2.12.0', 'this is no version of wordpress that can be read.'],
  // What others build of the same, and what holds two of the same rank.
  ['bitnami/postgresql:17.6.0-debian-12-r4', 'no component is known to be in this image.'],
  ['postgis/postgis:17-3.5', 'no component is known to be in this image.'],
  ['mcr.microsoft.com/dotnet/sdk:10.0', 'no component is known to be in this image.'],
])('%s is not guessed at', (image, why) => {
  expect(adopted({ Dockerfile: `FROM ${image}\n` }, BUNDLED)).toEqual({
    components: componentLines(),
    not: [`Dockerfile:1: ${image}: ${why}`],
  });
});
