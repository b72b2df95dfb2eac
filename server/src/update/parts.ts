/** What an update of the catalog takes of a host, and what comes of it. Nothing here knows a network, a disk or a clock. */
import { t } from '@vscode/l10n';
import type { IsoDate } from '../catalog/model.ts';

/** Why nothing is updated: both in words a person can act on. */
export interface Refusal {
  /** A clause without a full stop. */
  readonly why: string;
  /** Whole sentences. */
  readonly remedy: string;
}

/** Whether an answer is a refusal. */
export function isRefusal<T>(answer: T | Refusal): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'why' in answer;
}

/** A public key, and when it may sign. */
export interface UpdateKey {
  readonly id: string;
  /** The 32 bytes of an Ed25519 public key (RFC 8032), in hexadecimal digits. */
  readonly publicKey: string;
  /** The first and the last day. */
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** What a program trusts: the keys that are built into it, and the catalog that it has already. */
export interface Trust {
  readonly keys: readonly UpdateKey[];
  /** The serial of the catalog that comes with the program. */
  readonly bundledSerial: number;
}

/** What is asked of Web Crypto. */
export interface UpdateCrypto {
  sha256(bytes: Uint8Array): Promise<Uint8Array>;
  /** Whether the signature is by this key over these bytes; `unable` where the host knows no Ed25519. */
  verify(publicKey: Uint8Array, signature: Uint8Array, bytes: Uint8Array): Promise<boolean | 'unable'>;
}

/** The two files that are read before anything else is believed. */
export interface SignedManifest {
  readonly manifest: Uint8Array;
  readonly signature: Uint8Array;
}

/** A bundle somewhere. It is asked for its manifest first, and for files only as a manifest with a good signature names them. */
export interface UpdateSource {
  /** How messages call it: a path or an address. */
  readonly name: string;
  signed(): Promise<SignedManifest | Refusal>;
  /**
   * The bytes of a file.
   * @param size as the manifest has it, in bytes; a longer file is not read further than one byte more
   */
  file(name: string, size: number): Promise<Uint8Array | Refusal>;
}

/** Why a host could not do what it was asked. */
export interface StoreFailure {
  readonly failed: string;
}

/** The folder in which updates are kept. Names are plain names of files in it. */
export interface UpdateStore {
  /** How messages call it. */
  readonly name: string;
  /** Undefined where there is no such file. */
  read(name: string): Promise<Uint8Array | undefined | StoreFailure>;
  /** Puts the bytes in the place of a file, all of them or none; makes the folder where it is missing. */
  write(name: string, bytes: Uint8Array): Promise<StoreFailure | undefined>;
  /** Removes a file; it is no fault where that fails. */
  remove(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
  /** Does something while no other process does the same in this folder. */
  alone<T>(action: () => Promise<T>): Promise<T | StoreFailure>;
}

/** `catalog-update.json`, its signature, and the one file that is used of an update. */
export const MANIFEST_FILE = 'catalog-update.json';
export const SIGNATURE_FILE = 'catalog-update.json.sig';
export const CATALOG_FILE = 'bundled.catalog.jsonl';

/** Bytes. A manifest names at most {@link MOST_FILES}; a signature is 128 digits and the end of their line. */
export const MOST_MANIFEST = 16_384;
export const MOST_SIGNATURE = 200;
export const MOST_FILES = 8;
/** Bytes of all files together. The catalog that comes with the program has 4 million. */
export const MOST_BYTES = 33_554_432;

/** What to do where a bundle is not what it should be. */
export function getItAgain(): string {
  return t('Get the update again from whoever publishes it.');
}

/** What to do where this program is too old for a bundle. */
export function newerProgram(): string {
  return t('Install a newer Stackpin, which brings a newer catalog with it; that also works without a network.');
}
