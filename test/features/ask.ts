/** Asks for completion in a fixture, and takes what is offered. */
import type { CompletionList, TextEdit } from 'vscode-languageserver-types';
import { complete } from '../../server/src/features/completion.ts';
import type { ClientTraits } from '../../server/src/features/document.ts';
import { ALL, applied, cursorIn, open } from './open.ts';

export interface Answer {
  readonly text: string;
  readonly list: CompletionList;
}

/** Asks at the cursor of a fixture. */
export function ask(marked: string, traits: ClientTraits = ALL): Answer {
  const { text, position } = cursorIn(marked);
  return { text, list: complete(open(text), position, traits.completion, () => false) };
}

/** Labels in the order in which a client shows them. */
export function labels({ list }: Answer): string[] {
  return [...list.items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)).map(({ label }) => label);
}

/** The whole document after an item was taken. */
export function taken({ text, list }: Answer, label: string): string {
  const item = list.items.find((one) => one.label === label);
  if (item?.textEdit === undefined) throw new Error(`"${label}" is not among: ${list.items.map((one) => one.label)}`);
  return applied(text, [item.textEdit as TextEdit]);
}
