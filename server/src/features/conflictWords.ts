/** Which pin rules a version out, in a few words. */
import { t } from '@vscode/l10n';
import { nameOfPin } from '../analysis/texts.ts';
import type { NeighbourVerdict } from '../analysis/verdict-types.ts';

/**
 * "unsupported with Istio 1.27.4", "incompatible with Istio 1.22.8 and 2 more". Empty where nothing is against it.
 * @param against the worst first
 */
export function conflictWords([worst, ...others]: readonly NeighbourVerdict[]): string {
  if (worst === undefined) return '';
  const name = nameOfPin(worst.other);
  const more = others.length;
  switch (worst.verdict) {
    case 'incompatible':
      return more === 0 ? t('incompatible with {0}', name) : t('incompatible with {0} and {1} more', name, more);
    case 'unsupported':
      return more === 0 ? t('unsupported with {0}', name) : t('unsupported with {0} and {1} more', name, more);
    default:
      return more === 0 ? t('untested with {0}', name) : t('untested with {0} and {1} more', name, more);
  }
}
