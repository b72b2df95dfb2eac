import { t } from '@vscode/l10n';
import type { Rule } from '../rule.ts';

/** The YAML itself is broken. A component written twice has a code of its own. */
export const yaml: Rule = {
  code: 'yaml',
  severity: 'error',
  title: () => t('The YAML itself is broken'),
  document: ({ document }) =>
    document.problems
      .filter((problem) => !isDuplicateComponent(problem))
      .map(({ range, message, first }) => ({
        range,
        message,
        related: first === undefined ? [] : [{ range: first, message: t('It is written here first.') }],
      })),
};

/** Whether a duplicate key is a pin: it stands in a `components` mapping. */
export function isDuplicateComponent(problem: { readonly kind: string; readonly path?: readonly string[] }): boolean {
  const path = problem.path ?? [];
  const inStack = path.length === 1 && path[0] === 'components';
  const inEnvironment = path.length === 3 && path[0] === 'environments' && path[2] === 'components';
  return problem.kind === 'duplicate-key' && (inStack || inEnvironment);
}
