/** What a client says of itself, reduced to what this server asks. Every part may be absent, or null. */
import type { ClientCapabilities } from 'vscode-languageserver';
import type { ClientTraits, ContentFormat } from '../features/document.ts';

/** What the server itself, besides the features, does differently from client to client. */
export interface HostTraits {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** It can be told to ask for code lenses again. */
  readonly refreshesLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesTokens: boolean;
  readonly versionedDiagnostics: boolean;
  /** It answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  /** It takes a registration for `workspace/didChangeConfiguration`. */
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** Watchers may be relative to a folder, also outside the workspace. */
  readonly relativeWatchers: boolean;
  readonly workspaceFolders: boolean;
  /** It tells of files and folders that were renamed or deleted in it. */
  readonly fileOperations: boolean;
  /** It shows progress that the server begins. */
  readonly progress: boolean;
}

/** The first format that a client names is the one it likes best; plain text when it names none. */
function formatOf(formats: readonly string[] | undefined): ContentFormat {
  return formats?.find((format) => format === 'markdown' || format === 'plaintext') === 'markdown'
    ? 'markdown'
    : 'plaintext';
}

function isPresent(capability: object | undefined | null): boolean {
  return capability !== undefined && capability !== null;
}

/** Reads the traits that features ask for. */
export function clientTraits({ textDocument, workspace, window }: ClientCapabilities): ClientTraits {
  const asksForPages = isPresent(workspace?.textDocumentContent);
  // Clients that pull describe their diagnostics in either place.
  const push = textDocument?.publishDiagnostics;
  const pull = textDocument?.diagnostic;
  const item = textDocument?.completion?.completionItem;
  return {
    diagnostics: {
      relatedInformation: push?.relatedInformation === true || pull?.relatedInformation === true,
      codeDescription: push?.codeDescriptionSupport === true || pull?.codeDescriptionSupport === true,
      tags: push?.tagSupport?.valueSet ?? pull?.tagSupport?.valueSet ?? [],
      data: push?.dataSupport === true || pull?.dataSupport === true,
    },
    completion: {
      labelDetails: item?.labelDetailsSupport === true,
      tags: item?.tagSupport?.valueSet ?? [],
      deprecated: item?.deprecatedSupport === true,
      keepsWhitespace: item?.insertTextModeSupport?.valueSet?.includes(1) === true,
      snippets: item?.snippetSupport === true,
      documentation: formatOf(item?.documentationFormat),
      listDefaults: textDocument?.completion?.completionList?.itemDefaults ?? [],
    },
    hover: formatOf(textDocument?.hover?.contentFormat),
    inlayHints: { resolves: textDocument?.inlayHint?.resolveSupport?.properties ?? [] },
    codeActions: {
      literals: isPresent(textDocument?.codeAction?.codeActionLiteralSupport),
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    },
    appliesEdits: workspace?.applyEdit === true,
    folding: {
      lineFoldingOnly: textDocument?.foldingRange?.lineFoldingOnly === true,
      rangeLimit: textDocument?.foldingRange?.rangeLimit ?? undefined,
    },
    navigation: {
      hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      definitionLinks: textDocument?.definition?.linkSupport === true,
      typeDefinitionLinks: textDocument?.typeDefinition?.linkSupport === true,
      preparesRename: textDocument?.rename?.prepareSupport === true,
    },
    refactorings: {
      // What an action carries has to come back with the question for its edit.
      resolved:
        textDocument?.codeAction?.dataSupport === true &&
        textDocument.codeAction.resolveSupport?.properties?.includes('edit') === true,
      disabled: textDocument?.codeAction?.disabledSupport === true,
      newFiles:
        workspace?.workspaceEdit?.documentChanges === true &&
        workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    },
    pages: { asked: asksForPages, opened: asksForPages && window?.showDocument?.support === true },
  };
}

/** Reads the traits that the wiring asks for. */
export function hostTraits({ textDocument, workspace, window }: ClientCapabilities): HostTraits {
  return {
    pullsDiagnostics: isPresent(textDocument?.diagnostic),
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    versionedDiagnostics: textDocument?.publishDiagnostics?.versionSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativeWatchers: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    fileOperations: workspace?.fileOperations?.didRename === true && workspace.fileOperations.didDelete === true,
    progress: window?.workDoneProgress === true,
  };
}
