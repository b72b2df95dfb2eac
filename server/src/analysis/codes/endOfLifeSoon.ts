import { daysBetween } from '../../catalog/dates.ts';
import { isKnown } from '../pairs.ts';
import type { Rule } from '../rule.ts';
import { supportOfPin } from '../support.ts';
import { versionNode } from '../texts.ts';

export const endOfLifeSoon: Rule = {
  code: 'end-of-life-soon',
  severity: 'information',
  title: "Support ends within the policy's window",
  pinUnderPolicy: (pin, { supportWindow }, context) => {
    if (!isKnown(pin)) return [];
    const support = supportOfPin(pin, context);
    if (support?.state !== 'supported' || support.ends === undefined) return [];
    const days = daysBetween(context.date, support.ends);
    if (days > supportWindow) return [];
    const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
    return [
      {
        at: versionNode(pin.entry),
        message: `Support for ${pin.component.name} ${support.line.line} ends on ${support.ends}, ${when}.`,
        components: [pin.component.id],
        evidence: [support.evidence],
        fix: { kind: 'pin', goal: 'longer-support' },
      },
    ];
  },
};
