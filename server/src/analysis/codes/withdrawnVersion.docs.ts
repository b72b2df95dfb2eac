import { type CodeDocs, type ExampleFile, manifest } from '../codeDocs.ts';

/** In the bundled catalog, versions that were withdrawn are out of support as well by now. */
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
          versions: [2.4.0, 2.4.1]
          withdrawn:
            - version: 2.4.1
              note: It loses connections under load.
              source: https://wiki.example.com/gateway/2.4.1
              checked: 2026-11-24
`,
};

const pins = (version: string) =>
  manifest(`catalogs: [./acme.catalog.yaml]\ncomponents:\n  in-house-gateway: ${version}\n`);

export const withdrawnVersionDocs: CodeDocs = {
  code: 'withdrawn-version',
  group: 'lifecycle',
  meaning: [
    'Upstream took this version back after it had been released.',
    'The message says why, as far as upstream does.',
    'MySQL 8.0.38 and Python 3.9.3 are two that many had installed.',
  ],
  why: [
    'It was withdrawn for a reason: it loses data, does not start, or is unsafe. Often it can no longer be downloaded either.',
  ],
  remedy: ['Move to another version. Where it is installed already, read why it was withdrawn.'],
  quickFixes: ['It changes the pin to the nearest supported version that fits every other pin.'],
  bad: { words: ['A catalog of your own can say it of your own software.'], files: [catalog, pins('2.4.1')] },
  good: { words: ['The version before.'], files: [catalog, pins('2.4.0')] },
};
