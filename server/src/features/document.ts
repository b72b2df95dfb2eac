/** What every feature is given: a checked document, and what the client can show. */
import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis/analysis.ts';
import type { LineIndex } from '../manifest/lines.ts';
import type { OffsetRange } from '../manifest/tree.ts';

/** One version of an open manifest, checked. */
export interface CheckedDocument {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineIndex;
  readonly analysis: Analysis;
}

/** How texts are shown. */
export type ContentFormat = 'markdown' | 'plaintext';

/** What the client understands beyond the least; a client that says nothing gets the plainest form of everything. */
export interface ClientTraits {
  readonly diagnostics: {
    readonly relatedInformation: boolean;
    readonly codeDescription: boolean;
    /** Values of `DiagnosticTag` that it knows. */
    readonly tags: readonly number[];
    readonly data: boolean;
  };
  readonly completion: {
    readonly labelDetails: boolean;
    /** Values of `CompletionItemTag` that it knows. */
    readonly tags: readonly number[];
    /** It knows the older `deprecated` property. */
    readonly deprecated: boolean;
    /** It can be told to keep the white space of a text as it is. */
    readonly keepsWhitespace: boolean;
    /** It takes snippets: texts with places to fill in. */
    readonly snippets: boolean;
    readonly documentation: ContentFormat;
    /** Properties that it takes from a list for all its items. */
    readonly listDefaults: readonly string[];
  };
  readonly hover: ContentFormat;
  readonly inlayHints: {
    /** Properties of a hint that it asks for when it shows them. */
    readonly resolves: readonly string[];
  };
  readonly codeActions: {
    /** It takes actions with edits, not only commands. */
    readonly literals: boolean;
    /** It takes edits that name the version of the document. */
    readonly documentChanges: boolean;
  };
  /** It makes edits that the server asks for. */
  readonly appliesEdits: boolean;
  readonly folding: {
    /** It folds whole lines. */
    readonly lineFoldingOnly: boolean;
    /** As many ranges as it takes; undefined where it does not say. */
    readonly rangeLimit: number | undefined;
  };
  readonly navigation: {
    /** It shows symbols of a document as a tree. */
    readonly hierarchicalSymbols: boolean;
    /** It takes definitions that tell what is underlined. */
    readonly definitionLinks: boolean;
    readonly typeDefinitionLinks: boolean;
    /** It asks what would be renamed before it asks for the name. */
    readonly preparesRename: boolean;
  };
  /** Actions that nobody has to take (actions/refactorings.ts). */
  readonly refactorings: {
    /** It asks for the edit of an action when somebody takes it. */
    readonly resolved: boolean;
    /** It shows actions that cannot be taken, with the reason. */
    readonly disabled: boolean;
    /** It takes edits that create a file. */
    readonly newFiles: boolean;
  };
  /** Pages that are in no file (virtualPage.ts). */
  readonly pages: {
    /** It asks for their text. */
    readonly asked: boolean;
    /** It opens one when it is told to, too. */
    readonly opened: boolean;
  };
}

/** The LSP range of a range of offsets. */
export function toRange(lines: LineIndex, { start, end }: OffsetRange): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
