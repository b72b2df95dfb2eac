import { t } from '@vscode/l10n';
import type { Rule } from '../rule.ts';
import { isDuplicateComponent } from './yaml.ts';

export const duplicateComponent: Rule = {
  code: 'duplicate-component',
  severity: 'error',
  title: () => t('Pinned twice in one mapping'),
  document: ({ document }) =>
    document.problems.filter(isDuplicateComponent).map(({ range, first, key }) => {
      const name = key ?? '';
      return {
        range,
        message: t(
          '"{0}" is pinned twice in this mapping. Remove one, or give the second a name of its own and write "component: {0}" in it.',
          name,
        ),
        pins: [{ instance: name, component: name }],
        related: first === undefined ? [] : [{ range: first, message: t('It is pinned here first.') }],
      };
    }),
};
