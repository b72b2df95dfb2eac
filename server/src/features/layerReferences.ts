/** Components that a layer is begun with where nobody has chosen yet: for the snippets of whole layers. */
import type { Layer } from '../catalog/model.ts';

/**
 * By layer: sets of components that make it up, the most widely used first. The first set that fits what is there is offered. Layers
 * that are a matter of the platform's own purpose (a language, an application) are not among them. Each id is an active
 * component of the bundled catalog (test/features/layerSnippets.test.ts).
 */
export const LAYER_REFERENCES: { readonly [layer in Layer]?: readonly (readonly [string, ...string[]])[] } = {
  'operating-system': [['ubuntu'], ['debian']],
  runtime: [['containerd', 'runc'], ['containerd'], ['cri-o']],
  orchestrator: [['kubernetes']],
  packaging: [['helm']],
  networking: [['cilium'], ['calico']],
  'service-mesh': [['istio'], ['linkerd'], ['consul']],
  ingress: [['gateway-api', 'envoy-gateway'], ['envoy-gateway'], ['traefik'], ['haproxy']],
  storage: [['rook', 'ceph'], ['rook'], ['longhorn'], ['openebs']],
  database: [['postgresql'], ['mysql'], ['mariadb']],
  messaging: [['apache-kafka'], ['rabbitmq'], ['nats-server']],
  observability: [['prometheus', 'alertmanager', 'grafana'], ['prometheus', 'grafana'], ['prometheus']],
  security: [['cert-manager', 'external-secrets'], ['cert-manager'], ['vault'], ['openssl']],
  policy: [['kyverno'], ['gatekeeper']],
  delivery: [['argo-cd', 'argo-rollouts'], ['argo-cd'], ['flux'], ['jenkins']],
  autoscaling: [['metrics-server', 'keda'], ['metrics-server'], ['keda']],
  'machine-learning': [['kueue', 'kuberay-operator'], ['kueue'], ['kuberay-operator'], ['pytorch']],
  'data-processing': [['apache-spark'], ['apache-flink']],
  search: [['opensearch'], ['elasticsearch']],
  identity: [['keycloak'], ['dex']],
  platform: [['crossplane']],
  'web-server': [['nginx'], ['apache-http-server']],
};
