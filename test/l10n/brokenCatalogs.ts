/** Two catalogs of a user's own with every mistake that the lint knows, over a small bundled one. */
import { lintReadings } from '../../server/src/catalog/lint/lintReadings.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';
import { baseOf, HEAD } from '../catalog/lint/lintText.ts';
import { SOURCE, sample } from '../catalog/sample.ts';

const BASE = baseOf(
  sample({
    id: 'kubernetes',
    aliases: ['k8s', 'kube'],
    lines: [{ line: '1.34', released: '2025-08-27', versions: ['1.34.0', '1.34.1'] }],
  }),
  sample({
    id: 'istio',
    lines: [{ line: '1.28', versions: ['1.28.0'] }],
    compatibility: [{ when: '*', with: 'kubernetes', level: 'broken', breaks: '>=1.34', ...SOURCE }],
  }),
  sample({ id: 'openstack', scheme: 'calendar', lines: [{ line: '2025.1', versions: [] }] }),
);

const TEAM = `  gateway:
    aliases: [kubernetes, gateway, gw, gw, k8s]
    status: retired
    retirement: {date: 2026-02-30}
    versions:
      scheme: two-part
      checked: 2026-11-21
      lines:
        - {line: "3.1", released: 2026-03-01, supportEnds: 2026-02-01, versions: [3.1.1, 3.1.0, latest, 3.1.0]}
        - {line: "3.2", versions: ["3.2 U3", 3.2U3, 3.1.1], withdrawn: [{version: 3.2.9}]}
        - {line: "3.2"}
    successors: [gatewya]
    requires: [{when: "*", anyOf: [service-mesh]}]
    compatibility:
      - {when: "3.2 or so", with: envoy, level: supported, supported: "*"}
      - {when: ">=3.3", with: kubernetes, level: tested, tested: "*"}
      - {when: "*", with: kubernetes, level: supported, supported: "*"}
      - {when: "3.1.0", with: kubernetes, level: broken, breaks: ">=1.34.1"}
    supportPolicy: {kind: follows, follows: kubernetes, lines: {"3.2": "1.35"}}
  istio:
    compatibility:
      - {when: "*", with: kubernetes, level: supported, supported: ">=1.34.1"}
  kubernetes:
    versions: {lines: [{line: "1.34", released: 2025-08-28}]}
  kube: {aliases: [gw]}
  openstack: {versions: {scheme: semver}}
  kubernets: {replace: true}
`;

const PRODUCT = `  gateway: {replace: true, aliases: [gw]}
  openstack: {versions: {scheme: integer}}
  no-such-thing-at-all: {replace: true}
`;

/** The first catalog that says a thing and nobody asked: no metadata tell where it comes from. */
const UNSOURCED = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme}
components:
  gateway:
    compatibility: [{when: "*", with: kubernetes, level: supported, supported: "*", breaks: "1"}]
    requires: [{when: "*", anyOf: [kubernetes], source: "https://example.com"}]
    versions: {lines: [{line: "1.0", withdrawn: [{version: 1.0.0}]}]}
  ${'x'.repeat(65)}: {}
  Gateway: {}
---
kind: Catalog
`;

/** All that is told of them, without where. */
export function toldOfCatalogs(): string[] {
  const texts = { 'team.catalog.yaml': HEAD + TEAM, 'product.catalog.yaml': HEAD + PRODUCT };
  const readings = Object.entries(texts).map(([name, text]) => ({ name, reading: readCatalog(text) }));
  const unsourced = lintReadings([{ name: 'unsourced.catalog.yaml', reading: readCatalog(UNSOURCED) }], BASE);
  return [...lintReadings(readings, BASE), ...unsourced]
    .flat()
    .flatMap(({ message, related }) => [message, ...related.map((place) => place.message)]);
}
