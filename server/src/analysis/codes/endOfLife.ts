import { t } from '@vscode/l10n';
import { isKnown } from '../pairs.ts';
import type { Rule } from '../rule.ts';
import { supportOfPin } from '../support.ts';
import { nameOfPin, sentences, versionNode } from '../texts.ts';

export const endOfLife: Rule = {
  code: 'end-of-life',
  severity: 'warning',
  title: () => t('Out of support'),
  pin: (pin, context) => {
    if (!isKnown(pin)) return [];
    const support = supportOfPin(pin, context);
    if (support === undefined || (support.state !== 'ended' && support.state !== 'extended')) return [];
    const { ends, line, evidence } = support;
    const said =
      ends === undefined
        ? t('{0} is out of support: {1}', nameOfPin(pin), evidence.statement)
        : t('Support for {0} ended on {1}.', `${pin.component.name} ${line.line}`, ends);
    const paid = support.state === 'extended' ? t('Extended support goes on until {0}.', support.extendedEnds) : '';
    return [
      {
        at: versionNode(pin.entry),
        message: sentences(said, paid),
        components: [pin.component.id],
        evidence: [evidence],
        tags: ['deprecated'],
        fix: { kind: 'pin', goal: 'longer-support' },
      },
    ];
  },
};
