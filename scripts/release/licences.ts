/** Which licences of others are taken, by their SPDX identifiers (https://spdx.org/licenses/), and why. */

/** Of what is inside the packages. Anything else ends the packing. */
export const SHIPPED: ReadonlyMap<string, string> = new Map([
  ['MIT', 'asks that its text and copyright line go along, which ThirdPartyNotices.txt does'],
  ['ISC', 'the same in other words'],
  ['BSD-2-Clause', 'the same'],
  ['BSD-3-Clause', 'the same, and that nothing is advertised with the names of its authors'],
  ['0BSD', 'asks for nothing'],
  ['BlueOak-1.0.0', 'asks that its text or address goes along'],
  ['Apache-2.0', 'our own; asks that its text and notices go along'],
]);

/** Of what only builds, checks and measures, beside those above. None of it reaches a package. */
export const DEVELOPMENT: ReadonlyMap<string, string> = new Map([
  ['MPL-2.0', 'binds who passes its files on; we pass on none'],
  ['LGPL-2.1+', 'the same'],
  ['Artistic-2.0', 'the same'],
  ['PSF-2.0', 'permissive'],
  ['Python-2.0', 'permissive'],
  ['CC0-1.0', 'asks for nothing'],
  ['CC-BY-3.0', 'data: asks to be named where it is passed on'],
  ['CC-BY-4.0', 'data: asks to be named where it is passed on'],
  ['WTFPL', 'asks for nothing'],
  [
    'SEE LICENSE IN LICENSE.txt',
    'own terms of Microsoft, for the signature checker that vsce brings (@vscode/vsce-sign)',
  ],
]);

/**
 * Whether an SPDX expression leaves a choice that is allowed. Expressions in packages are identifiers with OR and AND.
 * @param expression as package.json has it, such as `(MIT OR CC0-1.0)`
 */
export function isAllowed(expression: string, allowed: { has(licence: string): boolean }): boolean {
  if (allowed.has(expression)) return true;
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(bare)) return false;
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence)));
}
