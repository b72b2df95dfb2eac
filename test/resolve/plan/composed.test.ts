/** Stacks of thirty components, put together at random from the bundled catalog: from what was newest once to what is newest now. */
import { describe, expect, test } from 'vitest';
import type { Targets, Versions } from '../../../server/src/resolve/plan/plan.ts';
import { newestTargets } from '../../../server/src/resolve/plan/targets/newestTargets.ts';
import { offers } from '../../../server/src/resolve/stack/offered.ts';
import { bundledCatalog } from '../../support/compiled.ts';
import { LIMITS, planned, type Stack, stackOf, TODAY } from './plans.ts';

const catalog = bundledCatalog();

/** The day of the stacks at the start. */
const THEN = '2025-05-01';

/** What is run in clusters, besides Kubernetes itself. */
const POOL =
  `antrea apisix-ingress-controller argo-cd aws-ebs-csi-driver aws-efs-csi-driver aws-load-balancer-controller azuredisk-csi-driver
  azurefile-csi-driver ceph cert-manager chaos-mesh cilium clickhouse-operator cloudnative-pg cluster-api consul-k8s containerd contour
  coredns crunchy-postgres-operator csi-driver-nfs csi-driver-smb dapr eck-operator emissary-ingress envoy-gateway erlang etcd
  external-attacher external-dns external-provisioner external-resizer external-secrets external-snapshotter flagger flannel flux
  gateway-api gpu-operator grafana harbor helm ingress-nginx istio jobset karmada karpenter keda knative knative-eventing
  kube-ovn kubectl kubelet kuberay-operator kubevirt kueue kyverno linkerd livenessprobe longhorn lws
  mariadb-operator metallb metrics-server mongodb-kubernetes nginx-gateway-fabric node-feature-discovery nvidia-k8s-device-plugin
  opentelemetry-operator piraeus-operator postgresql prometheus prometheus-operator rabbitmq reloader rook sealed-secrets
  secrets-store-csi-driver spark-operator strimzi-kafka tekton-pipelines tekton-triggers traefik vault velero
  vertical-pod-autoscaler zalando-postgres-operator`
    .split(/\s+/)
    .filter((id) => offers({ catalog, date: THEN }).versionsOf(present(id)).length > 0);

function present(id: string) {
  const component = catalog.component(id);
  if (component === undefined) throw new Error(`No ${id} in the catalog.`);
  return component;
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function stackAt(versions: Versions): Stack {
  return stackOf(catalog, [...versions].map(([id, version]) => `  ${id}: ${JSON.stringify(version)}\n`).join(''));
}

function newest({ pins, start }: Stack, date: string): Versions {
  const found: Targets = newestTargets({ pins, start }, { catalog, date }, LIMITS);
  if (found.kind !== 'targets') throw new Error(`No versions go together on ${date}.`);
  return found.target;
}

/** A stack of that time: thirty components at the newest versions that went together. */
function drawn(seed: number): Stack {
  const next = numbers(seed);
  const ids = new Set(['kubernetes']);
  while (ids.size < 30) ids.add(POOL[Math.floor(next() * POOL.length)] ?? '');
  const oldest = new Map([...ids].map((id) => [id, firstSupported(id)]));
  return stackAt(newest(stackAt(oldest), THEN));
}

/** The oldest version that was in support, or the newest where none was. */
function firstSupported(id: string): string {
  const offered = offers({ catalog, date: THEN });
  const versions = offered.versionsOf(present(id));
  return versions.findLast((text) => offered.about(present(id), text)?.ended === false) ?? versions[0] ?? '';
}

const planOf = (seed: number) => {
  const stack = drawn(seed);
  return planned(stack, newest(stack, TODAY));
};

describe.each([0, 25, 50, 75])('stacks from %i on', (first) => {
  test('each plan holds, and has the fewest steps; where there is none it is told why', () => {
    const plans = Array.from({ length: 25 }, (_, index) => planOf(first + index));
    const found = plans.filter((plan) => plan.found);
    expect(plans.map(({ proven }) => proven)).toEqual(plans.map(() => true));
    expect(plans.filter((plan) => !plan.found && plan.blockedBy.length === 0)).toEqual([]);
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter(({ steps }) => steps.length < 5)).toEqual([]);
  }, 300_000);
});
