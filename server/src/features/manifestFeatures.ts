/** The features of manifests, together: they are loaded when a client first asks one of them. */
export { codeActions } from './codeActions.ts';
export { compactList } from './compactList.ts';
export { complete } from './completion.ts';
export { resolveCompletion } from './completionDocs.ts';
export { hover } from './hover.ts';
export { inlayHints, resolveInlayHint } from './inlayHints.ts';
export { pinExactly } from './pinExactly.ts';
