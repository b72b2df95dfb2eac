/** Components for the tests of imports. The names are real; what is said of versions and charts is made up. */
import type { Chart, Component, Layer, Line } from '../../server/src/catalog/model.ts';
import type { Scheme } from '../../server/src/version/types.ts';

const READ = { source: 'https://upstream.example', checked: '2026-11-01' };

function component(
  id: string,
  layer: Layer,
  lines: { readonly [line: string]: readonly string[] },
  {
    scheme = 'semver',
    charts,
    codenames = {},
  }: { scheme?: Scheme; charts?: readonly Chart[]; codenames?: { readonly [line: string]: string } } = {},
): Component {
  const all = Object.entries(lines).map(([line, versions]): Line => {
    const codename = codenames[line];
    return codename === undefined ? { line, versions } : { line, versions, codename };
  });
  return {
    id,
    name: id,
    layer,
    description: `What ${id} does.`,
    status: 'active',
    versions: { scheme, ...READ, lines: all },
    ...(charts && { charts }),
  };
}

function chart(name: string, repository: string, versions: { readonly [version: string]: string }): Chart {
  return { name, repository, versions, ...READ };
}

export const COMPONENTS: readonly Component[] = [
  component('kubernetes', 'orchestrator', { '1.34': ['1.34.0', '1.34.1', '1.34.2'], '1.33': ['1.33.5'] }),
  component('kubectl', 'tool', { '1.34': ['1.34.2'] }),
  component('kubelet', 'orchestrator', { '1.34': ['1.34.1'] }),
  component('kube-proxy', 'networking', { '1.34': ['1.34.1'] }),
  component('k3s', 'orchestrator', { '1.34': ['1.34.2+k3s1'] }),
  component('rke2', 'orchestrator', { '1.34': ['1.34.2+rke2r1'] }),
  component('k0s', 'orchestrator', { '1.34': ['1.34.2+k0s.0'] }),
  component('google-gke', 'orchestrator', { '1.33': ['1.33.5-gke.1080000'] }),
  component('amazon-eks', 'orchestrator', { '1.34': ['1.34-eks-3'], '1.33': [] }),
  component('azure-aks', 'orchestrator', { '1.33': [] }),
  component('talos', 'operating-system', { '1.11': ['1.11.3'] }),
  component('etcd', 'storage', { '3.6': ['3.6.4'] }),
  component('coredns', 'networking', { '1.12': ['1.12.1'] }),
  component('containerd', 'runtime', { '2.1': ['2.1.4'] }),
  component('calico', 'networking', { '3.30': ['3.30.3'] }),
  component('istio', 'service-mesh', { '1.28': ['1.28.0', '1.28.1'] }),
  component(
    'cert-manager',
    'security',
    { '1.19': ['1.19.0', '1.19.1'] },
    {
      charts: [chart('cert-manager', 'https://charts.jetstack.io', { '1.19.1': 'v1.19.1', '1.19.0': 'v1.19.0' })],
    },
  ),
  component(
    'keda',
    'autoscaling',
    { '2.18': ['2.18.1'] },
    {
      charts: [chart('keda', 'https://kedacore.github.io/charts', { '2.18.1': '2.18.3' })],
    },
  ),
  component('grafana', 'observability', { '12.2': ['12.2.0', '12.2.1'] }),
  component('prometheus', 'observability', { '3.7': ['3.7.3'] }),
  component('postgresql', 'database', { '17': ['17.5', '17.6'] }, { scheme: 'two-part' }),
  component('redis', 'database', { '8.2': ['8.2.3'] }),
  component('nginx', 'web-server', { '1.29': ['1.29.3'] }),
  component('nodejs', 'language', { '22': ['22.20.0'], '24': ['24.10.0'] }),
  component('python', 'language', { '3.13': ['3.13.9'] }),
  component(
    'ubuntu',
    'operating-system',
    { '24.04': ['24.04'] },
    { scheme: 'two-part', codenames: { '24.04': 'Noble Numbat' } },
  ),
  component(
    'openstack',
    'platform',
    { '2025.1': ['2025.1'], '2025.2': ['2025.2'] },
    { scheme: 'calendar', codenames: { '2025.1': 'Epoxy' } },
  ),
];
