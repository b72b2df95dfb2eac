import { t } from '@vscode/l10n';
import { pairFinding } from '../pairFinding.ts';
import type { Rule } from '../rule.ts';

export const unsupported: Rule = {
  code: 'unsupported',
  severity: 'warning',
  title: () => t('Outside the range that upstream declares as supported'),
  pair: (pair, stack) => (pair.best.verdict === 'unsupported' ? [pairFinding(pair, stack)] : []),
};
