import { rangeOf } from '../../manifest/tree.ts';
import type { Draft, Rule } from '../rule.ts';

export const missingBase: Rule = {
  code: 'missing-base',
  severity: 'error',
  title: 'A file that is extended cannot be read',
  document: (_manifest, _context, { problems }) =>
    problems.flatMap((problem): Draft[] => {
      const { entry } = problem;
      if (problem.kind === 'too-many') {
        const message = `This stack is made of more than ${problem.most} files. What lies beyond is left out.`;
        return [{ range: rangeOf(entry), message }];
      }
      if (problem.kind !== 'missing') return [];
      const message = `"${entry.text}" cannot be read: ${problem.reason}. Correct the path, or remove it.`;
      return [{ range: rangeOf(entry), message }];
    }),
};
