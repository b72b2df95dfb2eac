/**
 * What the schemas say, in the language of the reader. Their titles and descriptions are the texts to translate, and so are
 * the names of layers that they list: l10n/<language>/schema.json holds every one of them (test/l10n/schemaTexts.ts).
 */
import { t } from '@vscode/l10n';

/** A title or a description of a schema, or the name of a layer; any other text comes back as it is. */
export function said(text: string): string {
  // Without a text there is nothing to look up.
  return text === '' ? '' : t(text);
}
