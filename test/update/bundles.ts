/** Updates of the catalog as tests make them: signed with keys of their own, whole or with one thing wrong. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { webCrypto } from '../../server/src/network/webCrypto.ts';
import { writeBundle } from '../../server/src/update/bundle.ts';
import { folderSource } from '../../server/src/update/folder.ts';
import {
  CATALOG_FILE,
  MANIFEST_FILE,
  type Refusal,
  SIGNATURE_FILE,
  type StoreFailure,
  type Trust,
  type UpdateKey,
  type UpdateSource,
  type UpdateStore,
} from '../../server/src/update/parts.ts';
import type { UpdateContext } from '../../server/src/update/take.ts';
import { sample } from '../catalog/sample.ts';
import { compiled } from '../support/compiled.ts';

/** The day on which these tests are. */
export const TODAY = '2026-12-20';
/** The serial of the catalog that comes with the program, in these tests. */
export const BUNDLED = 2026112400;

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A key pair; the private half never leaves the test. */
export interface TestKey extends UpdateKey {
  readonly privateKey: KeyObject;
}

export function keyPair(id: string, from = '2026-01-01', until = '2027-12-31'): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  return { id, publicKey: raw.toString('hex'), from, until, privateKey };
}

export const FIRST = keyPair('test-1');
export const SECOND = keyPair('test-2');
export const ENDED = keyPair('test-old', '2024-01-01', '2026-12-01');
export const LATER = keyPair('test-late', '2026-12-19', '2028-01-01');
/** A key that nobody trusts. */
export const FOREIGN = keyPair('acme');

export const TRUST: Trust = { keys: [FIRST, SECOND, ENDED, LATER], bundledSerial: BUNDLED };

/** The bytes of a small catalog. */
export function catalogBytes(version = '2026.12.0', updated = '2026-12-15'): Uint8Array {
  const components = [sample({ id: 'alpha', name: 'Alpha' }), sample({ id: 'beta', name: 'Beta' })];
  return compiled({ name: 'bundled', version, updated }, components);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The values of a manifest for these files. */
export function manifestOf(
  files: { readonly [name: string]: Uint8Array },
  changes: { readonly [key: string]: unknown } = {},
): object {
  return {
    format: 1,
    serial: 2026121500,
    created: '2026-12-16',
    expires: '2027-12-31',
    key: 'test-1',
    catalog: { version: '2026.12.0', updated: '2026-12-15' },
    files: Object.entries(files).map(([name, bytes]) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
    ...changes,
  };
}

export type Files = { [name: string]: Uint8Array };

/** The files of an update in a folder. */
export function updateFiles(
  changes: { readonly [key: string]: unknown } = {},
  key = FIRST,
  files: { readonly [name: string]: Uint8Array } = { [CATALOG_FILE]: catalogBytes() },
): Files {
  const manifest = encode(JSON.stringify(manifestOf(files, changes), undefined, 2));
  const signature = encode(`${sign(null, manifest, key.privateKey).toString('hex')}\n`);
  return { ...files, [MANIFEST_FILE]: manifest, [SIGNATURE_FILE]: signature };
}

/** The same as one file. */
export function oneFile(files: Files = updateFiles()): Uint8Array {
  const { [MANIFEST_FILE]: manifest = encode(''), [SIGNATURE_FILE]: signature = encode(''), ...others } = files;
  return writeBundle(manifest, decode(signature).trim(), Object.values(others), encode);
}

/** A folder that holds these files. */
export function sourceOf(files: Files): UpdateSource {
  return folderSource('memory', async (name, most): Promise<Uint8Array | Refusal> => {
    const bytes = files[name];
    return bytes?.subarray(0, most + 1) ?? { why: `there is no ${name}`, remedy: 'Put it there.' };
  });
}

/** A store in memory. */
export interface MemoryStore extends UpdateStore {
  readonly files: Map<string, Uint8Array>;
  /** What comes of the next writes, by the name of the file: a failure, or other bytes than those that were given. */
  readonly faults: Map<string, StoreFailure | ((bytes: Uint8Array) => Uint8Array)>;
}

export function memoryStore(): MemoryStore {
  const files = new Map<string, Uint8Array>();
  const faults: MemoryStore['faults'] = new Map();
  let last: Promise<unknown> = Promise.resolve();
  return {
    name: '/data/catalog',
    files,
    faults,
    read: async (name) => files.get(name),
    write: async (name, bytes) => {
      const fault = faults.get(name) ?? [...faults].find(([part]) => part.startsWith('.') && name.endsWith(part))?.[1];
      if (fault !== undefined && 'failed' in fault) return fault;
      files.set(name, fault === undefined ? bytes : fault(bytes));
      return undefined;
    },
    remove: async (name) => void files.delete(name),
    names: async () => [...files.keys()],
    alone: (action) => {
      const mine = last.then(action);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** What an update is taken with. */
export function contextWith(changes: Partial<UpdateContext> = {}): UpdateContext & { readonly store: MemoryStore } {
  const store = memoryStore();
  return { trust: TRUST, today: TODAY, crypto: webCrypto(), store, decode, encode, ...changes } as UpdateContext & {
    readonly store: MemoryStore;
  };
}
