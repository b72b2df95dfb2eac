/** Whatever the text, every feature of catalogs answers, and nothing that it says stands outside the text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeCatalog } from '../../../server/src/features/catalogFile/completion.ts';
import { catalogDiagnostics } from '../../../server/src/features/catalogFile/diagnostics.ts';
import { hoverCatalog } from '../../../server/src/features/catalogFile/hover.ts';
import { ALL } from '../open.ts';
import { openCatalog } from './openCatalog.ts';

const CATALOG = `# Ours.
apiVersion: stackpin/v1
kind: Catalog
metadata: {name: "acme", updated: 2026-11-20, source: "https://acme.example"}
components:
  gateway:
    name: 'Gateway'
    layer: ingress
    aliases: [gw, k8s]
    provides:
      - ingress-controller
    versions:
      scheme: semver
      lines:
        - line: "3.2"
          released: 2026-10-01
          supportEnds: 2027-10-01
          versions: [3.2.0, 3.2.1]
          withdrawn: [{version: 3.2.0, note: Lost data.}]
    compatibility:
      - &rule {when: ">=3.2", with: kubernetes, level: required, supported: ">=1.30"}
      - <<: *rule
        with: istio
        note: >-
          Uses an API that
          came with it.
    requires: [{when: "*", anyOf: [kubernetes, service-mesh]}]
    conflicts:
      - {when: "*", with: weave-net, range: "*", unless: [cilium]}
    supportPolicy: {kind: latest-minors, count: 2}
  kubernetes:
    versions:
      lines: [{line: "1.34", supportEnds: 2028-01-01}]
`;

function askEverything(text: string, at: number): void {
  const checked = openCatalog(text);
  const diagnostics = catalogDiagnostics(checked, ALL.diagnostics);
  expect(diagnostics).toHaveLength(checked.problems.length);
  expect(checked.reading.catalog === undefined).toBe(checked.reading.problems.length > 0);
  for (const { range } of checked.problems) {
    expect(range.start).toBeLessThanOrEqual(range.end);
    expect(range.end).toBeLessThanOrEqual(text.length);
  }
  const position = checked.lines.positionAt(at);
  hoverCatalog(checked, position, 'markdown');
  completeCatalog(checked, position, ALL.completion, () => false);
}

test('at every keystroke of a catalog that is written from the top', () => {
  for (let length = 0; length <= CATALOG.length; length += 1) askEverything(CATALOG.slice(0, length), length);
});

test('a catalog with pieces taken out and put in', () => {
  const pieces = fc.constantFrom(
    ':',
    '{',
    '[',
    '"',
    "'",
    '\t',
    '\n',
    '- ',
    '#',
    '*rule',
    '|\n',
    '🚀',
    '---\n',
    '__proto__: ',
  );
  const change = fc.record({
    at: fc.nat(CATALOG.length),
    drop: fc.nat(30),
    put: fc.oneof(fc.string({ maxLength: 4 }), pieces),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), fc.nat(CATALOG.length), (changes, at) => {
      const text = changes.reduce(
        (rest, { at: from, drop, put }) => rest.slice(0, from) + put + rest.slice(from + drop),
        CATALOG,
      );
      askEverything(text, Math.min(at, text.length));
    }),
    { numRuns: 150 },
  );
});

test('any text at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => askEverything(text, text.length)),
    { numRuns: 100 },
  );
});
