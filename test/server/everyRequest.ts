/** What fits every request of LSP. */

/** Parameters that each request takes what it knows of. */
export function paramsFor(uri: string, line: number, character: number): object {
  const position = { line, character };
  const range = { start: position, end: position };
  return {
    textDocument: { uri },
    uri,
    position,
    positions: [position],
    range,
    ranges: [range],
    selectionRange: range,
    name: 'x',
    kind: 1,
    label: 'x',
    location: { uri, range },
    options: { tabSize: 2, insertSpaces: true },
    ch: '\n',
    context: { diagnostics: [], triggerKind: 1, includeDeclaration: true },
    newName: 'y',
    query: '',
    command: 'stackpin.coverage',
    arguments: [uri],
    previousResultId: '0',
    previousResultIds: [],
    files: [{ uri, oldUri: uri, newUri: `${uri}2` }],
    item: { name: 'x', kind: 1, uri, range, selectionRange: range },
    title: 'x',
    data: { uri },
  };
}
