/** What the lint finds between a user's catalog and what lies below it. */
import { expect, test } from 'vitest';
import { SOURCE, sample } from '../sample.ts';
import { baseOf, lintText, lintTexts } from './lintText.ts';

const BASE = baseOf(
  sample({
    id: 'kubernetes',
    aliases: ['k8s', 'kube'],
    lines: [
      { line: '1.34', released: '2025-08-27', supportEnds: '2026-10-27', versions: ['1.34.0', '1.34.1'] },
      { line: '1.33', supportEnds: '2026-06-28', versions: ['1.33.0'], source: 'https://example.com/1.33' },
    ],
  }),
  sample({
    id: 'istio',
    lines: [{ line: '1.28', versions: ['1.28.0', '1.28.1'] }],
    compatibility: [
      { when: '<1.28.1', with: 'kubernetes', level: 'broken', breaks: '>=1.34', note: 'An API is gone.', ...SOURCE },
      { when: '*', with: 'kubernetes', level: 'supported', supported: '>=1.33 <1.34', ...SOURCE },
    ],
  }),
  sample({ id: 'openstack', scheme: 'calendar', lines: [{ line: '2025.1', versions: [] }] }),
);

test('nothing about lines and statements that are added', () => {
  expect(
    lintText(
      `  kubernetes:
    versions:
      lines:
        - {line: "1.35", versions: [1.35.0]}
        - {line: "1.34", supportEnds: 2026-10-27, versions: [1.34.2]}
    compatibility:
      - {when: "*", with: istio, level: supported, supported: ">=1.28.1"}
  openstack:
    versions: {lines: [{line: "2025.2"}]}
`,
      BASE,
    ),
  ).toEqual([]);
});

test('other dates than below', () => {
  expect(
    lintText(
      `  kubernetes:
    versions:
      lines:
        - {line: "1.34", released: 2025-08-28, supportEnds: 2027-10-27}
        - {line: "1.33", supportEnds: 2027-06-28, ended: true}
`,
      BASE,
    ),
  ).toEqual([
    'kubernetes.versions.lines[0].released catalog-conflict warning: "released" of line 1.34 is 2025-08-28 here and 2025-08-27 in the bundled catalog (https://example.com/releases). The one here counts.',
    'kubernetes.versions.lines[0].supportEnds catalog-conflict warning: "supportEnds" of line 1.34 is 2027-10-27 here and 2026-10-27 in the bundled catalog (https://example.com/releases). The one here counts.',
    'kubernetes.versions.lines[1].supportEnds catalog-conflict warning: "supportEnds" of line 1.33 is 2027-06-28 here and 2026-06-28 in the bundled catalog (https://example.com/1.33). The one here counts.',
  ]);
});

test('another scheme than below, where it is written', () => {
  expect(lintText('  openstack: {versions: {scheme: semver, lines: [{line: "2025.2"}]}}\n', BASE)).toEqual([
    'openstack.versions.scheme catalog-conflict warning: Versions of openstack are in the scheme calendar in the bundled catalog, whose statements are written in it: calendar counts. Remove this line, or write "replace: true" and all of the component.',
  ]);
  expect(
    lintText('  openstack: {replace: true, versions: {scheme: semver, lines: [{line: "2025.2"}]}}\n', BASE),
  ).toEqual([]);
});

test('names of other components', () => {
  expect(lintText('  gateway: {aliases: [gw, k8s]}\n  kube: {name: Kube}\n', BASE)).toEqual([
    'gateway.aliases[1] catalog-conflict warning: "k8s" is another name of kubernetes in the bundled catalog. Now it stands for gateway: remove it, if that is not meant.',
    'kube catalog-conflict warning: "kube" is another name of kubernetes in what lies below. Here it is a component of its own: if it is the same, write it under "kubernetes".',
  ]);
});

test('a statement that supports what is forbidden below, whichever of the two components states it', () => {
  expect(
    lintText(
      `  istio:
    compatibility:
      - {when: "1.28.0", with: kubernetes, level: supported, supported: ">=1.34.1"}
  kubernetes:
    compatibility:
      - {when: ">=1.34", with: istio, level: supported, supported: ">=1.28"}
`,
      BASE,
    ),
  ).toEqual([
    'istio.compatibility[0] catalog-conflict warning: istio 1.28.0 with kubernetes 1.34.1 is supported here, and the bundled catalog forbids it (https://example.com/releases). The statement here counts; say why in a "note".',
    'kubernetes.compatibility[0] catalog-conflict warning: kubernetes 1.34.1 with istio 1.28.0 is supported here, and the bundled catalog forbids it (https://example.com/releases). The statement here counts; say why in a "note".',
  ]);
  // Said below as well.
  expect(
    lintText(
      `  istio:
    compatibility:
      - {when: "<1.28.1", with: kubernetes, level: broken, breaks: ">=1.34"}
`,
      BASE,
    ),
  ).toEqual([]);
  expect(
    lintText(
      `  istio:
    compatibility:
      - {when: "1.28.0", with: kubernetes, level: supported, supported: ">=1.34.1", note: Ours is patched.}
`,
      BASE,
    ),
  ).toEqual([]);
});

test('a statement that forbids what is supported below', () => {
  expect(
    lintText(
      `  istio:
    compatibility:
      - {when: "*", with: kubernetes, level: required, supported: ">=1.34"}
  kubernetes:
    compatibility:
      - {when: "1.33.0", with: istio, level: broken, breaks: "1.28.1"}
`,
      BASE,
    ),
  ).toEqual([
    'istio.compatibility[0] catalog-conflict warning: istio 1.28.1 with kubernetes 1.33.0 is forbidden here, and the bundled catalog supports it (https://example.com/releases). The statement here counts; say why in a "note".',
    'kubernetes.compatibility[0] catalog-conflict warning: kubernetes 1.33.0 with istio 1.28.1 is forbidden here, and the bundled catalog supports it (https://example.com/releases). The statement here counts; say why in a "note".',
  ]);
});

test('between files, with the place in the other one', () => {
  expect(
    lintTexts(
      {
        'base.yaml': `  gateway:
    aliases: [gw]
    versions: {scheme: two-part, lines: [{line: "3.2", supportEnds: 2027-01-01}]}
    compatibility:
      - {when: "*", with: kubernetes, level: broken, breaks: ">=1.34"}
`,
        'team.yaml': `  gateway:
    versions: {scheme: semver, lines: [{line: "3.2", supportEnds: 2028-01-01}]}
    compatibility:
      - {when: "*", with: kubernetes, level: supported, supported: "*"}
  edge: {aliases: [gw]}
`,
      },
      BASE,
    ),
  ).toEqual([
    'team.yaml components.gateway.versions.scheme catalog-conflict warning: Versions of gateway are in the scheme two-part in base.yaml, whose statements are written in it: two-part counts. Remove this line, or write "replace: true" and all of the component.',
    '  base.yaml components.gateway.versions.scheme: It is two-part here.',
    'team.yaml components.gateway.versions.lines[0].supportEnds catalog-conflict warning: "supportEnds" of line 3.2 is 2028-01-01 here and 2027-01-01 in base.yaml (https://wiki.example.com/platform). The one here counts.',
    '  base.yaml components.gateway.versions.lines[0].supportEnds: It is 2027-01-01 here.',
    'team.yaml components.gateway.compatibility[0] catalog-conflict warning: gateway 3.2 with kubernetes 1.34.1 is supported here, and base.yaml forbids it (https://wiki.example.com/platform). The statement here counts; say why in a "note".',
    '  base.yaml components.gateway.compatibility[0]: base.yaml forbids it here.',
    'team.yaml components.edge.aliases[0] catalog-conflict warning: "gw" is another name of gateway in base.yaml. Now it stands for edge: remove it, if that is not meant.',
  ]);
});

test('files that replace one component', () => {
  const replacing = '  kubernetes: {replace: true, versions: {lines: [{line: "1.34"}]}}\n';
  expect(lintTexts({ 'a.yaml': replacing, 'b.yaml': replacing }, BASE)).toEqual([
    'b.yaml components.kubernetes.replace catalog-conflict warning: This replaces kubernetes, so that nothing of what a.yaml says of it counts. Keep one of them.',
    '  a.yaml components.kubernetes: a.yaml writes of kubernetes here.',
  ]);
  expect(lintText('  kubernets: {replace: true}\n', BASE)).toEqual([
    'kubernets.replace no-effect warning: There is no kubernets below that this could replace. Remove "replace", or did you mean "kubernetes"?',
  ]);
});
