import { describe, expect, test } from 'vitest';
import {
  compareVersions,
  isDowngrade,
  type Jump,
  jumpBetween,
  parseVersion,
  type Scheme,
  type Version,
} from '../../server/src/version/index.ts';

function version(text: string, scheme: Scheme): Version {
  const parsed = parseVersion(text, scheme);
  if (parsed === undefined) throw new Error(`${text} is no ${scheme} version`);
  return parsed;
}

/** A fixed shuffle: sorting must not depend on where it starts. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  return items
    .map((item, i) => ({ item, key: ((i + 1) * 7919 * seed) % 104729 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Each list is oldest first, and no two are equivalent. */
const SORTED: [title: string, scheme: Scheme, list: readonly string[]][] = [
  ['numbers, not text', 'semver', ['1.9', '1.10', '1.10.1', '1.10.2', '1.10.10', '2.0.0', '10.0.0']],
  [
    'pre-releases before the release, builds after it',
    'semver',
    [
      '1.7.0-dev',
      '1.7.0-alpha.1',
      '1.7.0-beta.2',
      '1.7.0-beta.10',
      '1.7.0-rc.1',
      '1.7.0-rc.1+k3s1',
      '1.7.0-rc2',
      '1.7.0',
      '1.7.0+k3s1',
      '1.7.1',
    ],
  ],
  [
    'k3s, RKE2 and k0s builds of Kubernetes',
    'semver',
    ['1.33.4+k3s1', '1.33.5', '1.33.5+k3s1', '1.33.5+k3s2', '1.33.5+k3s10', '1.33.6-rc1+k3s1', '1.33.6+k3s1'],
  ],
  ['GKE', 'semver', ['1.33.4-gke.1134000', '1.33.5', '1.33.5-gke.162000', '1.33.5-gke.1080000', '1.34.0-gke.1000']],
  [
    'Java',
    'semver',
    [
      '8u292-b10',
      '8u302-b07',
      '8u302-b08',
      '8u302-b08.1',
      '11.0.22+7',
      '11.0.22+7.1',
      '17+35',
      '21.0.9+10',
      '24.0.1+9',
      '24.0.1+9.1',
      '25+36',
      '25.0.4+7',
      '25.0.4.1+1',
      '26+35',
      '26.0.2+10',
    ],
  ],
  [
    'OpenSSL',
    'semver',
    [
      '0.9.8',
      '0.9.8a',
      '0.9.8y',
      '0.9.8z',
      '0.9.8za',
      '0.9.8zh',
      '1.0.2u',
      '1.1.1-pre9',
      '1.1.1',
      '1.1.1a',
      '1.1.1w',
      '3.0.0-alpha1',
      '3.0.0',
    ],
  ],
  [
    'OpenStack services',
    'semver',
    [
      '5.0.dev12',
      '5.0.0.0b1',
      '5.0.0.0b2',
      '5.0.0.0rc1.dev3',
      '5.0.0.0rc1',
      '5.0.0.0rc2',
      '5.0.0',
      '16.0.0.0b2',
      '27.0.0.0rc1',
      '27.0.0',
    ],
  ],
  [
    'Ruby',
    'semver',
    ['1.9.3-preview1', '1.9.3-rc1', '1.9.3p0', '1.9.3p125', '1.9.3p551', '2.0.0-p0', '2.0.0p247', '2.1.0'],
  ],
  ['Debian', 'semver', ['1.3.1 r.6', '2.0r5', '4.0r1', '4.0r9', '5.0.10', '12.9', '12.14', '13.0']],
  ['Jetty', 'semver', ['7.6.21.v20160908', '9.4.57.v20241219', '9.4.58.v20250814', '10.0.0']],
  ['Nexus Repository', 'semver', ['2.15.2-03', '3.95.0-01', '3.95.0-07', '3.95.1-01']],
  [
    'Grafana',
    'semver',
    ['10.4.19', '10.4.19+security-01', '10.4.19+security-02', '13.0.0', '13.0.1', '13.0.1+security-01'],
  ],
  ['SQL Server', 'semver', ['10.00.1835 CU10', '11.0.2424.0 CU11', '15.0.4430.1 CU32', '15.0.4480.2 CU32+GDR']],
  ['JBoss and Spring', 'semver', ['2.1.0-M1', '2.1.0-M2', '2.1.0-RC1', '2.1.0.RELEASE', '2.1.1.Final']],
  [
    'OKD',
    'semver',
    [
      '4.4.0-0.okd-2020-04-07-175212-beta2',
      '4.4.0-0.okd-2020-05-23-055148-beta5',
      '4.4.0-0.okd-2020-06-10-000000',
      '4.5.0-0.okd-2020-06-29-110348-beta6',
      '4.5.0-0.okd-2020-07-12-134038-rc',
      '4.5.0-0.okd-2020-07-14-153706-ga',
      '4.15.0-0.okd-2024-01-27-070424',
      '4.15.0-0.okd-2024-03-10-010116',
    ],
  ],
  [
    'Ubuntu',
    'two-part',
    ['6.06', '6.06.2', '6.10', '8.04', '22.04', '22.04.5', '24.04', '24.04.1', '24.04.10', '24.10', '26.04'],
  ],
  ['PostgreSQL', 'two-part', ['9.6', '9.6.24', '16.14', '17', '17.1', '17.6', '17.10', '18.0.1', '18.4']],
  ['EKS', 'two-part', ['1.9-eks-1', '1.36-eks-3', '1.36-eks-6', '1.36-eks-13']],
  [
    'vSphere',
    'two-part',
    [
      '4.1 U3a',
      '7.0',
      '7.0 U1',
      '8.0',
      '8.0 U2',
      '8.0 Update 2b',
      '8.0 U3',
      '8.0U3a',
      '8.0U3e',
      '8.0 U10',
      '9.0.2.0100',
      '9.1.0.0200',
      '9.1.0.0300',
    ],
  ],
  ['CloudStack', 'four-part', ['4.9.3.1', '4.20.0.0', '4.20.1', '4.20.1.1', '4.20.1.10', '4.20.2.0', '4.22.0.1']],
  [
    'OpenStack series',
    'calendar',
    ['2010.1', '2015.1', '2023.1', '2023.2', '2025.1.0rc1', '2025.1', '2025.2', '2026.1'],
  ],
  [
    'Amazon Linux',
    'calendar',
    ['2016.09.1.20161221', '2018.03.0.20231218.0', '2023.0.20230222.0', '2023.0.20230222.1', '2023.1.20230629.0'],
  ],
  [
    'MinIO',
    'calendar',
    [
      '2016-12-13T17-19-42Z',
      '2025-01-18T00-31-36Z',
      'RELEASE.2025-01-18T00-31-37Z',
      '2025-01-20T14-49-07Z',
      'RELEASE.2025-10-15T17-29-55Z',
    ],
  ],
  ['Windows Server', 'calendar', ['2016', '2019', '20h2-sac', '2022', '22h2', '23h2', '2025']],
  ['RHEL', 'integer', ['7.9', '8', '8.2', '8.10', '9.0.1', '9.1', '10-beta', '10', '10.2']],
  [
    'Spring Cloud',
    'codename',
    [
      'Angel.SR6',
      'Camden',
      'camden.SR7',
      'Finchley.M9',
      'Finchley.RC1',
      'Finchley.RELEASE',
      'Finchley.SR1',
      'Greenwich.SR6',
      'Hoxton.BUILD-SNAPSHOT',
      'Hoxton',
      'HOXTON.SR1',
      'Hoxton.SR2',
      'Hoxton.SR12',
      'Ilford',
      '2020.0.0-M3',
      '2020.0.0',
      '2020.0.5',
      '2025.1.0',
    ],
  ],
  ['long names', 'codename', ['Abcdefghijk', 'AbcdefghijkA', 'AbcdefghijkB.SR1', 'Abcdefghijl']],
];

describe('compareVersions', () => {
  test.each(SORTED)('%s', (_, scheme, list) => {
    for (const seed of [1, 17, 104]) {
      const sorted = shuffled(list, seed)
        .map((text) => version(text, scheme))
        .sort(compareVersions)
        .map(({ text }) => text);
      expect(sorted).toEqual(list);
    }
    const versions = list.map((text) => version(text, scheme));
    for (const [i, a] of versions.entries()) {
      for (const [j, b] of versions.entries()) expect(compareVersions(a, b)).toBe(Math.sign(i - j));
    }
  });

  test.each<[string, string, Scheme]>([
    ['1.2', '1.2.0', 'semver'],
    ['v1.2.0', '1.2.0', 'semver'],
    ['3.0.0.Final', '3.0.0', 'semver'],
    ['1.0.0-rc.1', '1.0.0rc1', 'semver'],
    ['1.0.0a1', '1.0.0-alpha.1', 'semver'],
    ['1.0.0-RC1', '1.0.0-rc1', 'semver'],
    ['24.04', '24.4', 'two-part'],
    ['8.0 U3a', '8.0 Update 3a', 'two-part'],
    ['8.0 U3', '8.0u3', 'two-part'],
    ['4.20.1', '4.20.1.0', 'four-part'],
    ['RELEASE.2025-01-18T00-31-37Z', '2025-01-18T00-31-37Z', 'calendar'],
    ['9', '9.0', 'integer'],
    ['hoxton.sr12', 'Hoxton.SR12', 'codename'],
    ['Hoxton', 'Hoxton.RELEASE', 'codename'],
  ])('%s and %s are equivalent', (a, b, scheme) => {
    expect(compareVersions(version(a, scheme), version(b, scheme))).toBe(0);
  });
});

describe('jumpBetween and isDowngrade', () => {
  test.each<[from: string, to: string, scheme: Scheme, jump: Jump, downgrade: boolean]>([
    ['1.34.2', '1.34.2', 'semver', 'same', false],
    ['1.34', '1.34.0', 'semver', 'same', false],
    ['1.34.2', '1.34.10', 'semver', 'patch', false],
    ['1.34.2', '1.35.0', 'semver', 'minor', false],
    ['1.34.2', '2.0.0', 'semver', 'major', false],
    ['1.34.2', '1.33.9', 'semver', 'minor', true],
    ['1.34.0-rc.1', '1.34.0', 'semver', 'patch', false],
    ['1.34.0+k3s2', '1.34.0+k3s1', 'semver', 'patch', true],
    ['24.04', '24.04.1', 'two-part', 'patch', false],
    ['24.04', '24.10', 'two-part', 'minor', false],
    ['24.04', '22.04', 'two-part', 'major', true],
    ['8.0 U2', '8.0 U3', 'two-part', 'patch', false],
    ['4.20.1.0', '4.20.1.1', 'four-part', 'patch', false],
    ['4.20.1.0', '4.20.2.0', 'four-part', 'patch', false],
    ['4.20.1.0', '4.21.0.0', 'four-part', 'minor', false],
    ['2025.1', '2025.2', 'calendar', 'minor', false],
    ['2025.2', '2026.1', 'calendar', 'major', false],
    ['9.1', '9.4', 'integer', 'patch', false],
    ['9.4', '10', 'integer', 'major', false],
    ['Hoxton.SR11', 'Hoxton.SR12', 'codename', 'patch', false],
    ['Hoxton.SR12', 'Greenwich.SR6', 'codename', 'major', true],
    ['Hoxton.SR12', '2020.0.0', 'codename', 'major', false],
    ['2020.0.0', '2020.0.3', 'codename', 'patch', false],
    ['2022.0.0', '2022.1.0', 'codename', 'minor', false],
  ])('%s to %s (%s) is %s, downgrade: %s', (from, to, scheme, jump, downgrade) => {
    expect(jumpBetween(version(from, scheme), version(to, scheme))).toBe(jump);
    expect(isDowngrade(version(from, scheme), version(to, scheme))).toBe(downgrade);
  });
});
