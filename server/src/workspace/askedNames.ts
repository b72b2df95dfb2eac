/** What every question about names begins with: the document that it is about, checked, and what answers. */
import type { CheckedCatalog } from '../features/catalogFile/checkedCatalog.ts';
import type { CheckedDocument } from '../features/document.ts';
import type { YamlDocument } from '../manifest/tree.ts';
import { navigateFeatures } from './programParts.ts';
import type { Session } from './session.ts';

export interface AskedNames {
  readonly features: Awaited<ReturnType<typeof navigateFeatures>>;
  readonly checked: CheckedDocument | CheckedCatalog;
  /** Undefined for a catalog. */
  readonly manifest: CheckedDocument | undefined;
  readonly documents: readonly YamlDocument[];
}

/**
 * An open manifest or catalog, and what answers about its names; undefined for a document of another kind.
 * @throws DocumentChanged when it changed since the question
 */
export async function askedNames(session: Session, uri: string): Promise<AskedNames | undefined> {
  const manifest = await session.checked(uri);
  if (manifest !== undefined) {
    const features = await session.loadedFor(manifest, navigateFeatures);
    return { features, checked: manifest, manifest, documents: manifest.analysis.file.documents };
  }
  const catalog = await session.checkedCatalog(uri);
  if (catalog === undefined) return undefined;
  const features = await session.loadedFor(catalog, navigateFeatures);
  return { features, checked: catalog, manifest: undefined, documents: [catalog.reading.document] };
}
