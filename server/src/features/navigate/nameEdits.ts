/** The edits that write another name in all places of one. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { scalarText } from '../../analysis/yamlReading.ts';
import { inOrder, type NamePlace } from './places.ts';
import { type Occurrence, placesByFile } from './references.ts';

/** The edits of one file, in order of position. */
export interface FileEdit {
  readonly uri: string;
  /** Of an open document; null for what is on disk. */
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** In the order of the files' addresses, each place once; aliases say what their anchor says. */
export function nameEdits(occurrences: readonly Occurrence[], newName: string): FileEdit[] {
  const files = [...placesByFile(occurrences)].sort(([a], [b]) => (a.uri < b.uri ? -1 : 1));
  return files.flatMap(([file, places]) => {
    const edits = inOrder(places.filter(({ style }) => style !== 'alias')).map((place) => ({
      range: place.range,
      newText: written(newName, place),
    }));
    return edits.length === 0 ? [] : [{ uri: file.uri, version: file.version, edits }];
  });
}

/** A name in the quotes that stand at its place already, or in those that it needs. */
function written(name: string, { style }: NamePlace): string {
  switch (style) {
    case 'single':
      return name.replaceAll("'", "''");
    case 'double':
      return JSON.stringify(name).slice(1, -1);
    default:
      // Without quotes it would merge (yaml.org/type/merge).
      return name === '<<' ? '"<<"' : scalarText(name, undefined);
  }
}

/** The edit of several files as a client takes it. */
export function editOf(files: readonly FileEdit[], documentChanges: boolean): WorkspaceEdit {
  if (!documentChanges) return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, [...edits]])) };
  return {
    documentChanges: files.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits: [...edits] })),
  };
}
