import { describe, expect, test } from 'vitest';
import { isPrerelease, parseVersion, printVersion, type Scheme } from '../../server/src/version/index.ts';

/** `numbers`, then what makes it older, then what does not: `1.7.0 < rc 1 + k 3 s 1`. */
function shown(text: string, scheme: Scheme): string {
  const version = parseVersion(text, scheme);
  if (version === undefined) return 'no version';
  const older = version.prerelease.length > 0 ? ` < ${version.prerelease.join(' ')}` : '';
  const build = version.build.length > 0 ? ` + ${version.build.join(' ')}` : '';
  return version.release.join('.') + older + build;
}

const SEMVER: [text: string, shown: string][] = [
  ['1.34.2', '1.34.2'],
  ['v1.34.2', '1.34.2'],
  ['V1.34.2', '1.34.2'],
  ['  1.34.2  ', '1.34.2'],
  ['1.12', '1.12'],
  ['28', '28'],
  // Vendor suffixes.
  ['1.33.5-gke.1080000', '1.33.5 + gke 1080000'],
  ['1.33.5+k3s1', '1.33.5 + k 3 s 1'],
  ['1.36.0+rke2r1', '1.36.0 + rke 2 r 1'],
  ['1.36.1+k0s.0', '1.36.1 + k 0 s 0'],
  ['1.30.4-tanzu.1', '1.30.4 + tanzu 1'],
  ['1.27.16+vmware.1-fips.1', '1.27.16 + vmware 1 fips 1'],
  ['1.29.8-aks.20240913', '1.29.8 + aks 20240913'],
  ['1.15.10-eksbuild.1', '1.15.10 + eksbuild 1'],
  ['1.34.2-alpine', '1.34.2 + alpine'],
  ['2.8.2-tiered', '2.8.2 + tiered'],
  ['13.0.1+security-01', '13.0.1 + security 1'],
  ['9.4.58.v20250814', '9.4.58 + v 20250814'],
  ['1.0.0-incubating', '1.0.0 + incubating'],
  // A number behind a hyphen is a package revision, not semver's pre-release.
  ['1.9.0-1', '1.9.0 + 1'],
  ['1.28.2-00', '1.28.2 + 0'],
  ['3.95.0-07', '3.95.0 + 7'],
  // Builds and updates.
  ['21.0.9+10', '21.0.9 + 10'],
  ['24.0.1+9.1', '24.0.1 + 9 1'],
  ['26+35', '26 + 35'],
  ['25.0.4.1+1', '25.0.4.1 + 1'],
  ['8u302-b08', '8 + u 302 b 8'],
  ['8u302-b08.1', '8 + u 302 b 8 1'],
  ['11.0.32.10.1', '11.0.32.10.1'],
  ['1.9.3p551', '1.9.3 + p 551'],
  ['2.0.0p0', '2.0.0 + p 0'],
  ['1.1.1a', '1.1.1 + a'],
  ['1.1.1w', '1.1.1 + w'],
  ['0.9.8x', '0.9.8 + x'],
  ['0.9.8za', '0.9.8 + za'],
  ['10.00.1835 CU10', '10.0.1835 + cu 10'],
  ['15.0.4480.2 CU32+GDR', '15.0.4480.2 + cu 32 gdr'],
  ['4.0r9', '4.0 + r 9'],
  ['1.3.1 r.6', '1.3.1 + r 6'],
  // Words for the release itself add nothing.
  ['3.0.0.Final', '3.0.0'],
  ['5.3.0.RELEASE', '5.3.0'],
  ['5.0.0-GA', '5.0.0'],
  // Pre-releases.
  ['1.7.0-rc.1', '1.7.0 < rc 1'],
  ['1.7.0-rc1', '1.7.0 < rc 1'],
  ['1.7.0-beta.2', '1.7.0 < beta 2'],
  ['1.30.0-rc.1+k3s1', '1.30.0 < rc 1 + k 3 s 1'],
  ['2.1.0-M1', '2.1.0 < m 1'],
  ['4.0.0.CR1', '4.0.0 < rc 1'],
  ['5.0.0-SNAPSHOT', '5.0.0 < snapshot'],
  ['15.0.0-canary.12', '15.0.0 < canary 12'],
  ['16-ea+12', '16 < ea + 12'],
  ['27.0.0.0rc1', '27.0.0.0 < rc 1'],
  ['16.0.0.0b2', '16.0.0.0 < beta 2'],
  ['0rc1', '0 < rc 1'],
  ['1.0.0a1', '1.0.0 < alpha 1'],
  ['1.0.0c2', '1.0.0 < rc 2'],
  ['5.0.dev12', '5.0 < dev 12'],
  ['5.3.0~rc1', '5.3.0 < rc 1'],
  // OKD: the part behind the hyphen is a build date, unless it says that it is a beta.
  ['4.15.0-0.okd-2024-01-27-070424', '4.15.0 + 0 okd 2024 1 27 70424'],
  ['4.0.0-0.okd-scos-2023-10-07-091654', '4.0.0 + 0 okd scos 2023 10 7 91654'],
  ['4.5.0-0.okd-2020-06-29-110348-beta6', '4.5.0 < 0 okd 2020 6 29 110348 beta 6'],
  ['4.5.0-0.okd-2020-07-14-153706-ga', '4.5.0 + 0 okd 2020 7 14 153706'],
  // No versions.
  ['', 'no version'],
  ['latest', 'no version'],
  ['v', 'no version'],
  ['1.', 'no version'],
  ['1..2', 'no version'],
  ['.1', 'no version'],
  ['-1', 'no version'],
  ['1.2.3-', 'no version'],
  ['1.2.3+', 'no version'],
  ['1.2.3foo', 'no version'],
  ['1.2.3 foo', 'no version'],
  ['1.2.3 4', 'no version'],
  ['1.2,3', 'no version'],
  ['1.2.3/4', 'no version'],
  ['1.x', 'no version'],
  ['3.7.x', 'no version'],
  ['1.*', 'no version'],
  ['^1.2.3', 'no version'],
  ['>=1.2.3', 'no version'],
  ['1e3', 'no version'],
  ['0x1F', 'no version'],
  ['1.2.12345678901234567890', 'no version'],
  ['1.2.3.4.5.6.7.8.9', 'no version'],
  ['١.٢.٣', 'no version'],
  [`1.${'0'.repeat(300)}`, 'no version'],
];

const OTHERS: [text: string, scheme: Scheme, shown: string][] = [
  ['24.04', 'two-part', '24.4'],
  ['24.04.1', 'two-part', '24.4.1'],
  ['6.06.2', 'two-part', '6.6.2'],
  ['1.36-eks-3', 'two-part', '1.36 + eks 3'],
  ['1.17.17-gke.9100', 'two-part', '1.17.17 + gke 9100'],
  ['8.0 U3', 'two-part', '8.0 + u 3'],
  ['8.0U3e', 'two-part', '8.0 + u 3 e'],
  ['8.0 Update 3', 'two-part', '8.0 + u 3'],
  ['4.1 U3a', 'two-part', '4.1 + u 3 a'],
  ['9.1.0.0200', 'two-part', '9.1.0.200'],
  ['4.20.1.0', 'four-part', '4.20.1.0'],
  ['9.1.0.0200', 'four-part', '9.1.0.200'],
  ['2025.1', 'calendar', '2025.1'],
  ['2023.0.20230222.1', 'calendar', '2023.0.20230222.1'],
  ['2018.03.0.20231218.0', 'calendar', '2018.3.0.20231218.0'],
  ['2025-01-18', 'calendar', '2025.1.18'],
  ['2025-01-18T00-31-37Z', 'calendar', '2025.1.18.0.31.37'],
  ['RELEASE.2025-01-18T00-31-37Z', 'calendar', '2025.1.18.0.31.37'],
  ['2025-01-18T00-31-37Z.hotfix.1', 'calendar', '2025.1.18.0.31.37 + hotfix 1'],
  ['23h2', 'calendar', '2023.2'],
  ['23H2', 'calendar', '2023.2'],
  ['20h2-sac', 'calendar', '2020.2 + sac'],
  ['2025.1.0rc1', 'calendar', '2025.1.0 < rc 1'],
  ['10', 'integer', '10'],
  ['9.1', 'integer', '9.1'],
  ['13.0', 'integer', '13.0'],
  ['10-beta', 'integer', '10 < beta'],
  ['Hoxton.', 'codename', 'no version'],
  ['Hoxton SR 12', 'codename', 'no version'],
  ['SR-12-x y', 'codename', 'no version'],
  ['aVeryLongNameThatNobodyGivesToATrain', 'codename', 'no version'],
];

describe('parseVersion', () => {
  test.each(SEMVER)('semver: %s is %s', (text, expected) => {
    expect(shown(text, 'semver')).toBe(expected);
  });

  test.each(OTHERS)('%s as %s is %s', (text, scheme, expected) => {
    expect(shown(text, scheme)).toBe(expected);
  });

  test('keeps the text as written, without white space and a leading v', () => {
    expect(parseVersion(' v1.33.5-gke.1080000 ', 'semver')).toEqual({
      text: '1.33.5-gke.1080000',
      scheme: 'semver',
      release: [1, 33, 5],
      prerelease: [],
      build: ['gke', 1080000],
    });
    expect(parseVersion('RELEASE.2025-01-18T00-31-37Z', 'calendar')?.text).toBe('RELEASE.2025-01-18T00-31-37Z');
    expect(parseVersion('24.04', 'two-part')?.text).toBe('24.04');
  });

  test('every text that is a version prints to a text that is the same version', () => {
    const all: [string, Scheme][] = [
      ...SEMVER.map(([text]): [string, Scheme] => [text, 'semver']),
      ...OTHERS.map(([text, scheme]): [string, Scheme] => [text, scheme]),
      ['Hoxton.SR12', 'codename'],
    ];
    const versions = all.flatMap(([text, scheme]) => parseVersion(text, scheme) ?? []);
    expect(versions.length).toBeGreaterThan(80);
    for (const version of versions) expect(parseVersion(printVersion(version), version.scheme)).toEqual(version);
  });

  test('a shared value cannot be changed', () => {
    const version = parseVersion('1.34.2', 'semver');
    expect(parseVersion('1.34.2', 'semver')).toBe(version);
    expect(Object.isFrozen(version) && Object.isFrozen(version?.release)).toBe(true);
  });
});

describe('isPrerelease', () => {
  const pre = ['1.7.0-rc.1', '2.1.0-M1', '0rc1', '16.0.0.0b2', '5.0.dev12', '4.5.0-0.okd-2020-06-29-110348-beta6'];
  const not = [
    '1.7.0',
    '1.33.5-gke.1',
    '1.33.5+k3s1',
    '4.15.0-0.okd-2024-01-27-070424',
    '2.0.0p0',
    '0.9.8za',
    '8u302-b08',
    '1.9.0-1',
  ];

  test.each(pre)('%s is one', (text) => {
    const version = parseVersion(text, 'semver');
    expect(version && isPrerelease(version)).toBe(true);
  });

  test.each(not)('%s is none', (text) => {
    const version = parseVersion(text, 'semver');
    expect(version && isPrerelease(version)).toBe(false);
  });
});
