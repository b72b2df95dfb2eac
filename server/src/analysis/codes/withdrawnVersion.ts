import { t } from '@vscode/l10n';
import { lineOf } from '../../catalog/queries.ts';
import { compareVersions, parseVersion } from '../../version/index.ts';
import { withNote } from '../../words.ts';
import { isKnown } from '../pairs.ts';
import type { Rule } from '../rule.ts';
import { evidenceOf, nameOfPin, sentence, versionNode } from '../texts.ts';

export const withdrawnVersion: Rule = {
  code: 'withdrawn-version',
  severity: 'error',
  title: () => t('Upstream withdrew this version'),
  pin: (pin) => {
    if (!isKnown(pin) || pin.value?.kind !== 'exact') return [];
    const { version } = pin.value;
    const withdrawal = lineOf(pin.component, version)?.withdrawn?.find(({ version: text }) => {
      const withdrawn = parseVersion(text, version.scheme);
      return withdrawn !== undefined && compareVersions(withdrawn, version) === 0;
    });
    if (withdrawal === undefined) return [];
    const why = withdrawal.note === undefined ? undefined : sentence(withdrawal.note);
    return [
      {
        at: versionNode(pin.entry),
        message: withNote(t('{0} was withdrawn by upstream', nameOfPin(pin)), why),
        components: [pin.component.id],
        evidence: [evidenceOf(withdrawal, t('{0} was withdrawn.', nameOfPin(pin)))],
        tags: ['deprecated'],
        fix: { kind: 'pin', goal: 'supported' },
      },
    ];
  },
};
