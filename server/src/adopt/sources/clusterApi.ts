/** Kubernetes versions of Cluster API objects: https://cluster-api.sigs.k8s.io/reference/api/crd-relationships. */
import { isObject, noteProduct, type YamlFormat } from '../yamlFormat.ts';

/** Control planes by the component that their `spec.version` is of. */
const CONTROL_PLANES: ReadonlyMap<string, string> = new Map([
  ['KubeadmControlPlane', 'kubernetes'],
  ['AWSManagedControlPlane', 'amazon-eks'],
  ['RKE2ControlPlane', 'rke2'],
  ['K0sControlPlane', 'k0s'],
]);

export const clusterApi: YamlFormat = {
  reads: (root) =>
    isObject(root, 'cluster.x-k8s.io', 'Cluster', 'MachineDeployment', 'MachinePool') ||
    isObject(root, 'controlplane.cluster.x-k8s.io', ...CONTROL_PLANES.keys()),
  read(root, notes) {
    const kind = root.at('kind').text ?? '';
    const component = CONTROL_PLANES.get(kind);
    if (component !== undefined) noteProduct(component, root.at('spec', 'version'), notes);
    else if (kind === 'Cluster') noteProduct('kubernetes', root.at('spec', 'topology', 'version'), notes);
    // Machines that join the control plane: what they run of Kubernetes is the kubelet.
    else noteProduct('kubelet', root.at('spec', 'template', 'spec', 'version'), notes);
  },
};
