import { t } from '@vscode/l10n';
import { enumeration } from '../../words.ts';
import type { KnownPin, PinPair } from '../pairs.ts';
import type { Rule } from '../rule.ts';
import { isInherited, list, nameOfPin, pinRef, relatedPlaces, sentence, versionRange } from '../texts.ts';

const NAMED = 4;

/** Some versions that a range or a release line admits cannot work with another pin, and others can. */
export const rangeAdmitsIncompatible: Rule = {
  code: 'range-admits-incompatible',
  severity: 'warning',
  title: () => t('Part of a range or line is incompatible with another pin'),
  pair: (pair, stack) => {
    const { best, worst } = pair;
    if (best.verdict === 'incompatible' || worst.verdict !== 'incompatible') return [];
    // The range is what can be narrowed, so the finding stands there.
    const [open, other] =
      isPartlyBad(pair, pair.pin) || pair.other.candidates.length < 2 ? [pair.pin, pair.other] : [pair.other, pair.pin];
    const bad = pair.badCandidates(open);
    const shown = bad.slice(0, NAMED);
    const named =
      bad.length > shown.length ? t('{0} and {1} more', enumeration(shown), bad.length - shown.length) : list(shown);
    const [nearest, further] = isInherited(open) && !isInherited(other) ? [other, open] : [open, other];
    return [
      {
        range: versionRange(nearest),
        message: t(
          '{0} admits versions that cannot be used with {1} ({2}): {3}',
          nameOfPin(open),
          nameOfPin(other),
          named,
          sentence(worst.reason),
        ),
        components: [open.component.id, other.component.id],
        evidence: worst.evidence,
        related: relatedPlaces(nearest, [further]),
        fix: { kind: 'pins', pins: [pinRef(stack, open)], goal: 'exact' },
      },
    ];
  },
};

/** Whether narrowing the pin would help: some of its versions are good. */
function isPartlyBad(pair: PinPair, pin: KnownPin): boolean {
  return pin.candidates.length > 1 && pair.badCandidates(pin).length < pin.candidates.length;
}
