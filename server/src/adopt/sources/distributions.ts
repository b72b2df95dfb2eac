/** Configuration of what sets clusters up: kubeadm, k0s, k3s, RKE2, Talos, kind, k3d and eksctl. */
import { isObject, noteImages, noteProduct, type YamlFormat } from '../yamlFormat.ts';
import type { View } from '../yamlView.ts';

/** https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/ */
export const kubeadm: YamlFormat = {
  reads: (root) => isObject(root, 'kubeadm.k8s.io', 'ClusterConfiguration'),
  read: (root, notes) => noteProduct('kubernetes', root.at('kubernetesVersion'), notes),
};

/** https://docs.k0sproject.io/stable/configuration/ and https://github.com/k0sproject/k0sctl, "Configuration file". */
export const k0s: YamlFormat = {
  reads: (root) =>
    isObject(root, 'k0s.k0sproject.io', 'ClusterConfig') || isObject(root, 'k0sctl.k0sproject.io', 'Cluster'),
  read(root, notes) {
    noteProduct('k0s', root.at('spec', 'k0s', 'version'), notes);
    const config = root.at('spec', 'k0s', 'config', 'spec', 'images');
    for (const images of [root.at('spec', 'images'), config]) {
      for (const image of imagesIn(images, 3)) {
        const [name, version] = [image.at('image').text, image.at('version')];
        if (name !== undefined && version.text !== undefined) notes.image(`${name}:${version.text}`, version.line);
      }
    }
  },
};

/** Mappings that have an image and a version. */
function imagesIn(view: View, depth: number): readonly View[] {
  if (view.at('image').exists) return [view];
  return depth === 0 ? [] : view.entries().flatMap(({ value }) => imagesIn(value, depth - 1));
}

/** Automated upgrades: https://docs.k3s.io/upgrades/automated and https://docs.rke2.io/upgrades/automated_upgrade. */
export const upgradePlan: YamlFormat = {
  reads: (root) => isObject(root, 'upgrade.cattle.io', 'Plan'),
  read(root, notes) {
    const image = root.at('spec', 'upgrade', 'image').text ?? '';
    const component = /(?:^|\/)rancher\/(k3s|rke2)-upgrade(?::|$)/.exec(image)?.[1];
    if (component !== undefined) noteProduct(component, root.at('spec', 'version'), notes);
  },
};

/** Machine configuration: https://www.talos.dev/latest/reference/configuration/v1alpha1/config/. */
export const talos: YamlFormat = {
  reads: (root) => root.at('machine', 'type').exists || root.at('machine', 'install', 'image').exists,
  read(root, notes) {
    const { cluster, machine } = { cluster: root.at('cluster'), machine: root.at('machine') };
    const parts = ['apiServer', 'controllerManager', 'scheduler', 'proxy', 'etcd', 'coreDNS'];
    const images = [machine.at('install', 'image'), machine.at('kubelet', 'image')];
    noteImages([...images, ...parts.map((part) => cluster.at(part, 'image'))], notes);
  },
};

/** https://kind.sigs.k8s.io/docs/user/configuration/ and https://k3d.io/stable/usage/configfile/ */
export const localClusters: YamlFormat = {
  reads: (root) => isObject(root, 'kind.x-k8s.io', 'Cluster') || isObject(root, 'k3d.io', 'Simple'),
  read: (root, notes) =>
    noteImages(
      [
        root.at('image'),
        ...root
          .at('nodes')
          .items()
          .map((node) => node.at('image')),
      ],
      notes,
    ),
};

/** https://eksctl.io/usage/schema/ */
export const eksctl: YamlFormat = {
  reads: (root) => isObject(root, 'eksctl.io', 'ClusterConfig'),
  read: (root, notes) => noteProduct('amazon-eks', root.at('metadata', 'version'), notes),
};
