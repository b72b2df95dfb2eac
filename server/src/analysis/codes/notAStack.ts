import { t } from '@vscode/l10n';
import { rangeOf } from '../../manifest/tree.ts';
import type { Draft, Rule } from '../rule.ts';

export const notAStack: Rule = {
  code: 'not-a-stack',
  severity: 'error',
  title: () => t('A file that is extended is no stack manifest'),
  document: (_manifest, _context, { problems }) =>
    problems.flatMap(({ kind, entry }): Draft[] => {
      if (kind !== 'not-a-stack') return [];
      const message = t(
        '"{0}" is no stack manifest. One begins with "apiVersion: stackpin/v1" and "kind: Stack".',
        entry.text,
      );
      return [{ range: rangeOf(entry), message }];
    }),
};
