/** A bundle as a folder: the manifest, its signature and the files, each under its name. */
import {
  isRefusal,
  MANIFEST_FILE,
  MOST_MANIFEST,
  MOST_SIGNATURE,
  type Refusal,
  SIGNATURE_FILE,
  type UpdateSource,
} from './parts.ts';

/**
 * The source of a folder.
 * @param name how messages call it
 * @param read gives a file of the folder, or refuses one that has more than so many bytes
 */
export function folderSource(
  name: string,
  read: (name: string, most: number) => Promise<Uint8Array | Refusal>,
): UpdateSource {
  return {
    name,
    async signed() {
      const manifest = await read(MANIFEST_FILE, MOST_MANIFEST);
      if (isRefusal(manifest)) return manifest;
      const signature = await read(SIGNATURE_FILE, MOST_SIGNATURE);
      return isRefusal(signature) ? signature : { manifest, signature };
    },
    file: (wanted, size) => read(wanted, size),
  };
}
