/** Open documents as the server keeps them: their text is in pieces, so that an edit does not copy all of it. */
import type { Range, TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Text, textOf } from '../manifest/pieces.ts';

/** A document whose text is at hand in pieces; an edit changes the document and not the text that it had. */
export interface OpenDocument extends TextDocument {
  readonly content: Text;
}

/** Whether a document is kept in pieces. */
export function isOpenDocument(document: TextDocument): document is OpenDocument {
  return 'content' in document;
}

/**
 * How `TextDocuments` makes and changes documents. Everything takes a document with the same version for the same text; a client
 * that counts wrongly, which repeats a version or goes back, gets a document anew.
 */
export const OPEN_DOCUMENTS: TextDocumentsConfiguration<OpenDocument> = {
  create: (uri, languageId, version, text) => new PieceDocument(uri, languageId, version, textOf(text)),
  update: (document, changes, version) => {
    const { uri, languageId, content } = document;
    const own =
      document instanceof PieceDocument && version > document.version
        ? document
        : new PieceDocument(uri, languageId, version, content);
    own.update(changes, version);
    return own;
  },
};

class PieceDocument implements OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  #content: Text;

  constructor(uri: string, languageId: string, version: number, content: Text) {
    this.uri = uri;
    this.languageId = languageId;
    this.#version = version;
    this.#content = content;
  }

  get version(): number {
    return this.#version;
  }

  get content(): Text {
    return this.#content;
  }

  get lineCount(): number {
    return this.#content.lineCount;
  }

  getText(range?: Range): string {
    if (range === undefined) return this.#content.toString();
    const [start, end] = this.#offsetsOf(range);
    return this.#content.slice(start, end);
  }

  positionAt(offset: number): { line: number; character: number } {
    return this.#content.positionAt(offset);
  }

  offsetAt(position: { line: number; character: number }): number {
    return this.#content.offsetAt(position);
  }

  getLineRange(line: number): Range {
    const at = Math.max(0, Math.min(line, this.lineCount - 1));
    const character = line < 0 ? 0 : this.#content.lineAt(at).length;
    return { start: { line: at, character: 0 }, end: { line: at, character } };
  }

  getEOLCharacters(line: number): string {
    if (line < 0 || line >= this.lineCount) return '';
    const end = this.offsetAt(this.getLineRange(line).end);
    return this.#content.slice(end, this.offsetAt({ line: line + 1, character: 0 }));
  }

  /** Applies changes one after another, as LSP says; those of the whole text replace it. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change) {
        const [start, end] = this.#offsetsOf(change.range);
        this.#content = this.#content.replaced(start, end, change.text);
      } else {
        this.#content = textOf(change.text);
      }
    }
    this.#version = version;
  }

  /** In order, also where a client has them the other way round. */
  #offsetsOf({ start, end }: Range): readonly [number, number] {
    const [from, to] = [this.#content.offsetAt(start), this.#content.offsetAt(end)];
    return from <= to ? [from, to] : [to, from];
  }
}
