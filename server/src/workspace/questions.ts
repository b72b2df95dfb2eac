/** Questions about an open document are about it as it was when they were asked: an answer about another text is none. */
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedCatalog } from '../features/catalogFile/checkedCatalog.ts';
import type { CheckedDocument } from '../features/document.ts';
import { DocumentChanged } from './handlers.ts';
import { type DocumentKind, kindOf } from './kinds.ts';

type Checked = CheckedDocument | CheckedCatalog;

export interface Questions {
  /**
   * An open document of a kind, checked; undefined when there is no such document.
   * @param check gives the same object for the same document only
   * @throws DocumentChanged when it changed since the question
   */
  now<T extends Checked>(
    uri: string,
    kind: DocumentKind,
    check: (document: TextDocument) => Promise<T>,
  ): Promise<T | undefined>;
  /**
   * What answers about a checked document, loaded. Afterwards the document is still as it was checked: places in a text that was
   * parsed again meanwhile would be those of the newer one.
   * @throws DocumentChanged when it changed while that was loaded
   */
  loadedFor<T>(checked: Checked, load: () => Promise<T>): Promise<T>;
}

/** Makes them, about these documents. */
export function questions(documents: Pick<TextDocuments<TextDocument>, 'get'>): Questions {
  const sources = new WeakMap<Checked, TextDocument>();
  /** By the document itself: one that was closed and opened again may have the version that it had. */
  const isNow = (checked: Checked): boolean => {
    const document = sources.get(checked);
    return document?.version === checked.version && documents.get(checked.uri) === document;
  };
  return {
    async now(uri, kind, check) {
      const document = documents.get(uri);
      if (document === undefined || kindOf(document) !== kind) return undefined;
      const { version } = document;
      const checked = await check(document);
      sources.set(checked, document);
      if (document.version !== version || !isNow(checked))
        throw new DocumentChanged(`${uri} changed while the answer was made.`);
      return checked;
    },
    async loadedFor(checked, load) {
      const loaded = await load();
      if (!isNow(checked)) throw new DocumentChanged(`${checked.uri} changed before the answer was made.`);
      return loaded;
    },
  };
}
