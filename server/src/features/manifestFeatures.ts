/** The features of manifests, together: they are loaded when a client first asks one of them. */
export { refactorings, resolveRefactoring } from './actions/refactorings.ts';
export { diagnosticsAsked } from './askedAbout.ts';
export { codeActions } from './codeActions.ts';
export { compactList } from './compactList.ts';
export { complete, pathAskedFor } from './completion.ts';
export { resolveCompletion } from './completionDocs.ts';
export { explainActions } from './explainActions.ts';
export { explanationOf } from './explanationPage.ts';
export { fixAllActions } from './fixAll.ts';
export { hover } from './hover.ts';
export { inlayHints, resolveInlayHint } from './inlayHints.ts';
export { pinExactly } from './pinExactly.ts';
export { codeLenses, resolveCodeLens } from './stackLenses.ts';
export { supportHints } from './supportHints.ts';
export { pageText } from './virtualDocument.ts';
export { readPageAddress } from './virtualPage.ts';
export { wrongFinding } from './wrongFinding.ts';
