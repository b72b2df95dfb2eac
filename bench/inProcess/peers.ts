/** Loads packages that Stackpin is measured beside. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** @returns whatever the package exports */
export const requirePeer: (name: string) => unknown = createRequire(resolve('bench/peers/package.json'));
