/** Whether a manifest is to be believed: who signed it, when, and whether it is older than what is known already. */
import { t } from '@vscode/l10n';
import type { IsoDate } from '../catalog/model.ts';
import { list } from '../words.ts';
import { fromHex } from './hex.ts';
import { claimedKey, readManifest, type UpdateManifest } from './manifest.ts';
import {
  getItAgain,
  isRefusal,
  MANIFEST_FILE,
  MOST_MANIFEST,
  MOST_SIGNATURE,
  newerProgram,
  type Refusal,
  SIGNATURE_FILE,
  type SignedManifest,
  type Trust,
  type UpdateCrypto,
  type UpdateKey,
} from './parts.ts';

/** Bytes of an Ed25519 signature (RFC 8032, 5.1.6). */
const SIGNATURE_LENGTH = 64;

/**
 * The manifest, when its signature is by a key that may sign now.
 * @param today UTC
 * @param decode UTF-8 to text
 */
export async function verified(
  { manifest, signature }: SignedManifest,
  { keys }: Pick<Trust, 'keys'>,
  today: IsoDate,
  crypto: UpdateCrypto,
  decode: (bytes: Uint8Array) => string,
): Promise<UpdateManifest | Refusal> {
  const long = tooLong(MANIFEST_FILE, manifest, MOST_MANIFEST) ?? tooLong(SIGNATURE_FILE, signature, MOST_SIGNATURE);
  if (long !== undefined) return long;
  const bytes = fromHex(decode(signature).trim());
  if (bytes?.length !== SIGNATURE_LENGTH) {
    const why = t('{0} is no signature, which has {1} hexadecimal digits', SIGNATURE_FILE, 2 * SIGNATURE_LENGTH);
    return { why, remedy: getItAgain() };
  }
  const signer = await signerOf(manifest, bytes, keys, crypto);
  if (signer === 'unable') {
    return {
      why: t('signatures cannot be checked here: the Web Crypto of this host knows no Ed25519'),
      remedy: t('Use Node 20 or newer, or a current browser.'),
    };
  }
  const text = decode(manifest);
  if (signer === undefined) return nobody(claimedKey(text), keys);
  const read = readManifest(text);
  if (isRefusal(read)) return read;
  return outOfTime(read, signer, today) ?? read;
}

function tooLong(name: string, { length }: Uint8Array, most: number): Refusal | undefined {
  if (length <= most) return undefined;
  return { why: t('{0} is larger than {1} bytes', name, most), remedy: getItAgain() };
}

/** Nothing of the manifest is read before it is known whose it is: each key is tried. */
async function signerOf(
  manifest: Uint8Array,
  signature: Uint8Array,
  keys: readonly UpdateKey[],
  crypto: UpdateCrypto,
): Promise<UpdateKey | undefined | 'unable'> {
  for (const key of keys) {
    const outcome = await crypto.verify(fromHex(key.publicKey) ?? new Uint8Array(), signature, manifest);
    if (outcome === 'unable') return 'unable';
    if (outcome) return key;
  }
  return undefined;
}

function nobody(claimed: string | undefined, keys: readonly UpdateKey[]): Refusal {
  if (claimed === undefined || keys.some(({ id }) => id === claimed)) {
    return {
      why: t('its signature does not fit: it was changed or damaged after it was signed, or somebody else made it'),
      remedy: getItAgain(),
    };
  }
  const known = keys.map(({ id }) => id);
  return {
    why: t('it is signed with the key {0}, and this version of Stackpin trusts {1} alone', claimed, list(known)),
    remedy: t('If the publisher has a new key, install a newer Stackpin; otherwise do not use this update.'),
  };
}

function outOfTime({ key, created, expires }: UpdateManifest, signer: UpdateKey, today: IsoDate): Refusal | undefined {
  if (key !== signer.id) {
    return { why: t('it names the key {0} and is signed with {1}', key, signer.id), remedy: getItAgain() };
  }
  if (created > today) {
    return {
      why: t('it was signed on {0}, and today is {1} here', created, today),
      remedy: t('Check the date of this machine, or wait until that day.'),
    };
  }
  if (expires < today) {
    const why = t('it could be taken until {0}, and today is {1}', expires, today);
    return { why, remedy: t('Look for a newer update, or check the date of this machine.') };
  }
  if (created < signer.from || today > signer.until) {
    const { id, from, until } = signer;
    const why = t(
      'its key {0} counts from {1} to {2}; it was signed on {3}, and today is {4}',
      id,
      from,
      until,
      created,
      today,
    );
    return { why, remedy: newerProgram() };
  }
  return undefined;
}
