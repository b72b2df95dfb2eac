import { t } from '@vscode/l10n';
import { rangeOf } from '../../manifest/tree.ts';
import type { Draft, Rule } from '../rule.ts';

export const baseOutsideWorkspace: Rule = {
  code: 'base-outside-workspace',
  severity: 'error',
  title: () => t('A file that is extended lies outside of the workspace'),
  document: (_manifest, _context, { problems }) =>
    problems.flatMap(({ kind, entry }): Draft[] => {
      if (kind !== 'outside') return [];
      const message = t(
        '"{0}" lies outside of the workspace. Only files inside it can be extended: move it here, or open the folder that holds both.',
        entry.text,
      );
      return [{ range: rangeOf(entry), message }];
    }),
};
