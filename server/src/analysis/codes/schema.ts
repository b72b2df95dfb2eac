import { t } from '@vscode/l10n';
import { validateStack } from '../../manifest/stackFormat.ts';
import type { FixData } from '../finding.ts';
import type { Rule } from '../rule.ts';

/** The document does not fit schemas/stack.schema.json. */
export const schema: Rule = {
  code: 'schema',
  severity: 'error',
  title: () => t('The document does not fit the schema'),
  document: (manifest) =>
    validateStack(manifest.document).map(({ range, message, suggestions }) => ({
      range,
      message,
      fix: replacing(suggestions),
    })),
};

function replacing(suggestions: readonly string[]): FixData | undefined {
  if (suggestions.length === 0) return undefined;
  return { kind: 'replace', choices: suggestions.map((key) => ({ title: t('Change to "{0}"', key), newText: key })) };
}
