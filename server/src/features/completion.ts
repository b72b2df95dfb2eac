/** Completion: component names, versions, keys and values, wherever the text can be made out, however broken it is. */
import { type CompletionItem, CompletionList, type Position } from 'vscode-languageserver-types';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { toRange } from './document.ts';
import { nameItems } from './nameItems.ts';
import { pinAt } from './pinAt.ts';
import { versionItems } from './versionItems.ts';

/** Characters that open a place where something can be completed. */
export const TRIGGER_CHARACTERS: readonly string[] = [' ', '"', "'", '.', '{', ','];

/** What can be written at a position; empty where nothing can be said. */
export function complete(
  checked: CheckedDocument,
  position: Position,
  traits: ClientTraits['completion'],
  isCancelled: () => boolean,
): CompletionList {
  const { analysis, lines, uri } = checked;
  const offset = lines.offsetAt(position);
  const found = pinAt(analysis, offset);
  if (found === undefined) return CompletionList.create([]);
  const { pin, part, range, stacks } = found;
  const typed = analysis.file.text.slice(range.start, offset);
  const [stack] = stacks;
  if (part === 'name') {
    const { items, isIncomplete } = nameItems(
      analysis.context.catalog,
      uri,
      { range: toRange(lines, range), typed, suffix: '', present: new Set() },
      traits,
    );
    return CompletionList.create(items, isIncomplete);
  }
  const { component } = pin;
  if (component === undefined || stack === undefined) return CompletionList.create([]);
  const items: CompletionItem[] = versionItems(
    {
      component,
      place: { pin, stack },
      slot: { range: toRange(lines, range), typed, style: undefined },
      data: {
        kind: 'version',
        uri,
        component: component.id,
        document: stack.document,
        environment: stack.environment,
        instance: pin.entry.instance,
      },
      context: analysis.context,
    },
    traits,
    isCancelled,
  );
  return CompletionList.create(items);
}
