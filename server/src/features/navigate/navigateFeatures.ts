/** What answers questions about names, together: loaded when a client first asks one of them. */
export { anchorTargets } from './anchorPlaces.ts';
export { prepareAnchor, renameAnchor } from './anchorRename.ts';
export { catalogSymbols } from './catalogSymbols.ts';
export { definition } from './definition.ts';
export { documentLinks, webLinks } from './documentLinks.ts';
export { manifestSymbols } from './documentSymbols.ts';
export { anchorHighlights, highlights } from './highlights.ts';
export { linkedAnchor, linkedEditing } from './linkedEditing.ts';
export { editOf } from './nameEdits.ts';
export { toDocumentSymbols, toSymbolInformation } from './outlineNodes.ts';
export { anchorReferences, references } from './references.ts';
export { prepareRename, rename } from './rename.ts';
export { stackNames } from './stackNames.ts';
export { definitionOf } from './targets.ts';
export { typeDefinition } from './typeDefinition.ts';
export { workspaceSymbols } from './workspaceSymbols.ts';
