/** A file of an archive. */
export interface Entry {
  readonly path: string;
  /** Its permissions. */
  readonly mode: number;
  /** When it was changed, as the archive says, in UTC. */
  readonly time: string;
  readonly content: Buffer;
}
