import { isPrerelease } from '../../version/index.ts';
import { deniesPrereleases } from '../policy.ts';
import type { Rule } from '../rule.ts';
import { nameOfPin, pinRef, versionRange } from '../texts.ts';

export const prerelease: Rule = {
  code: 'prerelease',
  severity: 'warning',
  title: 'A pre-release is pinned and the policy denies it',
  pin: (pin, stack) => {
    if (pin.value?.kind !== 'exact' || !isPrerelease(pin.value.version) || !deniesPrereleases(stack)) return [];
    const { component } = pin;
    return [
      {
        range: versionRange(pin),
        message: `${nameOfPin(pin)} is a pre-release. Pin a final release, or write "prereleases: allow" under policy.`,
        components: [component?.id ?? pin.entry.component],
        fix: component === undefined ? undefined : { kind: 'pins', pins: [pinRef(stack, pin)], goal: 'supported' },
      },
    ];
  },
};
