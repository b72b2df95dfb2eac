/** What an edit costs without a protocol: from the new text to the diagnostics. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Catalog } from '../../server/src/catalog/model.ts';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { contextWith } from '../documents/known.ts';

const TRAITS = { relatedInformation: true, codeDescription: true, tags: [1, 2], data: true };

/**
 * Opens a document, as the server does.
 * @returns gives the diagnostics of the text that the document has next
 */
export function engine(catalog: Catalog): (text: string) => readonly Diagnostic[] {
  const context = contextWith(catalog);
  let version = 0;
  return (text) => {
    version += 1;
    const analysis = analyze(parseYaml(text), context);
    return toDiagnostics({ uri: 'file:///bench.stack.yaml', version, lines: lineIndex(text), analysis }, TRAITS);
  };
}
