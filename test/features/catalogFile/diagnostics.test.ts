import { expect, test } from 'vitest';
import { catalogDiagnostics } from '../../../server/src/features/catalogFile/diagnostics.ts';
import { expectDiagnostics, type LspDiagnosed, readMarkers } from '../../support/markers.ts';
import { ALL, NOTHING } from '../open.ts';
import { HEAD, openCatalog, URI } from './openCatalog.ts';

function check(components: string): void {
  const file = readMarkers(HEAD + components);
  expectDiagnostics(file, catalogDiagnostics(openCatalog(file.text), ALL.diagnostics) as LspDiagnosed[]);
}

test('nothing in a catalog that is in order', () => {
  check(`  gateway:
    layer: ingress
    versions: {lines: [{line: "3.2", versions: [3.2.0]}]}
    compatibility:
      - {when: ">=3.2", with: kubernetes, level: supported, supported: ">=1.33"}
`);
});

test('what does not fit the format, at exact ranges', () => {
  check(`  gateway:
    layer: mesh
#          ^^^^ schema: "layer" has to be one of infrastructure, operating-system, runtime, orchestrator, packaging, networking, service-mesh, ingress, storage, database, messaging, observability, security, policy, delivery, autoscaling, machine-learning, data-processing, search, identity, platform, language, framework, application, web-server, installer, tool, not "mesh".
    compatability: []
#   ^^^^^^^^^^^^^ schema: Unknown key "compatability" in "gateway". Did you mean "compatibility"?
    versions:
      lines:
        - released: soon
#         ^^^^^^^^ schema: "line" is missing in an item of "lines". Add "line:" and a value.
#                   ^^^^ schema: "released" has to look like 2026-11-23, not "soon".
  Edge: {}
# ^^^^ schema: "Edge" is no id. Write at most 64 lower-case letters, digits, dots and dashes, such as "cert-manager".
`);
});

test('broken YAML, with everything else still linted', () => {
  check(`  gateway:
    name: "Gateway
#         ^^^^^^^^ yaml: This text begins with a double quote and does not end with one. Add " at its end.
  edge:
    successors: [gateway, istoi]
#                         ^^^^^ unknown-reference: "istoi" is in no catalog. Did you mean "istio"?
`);
});

test('what the lint finds, in a component and against what lies below', () => {
  check(`  gateway:
    aliases: [k8s]
#             ^^^ catalog-conflict: "k8s" is another name of kubernetes in the test catalog. Now it stands for gateway: remove it, if that is not meant.
    versions: {lines: [{line: "3.2", versions: [3.2.1, 3.2.0]}]}
#                                                      ^^^^^ version-order: "3.2.0" stands after "3.2.1", which is newer. Sort oldest first.
    compatibility:
      - when: ">=3.2"
        with: kubernetes
        level: supported
        supported: ">=l.33"
#                  ^^^^^^^^ bad-range: ">=l.33" is no range of versions of kubernetes (scheme semver). Write it as in ">=1.2 <1.3".
`);
});

test('severities, our page, and the place in another file', () => {
  const base = 'file:///stacks/base.catalog.yaml';
  const line = (ends: string) => `${HEAD}  gateway: {versions: {lines: [{line: "3.2", supportEnds: ${ends}}]}}\n`;
  const checked = openCatalog(line('2028-01-01'), { [base]: line('2027-01-01') });
  const range = { start: { line: 4, character: 58 }, end: { line: 4, character: 68 } };
  const message =
    '"supportEnds" of line 3.2 is 2028-01-01 here and 2027-01-01 in base.catalog.yaml (https://acme.example). The one here counts.';
  expect(catalogDiagnostics(checked, ALL.diagnostics)).toEqual([
    {
      range,
      severity: 2,
      code: 'catalog-conflict',
      source: 'stackpin',
      message,
      codeDescription: {
        href: 'https://github.com/stackpin/stackpin/blob/main/docs/catalog-format.md#catalog-conflict',
      },
      relatedInformation: [{ location: { uri: base, range }, message: 'It is 2027-01-01 here.' }],
    },
  ]);
  expect(catalogDiagnostics(checked, NOTHING.diagnostics)).toEqual([
    { range, severity: 2, code: 'catalog-conflict', source: 'stackpin', message },
  ]);
});

test('a key that is written twice shows where it stands first', () => {
  const [twice] = catalogDiagnostics(openCatalog(`${HEAD}  gateway: {name: A, name: B}\n`), ALL.diagnostics);
  expect([twice?.severity, twice?.code, twice?.relatedInformation]).toEqual([
    1,
    'yaml',
    [
      {
        location: { uri: URI, range: { start: { line: 4, character: 12 }, end: { line: 4, character: 16 } } },
        message: 'It is written here first.',
      },
    ],
  ]);
});
