/** Why ranges of these pairs may match no version that the catalog lists; read by the lint of empty ranges. */

const REASONS: { readonly [reason: string]: readonly string[] } = {
  'The list of own versions begins later; the rule is about older releases, which people still run and may pin.': [
    'amazon-vpc-cni-k8s > amazon-vpc-cni-k8s',
    'argo-workflows > argo-workflows',
    'aws-load-balancer-controller > aws-load-balancer-controller',
    'crossplane > crossplane',
    'elasticsearch > elasticsearch',
    'flannel > flannel',
    'gitlab > gitlab',
    'knative > knative',
    'knative-eventing > knative-eventing',
    'kube-prometheus-stack > kube-prometheus-stack',
    'kube-state-metrics > kube-state-metrics',
    'linkerd > linkerd',
    'longhorn > longhorn',
    'metallb > metallb',
    'prometheus-operator > prometheus-operator',
    'rook > rook',
    'strimzi-kafka > strimzi-kafka',
    'vsphere-csi-driver > vsphere-csi-driver',
  ],
  'The list of own versions ends earlier; upstream speaks of releases whose numbers were not read.': [
    'consul > consul',
    'istio > istio',
    'k3s > k3s',
    'okd > okd',
    'openshift > openshift',
    'spinnaker > spinnaker',
    'talos > talos',
  ],
  "The other component's list begins later.": [
    'kserve > istio',
    'kserve > knative',
    'kube-prometheus-stack > prometheus',
    'kube-prometheus-stack > prometheus-operator',
    'kubeflow > knative',
    'microk8s > flannel',
    'prometheus-operator > prometheus',
    'rke2 > multus-cni',
  ],
  "The other component's list has gaps: not every release was tagged, or only the newest update of a line was read.": [
    'cloud-foundry > cf-capi',
    'cloud-foundry > cf-routing',
    'cloud-foundry > garden-runc',
    'cloudstack > rhel',
    'dcos > marathon',
    'k0rdent > cluster-api-provider-aws',
    'mirantis-kubernetes-engine > k0rdent',
    'openshift > rhel',
  ],
};

/** By "component > other": the reason. */
export const EMPTY_RANGE_REASONS: ReadonlyMap<string, string> = new Map(
  Object.entries(REASONS).flatMap(([reason, pairs]) => pairs.map((pair): [string, string] => [pair, reason])),
);
