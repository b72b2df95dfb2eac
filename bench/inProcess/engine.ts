/** What an edit costs without a protocol: from the new text to the diagnostics. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { analysisMemory } from '../../server/src/analysis/memory.ts';
import type { Catalog } from '../../server/src/catalog/model.ts';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { type LineIndex, lineIndex } from '../../server/src/manifest/lines.ts';
import { parseYaml, reparse } from '../../server/src/manifest/parse.ts';
import type { YamlFile } from '../../server/src/manifest/tree.ts';
import { contextWith } from '../documents/known.ts';

const TRAITS = { relatedInformation: true, codeDescription: true, tags: [1, 2], data: true };

/**
 * Opens a document, as the server does.
 * @returns gives the diagnostics of the text that the document has next
 */
export function engine(catalog: Catalog): (text: string) => readonly Diagnostic[] {
  const context = contextWith(catalog);
  const memory = analysisMemory();
  let version = 0;
  let file: YamlFile | undefined;
  let lines: LineIndex | undefined;
  return (text) => {
    version += 1;
    file = file === undefined ? parseYaml(text) : reparse(file, text).file;
    lines = lineIndex(text, lines);
    const analysis = analyze(file, context, undefined, memory);
    return toDiagnostics({ uri: 'file:///bench.stack.yaml', version, lines, analysis }, TRAITS);
  };
}
