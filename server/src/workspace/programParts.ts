/** The parts of the program that come with the first question that needs them. */

/**
 * What loads a part, asked as often as one likes: a bundle copies the names of a part each time that it is imported, which takes as long
 * as a small answer. A part that could not be loaded is tried again.
 */
function loadedOnce<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let loaded: Promise<Part> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

export const manifestFeatures = loadedOnce(() => import('../features/manifestFeatures.ts'));
export const catalogFeatures = loadedOnce(() => import('../features/catalogFile/catalogFeatures.ts'));
export const structureFeatures = loadedOnce(() => import('../features/structure/structureFeatures.ts'));
export const catalogTokenFeatures = loadedOnce(() => import('../features/structure/catalogTokens.ts'));
export const navigateFeatures = loadedOnce(() => import('../features/navigate/navigateFeatures.ts'));
export const planFeatures = loadedOnce(() => import('../features/plan/planText.ts'));
export const reportFeatures = loadedOnce(() => import('../features/report/reportHtml.ts'));
export const driftReading = loadedOnce(() => import('./driftSources.ts'));
export const driftFeatures = loadedOnce(() => import('../features/drift/answers.ts'));
export const catalogReading = loadedOnce(() => import('../catalog/read.ts'));
export const catalogChecks = loadedOnce(() => import('../features/catalogFile/checkedCatalog.ts'));
