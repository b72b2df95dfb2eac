/** A bill of materials of a package: what is bundled in it, as CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). */
import { createHash } from 'node:crypto';
import type { BundledPackage } from './bundledPackages.ts';

export interface SbomInput {
  /** What is described: a package of Stackpin. */
  readonly product: {
    readonly name: string;
    readonly version: string;
    readonly description: string;
    readonly licence: string;
    readonly repository: string;
    /** https://github.com/package-url/purl-spec */
    readonly purl: string;
    /** Its bytes. */
    readonly archive: Uint8Array;
  };
  /** What of others is in it. */
  readonly packages: readonly BundledPackage[];
  /** What it was made with, which its bytes depend on. */
  readonly tools: readonly { readonly name: string; readonly version: string }[];
  /** When what it is made of was last changed, in seconds since 1970 (UTC). */
  readonly epoch: number;
}

/** The document, the same for the same input. */
export function sbom({ product, packages, tools, epoch }: SbomInput): string {
  const content = {
    metadata: {
      timestamp: new Date(epoch * 1000).toISOString().replace('.000Z', 'Z'),
      lifecycles: [{ phase: 'build' }],
      tools: { components: tools.map(({ name, version }) => ({ type: 'application', ...named(name), version })) },
      component: {
        type: 'application',
        'bom-ref': product.purl,
        name: product.name,
        version: product.version,
        description: product.description,
        hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(product.archive).digest('hex') }],
        licenses: licences(product.licence),
        purl: product.purl,
        externalReferences: [{ type: 'vcs', url: product.repository }],
      },
    },
    components: packages.map((one) => ({
      type: 'library',
      'bom-ref': purlOf(one),
      ...named(one.name),
      version: one.version,
      ...(one.description === undefined ? {} : { description: one.description }),
      scope: 'required',
      hashes: [hashOf(one)],
      licenses: licences(one.licence),
      purl: purlOf(one),
      ...(one.repository === undefined ? {} : { externalReferences: [{ type: 'vcs', url: one.repository }] }),
      properties: one.files.map((file) => ({ name: 'stackpin:bundled-in', value: file })),
    })),
    dependencies: [
      { ref: product.purl, dependsOn: packages.filter(({ isDirect }) => isDirect).map(purlOf) },
      ...packages.map((one) => ({ ref: purlOf(one), dependsOn: needed(one, packages) })),
    ],
    compositions: [{ aggregate: 'complete', assemblies: [product.purl], dependencies: [product.purl] }],
  };
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}`,
    version: 1,
    ...content,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** https://github.com/package-url/purl-spec/blob/main/types/npm-definition.json */
export function purlOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function needed({ needs }: BundledPackage, packages: readonly BundledPackage[]): string[] {
  return packages.filter(({ location }) => needs.includes(location)).map(purlOf);
}

function named(name: string): { readonly group?: string; readonly name: string } {
  const [, group, own] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  return group === undefined || own === undefined ? { name } : { group, name: own };
}

function licences(expression: string): object[] {
  return /\s/.test(expression)
    ? [{ expression, acknowledgement: 'declared' }]
    : [{ license: { id: expression, acknowledgement: 'declared' } }];
}

/** Of the archive that npm installs: https://w3c.github.io/webappsec-subresource-integrity/ writes it in base64. */
function hashOf({ name, integrity }: BundledPackage): { readonly alg: string; readonly content: string } {
  const base64 = /^sha512-(\S+)$/.exec(integrity)?.[1];
  if (base64 === undefined) throw new Error(`package-lock.json has no SHA-512 of ${name}.`);
  return { alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') };
}

/** Version 8 of RFC 9562 (5.8), made of the text: another document has another one, the same the same. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
