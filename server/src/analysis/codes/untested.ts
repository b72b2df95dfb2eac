import { t } from '@vscode/l10n';
import { pairFinding } from '../pairFinding.ts';
import type { Rule } from '../rule.ts';

export const untested: Rule = {
  code: 'untested',
  severity: 'information',
  title: () => t('Outside what upstream says it tested, or newer than its statement could know'),
  pair: (pair, stack) => {
    if (pair.best.verdict !== 'untested') return [];
    // Nothing has to be changed, so no fix is offered.
    return [{ ...pairFinding(pair, stack), fix: undefined }];
  },
};
