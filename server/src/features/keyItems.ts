/** Completion of the manifest's own keys and of values that the schema lists. */
import { type CompletionItem, CompletionItemKind, InsertTextMode } from 'vscode-languageserver-types';
import { scalarText } from '../analysis/yamlReading.ts';
import { type AllowedKey, type KeyInfo, takesOnly } from '../manifest/jsonSchema.ts';
import type { ClientTraits } from './document.ts';
import { render } from './prose.ts';
import { schemaBlocks } from './schemaCard.ts';
import type { TextSlot } from './slot.ts';

/** Where a key goes. */
export interface KeySlot extends TextSlot {
  /** Keys that stand in the same mapping already. */
  readonly present: ReadonlySet<string>;
  /** A colon follows already: only the key itself is written. */
  readonly hasColon: boolean;
  /** The mapping is written in braces. */
  readonly flow: boolean;
  /** Where the key stands in its line: the number of spaces before what belongs beside it. */
  readonly indentation: number;
}

/** The keys that are not there yet, those that are required first. */
export function keyItems(
  keys: readonly AllowedKey[],
  slot: KeySlot,
  traits: ClientTraits['completion'],
): CompletionItem[] {
  return keys
    .filter(({ key }) => !slot.present.has(key))
    .map((key, index) => {
      const newText = slot.hasColon ? key.key : withValue(key, slot, traits);
      const item: CompletionItem = {
        label: key.key,
        kind: CompletionItemKind.Property,
        detail: key.required ? `${key.title} (required)` : key.title,
        documentation: render(schemaBlocks(key), traits.documentation),
        filterText: key.key,
        sortText: `${key.required ? 0 : 1}${String(index).padStart(2, '0')}`,
        textEdit: { range: slot.range, newText },
      };
      if (newText.includes('\n')) item.insertTextMode = InsertTextMode.asIs;
      return item;
    });
}

/**
 * The key up to where a person goes on writing. A mapping or a list goes on in the next line, where the client can be
 * told to keep our indentation: others would add their own to it.
 */
function withValue(
  key: AllowedKey,
  { flow, indentation }: KeySlot,
  { keepsWhitespace }: ClientTraits['completion'],
): string {
  const [only, ...more] = key.values;
  if (only !== undefined && more.length === 0) return `${key.key}: ${scalarText(only, undefined)}`;
  const isList = takesOnly('list', key);
  if (flow || !(isList || takesOnly('mapping', key))) return `${key.key}: `;
  if (!keepsWhitespace) return `${key.key}:`;
  return `${key.key}:\n${' '.repeat(indentation + 2)}${isList ? '- ' : ''}`;
}

/** The values that the schema lists, in its order. */
export function valueItems(info: KeyInfo, { range, lead, written }: TextSlot): CompletionItem[] {
  const isBoolean = takesOnly('boolean', info);
  return info.values.map((value, index) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    ...(value === info.default ? { detail: 'the default' } : {}),
    filterText: value,
    sortText: String(index).padStart(2, '0'),
    // `true` in quotes would be a text.
    textEdit: { range, newText: isBoolean ? `${lead}${value}` : written(value) },
  }));
}
