/** Clusters: what they answer, and the configuration that makes them. */
import { expect, test } from 'vitest';
import { adopted, componentLines } from './adopting.ts';

const versions = (server: string) =>
  JSON.stringify({ clientVersion: { gitVersion: 'v1.34.2' }, serverVersion: { gitVersion: server } }, null, 2);

test.each([
  ['v1.34.1', 'kubernetes: 1.34.1'],
  ['v1.34.2+k3s1', 'k3s: 1.34.2+k3s1'],
  ['v1.34.2+rke2r1', 'rke2: 1.34.2+rke2r1'],
  ['v1.34.2+k0s', undefined],
  ['v1.33.5-gke.1080000', 'google-gke: 1.33.5-gke.1080000'],
  ['v1.33.5-eks-113cf36', 'amazon-eks: "1.33"'],
])('kubectl version of a server %s', (server, pin) => {
  expect(adopted({ 'version.json': versions(server) })).toEqual({
    components: componentLines(
      ...(pin === undefined ? [] : [`${pin} # version.json:6`]),
      'kubectl: 1.34.2 # version.json:3',
    ),
    not:
      pin === undefined ? ['version.json:6: kubernetes v1.34.2+k0s: this is no version of k0s that can be read.'] : [],
  });
});

test('Cluster API: control planes and machines', () => {
  const text = `apiVersion: cluster.x-k8s.io/v1beta1
kind: Cluster
metadata: {name: prod}
spec:
  topology: {class: quick, version: v1.34.2}
---
apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: RKE2ControlPlane
metadata: {name: edge}
spec:
  version: v1.34.2+rke2r1
---
apiVersion: cluster.x-k8s.io/v1beta1
kind: MachineDeployment
metadata: {name: workers}
spec:
  template:
    spec:
      version: v1.34.1
---
apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: KubeadmControlPlane
metadata: {name: old}
spec:
  version: \${KUBERNETES_VERSION}
`;
  expect(adopted({ 'capi.yaml': text })).toEqual({
    components: componentLines(
      'kubelet: 1.34.1 # capi.yaml:19',
      'kubernetes: 1.34.2 # capi.yaml:5',
      'rke2: 1.34.2+rke2r1 # capi.yaml:11',
    ),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: It is clusterctl's.
    not: ['capi.yaml:25: ${KUBERNETES_VERSION}: its value is not written here.'],
  });
});

test.each([
  [
    'kubeadm',
    'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.34.2\n',
    ['kubernetes: 1.34.2 # a.yaml:3'],
  ],
  [
    'k0sctl',
    'apiVersion: k0sctl.k0sproject.io/v1beta1\nkind: Cluster\nspec:\n  k0s:\n    version: v1.34.2+k0s.0\n',
    ['k0s: 1.34.2+k0s.0 # a.yaml:5'],
  ],
  [
    'k0s',
    'apiVersion: k0s.k0sproject.io/v1beta1\nkind: ClusterConfig\nspec:\n  images:\n    coredns: {image: registry.k8s.io/coredns/coredns, version: v1.12.1}\n    calico:\n      node: {image: quay.io/calico/node, version: v3.30.3}\n',
    ['calico: 3.30.3 # a.yaml:7', 'coredns: 1.12.1 # a.yaml:5'],
  ],
  [
    'k3s upgrade plan',
    'apiVersion: upgrade.cattle.io/v1\nkind: Plan\nspec:\n  version: v1.34.2+k3s1\n  upgrade: {image: rancher/k3s-upgrade}\n',
    ['k3s: 1.34.2+k3s1 # a.yaml:4'],
  ],
  [
    'Talos',
    'version: v1alpha1\nmachine:\n  type: controlplane\n  kubelet: {image: "ghcr.io/siderolabs/kubelet:v1.34.1"}\n  install: {image: "ghcr.io/siderolabs/installer:v1.11.3"}\ncluster:\n  apiServer: {image: "registry.k8s.io/kube-apiserver:v1.34.2"}\n',
    ['talos: 1.11.3 # a.yaml:5', 'kubelet: 1.34.1 # a.yaml:4', 'kubernetes: 1.34.2 # a.yaml:7'],
  ],
  [
    'kind',
    'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nnodes:\n- role: control-plane\n  image: kindest/node:v1.34.0@sha256:7416a61b42b1662ca6ca89f02028ac133a309a2a30ba309614e8ec94d976dc5a\n',
    ['kubernetes: 1.34.0 # a.yaml:5'],
  ],
  [
    'k3d',
    'apiVersion: k3d.io/v1alpha5\nkind: Simple\nimage: rancher/k3s:v1.34.2-k3s1\n',
    ['k3s: 1.34.2+k3s1 # a.yaml:3'],
  ],
  [
    'eksctl',
    'apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: a, version: "1.33"}\n',
    ['amazon-eks: "1.33" # a.yaml:3'],
  ],
])('configuration of %s', (_, text, lines) => {
  expect(adopted({ 'a.yaml': text })).toEqual({ components: componentLines(...lines), not: [] });
});

test('inventories of Kubespray and of Kolla Ansible', () => {
  const kubespray = `kube_version: 1.34.2
containerd_version: 2.1.4
etcd_version: "{{ etcd_supported_versions[kube_major_version] }}"
kube_network_plugin: calico
helm_version: 4.0.0
`;
  expect(
    adopted({
      'inventory/prod/group_vars/k8s_cluster/k8s-cluster.yml': kubespray,
      'kolla/globals.yml': '---\nkolla_base_distro: ubuntu\nopenstack_release: "2025.1"\n',
      // The same keys mean nothing elsewhere.
      'roles/own/defaults/main.yml': kubespray,
    }),
  ).toEqual({
    components: componentLines(
      'containerd: 2.1.4 # inventory/prod/group_vars/k8s_cluster/k8s-cluster.yml:2',
      'kubernetes: 1.34.2 # inventory/prod/group_vars/k8s_cluster/k8s-cluster.yml:1',
      'openstack: "2025.1" # kolla/globals.yml:3',
    ),
    not: [
      'inventory/prod/group_vars/k8s_cluster/k8s-cluster.yml:3: {{ etcd_supported_versions[kube_major_version] }}: its value is not written here.',
      'inventory/prod/group_vars/k8s_cluster/k8s-cluster.yml:5: helm 4.0.0: the catalog does not have helm.',
    ],
  });
});
