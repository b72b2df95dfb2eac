import { t } from '@vscode/l10n';
import { rangeOf } from '../../manifest/tree.ts';
import type { Draft, Rule } from '../rule.ts';
import { sentences } from '../texts.ts';

/** What `catalogs` names is no catalog that can be used. */
export const invalidCatalog: Rule = {
  code: 'invalid-catalog',
  severity: 'error',
  title: () => t('A catalog cannot be used'),
  document: ({ document, catalogs }, context) =>
    catalogs.flatMap((entry, index): Draft[] => {
      const outcome = context.documents?.get(document.index)?.outcomes[index];
      if (outcome?.kind !== 'invalid') return [];
      const [first, ...more] = outcome.problems;
      const told = t('The catalog "{0}" cannot be used, so nothing of it counts.', entry.text);
      const problem = first === undefined ? '' : t('Line {0}: {1}', first.line, first.message);
      return [
        {
          range: rangeOf(entry),
          message: sentences(told, problem, restOf(more.length)),
        },
      ];
    }),
};

function restOf(more: number): string {
  if (more === 0) return '';
  return more === 1 ? t('1 more problem follows.') : t('{0} more problems follow.', more);
}
