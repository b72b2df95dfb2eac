import { t } from '@vscode/l10n';
import { rangeOf } from '../../manifest/tree.ts';
import type { Draft, Rule } from '../rule.ts';

export const missingBase: Rule = {
  code: 'missing-base',
  severity: 'error',
  title: () => t('A file that is extended cannot be read'),
  document: (_manifest, _context, { problems }) =>
    problems.flatMap((problem): Draft[] => {
      const { entry } = problem;
      if (problem.kind === 'too-many') {
        const message = t('This stack is made of more than {0} files. What lies beyond is left out.', problem.most);
        return [{ range: rangeOf(entry), message }];
      }
      if (problem.kind !== 'missing') return [];
      const message = t('"{0}" cannot be read: {1}. Correct the path, or remove it.', entry.text, problem.reason);
      return [{ range: rangeOf(entry), message }];
    }),
};
