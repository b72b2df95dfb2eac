import { isKnown } from '../pairs.ts';
import type { Rule } from '../rule.ts';
import { supportOfPin } from '../support.ts';
import { nameOfPin, versionNode } from '../texts.ts';

export const endOfLife: Rule = {
  code: 'end-of-life',
  severity: 'warning',
  title: 'Out of support',
  pin: (pin, context) => {
    if (!isKnown(pin)) return [];
    const support = supportOfPin(pin, context);
    if (support === undefined || (support.state !== 'ended' && support.state !== 'extended')) return [];
    const { ends, line, evidence } = support;
    const said =
      ends === undefined
        ? `${nameOfPin(pin)} is out of support: ${evidence.statement}`
        : `Support for ${pin.component.name} ${line.line} ended on ${ends}.`;
    const paid = support.state === 'extended' ? ` Extended support goes on until ${support.extendedEnds}.` : '';
    return [
      {
        at: versionNode(pin.entry),
        message: `${said}${paid}`,
        components: [pin.component.id],
        evidence: [evidence],
        tags: ['deprecated'],
        fix: { kind: 'pin', goal: 'longer-support' },
      },
    ];
  },
};
