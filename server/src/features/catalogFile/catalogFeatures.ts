/** The features of catalogs, together: they are loaded when a client first asks one of them. */
export { compactList } from '../compactList.ts';
export { completeCatalog, resolveCatalogCompletion } from './completion.ts';
export { hoverCatalog } from './hover.ts';
