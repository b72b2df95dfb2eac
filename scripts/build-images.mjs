// Compiles catalog/images.yaml, without the sources, which nobody asks for while a repository is read.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const TYPES = `/** Repositories of images that hold a component: docs/catalog-format.md, "Images and charts". */
export interface ImageRow {
  readonly component: string;
  /** Without the registry where that is Docker Hub. */
  readonly repositories: readonly string[];
  /** What its tags begin with, before the version. */
  readonly prefix?: string;
  /** What can stand behind the version; \`#\` stands for a number. */
  readonly suffixes?: readonly string[];
}
/** Charts that install a component. */
export interface ChartRow {
  readonly component: string;
  readonly names: readonly string[];
  readonly repository: string;
  /** The version of the chart is that of the component. */
  readonly sameVersion?: boolean;
}
export declare const IMAGES: readonly ImageRow[];
export declare const CHARTS: readonly ChartRow[];
`;

/**
 * Writes server/generated/images.js and its types.
 * @param {URL} root of the repository
 */
export function buildImages(root) {
  /** @type {{images: object[], charts: object[]}} */
  const { images, charts } = parse(readFileSync(new URL('catalog/images.yaml', root), 'utf8'));
  const bare = (/** @type {object[]} */ rows) => rows.map((row) => ({ ...row, source: undefined, checked: undefined }));
  const code = `export const IMAGES = ${JSON.stringify(bare(images))};\nexport const CHARTS = ${JSON.stringify(bare(charts))};\n`;
  writeFileSync(new URL('server/generated/images.js', root), code);
  writeFileSync(new URL('server/generated/images.d.ts', root), TYPES);
}
