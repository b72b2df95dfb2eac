/** Images: of Compose files, Dockerfiles, kustomizations and workloads. */
import { expect, test } from 'vitest';
import { componentOfImage, IMAGE_GROUPS, withoutVariant } from '../../server/src/adopt/images.ts';
import { bundledCatalog } from '../support/compiled.ts';
import { adopted, componentLines } from './adopting.ts';

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
      workload('DaemonSet', 'calico/cni:v3.30.3', 'quay.io/calico/node:v3.30.3'),
      workload('StatefulSet', 'registry.k8s.io/etcd:3.6.4-0', 'k8s.gcr.io/coredns/coredns:v1.12.1'),
      { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ image: 'redis:1' }] } },
    ],
    kind: 'List',
  };
  const text = JSON.stringify(list, null, 4);
  const lineOf = (image: string) => text.slice(0, text.indexOf(image)).split('\n').length;
  expect(adopted({ 'cluster.json': text })).toEqual({
    components: componentLines(
      `calico: 3.30.3 # cluster.json:${lineOf('calico/cni')}, cluster.json:${lineOf('quay.io/calico')}`,
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

test('every image names its own upstream page and a component that the bundled catalog has', () => {
  const catalog = bundledCatalog();
  const unknown = IMAGE_GROUPS.flatMap(({ prefix, same, others = {}, source }) => {
    const names = [...(same?.split(' ') ?? []), ...Object.keys(others)];
    expect(source).toMatch(/^https:\/\//);
    return names
      .map((name) => prefix + name)
      .filter((name) => catalog.summary(componentOfImage(name) ?? '') === undefined);
  });
  expect(unknown).toEqual([]);
});
