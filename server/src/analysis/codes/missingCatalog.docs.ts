import { type CodeDocs, type ExampleFile, manifest } from '../codeDocs.ts';

const catalog: ExampleFile = {
  name: 'acme.catalog.yaml',
  text: `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, version: 1.0.0, updated: 2026-11-24}
components:
  in-house-gateway:
    name: In-house gateway
    layer: ingress
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
};

const pins = (path: string) => manifest(`catalogs: [${path}]\ncomponents:\n  postgresql: "17"\n`);

export const missingCatalogDocs: CodeDocs = {
  code: 'missing-catalog',
  group: 'composition',
  meaning: [
    'A file that `catalogs` names cannot be read.',
    'Everything is checked without it.',
    'Where no files can be read at all, in a browser, this is information: a catalog that is open in the editor is read there too.',
  ],
  why: [
    'What the catalog says is missing: pins of your own software are called unknown, and its rules are not looked at.',
  ],
  remedy: ['Correct the path. It is relative to the folder of the file that names it.'],
  quickFixes: ['None.'],
  bad: { words: ['The file is called `acme.catalog.yaml`.'], files: [catalog, pins('./acme.yaml')] },
  good: { words: ['The path is right.'], files: [catalog, pins('./acme.catalog.yaml')] },
};
