import { type CodeDocs, type ExampleFile, manifest } from '../codeDocs.ts';

const catalog: ExampleFile = {
  name: 'acme.catalog.yaml',
  text: `apiVersion: stackpin/v1
kind: Catalog
metadata:
  name: acme
  updated: 2026-11-24
  source: https://wiki.example.com/platform
components:
  orders:
    name: Orders
    layer: application
    description: Takes the orders of our shops.
    versions:
      lines:
        - line: "3.2"
          versions: [3.2.0]
    compatibility:
      - {when: ">=3.2", with: postgresql, level: required, supported: ">=17"}
  reports:
    name: Reports
    layer: application
    description: Says what our shops have sold.
    versions:
      lines:
        - line: "2.0"
          versions: [2.0.0]
        - line: "1.8"
          versions: [1.8.4]
    compatibility:
      - {when: "<2", with: postgresql, level: required, supported: "<17"}
`,
};

const pins = (reports: string) =>
  manifest(`catalogs: [./acme.catalog.yaml]
components:
  postgresql: ">=16"
  orders: 3.2.0
  reports: ${reports}
`);

export const unsatisfiableDocs: CodeDocs = {
  code: 'unsatisfiable',
  group: 'compatibility',
  meaning: [
    'No versions of these pins go together, although any two of them have versions that do.',
    'At least one is a range or a release line, and what one neighbour leaves of it another one takes away.',
    'The finding names the smallest such set and the statements that leave nothing of it, and shows each pin with the one that binds it.',
  ],
  why: ['Whichever versions are taken, one pair of them cannot work: the stack as written cannot be installed.'],
  remedy: [
    'Widen or change one of the pins.',
    'Step by step, with who says so, it is told in the hover over each of the pins and by [`stackpin explain`](../cli.md#stackpin-explain).',
  ],
  quickFixes: [
    'None of its own.',
    'In an editor that can open pages of a language server, "Explain: why these versions do not go together" shows all steps.',
  ],
  bad: {
    words: [
      'Orders needs PostgreSQL 17, and Reports 1.8 cannot use it.',
      'Each of the two leaves a part of the range; what it takes away is [range-admits-incompatible](range-admits-incompatible.md).',
    ],
    files: [catalog, pins('1.8.4')],
  },
  together: ['range-admits-incompatible'],
  good: {
    words: ['Reports 2.0 can use any, and the range begins where Orders does.'],
    files: [catalog, { ...pins('2.0.0'), text: pins('2.0.0').text.replace('>=16', '>=17') }],
  },
};
