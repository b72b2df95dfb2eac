/** What hosts lend to an update, as far as Node and browsers are alike in it. */
import keys from '../../../catalog/update-keys.json';
import bundled from '../../generated/bundled-catalog.json';
import type { IsoDate } from '../catalog/model.ts';
import type { Trust } from '../update/parts.ts';
import type { DownloadHost } from './download.ts';

/** The keys and the serial that are built into this version. */
export const BUILT_IN: Trust = { keys: keys.keys, bundledSerial: bundled.serial };

/**
 * The network of this process.
 * @param followsByItself as browsers do
 */
export function downloadHost(followsByItself: boolean): DownloadHost {
  return {
    fetch: (address, init) => fetch(address, init),
    schedule: (action, delay) => {
      const timer = setTimeout(action, delay);
      return () => clearTimeout(timer);
    },
    followsByItself,
  };
}

/** The current day, UTC. */
export function today(): IsoDate {
  return new Date().toISOString().slice(0, 10);
}
