import { type CodeDocs, type ExampleFile, manifest } from '../codeDocs.ts';

const catalog = (layer: string): ExampleFile => ({
  name: 'acme.catalog.yaml',
  text: `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, version: 1.0.0, updated: 2026-11-24}
components:
  in-house-gateway:
    name: In-house gateway
    layer: ${layer}
    description: The gateway in front of our products.
    status: active
    versions:
      scheme: semver
      source: https://wiki.example.com/gateway
      checked: 2026-11-24
      lines:
        - line: "2.4"
          versions: [2.4.0]
`,
});

const pins = manifest('catalogs: [./acme.catalog.yaml]\ncomponents:\n  postgresql: "17"\n');

export const invalidCatalogDocs: CodeDocs = {
  code: 'invalid-catalog',
  group: 'composition',
  meaning: [
    'A file that `catalogs` names is there, and does not fit [the catalog format](../catalog-format.md).',
    'Nothing of it counts.',
    'The message has the first problem and its line.',
  ],
  why: ['A catalog of which some rules are left out would say that all is well where it is not.'],
  remedy: ['Open the catalog to see all that is wrong with it, or run `stackpin catalog lint` on it.'],
  quickFixes: ['None here. The catalog itself has findings where it is wrong.'],
  bad: { words: ['`front-door` is no layer.'], files: [catalog('front-door'), pins] },
  good: { words: ['`ingress` is one.'], files: [catalog('ingress'), pins] },
};
