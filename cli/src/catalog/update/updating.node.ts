/** Updates of the catalog on a machine with Node. */
import { BUILT_IN, downloadHost } from '../../../../server/src/network/host.ts';
import { webCrypto } from '../../../../server/src/network/webCrypto.ts';
import { diskStore } from './diskStore.node.ts';
import { readBounded } from './readBounded.node.ts';
import type { Updating } from './updating.ts';

/** @param folder in which updates are kept */
export function nodeUpdating(folder: string | undefined): Updating | undefined {
  if (folder === undefined) return undefined;
  return {
    trust: BUILT_IN,
    crypto: webCrypto(),
    store: diskStore(folder),
    network: downloadHost(false),
    readFile: readBounded,
  };
}
