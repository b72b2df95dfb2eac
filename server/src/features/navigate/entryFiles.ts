/** The files that entries of a manifest name. */
import type { StackManifest } from '../../manifest/stack.ts';
import type { CheckedDocument } from '../document.ts';

/**
 * The file of an entry, if it is there as far as anybody knows. A base outside of the workspace is never read, a catalog may be.
 * @param path as it is written
 */
export function fileOf(
  list: 'extends' | 'catalogs',
  path: string,
  manifest: StackManifest,
  { uri, analysis: { origin, context } }: CheckedDocument,
): string | undefined {
  if (origin === undefined || path.trim() === '') return undefined;
  const location = origin.source.resolve(path, origin.uri);
  if (location === undefined) return undefined;
  if (list === 'extends') {
    const file = origin.source.read(location);
    if ('failed' in file) return file.unable === true ? location : undefined;
    return file.uri === origin.uri ? uri : file.uri;
  }
  const index = manifest.catalogs.findIndex(({ text }) => text === path);
  const outcome = context.documents?.get(manifest.document.index)?.outcomes[index];
  return outcome === undefined || (outcome.kind === 'missing' && outcome.unable !== true) ? undefined : location;
}
