/** What `stackpin import` and `stackpin drift` do, together: it is loaded when one of them is run. */
export { drift } from './drift.ts';
export { importManifest } from './import.ts';
