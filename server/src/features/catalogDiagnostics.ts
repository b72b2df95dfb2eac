/** What is wrong with a user's own catalog, line by line. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { readCatalog } from '../catalog/read.ts';
import { lineIndex } from '../manifest/lines.ts';
import { SOURCE } from './diagnostics.ts';

/**
 * Reads the text of a `*.catalog.yaml` and reports each problem on the whole of its line: the reader of catalogs tells
 * lines, not columns.
 */
export function catalogDiagnostics(text: string): Diagnostic[] {
  const lines = lineIndex(text);
  return readCatalog(text).problems.map(({ line, message }) => {
    const index = Math.min(line, lines.lineCount) - 1;
    const content = lines.lineAt(index);
    return {
      range: {
        start: { line: index, character: content.length - content.trimStart().length },
        end: { line: index, character: content.trimEnd().length },
      },
      severity: DiagnosticSeverity.Error,
      code: 'invalid-catalog',
      source: SOURCE,
      message,
    };
  });
}
