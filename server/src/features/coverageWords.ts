/** How much of a stack upstream speaks about, in words. */
import { t } from '@vscode/l10n';
import type { Coverage } from '../analysis/analysis.ts';

/** "1 of 3 pairs has a statement (3 components)." */
export function coverageWords({ pins, pairs, pairsKnown }: Coverage): string {
  const components = componentCount(pins);
  if (pairs === 0) return t('no pair to check ({0}).', components);
  return pairsKnown === 1
    ? t('1 of {0} pairs has a statement ({1}).', pairs, components)
    : t('{0} of {1} pairs have a statement ({2}).', pairsKnown, pairs, components);
}

/** "3 components". */
export function componentCount(pins: number): string {
  return pins === 1 ? t('1 component') : t('{0} components', pins);
}
