/** Hashes and signatures by Web Crypto: the same in Node 20 and newer, in browsers and in their workers. */
import type { UpdateCrypto } from '../update/parts.ts';

/**
 * Makes it.
 * @param subtle undefined where the host has none, as on a page that was not loaded over https
 */
export function webCrypto(
  subtle: typeof globalThis.crypto.subtle | undefined = globalThis.crypto?.subtle,
): UpdateCrypto {
  return {
    async sha256(bytes) {
      if (subtle === undefined) throw new Error('This host has no Web Crypto.');
      return new Uint8Array(await subtle.digest('SHA-256', whole(bytes)));
    },
    async verify(publicKey, signature, bytes) {
      if (subtle === undefined) return 'unable';
      try {
        const key = await subtle.importKey('raw', whole(publicKey), { name: 'Ed25519' }, false, ['verify']);
        return await subtle.verify({ name: 'Ed25519' }, key, whole(signature), whole(bytes));
      } catch (error) {
        // Web Cryptography API: an algorithm that the host does not have. A key that is none makes another error.
        if ((error as Error).name === 'NotSupportedError') return 'unable';
        return false;
      }
    },
  };
}

/** Web Crypto takes no bytes that other threads could change meanwhile. */
function whole(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
