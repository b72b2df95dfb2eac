/** What the lint finds in a component by itself. */
import { expect, test } from 'vitest';
import { sample } from '../sample.ts';
import { baseOf, lintText } from './lintText.ts';

const kubernetes = sample({
  id: 'kubernetes',
  provides: ['kubernetes-api'],
  lines: [{ line: '1.34', versions: ['1.34.0', '1.34.1'] }],
});

test('nothing in a catalog that is in order', () => {
  expect(
    lintText(
      `  gateway:
    versions:
      lines:
        - {line: "3.3", released: 2026-11-01, versions: [3.3.0]}
        - line: "3.2"
          released: 2026-10-01
          activeSupportEnds: 2027-01-01
          supportEnds: 2027-10-01
          versions: [3.2.0-rc.1, 3.2.0, 3.2.1]
          withdrawn: [{version: 3.2.0}]
    compatibility:
      - {when: ">=3.2", with: kubernetes, level: required, supported: ">=1.34"}
    requires: [{when: "*", anyOf: [kubernetes-api]}]
`,
      baseOf(kubernetes),
    ),
  ).toEqual([]);
});

test('days that do not exist or do not follow each other', () => {
  expect(
    lintText(`  gateway:
    status: retired
    retirement: {date: 2026-02-30}
    versions:
      checked: 2026-11-21
      lines:
        - {line: "3.2", released: 2026-09-31, supportEnds: 2026-10-01}
        - {line: "3.1", released: 2026-03-01, supportEnds: 2026-02-01}
    upgrade: {maxMinorSkip: 1, checked: 2026-11-31}
`),
  ).toEqual([
    'gateway.versions.lines[0].released bad-date error: There is no day 2026-09-31. Correct it.',
    'gateway.versions.lines[1].supportEnds date-order warning: "supportEnds" (2026-02-01) lies before "released" (2026-03-01) of line 3.1. Correct the one that is wrong.',
    'gateway.retirement.date bad-date error: There is no day 2026-02-30. Correct it.',
    "gateway.versions.checked date-order warning: This was read on 2026-11-21, after the catalog's update on 2026-11-20. Correct one of them.",
    'gateway.upgrade.checked bad-date error: There is no day 2026-11-31. Correct it.',
  ]);
});

test('versions that are unreadable, out of order, doubled, or withdrawn without being listed', () => {
  expect(
    lintText(`  gateway:
    versions:
      lines:
        - {line: "3.1", versions: [3.1.1, 3.1.0, latest, 3.1.0]}
        - {line: "3.2", versions: [3.2.0], withdrawn: [{version: 3.2.9}]}
        - {line: "3.2", versions: [3.1.1]}
    removals: [{since: soon, kind: api, what: the old one}]
    upgrade: {stops: [never]}
    charts: [{name: gateway, repository: "https://charts.example.com", versions: {newest: 1.0.0}}]
`),
  ).toEqual([
    'gateway.versions.lines[0].versions[1] version-order warning: "3.1.0" stands after "3.1.1", which is newer. Sort oldest first.',
    'gateway.versions.lines[0].versions[2] bad-version error: "latest" is no version in the scheme semver. Correct it or the scheme.',
    'gateway.versions.lines[0].versions[3] double-name warning: "3.1.0" stands in this line twice. Remove one.',
    'gateway.versions.lines[1].withdrawn[0].version unknown-reference error: "3.2.9" is not among the versions of line "3.2". Add it to "versions" too.',
    'gateway.versions.lines[2].line double-name warning: Line "3.2" stands twice. Merge the two.',
    'gateway.versions.lines[2].versions[0] double-name warning: "3.1.1" stands in line "3.1" too. Keep one.',
    'gateway.versions.lines[1].line version-order warning: Line "3.2" stands below "3.1", which is older. Sort newest first.',
    'gateway.removals[0].since bad-version error: "soon" is no version in the scheme semver. Correct it or the scheme.',
    'gateway.upgrade.stops[0] bad-version error: "never" is no version in the scheme semver. Correct it or the scheme.',
    'gateway.charts[0].versions.newest bad-version error: "newest" is no version in the scheme semver. Correct it or the scheme.',
  ]);
});

test('two spellings of one version', () => {
  expect(
    lintText(`  esx:
    versions:
      scheme: two-part
      lines: [{line: "8.0", versions: ["8.0 U3", "8.0U3"]}]
`),
  ).toEqual([
    'esx.versions.lines[0].versions[1] double-name warning: "8.0U3" is the same version as "8.0 U3". Keep one.',
  ]);
});

test('lines may stand in the order of their days, and a line below the one that it is a part of', () => {
  expect(
    lintText(`  camel:
    versions:
      lines:
        - {line: "4.3", released: 2026-03-01}
        - {line: "3.22", released: 2026-02-01}
        - {line: "4.2", released: 2026-01-01}
        - {line: "2"}
        - {line: "2.5"}
`),
  ).toEqual([]);
});

test('names that nothing has', () => {
  expect(
    lintText(
      `  gateway:
    successors: [gatewya]
    compatibility:
      - {when: "*", with: kubernets, level: supported, supported: ">=1.34"}
    requires: [{when: "*", anyOf: [kubernetes-api, service-mesh, gateway]}]
    conflicts: [{when: "*", with: kubernetes, range: "*", unless: [nothing-like-it]}]
    carries: [{when: "*", with: envoy, versions: "1.2"}]
    supportPolicy: {kind: follows, follows: kubernetes, lines: {"3.2": "1.35", "3.1": "1.34"}}
    series: {of: openstack, apart: 1}
`,
      baseOf(kubernetes),
    ),
  ).toEqual([
    'gateway.compatibility[0].with unknown-reference error: "kubernets" is in no catalog. Did you mean "kubernetes"?',
    'gateway.carries[0].with unknown-reference error: "envoy" is in no catalog. Correct it, or add the component.',
    'gateway.conflicts[0].unless[0] unknown-reference error: "nothing-like-it" is in no catalog. Correct it, or add the component.',
    'gateway.requires[0].anyOf[1] unknown-reference error: "service-mesh" is neither a component nor a capability of one. Correct it, or add the component.',
    'gateway.successors[0] unknown-reference error: "gatewya" is in no catalog. Did you mean "gateway"?',
    'gateway.series.of unknown-reference error: "openstack" is in no catalog. Correct it, or add the component.',
    'gateway.supportPolicy.lines["3.2"] unknown-reference error: "1.35" is no line of kubernetes. Correct it.',
  ]);
});

test('aliases that mean something else', () => {
  expect(
    lintText(
      `  gateway:
    aliases: [kubernetes, gw, Gateway]
  edge-gateway:
    aliases: [GW, edge, edge]
`,
      baseOf(kubernetes),
    ),
  ).toEqual([
    'gateway.aliases[0] double-name warning: "kubernetes" is the id of a component, so that it never stands for another. Remove it.',
    'gateway.aliases[2] double-name warning: "Gateway" is the id itself. Remove it.',
    'edge-gateway.aliases[0] double-name warning: "GW" is an alias of gateway too. Keep it where people mean it.',
    'edge-gateway.aliases[2] double-name warning: "edge" stands here twice. Remove one.',
  ]);
});

test('ranges that are none, and ranges that match nothing', () => {
  expect(
    lintText(
      `  gateway:
    versions: {lines: [{line: "3.2", versions: [3.2.0]}]}
    compatibility:
      - {when: "3.2 or so", with: kubernetes, level: supported, supported: ">=1.34"}
      - {when: ">=3.2", with: kubernetes, level: broken, breaks: ">=l.22"}
      - {when: ">=3.3", with: kubernetes, level: tested, tested: "<1.34"}
      - {when: ">=3.2", with: unlisted, level: tested, tested: ">=5"}
    carries:
      - {when: "*", with: kubernetes, versions: "own", same: minor}
    skew: [{when: everything, part: agent, of: server, maxOlder: 1}]
    upgrade: {hops: [{from: ">=3.2", to: "next"}]}
  unlisted: {}
`,
      baseOf(kubernetes),
    ),
  ).toEqual([
    'gateway.compatibility[0].when bad-range error: "3.2 or so" is no range of versions of gateway (scheme semver). Write it as in ">=1.2 <1.3".',
    'gateway.compatibility[2].when empty-range warning: ">=3.3" matches no version of gateway that the catalogs list. Correct it, if it is not meant for others.',
    'gateway.skew[0].when bad-range error: "everything" is no range of versions of gateway (scheme semver). Write it as in ">=1.2 <1.3".',
    'gateway.compatibility[1].breaks bad-range error: ">=l.22" is no range of versions of kubernetes (scheme semver). Write it as in ">=1.2 <1.3".',
    'gateway.compatibility[2].tested empty-range warning: "<1.34" matches no version of kubernetes that the catalogs list. Correct it, if it is not meant for others.',
    'gateway.upgrade.hops[0].to bad-range error: "next" is no range of versions of gateway (scheme semver). Write it as in ">=1.2 <1.3".',
  ]);
});

test('what is forbidden in one place and supported in another, unless a note explains it', () => {
  const rules = (note: string) => `  gateway:
    versions: {lines: [{line: "3.2", versions: [3.2.0]}]}
    compatibility:
      - {when: "*", with: kubernetes, level: supported, supported: ">=1.33"${note}}
      - {when: "<=3.2", with: kubernetes, level: broken, breaks: ">=1.34.1", source: "https://wiki.example.com/broken"}
`;
  expect(lintText(rules(''), baseOf(kubernetes))).toEqual([
    'gateway.compatibility[0] contradiction warning: gateway 3.2.0 supports kubernetes 1.34.1 by this rule (https://wiki.example.com/platform) and forbids it by another (https://wiki.example.com/broken). Correct one, or explain it in a "note".',
    '  gateway.compatibility[1]: It is forbidden here.',
  ]);
  expect(lintText(rules(', note: With the old API switched off.'), baseOf(kubernetes))).toEqual([]);
});

test('sources that are not public, by the rules of the house only', () => {
  const text = `  gateway:
    versions: {source: "http://wiki.example.com", lines: [{line: "3.2", source: "https://intranet"}]}
    compatibility:
      - {when: "*", with: kubernetes, level: supported, supported: "*", source: "https://intranet/page"}
`;
  expect(lintText(text, baseOf(kubernetes), true)).toEqual([
    'gateway.versions.source bad-source error: "http://wiki.example.com" is no https address. Write the page that says so.',
    'gateway.compatibility[0].source bad-source error: "https://intranet/page" is no https address. Write the page that says so.',
    'gateway.versions.lines[0].source bad-source error: "https://intranet" is no https address. Write the page that says so.',
  ]);
  expect(lintText(text, baseOf(kubernetes))).toEqual([]);
});

test('of a file that is wrong everywhere 500 problems are told', () => {
  const versions = Array.from({ length: 900 }, (_, index) => `x${index}`).join(', ');
  const told = lintText(`  gateway: {versions: {lines: [{line: "1.0", versions: [${versions}]}]}}\n`);
  expect(told).toHaveLength(500);
  expect(told[499]).toBe(
    'gateway.versions.lines[0].versions[499] bad-version error: "x499" is no version in the scheme semver. Correct it or the scheme.',
  );
});
