/** What an update of the catalog takes of the machine, besides what every command does. */
import type { DownloadHost } from '../../../../server/src/network/download.ts';
import type { StoreFailure, Trust, UpdateCrypto, UpdateStore } from '../../../../server/src/update/parts.ts';

export interface Updating {
  readonly trust: Trust;
  readonly crypto: UpdateCrypto;
  readonly store: UpdateStore;
  readonly network: DownloadHost;
  /**
   * A file of a bundle: no folder, no device, and nothing that is longer than it may be.
   * @param most bytes
   * @param follows whether a link is followed
   */
  readFile(path: string, most: number, follows: boolean): Promise<Uint8Array | StoreFailure>;
}
