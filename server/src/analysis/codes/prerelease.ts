import { t } from '@vscode/l10n';
import { isPrerelease } from '../../version/index.ts';
import type { Rule } from '../rule.ts';
import { nameOfPin, versionNode } from '../texts.ts';

export const prerelease: Rule = {
  code: 'prerelease',
  severity: 'warning',
  title: () => t('A pre-release is pinned and the policy denies it'),
  pinUnderPolicy: (pin, { deniesPrereleases }) => {
    if (pin.value?.kind !== 'exact' || !isPrerelease(pin.value.version) || !deniesPrereleases) return [];
    const { component } = pin;
    return [
      {
        at: versionNode(pin.entry),
        message: t(
          '{0} is a pre-release. Pin a final release, or write "prereleases: allow" under policy.',
          nameOfPin(pin),
        ),
        components: [component?.id ?? pin.entry.component],
        fix: component === undefined ? undefined : { kind: 'pin', goal: 'supported' },
      },
    ];
  },
};
