/** A text as a feature is given it, and what its answers do to it. */
import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { SeveritySettings } from '../../server/src/analysis/analysis.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { CheckedDocument, ClientTraits } from '../../server/src/features/document.ts';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { TODAY, testCatalog } from '../support/catalog.ts';
import { readMarkers } from '../support/markers.ts';

export const URI = 'file:///stacks/platform.stack.yaml';

/** Checks a text against the test catalog, or another one. */
export function open(text: string, severities: SeveritySettings = {}, catalog = testCatalog()): CheckedDocument {
  const context = { catalog, date: TODAY, severities };
  return { uri: URI, version: 7, lines: lineIndex(text), analysis: analyze(parseYaml(text), context) };
}

/** The text after some edits, as a client applies them. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = lineIndex(text);
  const changes = edits.map(({ range, newText }) => ({
    start: lines.offsetAt(range.start),
    end: lines.offsetAt(range.end),
    newText,
  }));
  changes.sort((a, b) => b.start - a.start);
  return changes.reduce((rest, { start, end, newText }) => rest.slice(0, start) + newText + rest.slice(end), text);
}

/** A client that understands everything. */
export const ALL: ClientTraits = {
  diagnostics: { relatedInformation: true, codeDescription: true, tags: [1, 2], data: true },
  completion: {
    labelDetails: true,
    tags: [1],
    deprecated: true,
    keepsWhitespace: true,
    snippets: true,
    documentation: 'markdown',
    listDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'],
  },
  hover: 'markdown',
  inlayHints: { resolves: ['tooltip', 'textEdits'] },
  codeActions: { literals: true, documentChanges: true },
  appliesEdits: true,
  folding: { lineFoldingOnly: false, rangeLimit: undefined },
  navigation: { hierarchicalSymbols: true, definitionLinks: true, typeDefinitionLinks: true, preparesRename: true },
  refactorings: { resolved: false, disabled: true, newFiles: true },
  pages: { asked: true, opened: true },
};

/** A client that says nothing of itself. */
export const NOTHING: ClientTraits = {
  diagnostics: { relatedInformation: false, codeDescription: false, tags: [], data: false },
  completion: {
    labelDetails: false,
    tags: [],
    deprecated: false,
    keepsWhitespace: false,
    snippets: false,
    documentation: 'plaintext',
    listDefaults: [],
  },
  hover: 'plaintext',
  inlayHints: { resolves: [] },
  codeActions: { literals: false, documentChanges: false },
  appliesEdits: false,
  folding: { lineFoldingOnly: false, rangeLimit: undefined },
  navigation: { hierarchicalSymbols: false, definitionLinks: false, typeDefinitionLinks: false, preparesRename: false },
  refactorings: { resolved: false, disabled: false, newFiles: false },
  pages: { asked: false, opened: false },
};

/** A fixture's text, and where its cursor stands. */
export function cursorIn(fixture: string): { readonly text: string; readonly position: Position } {
  const { text, cursor } = readMarkers(fixture);
  if (cursor === undefined) throw new Error('The text has no cursor ($0).');
  return { text, position: lineIndex(text).positionAt(cursor) };
}
