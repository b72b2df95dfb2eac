/** What is asked about the form of a document, together: it is loaded when a client first asks for any of it. */
export { foldingRanges } from './folding.ts';
export { formatEdits } from './format/format.ts';
export { newLineEdits } from './format/onNewLine.ts';
export { manifestTokens } from './manifestTokens.ts';
export { selectionRanges } from './selection.ts';
export { tokenData, tokensDelta } from './tokenData.ts';
