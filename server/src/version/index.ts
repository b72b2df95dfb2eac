/** Versions and ranges: the whole public face of this folder. */

export { compareVersions, isDowngrade, type Jump, jumpBetween } from './compare.ts';
export { describeRange, isBefore } from './describe.ts';
export { inRange } from './inRange.ts';
export { isPrerelease, parseVersion, printVersion } from './parse.ts';
export { parsePin } from './pin.ts';
export { placesAmong } from './places.ts';
export { isAboveRange, parseRange, satisfies } from './range.ts';
export type * from './types.ts';
export type { NumberPrinter } from './wording.ts';
