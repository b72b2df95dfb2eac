/** What is asked in a storm: of any method about a place, and of what was answered. */
import type { Place } from './steps.ts';

export interface Question {
  readonly method: string;
  readonly params: unknown;
}

const COMMANDS = ['coverage', 'explain', 'wrongFinding', 'fixDocument', 'showPage', 'plan', 'report', 'none'];

/** Parameters that fit every request: each takes of them what it knows. */
export function paramsOf(uri: string, at: Place): object {
  const range = { start: at, end: { line: at.line + 2, character: 0 } };
  const command = COMMANDS[(at.line + at.character) % COMMANDS.length];
  return {
    textDocument: { uri },
    uri,
    position: at,
    positions: [at],
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
    query: 'ku',
    command: `stackpin.${command}`,
    arguments: [uri],
    previousResultId: '1',
    previousResultIds: [{ uri, value: '1' }],
    files: [{ uri, oldUri: uri, newUri: `${uri}2` }],
    item: { name: 'x', kind: 1, uri, range, selectionRange: range },
    title: 'x',
    data: { uri },
  };
}

const RESOLVED: { readonly [method: string]: string } = {
  'textDocument/completion': 'completionItem/resolve',
  'textDocument/codeAction': 'codeAction/resolve',
  'textDocument/codeLens': 'codeLens/resolve',
  'textDocument/inlayHint': 'inlayHint/resolve',
};

/** What an editor asks next, when somebody looks at one of the things that were answered. */
export function followUps(method: string, result: unknown): Question[] {
  const next = RESOLVED[method];
  if (next === undefined || typeof result !== 'object' || result === null) return [];
  const items = Array.isArray(result) ? result : (result as { items?: unknown[] }).items;
  return (items ?? []).map((params) => ({ method: next, params }));
}
