/** Which kinds of code actions a client asks for. */
import type { CodeActionKind } from 'vscode-languageserver-types';

/** Kinds are paths: a client that asks for `source` wants `source.x` too, and the empty kind stands for all. */
export function asksFor(kind: CodeActionKind, only: readonly CodeActionKind[]): boolean {
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
