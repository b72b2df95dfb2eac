import { t } from '@vscode/l10n';
import type { Rule } from '../rule.ts';
import { otherReading } from '../yamlReading.ts';

/** The text is what counts here, but other YAML readers of the same file see another value. */
export const unquotedVersion: Rule = {
  code: 'unquoted-version',
  severity: 'warning',
  title: () => t('Other YAML readers see another value'),
  entry: ({ version }) => {
    if (version?.style !== 'plain') return [];
    const { text } = version;
    const reading = otherReading(text);
    if (reading === undefined) return [];
    return [
      {
        at: version,
        message: t('Without quotes, other YAML readers see {0} here, not the version {1}. Write "{1}".', reading, text),
        fix: { kind: 'replace', choices: [{ title: t('Quote the version: "{0}"', text), newText: `"${text}"` }] },
      },
    ];
  },
};
