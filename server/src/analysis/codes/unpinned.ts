import { unpinnedPolicy } from '../policy.ts';
import type { Rule } from '../rule.ts';
import { nameOfPin, pinRef, versionRange } from '../texts.ts';

export const unpinned: Rule = {
  code: 'unpinned',
  severity: 'warning',
  title: 'A range or line where the policy asks for exact pins',
  pin: (pin, stack) => {
    const policy = unpinnedPolicy(stack);
    const kind = pin.value?.kind;
    if (policy === 'allow' || (kind !== 'line' && kind !== 'range')) return [];
    return [
      {
        range: versionRange(pin),
        message: `${nameOfPin(pin)} is a ${kind === 'line' ? 'release line' : 'range'}, and the policy asks for exact versions. Pin one version.`,
        components: [pin.component?.id ?? pin.entry.component],
        fix: pin.component === undefined ? undefined : { kind: 'pins', pins: [pinRef(stack, pin)], goal: 'exact' },
        ...(policy === 'deny' ? { severity: 'error' as const } : {}),
      },
    ];
  },
};
