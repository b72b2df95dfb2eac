/** What is kept beside the catalogs that updates brought: which of them is in use, and the highest serial that was seen. */
import { checksum } from '../catalog/compiled.ts';
import { isIsoDate } from '../catalog/dates.ts';
import type { IsoDate } from '../catalog/model.ts';

/** An update that was taken. */
export interface TakenUpdate {
  /** The name of the catalog's file, beside the state. */
  readonly file: string;
  /** Of that file: bytes, and SHA-256 in hexadecimal digits. */
  readonly size: number;
  readonly sha256: string;
  readonly serial: number;
  readonly key: string;
  readonly created: IsoDate;
  readonly expires: IsoDate;
  readonly next?: IsoDate | undefined;
  /** The day on which it was taken, and from where. */
  readonly taken: IsoDate;
  readonly source: string;
  readonly catalog: { readonly version: string; readonly updated: IsoDate };
  /** Statements in it that this version of Stackpin does not know. */
  readonly leftOut: number;
}

export interface UpdateState {
  /** Of the highest serial that was ever taken here; it stays when the update is removed. */
  readonly highest: { readonly serial: number; readonly sha256: string };
  /** Undefined where the catalog that comes with the program is used. */
  readonly current?: TakenUpdate | undefined;
}

/** The name of its file. */
export const STATE_FILE = 'state.json';
/** Bytes; it holds one update. */
export const MOST_STATE = 65_536;

/** Nothing was taken yet. */
export const NO_STATE: UpdateState = { highest: { serial: 0, sha256: '' } };

const FILE = /^[0-9a-f-]{1,80}\.catalog\.jsonl$/;

/** The name under which a catalog is kept: another catalog never takes its place while somebody reads it. */
export function fileNameOf({ serial, sha256 }: Pick<TakenUpdate, 'serial' | 'sha256'>): string {
  return `${serial}-${sha256.slice(0, 16)}.catalog.jsonl`;
}

/** The text of the file, with a checksum: not against malice, but against a disk that lost something. */
export function writeState(state: UpdateState, encode: (text: string) => Uint8Array): Uint8Array {
  return encode(`${JSON.stringify({ sum: checksum(encode(JSON.stringify(state))), state }, undefined, 2)}\n`);
}

/** Undefined where the bytes are not what was written. */
export function readState(
  bytes: Uint8Array,
  { decode, encode }: { decode(bytes: Uint8Array): string; encode(text: string): Uint8Array },
): UpdateState | undefined {
  try {
    const { sum, state } = JSON.parse(decode(bytes)) as { readonly sum: unknown; readonly state: UpdateState };
    if (checksum(encode(JSON.stringify(state))) !== sum || !Number.isSafeInteger(state.highest.serial))
      return undefined;
    const { current } = state;
    return current === undefined || isTaken(current) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isTaken({ file, size, serial, taken, catalog }: TakenUpdate): boolean {
  const numbers = Number.isSafeInteger(size) && Number.isSafeInteger(serial);
  return numbers && FILE.test(file) && isIsoDate(taken) && isIsoDate(catalog.updated);
}
