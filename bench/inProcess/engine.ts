/** What an edit costs without a protocol: from the new text to the diagnostics. */
import type { Diagnostic, TextEdit } from 'vscode-languageserver-types';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { analysisMemory } from '../../server/src/analysis/memory.ts';
import type { Catalog } from '../../server/src/catalog/model.ts';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { parseYaml, reparse } from '../../server/src/manifest/parse.ts';
import { textOf } from '../../server/src/manifest/pieces.ts';
import { contextWith } from '../documents/known.ts';

const TRAITS = { relatedInformation: true, codeDescription: true, tags: [1, 2], data: true };

/** A document that is open without a protocol. */
export interface OpenEngine {
  /** What is found in the text as it is. */
  check(): readonly Diagnostic[];
  /** What is found after an edit. */
  edit(edit: TextEdit): readonly Diagnostic[];
}

/** Opens a document, as the server does. */
export function engine(catalog: Catalog, text: string): OpenEngine {
  const context = contextWith(catalog);
  const memory = analysisMemory();
  let version = 0;
  let source = textOf(text);
  let file = parseYaml(source);
  const check = (): readonly Diagnostic[] => {
    version += 1;
    const analysis = analyze(file, context, undefined, memory);
    return toDiagnostics({ uri: 'file:///bench.stack.yaml', version, lines: source, analysis }, TRAITS);
  };
  return {
    check,
    edit: ({ range: { start, end }, newText }) => {
      source = source.replaced(source.offsetAt(start), source.offsetAt(end), newText);
      file = reparse(file, source).file;
      return check();
    },
  };
}
