/** What formatting is asked for, and what it answers with. */

/** White space that is replaced by other white space. Offsets in the text of a document. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Lines of a document, both ends inclusive. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Whether a line is in a range. */
export function within({ first, last }: LineRange, line: number): boolean {
  return first <= line && line <= last;
}

/** How white space is to be. */
export interface FormatRules {
  /** Columns of a level. */
  readonly step: number;
  readonly trimTrailingWhitespace: boolean;
  readonly insertFinalNewline: boolean;
  readonly trimFinalNewlines: boolean;
}

const MOST_COLUMNS = 16;

/**
 * Reads LSP's FormattingOptions (3.17, textDocument/formatting). Tabs are not asked for: YAML forbids them in indentation
 * (1.2.2, section 6.1). What only `false` turns off is what a formatter does where nobody says anything.
 */
export function rulesOf(options: unknown): FormatRules {
  const { tabSize, trimTrailingWhitespace, insertFinalNewline, trimFinalNewlines } = (options ?? {}) as {
    readonly [option: string]: unknown;
  };
  const isSize = typeof tabSize === 'number' && tabSize >= 1;
  return {
    step: isSize ? Math.min(Math.floor(tabSize), MOST_COLUMNS) : 2,
    trimTrailingWhitespace: trimTrailingWhitespace !== false,
    insertFinalNewline: insertFinalNewline !== false,
    trimFinalNewlines: trimFinalNewlines !== false,
  };
}
