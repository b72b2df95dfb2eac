/** Completion of the keys of pins that lie below: what a file or an environment can lay its own pin over. */
import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis, ResolvedPin } from '../analysis/analysis.ts';
import { isInherited, nameOfPin } from '../analysis/texts.ts';
import type { ComponentItemData } from './itemData.ts';
import type { NameSlot } from './nameItems.ts';

/** Keys offered at most. */
const MOST_OFFERED = 1000;

/**
 * The keys of the pins that a mapping lies over, in their order. They come before all names.
 * @param pins those below the mapping; what stands in it already is left out
 */
export function instanceItems(pins: readonly ResolvedPin[], uri: string, slot: NameSlot): CompletionItem[] {
  const { range, written, suffix, present } = slot;
  return pins
    .filter(({ entry }) => !present.has(entry.instance))
    .slice(0, MOST_OFFERED)
    .map((pin, index) => {
      const { instance } = pin.entry;
      return {
        label: instance,
        kind: CompletionItemKind.Reference,
        detail: placeWords(pin),
        filterText: instance,
        sortText: `/${String(index).padStart(4, '0')}`,
        textEdit: { range, newText: `${written(instance)}${suffix}` },
        // By its key its pin is found again (completionDocs.ts).
        data: { kind: 'component', uri, component: instance } satisfies ComponentItemData,
      };
    });
}

/** "PostgreSQL 17.6 above", "PostgreSQL 17.6 in ./base.stack.yaml". */
function placeWords(pin: ResolvedPin): string {
  const via = pin.layer.via?.text;
  return isInherited(pin) && via !== undefined
    ? t('replaces {0} of {1}', nameOfPin(pin), via)
    : t('replaces {0}', nameOfPin(pin));
}

/** The environments of the bases that the file says nothing about yet. */
export function environmentItems(
  { stacks }: Analysis,
  document: number,
  { range, written, suffix, present }: NameSlot,
): CompletionItem[] {
  const names = stacks.flatMap((stack) =>
    stack.document === document && stack.environment !== null && !present.has(stack.environment)
      ? stack.environment
      : [],
  );
  return names.map((name) => ({
    label: name,
    kind: CompletionItemKind.Module,
    filterText: name,
    textEdit: { range, newText: `${written(name)}${suffix.trimEnd()}` },
  }));
}
