import { t } from '@vscode/l10n';
import { rangeOf } from '../../manifest/tree.ts';
import type { Draft, Rule } from '../rule.ts';
import { sentences } from '../texts.ts';

/** What `catalogs` names cannot be read. */
export const missingCatalog: Rule = {
  code: 'missing-catalog',
  severity: 'error',
  title: () => t('A catalog cannot be read'),
  document: ({ document, catalogs }, context) =>
    catalogs.flatMap((entry, index): Draft[] => {
      const outcome = context.documents?.get(document.index)?.outcomes[index];
      if (outcome?.kind !== 'missing') return [];
      const { why, unable = false } = outcome;
      const advice = unable ? t('Open it, to have it read.') : t("A path begins at this file's folder: correct it.");
      return [
        {
          range: rangeOf(entry),
          message: sentences(t('The catalog "{0}" cannot be read: {1}.', entry.text, why), advice),
          // Where no file can be read, nothing says that this one is wrong.
          ...(unable ? { severity: 'information' } : {}),
        },
      ];
    }),
};
