/** The files that entries of a manifest name. */
import type { StackManifest } from '../../manifest/stack.ts';
import type { CheckedDocument } from '../document.ts';

/**
 * The file of an entry: inside the workspace, and there as far as anybody knows.
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
  if (location === undefined || !origin.source.isInside(location)) return undefined;
  if (list === 'extends') {
    const file = origin.source.read(location);
    if ('failed' in file) return file.unable === true ? location : undefined;
    return file.uri === origin.uri ? uri : file.uri;
  }
  const index = manifest.catalogs.findIndex(({ text }) => text === path);
  const outcome = context.documents?.get(manifest.document.index)?.outcomes[index];
  return outcome === undefined || (outcome.kind === 'missing' && outcome.unable !== true) ? undefined : location;
}
