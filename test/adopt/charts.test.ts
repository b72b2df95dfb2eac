/** Charts: what a repository's own chart, a helmfile, Argo CD, Flux, Terraform and Helm itself say of them. */
import { expect, test } from 'vitest';
import { adopted, componentLines } from './adopting.ts';

const CERT_MANAGER = (place: string) => [
  'cert-manager:',
  `  version: 1.19.1 # ${place}`,
  '  chart:',
  '    repository: https://charts.jetstack.io',
  '    name: cert-manager',
  '    version: v1.19.1',
];
const ISTIOD = (place: string) => [
  'istio:',
  `  version: 1.28.1 # ${place}`,
  '  chart:',
  '    repository: https://istio-release.storage.googleapis.com/charts',
  '    name: istiod',
  '    version: 1.28.1',
];

test('the dependencies of a chart are pinned by what the chart versions install', () => {
  const chart = `apiVersion: v2
name: platform
version: 0.4.0
appVersion: "9.9.9"
dependencies:
  - name: cert-manager
    version: v1.19.1
    repository: https://charts.jetstack.io
  - name: keda
    version: 2.18.3
    repository: https://kedacore.github.io/charts/
  - name: keda
    version: 2.18.99
    repository: https://kedacore.github.io/charts
  - name: keda
    version: 2.18.3
    repository: https://mirror.example/charts
  - name: own
    version: 0.1.0
    repository: file://../own
`;
  expect(adopted({ 'platform/Chart.yaml': chart })).toEqual({
    components: componentLines(
      ...CERT_MANAGER('platform/Chart.yaml:7'),
      'keda:',
      '  version: 2.18.1 # platform/Chart.yaml:10',
      '  chart:',
      '    repository: https://kedacore.github.io/charts/',
      '    name: keda',
      '    version: 2.18.3',
    ),
    not: [
      'platform/Chart.yaml:13: keda 2.18.99: the catalog does not say which version of keda this chart version installs.',
      'platform/Chart.yaml:16: keda 2.18.3: no component is known to be installed by this chart.',
    ],
  });
});

test('a lock file takes the place of the ranges beside it', () => {
  const dependency = (version: string) =>
    `dependencies:\n- name: cert-manager\n  repository: https://charts.jetstack.io\n  version: ${version}\n`;
  expect(
    adopted({
      'a/Chart.lock': `${dependency('v1.19.1')}digest: sha256:0\ngenerated: "2026-01-01T00:00:00Z"\n`,
      'a/Chart.yaml': `apiVersion: v2\nname: a\nversion: 1.0.0\n${dependency('^1.19.0')}`,
      'b/Chart.yaml': `apiVersion: v2\nname: b\nversion: 1.0.0\n${dependency('~1.19')}`,
    }),
  ).toEqual({
    components: componentLines(...CERT_MANAGER('a/Chart.lock:4')),
    not: ['b/Chart.yaml:7: cert-manager ~1.19: cert-manager is installed by any of several chart versions.'],
  });
});

test('releases of a helmfile take their repositories from it', () => {
  const helmfile = `repositories:
  - name: jetstack
    url: https://charts.jetstack.io
  - name: istio
    url: https://istio-release.storage.googleapis.com/charts
releases:
  - name: cert-manager
    namespace: cert-manager
    chart: jetstack/cert-manager
    version: v1.19.1
  - name: istiod
    chart: istio/istiod
    version: 1.28.1
  - name: keda
    chart: kedacore/keda
    version: 2.18.3
  - name: shop
    chart: ./charts/shop
  - name: newest
    chart: jetstack/cert-manager
  - name: later
    chart: jetstack/cert-manager
    version: {{ .Values.version }}
`;
  expect(adopted({ 'helmfile.yaml': helmfile })).toEqual({
    components: componentLines(...ISTIOD('helmfile.yaml:13'), ...CERT_MANAGER('helmfile.yaml:10')),
    not: [
      'helmfile.yaml:23: cert-manager {{ .Values.version }}: its value is not written here.',
      'helmfile.yaml:16: keda 2.18.3: the repository of this chart is not written in what was read.',
      'helmfile.yaml:20: cert-manager: cert-manager has no version here.',
    ],
  });
  const branching = helmfile.replace('releases:\n', 'releases:\n{{ if .Values.all }}\n');
  expect(adopted({ 'helmfile.yaml.gotmpl': branching })).toEqual({
    components: componentLines(),
    not: [
      'helmfile.yaml.gotmpl:7: helmfile.yaml.gotmpl: it is a template: render it first, and import what comes out.',
    ],
  });
});

test('Applications and ApplicationSets of Argo CD name charts; git sources name no version', () => {
  const text = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: cert-manager, namespace: argocd}
spec:
  project: default
  source:
    repoURL: https://charts.jetstack.io
    chart: cert-manager
    targetRevision: v1.19.1
---
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: mesh}
spec:
  generators: [{clusters: {}}]
  template:
    spec:
      sources:
        - repoURL: https://istio-release.storage.googleapis.com/charts
          chart: istiod
          targetRevision: 1.28.1
        - repoURL: https://git.example/shop.git
          targetRevision: main
          path: values
        - repoURL: https://kedacore.github.io/charts
          chart: keda
          targetRevision: '{{version}}'
        - repoURL: registry.example/charts
          chart: keda
          targetRevision: 2.18.3
`;
  expect(adopted({ 'apps/all.yaml': text })).toEqual({
    components: componentLines(...ISTIOD('apps/all.yaml:21'), ...CERT_MANAGER('apps/all.yaml:9')),
    not: [
      'apps/all.yaml:27: keda {{version}}: its value is not written here.',
      'apps/all.yaml:30: keda 2.18.3: no component is known to be installed by this chart.',
    ],
  });
});

test('releases of Flux take the address from the repository that another file describes', () => {
  const repository = (name: string, namespace: string, url: string) => `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: ${name}, namespace: ${namespace}}
spec: {interval: 1h, url: "${url}"}
`;
  const release = (name: string, version: string, source: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: ${name}, namespace: apps}
spec:
  chart:
    spec:
      chart: ${name}
      version: ${version}
      sourceRef: {kind: HelmRepository, name: ${source}}
`;
  const artifact = `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: {name: cert-manager, namespace: apps}
spec:
  interval: 1h
  url: oci://quay.io/jetstack/charts/cert-manager
  ref:
    tag: v1.19.0
`;
  expect(
    adopted({
      'releases.yaml': [
        release('cert-manager', 'v1.19.1', 'jetstack'),
        release('keda', '2.18.x', 'kedacore'),
        release('istiod', '1.28.1', 'nowhere'),
      ].join('---\n'),
      // Their namespace is set elsewhere, as a kustomization does.
      'sources.yaml': [
        repository('jetstack', 'flux-system', 'https://charts.jetstack.io'),
        repository('kedacore', 'apps', 'https://kedacore.github.io/charts'),
      ].join('---\n'),
      'artifact.yaml': artifact,
    }),
  ).toEqual({
    components: componentLines(...CERT_MANAGER('releases.yaml:8'), '# also 1.19.0: artifact.yaml:8'),
    not: [
      'releases.yaml:18: keda 2.18.x: keda is installed by any of several chart versions.',
      'releases.yaml:28: istiod 1.28.1: the repository of this chart is not written in what was read.',
    ],
  });
});

test('what helm list prints counts where the catalog says the same of the chart', () => {
  const release = (name: string, chart: string, app: string) => ({
    name,
    namespace: 'platform',
    revision: '3',
    updated: '2026-11-01 10:00:00 +0000 UTC',
    status: 'deployed',
    chart,
    app_version: app,
  });
  const text = JSON.stringify([
    release('cm', 'cert-manager-v1.19.1', 'v1.19.1'),
    release('keda', 'keda-2.18.3', '2.17.0'),
    release('mesh', 'istiod-1.28.1', '1.28.1'),
    release('shop', 'shop-0.1.0', '4.2'),
    release('odd', 'unversioned', ''),
  ]);
  expect(adopted({ 'releases.json': text })).toEqual({
    components: componentLines('istio: 1.28.1 # releases.json:1', 'cert-manager: 1.19.1 # releases.json:1'),
    not: [
      'releases.json:1: unversioned: no component is known to be installed by this chart.',
      'releases.json:1: keda 2.18.3: the catalog does not say which version of keda this chart version installs.',
      'releases.json:1: shop 0.1.0: no component is known to be installed by this chart.',
    ],
  });
});

test('Terraform: releases and managed clusters by their literal attributes', () => {
  const text = `terraform {
  required_version = ">= 1.9"
}
/* version = "1" { */
resource "aws_eks_cluster" "main" {
  name    = "main" # version = "1.20"
  version = "1.33"
  vpc_config {
    version = "0.0"
  }
}
module "eks" {
  source             = "terraform-aws-modules/eks/aws"
  version            = "21.0.0"
  kubernetes_version = var.kubernetes
}
resource "google_container_cluster" "main" {
  min_master_version = "1.33.5-gke.1080000"
}
resource "azurerm_kubernetes_cluster" "main" {
  kubernetes_version = 1.33
}
resource "helm_release" "cert_manager" {
  name       = "cert-manager"
  repository = "https://charts.jetstack.io"
  chart      = "cert-manager"
  version    = "v1.19.1"
  values = [<<-EOT
    version = "9"
    EOT
  ]
  set {
    name  = "version"
    value = "8"
  }
}
resource "helm_release" "istiod" {
  repository = "https://istio-release.storage.googleapis.com/charts"
  chart      = "istiod"
  version    = "\${var.minor}.1"
}
resource "helm_release" "shop" {
  chart = "./charts/shop"
}
`;
  expect(adopted({ 'infra/main.tf': text })).toEqual({
    components: componentLines(
      'amazon-eks: "1.33" # infra/main.tf:7',
      'azure-aks: "1.33" # infra/main.tf:21',
      'google-gke: 1.33.5-gke.1080000 # infra/main.tf:18',
      ...CERT_MANAGER('infra/main.tf:27'),
    ),
    not: [
      'infra/main.tf:15: kubernetes_version = var.kubernetes: its value is not written here.',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: It is Terraform's.
      'infra/main.tf:40: version = "${var.minor}.1": its value is not written here.',
    ],
  });
});

test('a release of Flux by chartRef takes its version from the OCIRepository, be it a tag, a range or nothing', () => {
  const artifact = (reference: string) => `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: {name: cm, namespace: apps}
spec:
  interval: 1h
  url: oci://quay.io/jetstack/charts/cert-manager
${reference}---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: cm, namespace: apps}
spec: {interval: 1h, chartRef: {kind: OCIRepository, name: cm}}
`;
  expect(adopted({ 'a.yaml': artifact('  ref: {tag: v1.19.1}\n') })).toEqual({
    components: componentLines(
      'cert-manager:',
      '  version: 1.19.1 # a.yaml:7',
      '  chart:',
      '    repository: oci://quay.io/jetstack/charts',
      '    name: cert-manager',
      '    version: v1.19.1',
    ),
    not: [],
  });
  expect(adopted({ 'a.yaml': artifact('  ref: {semver: ">=1.19"}\n') })).toEqual({
    components: componentLines(),
    not: ['a.yaml:7: cert-manager >=1.19: cert-manager is installed by any of several chart versions.'],
  });
  expect(adopted({ 'a.yaml': artifact('') })).toEqual({
    components: componentLines(),
    not: ['a.yaml:6: cert-manager: cert-manager has no version here.'],
  });
});
