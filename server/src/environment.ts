/**
 * Everything a host provides. Node, the browser, the command line and the tests differ only in this object: nothing else
 * asks the clock, reads a file or sets a timer.
 */
import type { CatalogBytes } from './catalog/compiled.ts';
import type { IsoDate } from './catalog/model.ts';

/** Why a file could not be read, in words a person can act on. */
export interface ReadFailure {
  readonly failed: string;
  /** The host reads no such files at all, so that nothing is known of this one. */
  readonly unable?: boolean;
}

export interface Environment {
  /** The current day, UTC. */
  today(): IsoDate;
  /** The bytes of a file, by absolute path or URI of this host. */
  readFile(location: string): Promise<Uint8Array | ReadFailure>;
  /**
   * The bytes of a file that came with the program, or that an update of its catalog has put into `catalogUpdates`: from the disk, as
   * they are asked for, or from the address that the program itself came from. Never what a person or a manifest names.
   */
  readOwnFile(location: string): Promise<CatalogBytes | ReadFailure>;
  /** The folder in which the command line keeps updates of the catalog; undefined where there is none. */
  readonly catalogUpdates?: string | undefined;
  /**
   * The one URI of a file, whatever path leads to it: links followed, names as the file system writes them. The location
   * itself where that cannot be told.
   */
  identify(location: string): Promise<string>;
  /**
   * URIs of the files below a folder, in no order. Folders that hold nothing of the user's own are not entered, nor are links.
   * @param wanted is asked with the name of each file
   */
  listFiles(folder: string, wanted: (name: string) => boolean): Promise<readonly string[] | ReadFailure>;
  /**
   * Runs `action` after `delay` milliseconds; the result cancels it. After 0, as soon as what has arrived meanwhile had its turn.
   */
  schedule(action: () => void, delay: number): () => void;
  /** Writes a line to the host's log. */
  log(message: string): void;
}
