import { describe, expect, test } from 'vitest';
import { type PinValue, type PinVocabulary, parsePin, type Scheme } from '../../server/src/version/index.ts';

interface Known {
  readonly versions?: readonly string[];
  /** Name, codename or alias in lower case, and the line's name. */
  readonly lines?: Readonly<Record<string, string>>;
}

function vocabulary(scheme: Scheme, { versions = [], lines = {} }: Known = {}): PinVocabulary {
  return {
    scheme,
    version: (text) => versions.find((known) => known.toLowerCase() === text.replace(/^v/, '').toLowerCase()),
    line: (text) => (Object.hasOwn(lines, text.toLowerCase()) ? lines[text.toLowerCase()] : undefined),
  };
}

/** `exact 1.34.2`, `line 1.34`, `range >=1.33 <1.35`, `invalid latest`. */
function meaning(value: PinValue): string {
  switch (value.kind) {
    case 'exact':
      return `exact ${value.version.text}`;
    case 'line':
      return `line ${value.line}`;
    case 'range':
      return `range ${value.range.text}`;
    case 'invalid':
      return `invalid ${value.text}`;
  }
}

const KUBERNETES = vocabulary('semver', { versions: ['1.34.2', '1.33.6'], lines: { '1.34': '1.34', '1.33': '1.33' } });
const OPENSTACK = vocabulary('calendar', {
  versions: ['2025.1'],
  lines: { '2025.1': '2025.1', epoxy: '2025.1', '2025.2': '2025.2', flamingo: '2025.2' },
});
const POSTGRESQL = vocabulary('two-part', { versions: ['17.6', '17.10'], lines: { '17': '17' } });
const UBUNTU = vocabulary('two-part', { lines: { '24.04': '24.04', noble: '24.04', 'noble numbat': '24.04' } });
const SPRING_CLOUD = vocabulary('codename', { versions: ['Hoxton.SR12'], lines: { hoxton: 'Hoxton' } });

describe('parsePin', () => {
  test.each<[text: string, component: string, vocabulary: PinVocabulary, meaning: string]>([
    // A known version, in the catalog's spelling.
    ['1.34.2', 'Kubernetes', KUBERNETES, 'exact 1.34.2'],
    ['v1.34.2', 'Kubernetes', KUBERNETES, 'exact 1.34.2'],
    [' 1.34.2 ', 'Kubernetes', KUBERNETES, 'exact 1.34.2'],
    ['2025.1', 'OpenStack', OPENSTACK, 'exact 2025.1'],
    ['17.6', 'PostgreSQL', POSTGRESQL, 'exact 17.6'],
    ['hoxton.sr12', 'Spring Cloud', SPRING_CLOUD, 'exact Hoxton.SR12'],
    // A known line or codename.
    ['1.34', 'Kubernetes', KUBERNETES, 'line 1.34'],
    ['2025.2', 'OpenStack', OPENSTACK, 'line 2025.2'],
    ['Epoxy', 'OpenStack', OPENSTACK, 'line 2025.1'],
    ['17', 'PostgreSQL', POSTGRESQL, 'line 17'],
    ['24.04', 'Ubuntu', UBUNTU, 'line 24.04'],
    ['Noble Numbat', 'Ubuntu', UBUNTU, 'line 24.04'],
    ['Hoxton', 'Spring Cloud', SPRING_CLOUD, 'line Hoxton'],
    // Complete in the scheme, listed or not.
    ['1.34.9', 'Kubernetes', KUBERNETES, 'exact 1.34.9'],
    ['v1.36.0-rc.1', 'Kubernetes', KUBERNETES, 'exact 1.36.0-rc.1'],
    ['1.33.5-gke.1080000', 'Kubernetes', KUBERNETES, 'exact 1.33.5-gke.1080000'],
    ['2026.2', 'OpenStack', OPENSTACK, 'exact 2026.2'],
    ['17.99', 'PostgreSQL', POSTGRESQL, 'exact 17.99'],
    ['26.04', 'Ubuntu', UBUNTU, 'exact 26.04'],
    ['24.04.1', 'Ubuntu', UBUNTU, 'exact 24.04.1'],
    ['8.0 U3', 'vSphere', vocabulary('two-part'), 'exact 8.0 U3'],
    ['1.36-eks-3', 'EKS', vocabulary('two-part'), 'exact 1.36-eks-3'],
    ['4.20.1.0', 'CloudStack', vocabulary('four-part'), 'exact 4.20.1.0'],
    ['4.20.1', 'CloudStack', vocabulary('four-part'), 'exact 4.20.1'],
    ['9', 'RHEL', vocabulary('integer'), 'exact 9'],
    ['9.4', 'RHEL', vocabulary('integer'), 'exact 9.4'],
    ['2025-01-18T00-31-37Z', 'MinIO', vocabulary('calendar'), 'exact 2025-01-18T00-31-37Z'],
    ['Ilford.SR1', 'Spring Cloud', SPRING_CLOUD, 'exact Ilford.SR1'],
    ['2020.0.5', 'Spring Cloud', SPRING_CLOUD, 'exact 2020.0.5'],
    // Too few numbers, but a number behind them names one build.
    ['26+35', 'Java', vocabulary('semver'), 'exact 26+35'],
    ['8u302-b08', 'Java', vocabulary('semver'), 'exact 8u302-b08'],
    // A range.
    ['1.35', 'Kubernetes', KUBERNETES, 'range 1.35'],
    ['1', 'Kubernetes', KUBERNETES, 'range 1'],
    ['^1.34', 'Kubernetes', KUBERNETES, 'range ^1.34'],
    ['>=1.33 <1.35', 'Kubernetes', KUBERNETES, 'range >=1.33 <1.35'],
    ['1.x', 'Kubernetes', KUBERNETES, 'range 1.x'],
    ['1.34.x', 'Kubernetes', KUBERNETES, 'range 1.34.x'],
    ['1.33 || 1.35', 'Kubernetes', KUBERNETES, 'range 1.33 || 1.35'],
    ['*', 'Kubernetes', KUBERNETES, 'range *'],
    ['2025', 'OpenStack', OPENSTACK, 'range 2025'],
    ['18', 'PostgreSQL', POSTGRESQL, 'range 18'],
    ['4.20', 'CloudStack', vocabulary('four-part'), 'range 4.20'],
    ['9.x', 'RHEL', vocabulary('integer'), 'range 9.x'],
    ['Ilford', 'Spring Cloud', SPRING_CLOUD, 'range Ilford'],
    // Nothing of these.
    ['', 'Kubernetes', KUBERNETES, 'invalid '],
    ['latest', 'Kubernetes', KUBERNETES, 'invalid latest'],
    ['Epoxi', 'OpenStack', OPENSTACK, 'invalid Epoxi'],
    ['1.34.2.', 'Kubernetes', KUBERNETES, 'invalid 1.34.2.'],
    ['1,34', 'Kubernetes', KUBERNETES, 'invalid 1,34'],
    ['>=1.33,<1.35', 'Kubernetes', KUBERNETES, 'invalid >=1.33,<1.35'],
    ['0x1F', 'Kubernetes', KUBERNETES, 'invalid 0x1F'],
    ['1e3', 'RHEL', vocabulary('integer'), 'invalid 1e3'],
    ['{{ version }}', 'Kubernetes', KUBERNETES, 'invalid {{ version }}'],
  ])('%s of %s', (text, _, words, expected) => {
    expect(meaning(parsePin(text, words))).toBe(expected);
  });

  test('gives the text without the white space around it', () => {
    expect(parsePin(' v1.34.2 ', KUBERNETES).text).toBe('v1.34.2');
  });
});
