/** What the commands do, together: it is loaded when one of them is run, and neither for help nor for the language server. */
export { coverage } from './catalog/coverage.ts';
export { list } from './catalog/list.ts';
export { show } from './catalog/show.ts';
export { bundledCatalog } from './catalogs.ts';
export { check } from './check.ts';
export { serve } from './checking/worker.ts';
export { completionScript } from './completion/scripts.ts';
export { commandTree } from './completion/tree.ts';
export { withSettings } from './config/settings.ts';
export { diff } from './diff/diff.ts';
export { explain } from './explain.ts';
export { fix } from './fix/fix.ts';
export { init } from './init/init.ts';
export { reportPage } from './page/reportPage.ts';
export { plan } from './plan/plan.ts';
export { versions } from './versions/versions.ts';
