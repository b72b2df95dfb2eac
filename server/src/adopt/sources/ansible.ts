/** Variables of Ansible inventories: of Kubespray and of Kolla Ansible. */
import { baseName, noteProduct, type YamlFormat } from '../yamlFormat.ts';

/** https://github.com/kubernetes-sigs/kubespray/tree/master/inventory/sample/group_vars and docs/ansible/vars.md there. */
const KUBESPRAY: ReadonlyMap<string, string> = new Map([
  ['kube_version', 'kubernetes'],
  ['etcd_version', 'etcd'],
  ['containerd_version', 'containerd'],
  ['crio_version', 'cri-o'],
  ['runc_version', 'runc'],
  ['cni_version', 'cni-plugins'],
  ['calico_version', 'calico'],
  ['cilium_version', 'cilium'],
  ['flannel_version', 'flannel'],
  ['kube_ovn_version', 'kube-ovn'],
  ['kube_router_version', 'kube-router'],
  ['multus_version', 'multus-cni'],
  ['coredns_version', 'coredns'],
  ['helm_version', 'helm'],
  ['cert_manager_version', 'cert-manager'],
  ['metallb_version', 'metallb'],
  ['metrics_server_version', 'metrics-server'],
  ['ingress_nginx_version', 'ingress-nginx'],
  ['argocd_version', 'argo-cd'],
  ['kube_vip_version', 'kube-vip'],
]);

export const kubespray: YamlFormat = {
  reads: (root, path) =>
    /(?:^|\/)(?:group_vars|host_vars|inventory|inventories)\//.test(path) &&
    root.entries().some(({ key }) => KUBESPRAY.has(key)),
  read(root, notes) {
    for (const { key, value } of root.entries()) {
      const component = KUBESPRAY.get(key);
      if (component !== undefined) noteProduct(component, value, notes);
    }
  },
};

/** https://docs.openstack.org/kolla-ansible/latest/user/quickstart.html, "Kolla globals.yml". */
export const kolla: YamlFormat = {
  reads: (root, path) =>
    (/^globals\.ya?ml$/.test(baseName(path)) || /(?:^|\/)globals\.d\//.test(path)) &&
    root.at('openstack_release').exists,
  read: (root, notes) => noteProduct('openstack', root.at('openstack_release'), notes),
};
