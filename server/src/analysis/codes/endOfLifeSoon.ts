import { t } from '@vscode/l10n';
import { daysBetween } from '../../catalog/dates.ts';
import { isKnown } from '../pairs.ts';
import type { Rule } from '../rule.ts';
import { supportOfPin } from '../support.ts';
import { versionNode } from '../texts.ts';

export const endOfLifeSoon: Rule = {
  code: 'end-of-life-soon',
  severity: 'information',
  title: () => t("Support ends within the policy's window"),
  pinUnderPolicy: (pin, { supportWindow }, context) => {
    if (!isKnown(pin)) return [];
    const support = supportOfPin(pin, context);
    if (support?.state !== 'supported' || support.ends === undefined) return [];
    const days = daysBetween(context.date, support.ends);
    if (days > supportWindow) return [];
    const { ends } = support;
    const line = `${pin.component.name} ${support.line.line}`;
    return [
      {
        at: versionNode(pin.entry),
        message:
          days === 0
            ? t('Support for {0} ends on {1}, today.', line, ends)
            : days === 1
              ? t('Support for {0} ends on {1}, tomorrow.', line, ends)
              : t('Support for {0} ends on {1}, in {2} days.', line, ends, days),
        components: [pin.component.id],
        evidence: [support.evidence],
        fix: { kind: 'pin', goal: 'longer-support' },
      },
    ];
  },
};
