import { t } from '@vscode/l10n';
import type { Rule } from '../rule.ts';
import { nameOfPin, versionNode } from '../texts.ts';

export const unpinned: Rule = {
  code: 'unpinned',
  severity: 'warning',
  title: () => t('A range or line where the policy asks for exact pins'),
  pinUnderPolicy: (pin, { unpinned: policy }) => {
    const kind = pin.value?.kind;
    if (policy === 'allow' || (kind !== 'line' && kind !== 'range')) return [];
    return [
      {
        at: versionNode(pin.entry),
        message:
          kind === 'line'
            ? t('{0} is a release line, and the policy asks for exact versions. Pin one version.', nameOfPin(pin))
            : t('{0} is a range, and the policy asks for exact versions. Pin one version.', nameOfPin(pin)),
        components: [pin.component?.id ?? pin.entry.component],
        fix: pin.component === undefined ? undefined : { kind: 'pin', goal: 'exact' },
        ...(policy === 'deny' ? { severity: 'error' as const } : {}),
      },
    ];
  },
};
