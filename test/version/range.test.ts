import { describe, expect, test } from 'vitest';
import {
  isAboveRange,
  type PrereleaseMode,
  parseRange,
  parseVersion,
  type Range,
  type Scheme,
  satisfies,
  type Version,
} from '../../server/src/version/index.ts';

function range(text: string, scheme: Scheme): Range {
  const parsed = parseRange(text, scheme);
  if (parsed === undefined) throw new Error(`${text} is no ${scheme} range`);
  return parsed;
}

function version(text: string, scheme: Scheme): Version {
  const parsed = parseVersion(text, scheme);
  if (parsed === undefined) throw new Error(`${text} is no ${scheme} version`);
  return parsed;
}

/** The limits as they are understood: `>=1.2.0 <1.3.0-0 || =2.0.0`. */
function limits(text: string, scheme: Scheme): string {
  return (
    parseRange(text, scheme)
      ?.alternatives.map(
        (alternative) => alternative.map((limit) => limit.operator + limit.version.text).join(' ') || '*',
      )
      .join(' || ') ?? 'no range'
  );
}

describe('parseRange', () => {
  test.each<[text: string, limits: string]>([
    ['^1.34', '>=1.34.0 <2.0.0-0'],
    ['^0.3.1', '>=0.3.1 <0.4.0-0'],
    ['~1.28.1', '>=1.28.1 <1.29.0-0'],
    ['~> 1.28', '>=1.28.0 <1.29.0-0'],
    ['1.x', '>=1.0.0 <2.0.0-0'],
    ['1.34.*', '>=1.34.0 <1.35.0-0'],
    ['1.34', '>=1.34.0 <1.35.0-0'],
    ['>=1.33 <1.35', '>=1.33.0 <1.35.0-0'],
    ['>=v1.33.0 <v1.35.0', '>=1.33.0 <1.35.0'],
    ['>=1.33<1.35', '>=1.33.0 <1.35.0-0'],
    ['1.33 - 1.35', '>=1.33.0 <1.36.0-0'],
    ['1.33 || 1.35', '>=1.33.0 <1.34.0-0 || >=1.35.0 <1.36.0-0'],
    ['1.34.2', '=1.34.2'],
    ['*', '*'],
    ['>=1.22.0-0', '>=1.22.0-0'],
    ['>1.34', '>=1.35.0'],
    ['<=1.34', '<1.35.0-0'],
    ['<*', '<0.0.0-0'],
    ['>=1.35.0-rc.1', '>=1.35.0-rc.1'],
    // Beyond npm: suffixes that stay what they are, and more than three numbers.
    ['>=1.33.5+k3s2 <1.34', '>=1.33.5+k3s2 <1.34.0-0'],
    ['>=1.33.5-gke.1080000', '>=1.33.5-gke.1080000'],
    ['=8u302-b08', '=8u302-b08'],
    ['^1.33.5+k3s2', '>=1.33.5+k3s2 <2.0.0-0'],
    ['>=11.0.32.10.1', '>=11.0.32.10.1'],
    ['>=1.22-0', '>=1.22.0-0'],
    ['^1.22-0', '>=1.22.0-0 <2.0.0-0'],
    ['1.28.2-0', '=1.28.2-0'],
    ['1.28-0', '=1.28-0'],
    // No ranges.
    ['', 'no range'],
    ['   ', 'no range'],
    ['||', 'no range'],
    ['1.33 ||', 'no range'],
    ['latest', 'no range'],
    ['>=', 'no range'],
    ['>=1.2, <2', 'no range'],
    ['1.x.3', 'no range'],
    ['x.1', 'no range'],
    ['1.33=1.35', 'no range'],
    ['1.33~2', 'no range'],
    ['1.33 -', 'no range'],
    ['!=1.33', 'no range'],
    ['>=1.33 and <1.35', 'no range'],
    ['1..2', 'no range'],
    ['>=1.2.12345678901234567890', 'no range'],
    [`>=1.2 ${' '.repeat(256)}`, 'no range'],
    [`${'1.33 || '.repeat(31)}1.34`, `${'>=1.33.0 <1.34.0-0 || '.repeat(31)}>=1.34.0 <1.35.0-0`],
    [`${'1.33 || '.repeat(32)}1.34`, 'no range'],
  ])('semver: %s is %s', (text, expected) => {
    expect(limits(text, 'semver')).toBe(expected);
  });

  test.each<[text: string, scheme: Scheme, limits: string]>([
    ['>=24.04 <26.04', 'two-part', '>=24.4.0 <26.4.0-0'],
    ['24.04', 'two-part', '>=24.4.0 <24.5.0-0'],
    ['24.04.1', 'two-part', '=24.4.1'],
    ['>=v24.04', 'two-part', '>=24.4.0'],
    ['>=8.0 U3 <9', 'two-part', '>=8.0 U3 <9.0.0-0'],
    ['8.0 U3', 'two-part', '=8.0 U3'],
    ['1.36-eks-3', 'two-part', '=1.36-eks-3'],
    ['~4.20.1.0', 'four-part', '>=4.20.1.0 <4.21.0-0'],
    ['^4.20.1.1', 'four-part', '>=4.20.1.1 <5.0.0-0'],
    ['^0.0.3.1', 'four-part', '>=0.0.3.1 <0.0.4-0'],
    ['>=4.20.1.1', 'four-part', '>=4.20.1.1'],
    ['4.20.1.x', 'four-part', '>=4.20.1 <4.20.2-0'],
    ['>4.20.1.x', 'four-part', '>=4.20.2'],
    ['<4.20.1.x', 'four-part', '<4.20.1-0'],
    ['4.20.0.0 - 4.20.1.x', 'four-part', '>=4.20.0.0 <4.20.2-0'],
    ['>=9.1.0.0200', 'four-part', '>=9.1.0.200'],
    ['>=2025.1 <2026.1', 'calendar', '>=2025.1.0 <2026.1.0-0'],
    ['>=2023.0.20230222.1', 'calendar', '>=2023.0.20230222.1'],
    ['>=2025-01-18T00-31-37Z', 'calendar', '>=2025-01-18T00-31-37Z'],
    ['<RELEASE.2025-01-18T00-31-37Z', 'calendar', '<RELEASE.2025-01-18T00-31-37Z'],
    ['>=22h2 <=23h2', 'calendar', '>=22h2 <=23h2'],
    ['>=8 <10', 'integer', '>=8.0.0 <10.0.0-0'],
    ['9', 'integer', '>=9.0.0 <10.0.0-0'],
    ['>=Greenwich.SR3 <Ilford', 'codename', '>=Greenwich.SR3 <Ilford'],
    ['Hoxton || 2020.0.5', 'codename', '=Hoxton || =2020.0.5'],
    ['*', 'codename', '*'],
    ['~Hoxton', 'codename', 'no range'],
    ['^Hoxton.SR1', 'codename', 'no range'],
  ])('%s as %s is %s', (text, scheme, expected) => {
    expect(limits(text, scheme)).toBe(expected);
  });

  test('keeps the text as written', () => {
    expect(parseRange('  >=24.04 <26.04 ', 'two-part')).toMatchObject({ text: '>=24.04 <26.04', scheme: 'two-part' });
  });
});

/** One range, and what it admits and refuses. */
const MEMBERS: [range: string, scheme: Scheme, mode: PrereleaseMode, admits: string[], refuses: string[]][] = [
  [
    '>=1.33 <1.35',
    'semver',
    'as-release',
    ['1.33.0', '1.34.99', '1.33.0-rc.1', '1.34.0-alpha.1'],
    ['1.32.9', '1.35.0', '1.35.0-rc.1'],
  ],
  [
    '>=1.33 <1.35',
    'semver',
    'exclude',
    ['1.33.0', '1.34.99'],
    ['1.32.9', '1.35.0', '1.33.0-rc.1', '1.34.0-alpha.1', '1.35.0-rc.1'],
  ],
  [
    '>=1.35.0-rc.1',
    'semver',
    'exclude',
    ['1.35.0-rc.1', '1.35.0-rc.2', '1.35.0', '1.36.0'],
    ['1.35.0-beta.1', '1.36.0-rc.1', '1.34.0'],
  ],
  ['>=1.35.0-rc.1', 'semver', 'as-release', ['1.35.0-rc.1', '1.35.0', '1.36.0-rc.1'], ['1.35.0-beta.1', '1.34.0']],
  ['2.0.0-rc.1', 'semver', 'as-release', ['2.0.0-rc.1'], ['2.0.0-rc.2', '2.0.0']],
  ['2.0.0', 'semver', 'as-release', ['2.0.0', '2.0.0-rc.1'], ['2.0.1-rc.1']],
  ['>=1.22.0-0', 'semver', 'exclude', ['1.22.0-alpha.1', '1.22.0', '1.30.0'], ['1.21.9', '1.23.0-rc.1']],
  ['<2.0.0-0', 'semver', 'as-release', ['1.99.0'], ['2.0.0', '2.0.0-rc.1']],
  ['*', 'semver', 'exclude', ['0.0.1', '99.0.0'], ['1.0.0-rc.1']],
  ['*', 'semver', 'as-release', ['0.0.1', '1.0.0-rc.1'], []],
  // Vendor suffixes count for nothing, unless the limit has one.
  [
    '<=1.33.5',
    'semver',
    'exclude',
    ['1.33.5', '1.33.5-gke.1080000', '1.33.5+k3s1', '1.33.5-1'],
    ['1.33.6-gke.1', '1.33.6'],
  ],
  ['<1.33.5', 'semver', 'exclude', ['1.33.4-gke.9'], ['1.33.5-gke.1080000', '1.33.5+k3s1']],
  ['>1.33.5', 'semver', 'exclude', ['1.33.6'], ['1.33.5', '1.33.5-gke.1080000', '1.33.5+k3s1']],
  ['1.33.5', 'semver', 'exclude', ['1.33.5', '1.33.5-gke.1080000', '1.33.5+k3s1'], ['1.33.6']],
  [
    '>=1.33.5-gke.1080000',
    'semver',
    'exclude',
    ['1.33.5-gke.1080000', '1.33.5-gke.2000000', '1.33.6', '1.33.6-gke.1'],
    ['1.33.5', '1.33.5-gke.162000'],
  ],
  ['1.33.5+k3s1', 'semver', 'exclude', ['1.33.5+k3s1'], ['1.33.5', '1.33.5+k3s2']],
  ['>=3.95.0-07', 'semver', 'exclude', ['3.95.0-07', '3.95.1-01'], ['3.95.0', '3.95.0-06']],
  ['>=1.1.1', 'semver', 'exclude', ['1.1.1', '1.1.1a', '1.1.1w', '3.0.0'], ['1.0.2u']],
  ['>=1.1.1k', 'semver', 'exclude', ['1.1.1k', '1.1.1w', '3.0.0'], ['1.1.1', '1.1.1j']],
  ['~4.5.0', 'semver', 'exclude', ['4.5.0-0.okd-2020-07-14-153706-ga'], ['4.5.0-0.okd-2020-06-29-110348-beta6']],
  ['17', 'semver', 'exclude', ['17', '17.0.20+8', '17+35'], ['18+36', '16.0.2+7']],
  // A fourth number counts only where the limit has one.
  ['<=11.0.32', 'semver', 'exclude', ['11.0.32', '11.0.32.10.1'], ['11.0.33', '11.0.33.1.1']],
  ['4.20.1', 'four-part', 'exclude', ['4.20.1.0', '4.20.1.3', '4.20.1'], ['4.20.2.0', '4.20.0.9']],
  ['>=4.20.1.1', 'four-part', 'exclude', ['4.20.1.1', '4.20.1.2', '4.20.2.0'], ['4.20.1', '4.20.1.0']],
  ['~4.20.1.0', 'four-part', 'exclude', ['4.20.1.0', '4.20.1.1', '4.20.2.0'], ['4.20.0.9', '4.21.0.0']],
  ['>=24.04 <26.04', 'two-part', 'exclude', ['24.04', '24.04.1', '25.10'], ['23.10', '26.04', '26.04.1']],
  ['24.04', 'two-part', 'exclude', ['24.04', '24.04.1'], ['24.10', '24.4.0-rc.1']],
  ['>=8.0 U2', 'two-part', 'exclude', ['8.0 U2', '8.0U3e', '8.0 Update 3', '9.0.0.0'], ['8.0', '8.0 U1']],
  ['1.33', 'two-part', 'exclude', ['1.33', '1.33-eks-4', '1.33.5-gke.1080000'], ['1.34-eks-1']],
  ['>=2025.1 <2026.1', 'calendar', 'exclude', ['2025.1', '2025.2'], ['2024.2', '2026.1']],
  ['>=2023.0.20230222.1', 'calendar', 'exclude', ['2023.0.20230222.1', '2023.1.20230629.0'], ['2023.0.20230222.0']],
  [
    '>=2025-01-18T00-31-37Z',
    'calendar',
    'exclude',
    ['RELEASE.2025-01-18T00-31-37Z', '2025-02-01T00-00-00Z'],
    ['2025-01-18T00-31-36Z'],
  ],
  ['2025-01-18', 'calendar', 'exclude', ['2025-01-18', '2025-01-18T00-31-37Z'], ['2025-01-19T00-00-00Z']],
  ['>=8 <10', 'integer', 'exclude', ['8', '8.10', '9.6'], ['7.9', '10', '10.0']],
  [
    'Hoxton',
    'codename',
    'exclude',
    ['Hoxton', 'Hoxton.SR12', 'hoxton.sr1'],
    ['Hoxtons', 'Ilford', 'Greenwich.SR6', 'Hoxton.M1'],
  ],
  ['>Hoxton', 'codename', 'exclude', ['Ilford.SR1', '2020.0.5'], ['Hoxton.SR12']],
  [
    '>=Greenwich.SR3 <=Hoxton.SR2',
    'codename',
    'exclude',
    ['Greenwich.SR3', 'Greenwich.SR6', 'Hoxton', 'Hoxton.SR2'],
    ['Greenwich.SR2', 'Hoxton.SR3'],
  ],
];

describe('satisfies', () => {
  test.each(MEMBERS)('%s (%s, %s)', (text, scheme, mode, admits, refuses) => {
    const parsed = range(text, scheme);
    expect(admits.filter((member) => !satisfies(version(member, scheme), parsed, mode))).toEqual([]);
    expect(refuses.filter((member) => satisfies(version(member, scheme), parsed, mode))).toEqual([]);
  });
});

describe('isAboveRange', () => {
  test.each<[range: string, scheme: Scheme, above: string[], notAbove: string[]]>([
    ['>=1.30 <1.35', 'semver', ['1.35.0', '1.35.0-rc.1', '1.35.0-gke.1', '2.0.0'], ['1.34.9', '1.30.0', '1.20.0']],
    ['>=1.30.0 <=1.34.2', 'semver', ['1.34.3', '1.35.0'], ['1.34.2', '1.34.2-gke.1', '1.34.2-rc.1', '1.29.0']],
    ['1.30.1', 'semver', ['1.30.2'], ['1.30.1', '1.30.1+k3s1', '1.30.0']],
    ['1.30 || 1.32', 'semver', ['1.33.0'], ['1.31.5', '1.32.9', '1.30.0']],
    ['1.32 || 1.30', 'semver', ['1.33.0'], ['1.31.5']],
    ['1.30 || >=1.40', 'semver', [], ['1.31.0', '1.41.0']],
    ['>=1.30', 'semver', [], ['1.29.0', '99.0.0']],
    ['*', 'semver', [], ['99.0.0']],
    ['>=24.04 <26.04', 'two-part', ['26.04', '26.10'], ['25.10', '22.04']],
    ['<=4.20.1.1', 'four-part', ['4.20.1.2', '4.20.2.0'], ['4.20.1.1', '4.20.1']],
    ['<Hoxton', 'codename', ['Hoxton', 'Hoxton.SR1', 'Ilford', '2020.0.0'], ['Greenwich.SR6']],
  ])('%s (%s)', (text, scheme, above, notAbove) => {
    const parsed = range(text, scheme);
    expect(above.filter((member) => !isAboveRange(version(member, scheme), parsed))).toEqual([]);
    expect(notAbove.filter((member) => isAboveRange(version(member, scheme), parsed))).toEqual([]);
  });
});
