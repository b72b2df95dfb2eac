import { t } from '@vscode/l10n';
import { pairFinding } from '../pairFinding.ts';
import type { Rule } from '../rule.ts';

/** The only red one of the pairs: a source says that it cannot work. */
export const incompatible: Rule = {
  code: 'incompatible',
  severity: 'error',
  title: () => t('Upstream documents that these two cannot work together'),
  pair: (pair, stack) => (pair.best.verdict === 'incompatible' ? [pairFinding(pair, stack)] : []),
};
