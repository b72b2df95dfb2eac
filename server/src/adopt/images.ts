/**
 * Which component an image holds, by its repository. Only repositories of upstream itself, and only those whose tags are the
 * versions of the component: an image that packs two of them, or that others build, is not here.
 */

export interface ImageGroup {
  /** Where the repositories are listed, as upstream's own. */
  readonly source: string;
  /** Stands before each name. */
  readonly prefix: string;
  /** Names that are those of components: one a word. */
  readonly same?: string;
  /** Components of the others, by name. */
  readonly others?: { readonly [name: string]: string };
}

export const IMAGE_GROUPS: readonly ImageGroup[] = [
  {
    source: 'https://github.com/docker-library/official-images/tree/master/library',
    prefix: '',
    same: 'almalinux arangodb caddy centos clickhouse composer couchdb debian docker drupal elasticsearch elixir erlang fedora gradle haproxy influxdb joomla jruby kibana logstash mariadb matomo mediawiki memcached mysql neo4j nextcloud nginx perl php phpmyadmin plone python rabbitmq redis redmine ruby rust solr telegraf tomcat traefik ubuntu wordpress zookeeper',
    others: {
      alpine: 'alpine-linux',
      amazoncorretto: 'amazon-corretto',
      amazonlinux: 'amazon-linux',
      cassandra: 'apache-cassandra',
      'eclipse-mosquitto': 'mosquitto',
      'eclipse-temurin': 'java',
      flink: 'apache-flink',
      golang: 'go',
      groovy: 'apache-groovy',
      httpd: 'apache-http-server',
      jetty: 'eclipse-jetty',
      kong: 'kong-gateway',
      maven: 'apache-maven',
      mongo: 'mongodb',
      nats: 'nats-server',
      node: 'nodejs',
      oraclelinux: 'oracle-linux',
      postgres: 'postgresql',
      rockylinux: 'rocky-linux',
      spark: 'apache-spark',
    },
  },
  {
    source: 'https://github.com/kubernetes/k8s.io/tree/main/registry.k8s.io/images',
    prefix: 'registry.k8s.io/',
    same: 'etcd kube-proxy',
    others: {
      'kube-apiserver': 'kubernetes',
      'kube-controller-manager': 'kubernetes',
      'kube-scheduler': 'kubernetes',
      'autoscaling/cluster-autoscaler': 'cluster-autoscaler',
      'autoscaling/vpa-admission-controller': 'vertical-pod-autoscaler',
      'autoscaling/vpa-recommender': 'vertical-pod-autoscaler',
      'autoscaling/vpa-updater': 'vertical-pod-autoscaler',
      'cluster-api/cluster-api-controller': 'cluster-api',
      'coredns/coredns': 'coredns',
      'csi-secrets-store/driver': 'secrets-store-csi-driver',
      'descheduler/descheduler': 'descheduler',
      'external-dns/external-dns': 'external-dns',
      'ingress-nginx/controller': 'ingress-nginx',
      'jobset/jobset': 'jobset',
      'kube-state-metrics/kube-state-metrics': 'kube-state-metrics',
      'kueue/kueue': 'kueue',
      'lws/lws': 'lws',
      'metrics-server/metrics-server': 'metrics-server',
      'nfd/node-feature-discovery': 'node-feature-discovery',
      'node-problem-detector/node-problem-detector': 'node-problem-detector',
      'prometheus-adapter/prometheus-adapter': 'prometheus-adapter',
      'provider-aws/cloud-controller-manager': 'cloud-provider-aws',
      'provider-os/openstack-cloud-controller-manager': 'cloud-provider-openstack',
      'sig-storage/csi-attacher': 'external-attacher',
      'sig-storage/csi-node-driver-registrar': 'node-driver-registrar',
      'sig-storage/csi-provisioner': 'external-provisioner',
      'sig-storage/csi-resizer': 'external-resizer',
      'sig-storage/csi-snapshotter': 'external-snapshotter',
      'sig-storage/livenessprobe': 'livenessprobe',
      'sig-storage/nfsplugin': 'csi-driver-nfs',
      'sig-storage/smbplugin': 'csi-driver-smb',
      'sig-storage/snapshot-controller': 'external-snapshotter',
    },
  },
  { source: 'https://hub.docker.com/u/grafana', prefix: 'grafana/', same: 'grafana loki mimir tempo' },
  { source: 'https://hub.docker.com/u/prom', prefix: 'prom/', same: 'alertmanager node-exporter prometheus' },
  {
    source: 'https://hub.docker.com/u/hashicorp',
    prefix: 'hashicorp/',
    same: 'boundary consul nomad packer terraform vault vault-k8s',
  },
  {
    source: 'https://hub.docker.com/u/istio',
    prefix: 'istio/',
    others: { pilot: 'istio', proxyv2: 'istio', 'install-cni': 'istio', ztunnel: 'istio' },
  },
  {
    source: 'https://hub.docker.com/u/calico',
    prefix: 'calico/',
    others: { node: 'calico', cni: 'calico', typha: 'calico', 'kube-controllers': 'calico' },
  },
  { source: 'https://hub.docker.com/u/fluent', prefix: 'fluent/', same: 'fluent-bit fluentd' },
  {
    source: 'https://hub.docker.com/u/envoyproxy',
    prefix: 'envoyproxy/',
    same: 'envoy',
    others: { gateway: 'envoy-gateway' },
  },
  { source: 'https://hub.docker.com/u/flannel', prefix: 'flannel/', same: 'flannel' },
  { source: 'https://hub.docker.com/u/valkey', prefix: 'valkey/', same: 'valkey' },
  {
    source: 'https://hub.docker.com/u/jaegertracing',
    prefix: 'jaegertracing/',
    same: 'jaeger jaeger-operator',
    others: { 'all-in-one': 'jaeger' },
  },
  {
    source: 'https://hub.docker.com/u/otel',
    prefix: 'otel/',
    same: 'opentelemetry-collector',
    others: { 'opentelemetry-collector-contrib': 'opentelemetry-collector' },
  },
  { source: 'https://hub.docker.com/u/rancher', prefix: 'rancher/', same: 'k3s rancher' },
  { source: 'https://hub.docker.com/u/k0sproject', prefix: 'k0sproject/', same: 'k0s' },
  { source: 'https://kind.sigs.k8s.io/docs/user/quick-start/', prefix: 'kindest/', others: { node: 'kubernetes' } },
  { source: 'https://hub.docker.com/u/minio', prefix: 'minio/', same: 'minio' },
  {
    source: 'https://hub.docker.com/u/apache',
    prefix: 'apache/',
    others: { airflow: 'apache-airflow', 'activemq-classic': 'activemq', kafka: 'apache-kafka', nifi: 'apache-nifi' },
  },
  { source: 'https://hub.docker.com/u/apachepulsar', prefix: 'apachepulsar/', others: { pulsar: 'apache-pulsar' } },
  {
    source: 'https://hub.docker.com/u/clickhouse',
    prefix: 'clickhouse/',
    others: { 'clickhouse-server': 'clickhouse' },
  },
  { source: 'https://hub.docker.com/u/gitea', prefix: 'gitea/', same: 'gitea' },
  { source: 'https://hub.docker.com/u/jenkins', prefix: 'jenkins/', same: 'jenkins' },
  { source: 'https://hub.docker.com/u/cockroachdb', prefix: 'cockroachdb/', others: { cockroach: 'cockroachdb' } },
  { source: 'https://hub.docker.com/u/scylladb', prefix: 'scylladb/', others: { scylla: 'scylladb' } },
  { source: 'https://hub.docker.com/u/emqx', prefix: 'emqx/', same: 'emqx' },
  { source: 'https://hub.docker.com/u/opensearchproject', prefix: 'opensearchproject/', same: 'opensearch' },
  { source: 'https://hub.docker.com/u/openpolicyagent', prefix: 'openpolicyagent/', same: 'gatekeeper' },
  { source: 'https://hub.docker.com/u/velero', prefix: 'velero/', same: 'velero velero-plugin-for-aws' },
  { source: 'https://hub.docker.com/u/goharbor', prefix: 'goharbor/', others: { 'harbor-core': 'harbor' } },
  { source: 'https://hub.docker.com/u/longhornio', prefix: 'longhornio/', others: { 'longhorn-manager': 'longhorn' } },
  { source: 'https://hub.docker.com/u/rook', prefix: 'rook/', others: { ceph: 'rook' } },
  {
    source: 'https://quay.io/organization/jetstack',
    prefix: 'quay.io/jetstack/',
    others: {
      'cert-manager-controller': 'cert-manager',
      'cert-manager-webhook': 'cert-manager',
      'cert-manager-cainjector': 'cert-manager',
    },
  },
  {
    source: 'https://quay.io/organization/cilium',
    prefix: 'quay.io/cilium/',
    same: 'cilium',
    others: { 'operator-generic': 'cilium' },
  },
  {
    source: 'https://quay.io/organization/argoproj',
    prefix: 'quay.io/argoproj/',
    same: 'argo-events argo-rollouts',
    others: { argocd: 'argo-cd', argocli: 'argo-workflows', 'workflow-controller': 'argo-workflows' },
  },
  {
    source: 'https://quay.io/organization/metallb',
    prefix: 'quay.io/metallb/',
    others: { controller: 'metallb', speaker: 'metallb' },
  },
  {
    source: 'https://quay.io/organization/prometheus',
    prefix: 'quay.io/prometheus/',
    same: 'alertmanager node-exporter prometheus',
  },
  {
    source: 'https://quay.io/organization/prometheus-operator',
    prefix: 'quay.io/prometheus-operator/',
    same: 'prometheus-operator',
  },
  {
    source: 'https://quay.io/organization/calico',
    prefix: 'quay.io/calico/',
    others: { node: 'calico', cni: 'calico', typha: 'calico', 'kube-controllers': 'calico' },
  },
  { source: 'https://quay.io/organization/tigera', prefix: 'quay.io/tigera/', others: { operator: 'tigera-operator' } },
  { source: 'https://quay.io/organization/keycloak', prefix: 'quay.io/keycloak/', same: 'keycloak' },
  { source: 'https://quay.io/organization/ceph', prefix: 'quay.io/ceph/', same: 'ceph' },
  { source: 'https://quay.io/organization/cephcsi', prefix: 'quay.io/cephcsi/', others: { cephcsi: 'ceph-csi' } },
  { source: 'https://quay.io/organization/strimzi', prefix: 'quay.io/strimzi/', others: { operator: 'strimzi-kafka' } },
  {
    source: 'https://quay.io/organization/kubevirt',
    prefix: 'quay.io/kubevirt/',
    others: {
      'virt-api': 'kubevirt',
      'virt-controller': 'kubevirt',
      'virt-handler': 'kubevirt',
      'virt-operator': 'kubevirt',
    },
  },
  { source: 'https://quay.io/organization/oauth2-proxy', prefix: 'quay.io/oauth2-proxy/', same: 'oauth2-proxy' },
  { source: 'https://quay.io/organization/thanos', prefix: 'quay.io/thanos/', same: 'thanos' },
  { source: 'https://quay.io/repository/coreos/etcd', prefix: 'quay.io/coreos/', same: 'etcd' },
  { source: 'https://quay.io/organization/minio', prefix: 'quay.io/minio/', same: 'minio' },
  {
    source: 'https://github.com/orgs/siderolabs/packages',
    prefix: 'ghcr.io/siderolabs/',
    same: 'kubelet talos',
    others: { installer: 'talos' },
  },
  {
    source: 'https://github.com/orgs/kedacore/packages',
    prefix: 'ghcr.io/kedacore/',
    same: 'keda',
    others: { 'keda-metrics-apiserver': 'keda', 'keda-admission-webhooks': 'keda' },
  },
  {
    source: 'https://github.com/orgs/external-secrets/packages',
    prefix: 'ghcr.io/external-secrets/',
    same: 'external-secrets',
  },
  {
    source: 'https://github.com/orgs/cloudnative-pg/packages',
    prefix: 'ghcr.io/cloudnative-pg/',
    same: 'cloudnative-pg postgresql',
  },
  { source: 'https://github.com/orgs/kyverno/packages', prefix: 'ghcr.io/kyverno/', same: 'kyverno' },
  { source: 'https://github.com/orgs/dexidp/packages', prefix: 'ghcr.io/dexidp/', same: 'dex' },
  { source: 'https://github.com/orgs/kube-vip/packages', prefix: 'ghcr.io/kube-vip/', same: 'kube-vip' },
  { source: 'https://github.com/orgs/kubereboot/packages', prefix: 'ghcr.io/kubereboot/', same: 'kured' },
  { source: 'https://github.com/orgs/projectcontour/packages', prefix: 'ghcr.io/projectcontour/', same: 'contour' },
  { source: 'https://github.com/orgs/flannel-io/packages', prefix: 'ghcr.io/flannel-io/', same: 'flannel' },
  { source: 'https://github.com/orgs/stakater/packages', prefix: 'ghcr.io/stakater/', same: 'reloader' },
  { source: 'https://github.com/orgs/grafana/packages', prefix: 'ghcr.io/grafana/', same: 'grafana-operator' },
  {
    source: 'https://github.com/orgs/goauthentik/packages',
    prefix: 'ghcr.io/goauthentik/',
    others: { server: 'authentik' },
  },
  {
    source: 'https://gallery.ecr.aws/karpenter',
    prefix: 'public.ecr.aws/karpenter/',
    others: { controller: 'karpenter' },
  },
  {
    source: 'https://gallery.ecr.aws/eks/aws-load-balancer-controller',
    prefix: 'public.ecr.aws/eks/',
    same: 'aws-load-balancer-controller',
  },
  {
    source: 'https://gallery.ecr.aws/ebs-csi-driver',
    prefix: 'public.ecr.aws/ebs-csi-driver/',
    same: 'aws-ebs-csi-driver',
  },
  {
    source: 'https://github.com/dotnet/dotnet-docker',
    prefix: 'mcr.microsoft.com/dotnet/',
    // The tags of `sdk` are versions of the SDK, which count differently.
    others: { aspnet: 'dotnet', runtime: 'dotnet' },
  },
  {
    source: 'https://www.docker.elastic.co',
    prefix: 'docker.elastic.co/',
    others: {
      'elasticsearch/elasticsearch': 'elasticsearch',
      'kibana/kibana': 'kibana',
      'logstash/logstash': 'logstash',
      'eck/eck-operator': 'eck-operator',
    },
  },
  {
    source: 'https://catalog.ngc.nvidia.com/orgs/nvidia',
    prefix: 'nvcr.io/nvidia/',
    same: 'gpu-operator',
    others: { 'k8s-device-plugin': 'nvidia-k8s-device-plugin' },
  },
];

const componentOf: ReadonlyMap<string, string> = new Map(
  IMAGE_GROUPS.flatMap(({ prefix, same, others = {} }) => [
    ...(same?.split(' ') ?? []).map((name) => [prefix + name, name] as const),
    ...Object.entries(others).map(([name, component]) => [prefix + name, component] as const),
  ]),
);

/**
 * The component that an image holds.
 * @param repository as written, without a tag; Docker Hub may be named or not
 */
export function componentOfImage(repository: string): string | undefined {
  return componentOf.get(
    repository
      // https://docs.docker.com/reference/cli/docker/image/tag/: a name without a registry is of Docker Hub.
      .replace(/^(?:docker\.io|index\.docker\.io|registry-1\.docker\.io)\/(?:library\/)?|^library\//, '')
      // https://kubernetes.io/blog/2022/11/28/registry-k8s-io-faster-cheaper-ga/
      .replace(/^k8s\.gcr\.io\//, 'registry.k8s.io/'),
  );
}

/**
 * Parts of tags that say when and on what an image is built or which edition of it: https://docs.docker.com/docker-hub/image-library/trusted-content/,
 * "Tags", and the pages of the images.
 */
const VARIANT =
  /^(?:20\d{6}|alpine\d*(?:\.\d+)?|slim|trixie|bookworm|bullseye|buster|noble|jammy|focal|ubuntu\d*(?:\.\d+)?|debian\d*|ubi\d*|apache|fpm|cli|zts|dind|rootless|management|otel|perl|lts|jdk\d*|jre\d*|java\d+|scala_?\d+\.\d+|php\d+\.\d+|oracle(?:linux\d*)?|temurin|corretto|openjdk|ubuntu|distroless|azurelinux\d*(?:\.\d+)?|chiseled|unprivileged)$/;

/** A tag without the parts that only name a variant of the image; the tag itself where any other part follows them. */
export function withoutVariant(tag: string): string {
  const [first = '', ...rest] = tag.split('-');
  const kept = rest.findIndex((part) => VARIANT.test(part));
  if (kept < 0 || !rest.slice(kept).every((part) => VARIANT.test(part))) return tag;
  return [first, ...rest.slice(0, kept)].join('-');
}
