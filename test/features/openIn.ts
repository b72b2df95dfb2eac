/** A manifest among the files that it extends, as a feature is given it. */
import type { Position } from 'vscode-languageserver-types';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { CheckedDocument } from '../../server/src/features/document.ts';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { type Files, sourceOf } from '../composition/files.ts';
import { TODAY, testCatalog } from '../support/catalog.ts';
import { cursorIn } from './open.ts';

export interface OpenedIn {
  readonly text: string;
  readonly checked: CheckedDocument;
  readonly position: Position;
}

/** Opens the first of the files, below `file:///stacks/`, at its cursor. */
export function openIn(files: Files): OpenedIn {
  const [path = '', marked = ''] = Object.entries(files)[0] ?? [];
  const { text, position } = cursorIn(marked);
  const uri = `file:///stacks/${path}`;
  const context = { catalog: testCatalog(), date: TODAY, severities: {} };
  const analysis = analyze(parseYaml(text), context, { uri, source: sourceOf({ ...files, [path]: text }) });
  return { text, position, checked: { uri, version: 7, lines: lineIndex(text), analysis } };
}
