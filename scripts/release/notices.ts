/** ThirdPartyNotices.txt: the licences of what is bundled. */
import type { BundledPackage } from './bundledPackages.ts';
import { isAllowed, SHIPPED } from './licences.ts';

const LINE = '-'.repeat(80);

/**
 * The file. Packages with the same text share it.
 * @throws {Error} naming the package, for a licence that is not among those allowed
 */
export function notices(packages: readonly BundledPackage[]): string {
  for (const { name, licence } of packages) {
    if (!isAllowed(licence, SHIPPED))
      throw new Error(`${name} has the licence ${licence}, which licences.ts does not allow in what is shipped.`);
  }
  const named = (one: BundledPackage) => `${one.name} ${one.version}`;
  const sections = new Map<string, BundledPackage[]>();
  for (const one of packages) {
    const text = one.texts.map(({ text }) => tidied(text)).join('\n\n');
    sections.set(text, [...(sections.get(text) ?? []), one]);
  }
  return [
    'Stackpin contains code of these packages, under their own licences.',
    packages
      .map((one) => `${named(one)} (${one.licence})${one.repository === undefined ? '' : `\n  ${one.repository}`}`)
      .join('\n'),
    ...[...sections].map(([text, owners]) => `${LINE}\n${owners.map(named).join('\n')}\n${LINE}\n\n${text}`),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Without a byte order mark, other line ends, blanks at the ends of lines, and blank lines around. */
function tidied(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}
