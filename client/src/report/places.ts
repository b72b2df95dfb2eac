/** Where links of the report lead. */
import { Position, Range, type TextDocumentShowOptions, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

/** What the page says when somebody follows a link to a place in a file. */
export interface OpenMessage {
  readonly type: 'open';
  readonly uri: string;
  /** `line:character-line:character`, from 0. */
  readonly range: string;
  /** Whether the editor takes the focus. */
  readonly focus: boolean;
}

/** Whether it is such a message. */
export function isOpenMessage(message: unknown): message is OpenMessage {
  const { type, uri, range } = (message ?? {}) as { readonly [key in keyof OpenMessage]?: unknown };
  return type === 'open' && typeof uri === 'string' && typeof range === 'string';
}

/** Shows the place in an editor beside the panel, which stays as it is. */
export async function openPlace({ uri, range, focus }: OpenMessage, panel: WebviewPanel): Promise<void> {
  const target = Uri.parse(uri, true);
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
  const beside = panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
  const options: TextDocumentShowOptions = { viewColumn: shown?.viewColumn ?? beside, preserveFocus: !focus };
  const selection = rangeOf(range);
  await window.showTextDocument(target, selection === undefined ? options : { ...options, selection });
}

function rangeOf(text: string): Range | undefined {
  const [, line, character, lastLine, last] = (/^(\d+):(\d+)-(\d+):(\d+)$/.exec(text) ?? []).map(Number);
  if (line === undefined || character === undefined || lastLine === undefined || last === undefined) return undefined;
  return new Range(new Position(line, character), new Position(lastLine, last));
}
