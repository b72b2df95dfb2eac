/**
 * A small catalog for the tests of features and of the server, so that they do not change when the bundled data does.
 * The names are real; what is said of them is made up.
 */
import type { Catalog, Component } from '../../server/src/catalog/model.ts';
import { compiled, opened } from './compiled.ts';

/** The day as of which these tests check. */
export const TODAY = '2026-11-24';

const READ = '2026-11-01';

const kubernetes: Component = {
  id: 'kubernetes',
  name: 'Kubernetes',
  layer: 'orchestrator',
  description: 'Runs containers on many machines.',
  homepage: 'https://kubernetes.example',
  repository: 'https://code.example/kubernetes',
  status: 'active',
  aliases: ['k8s', 'kube'],
  provides: ['kubernetes'],
  versions: {
    scheme: 'semver',
    source: 'https://kubernetes.example/releases',
    checked: READ,
    lines: [
      { line: '1.35', released: '2026-12-10', versions: ['1.35.0-rc.1'] },
      {
        line: '1.34',
        released: '2026-08-20',
        supportEnds: '2027-10-20',
        complete: true,
        versions: ['1.34.0', '1.34.1', '1.34.2'],
      },
      {
        line: '1.33',
        released: '2026-04-20',
        supportEnds: '2027-06-20',
        complete: true,
        versions: ['1.33.0', '1.33.5'],
      },
      { line: '1.30', released: '2025-04-20', supportEnds: '2026-06-20', complete: true, versions: ['1.30.0'] },
    ],
  },
};

const ISTIO_CHARTS = [
  {
    name: 'istiod',
    repository: 'https://charts.istio.example',
    versions: { '1.28.1': '2.8.1', '1.28.0': '2.8.0', '1.27.4': '2.7.9' },
    source: 'https://charts.istio.example',
    checked: READ,
  },
];

const istio: Component = {
  id: 'istio',
  name: 'Istio',
  layer: 'service-mesh',
  description: 'Connects and secures workloads.',
  charts: ISTIO_CHARTS,
  homepage: 'https://istio.example',
  status: 'active',
  provides: ['service-mesh'],
  versions: {
    scheme: 'semver',
    source: 'https://istio.example/releases',
    checked: READ,
    lines: [
      {
        line: '1.28',
        released: '2026-09-01',
        supportEnds: '2027-06-30',
        complete: true,
        versions: ['1.28.0', '1.28.1'],
      },
      { line: '1.27', released: '2026-05-01', supportEnds: '2027-01-31', complete: true, versions: ['1.27.4'] },
      { line: '1.22', released: '2025-05-01', supportEnds: '2026-01-31', complete: true, versions: ['1.22.8'] },
    ],
  },
  compatibility: [
    {
      when: '>=1.28 <1.29',
      with: 'kubernetes',
      level: 'supported',
      supported: '>=1.33 <1.35',
      source: 'https://istio.example/1.28',
      checked: READ,
    },
    {
      when: '>=1.27 <1.28',
      with: 'kubernetes',
      level: 'supported',
      supported: '>=1.30 <1.34',
      source: 'https://istio.example/1.27',
      checked: READ,
    },
    {
      when: '<1.23',
      with: 'kubernetes',
      level: 'broken',
      breaks: '>=1.34',
      note: 'It uses an interface that 1.34 removed.',
      source: 'https://istio.example/1.22',
      checked: READ,
    },
  ],
};

const postgresql: Component = {
  id: 'postgresql',
  name: 'PostgreSQL',
  layer: 'database',
  description: 'A relational database.',
  homepage: 'https://postgresql.example',
  status: 'active',
  aliases: ['postgres'],
  versions: {
    scheme: 'two-part',
    source: 'https://postgresql.example/versions',
    checked: READ,
    lines: [
      {
        line: '18',
        released: '2026-09-25',
        supportEnds: '2031-11-01',
        complete: true,
        versions: ['18.0', '18.1', '18.10'],
      },
      {
        line: '17',
        released: '2025-09-25',
        supportEnds: '2030-11-01',
        complete: true,
        versions: ['17.5', '17.6'],
        withdrawn: [
          { version: '17.5', note: 'It lost rows.', source: 'https://postgresql.example/17.5', checked: READ },
        ],
      },
    ],
  },
};

const weave: Component = {
  id: 'weave-net',
  name: 'Weave Net',
  layer: 'networking',
  description: 'A network for containers.',
  homepage: 'https://weave.example',
  status: 'retired',
  retirement: { date: '2024-06-20', source: 'https://weave.example/end', checked: READ },
  successors: ['cilium'],
  aliases: ['weave'],
  versions: {
    scheme: 'semver',
    source: 'https://weave.example',
    checked: READ,
    lines: [{ line: '2.8', versions: ['2.8.1'] }],
  },
};

const cilium: Component = {
  id: 'cilium',
  name: 'Cilium',
  layer: 'networking',
  description: 'Networking by programs in the kernel.',
  status: 'active',
  provides: ['cni'],
  versions: {
    scheme: 'semver',
    source: 'https://cilium.example',
    checked: READ,
    lines: [{ line: '1.19', versions: ['1.19.0'] }],
  },
};

/** Five components: kubernetes, istio (which speaks about kubernetes), postgresql, cilium and the retired weave-net. */
export function testCatalog(): Catalog {
  return opened(testCatalogBytes());
}

/** The same, compiled. */
export function testCatalogBytes(): Uint8Array {
  const metadata = { name: 'test', version: '1.0.0', updated: READ };
  return compiled(metadata, [kubernetes, istio, postgresql, weave, cilium]);
}
