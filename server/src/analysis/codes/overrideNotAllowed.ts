import { t } from '@vscode/l10n';
import { rangeOf } from '../../manifest/tree.ts';
import { parseVersion, satisfies } from '../../version/index.ts';
import { limitBelow } from '../allow.ts';
import type { ResolvedPin } from '../analysis.ts';
import type { Draft, Rule } from '../rule.ts';
import { nameOfPin, pinName, rangeInWords, versionRange } from '../texts.ts';

/** A pin that a file or an environment below may be moved to by what lies above, and the range that says how far. */
export const overrideNotAllowed: Rule = {
  code: 'override-not-allowed',
  severity: 'error',
  title: () => t('Moved to a version that the file below does not allow'),
  override: (pin) => {
    const below = limitBelow(pin);
    if (below === undefined || pin.component === undefined || pin.candidates.length === 0) return [];
    const { range, limited } = below;
    const { scheme } = pin.component.versions;
    const isAllowed = pin.candidates.some((text) => {
      const version = parseVersion(text, scheme);
      return version !== undefined && satisfies(version, range.parsed, 'as-release');
    });
    return isAllowed ? [] : [draft(pin, limited, rangeInWords(range.node.text, pin.component))];
  },
};

function draft(pin: ResolvedPin, limited: ResolvedPin, words: string): Draft {
  const { allow } = limited.entry;
  const place = limited.layer.via === undefined ? {} : { layer: limited.layer };
  return {
    range: versionRange(pin),
    message: t(
      '{0} is not allowed here: {1}, which it takes the place of, may be moved to {2}.',
      nameOfPin(pin),
      nameOfPin(limited),
      words,
    ),
    pins: [pinName(pin)],
    components: pin.component === undefined ? [] : [pin.component.id],
    related: allow === undefined ? [] : [{ range: rangeOf(allow), message: t('This is what is allowed.'), ...place }],
  };
}
