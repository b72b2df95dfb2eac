/** What the least costs that others do with the same text: parse it, and in one case only what an edit touches. */
import type { TextEdit } from 'vscode-languageserver-types';
import { parse, parseDocument } from 'yaml';
import { requirePeer } from './peers.ts';
import type { EditedText } from './texts.ts';

/** What is done with each text in turn, after it was done with the first. */
export type Floor = (first: string) => (next: EditedText) => void;

interface TreeSitterPoint {
  readonly row: number;
  readonly column: number;
}

interface TreeSitterTree {
  edit(change: {
    readonly startIndex: number;
    readonly oldEndIndex: number;
    readonly newEndIndex: number;
    readonly startPosition: TreeSitterPoint;
    readonly oldEndPosition: TreeSitterPoint;
    readonly newEndPosition: TreeSitterPoint;
  }): void;
}

interface TreeSitterParser {
  setLanguage(language: unknown): void;
  parse(text: string, old?: TreeSitterTree): TreeSitterTree;
}

/** tree-sitter as a native module: only what an edit touches, and what its grammar makes depend on that, is parsed again. */
const treeSitter: Floor = (first) => {
  const Parser = requirePeer('tree-sitter') as new () => TreeSitterParser;
  const parser = new Parser();
  parser.setLanguage(requirePeer('@tree-sitter-grammars/tree-sitter-yaml'));
  let tree = parser.parse(first);
  return ({ text, offset, edit }) => {
    tree.edit(changeOf(edit, offset));
    tree = parser.parse(text, tree);
  };
};

/** An edit of one character by one other. */
function changeOf({ range: { start, end }, newText }: TextEdit, offset: number): Parameters<TreeSitterTree['edit']>[0] {
  const row = start.line;
  return {
    startIndex: offset,
    oldEndIndex: offset + end.character - start.character,
    newEndIndex: offset + newText.length,
    startPosition: { row, column: start.character },
    oldEndPosition: { row, column: end.character },
    newEndPosition: { row, column: start.character + newText.length },
  };
}

const jsYaml: Floor = () => {
  const { load } = requirePeer('js-yaml') as { load: (text: string) => unknown };
  return ({ text }) => {
    load(text);
  };
};

/** The same data; as nothing of JSON can be wrong in the way of the edit, it is the same text each time. */
const json: Floor = (first) => {
  const text = JSON.stringify(parse(first));
  return () => {
    JSON.parse(text);
  };
};

const documents: Floor =
  () =>
  ({ text }) => {
    parseDocument(text, { keepSourceTokens: true });
  };

/** By the names under which they stand in the tables. */
export const FLOORS: { readonly [name: string]: Floor } = {
  'tree-sitter': treeSitter,
  'js-yaml': jsYaml,
  'JSON.parse': json,
  'yaml parseDocument': documents,
};
