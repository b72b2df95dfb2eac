/** What the tests inside an extension host ask of it. */
import * as vscode from 'vscode';

/** A name, and what has to hold: it throws with what does not. */
export type HostTest = readonly [name: string, body: () => Promise<void>];

const LIMIT = 30_000;

export function expectTrue(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Both as JSON: what `vscode` gives is made of classes. */
export function expectSame(given: unknown, wanted: unknown): void {
  const [one, other] = [JSON.stringify(given), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`${one} instead of ${other}`);
}

/** Asks again until there is an answer that holds. */
export async function until<T>(what: string, ask: () => Thenable<T> | T, holds: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + LIMIT;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what}: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  await vscode.window.showTextDocument(document);
  return document;
}

export const errorsOf = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);

export const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

export function untilCodes(uri: vscode.Uri, holds: (codes: unknown[]) => boolean): Promise<unknown[]> {
  return until(`codes of ${uri.path}`, () => vscode.languages.getDiagnostics(uri).map(codeOf), holds);
}

/**
 * The code actions of a kind at a place, once there are any. VS Code drops a question for code actions when anybody registers a provider of them
 * before it is answered, and answers with nothing or with a cancellation. Its own features and other extensions register
 * theirs for some seconds after a window has opened. The menu of quick fixes asks again by itself; a command has to be given again.
 */
export function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: string = vscode.CodeActionKind.QuickFix.value,
): Promise<vscode.CodeAction[]> {
  const ask = async (): Promise<vscode.CodeAction[]> => {
    try {
      return await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind);
    } catch (error) {
      if (error instanceof Error && error.name === 'Canceled') return [];
      throw error;
    }
  };
  return until(`actions of ${kind}`, ask, (actions) => actions.length > 0);
}

export const placeOf = (document: vscode.TextDocument, text: string): vscode.Position =>
  document.positionAt(document.getText().indexOf(text) + 1);

/** `line:character-line:character`, counted from 0. */
export const spanOf = ({ start, end }: vscode.Range): string =>
  `${start.line}:${start.character}-${end.line}:${end.character}`;

/** The folder and the file, and where in it. */
export const locationOf = (uri: vscode.Uri, range: vscode.Range): string =>
  `${uri.path.split('/').slice(-2).join('/')} ${spanOf(range)}`;
