/** Loads packages that Stackpin is measured beside. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const requireThere = createRequire(resolve('bench/peers/package.json'));

/** @returns whatever the package exports */
export const requirePeer: (name: string) => unknown = requireThere;

/** The same for packages that are ES modules only. */
export function importPeer(name: string): Promise<unknown> {
  return import(pathToFileURL(requireThere.resolve(name)).href);
}
