import { t } from '@vscode/l10n';
import type { Draft, Rule } from '../rule.ts';
import { componentRange, evidenceOf, isInherited, list, nameOfPin, pinName, relatedPlaces } from '../texts.ts';

/** Needs one of several, and none is in the stack. What a base needs is told in the base, unless this file removes it. */
export const missingRequirement: Rule = {
  code: 'missing-requirement',
  severity: 'information',
  title: () => t('Needs a component that is not in the stack'),
  stack: ({ stack, members, taken, presence }, { catalog }) => {
    // A base that cannot be read may hold it.
    if (!stack.composition.complete) return [];
    const drafts: Draft[] = [];
    for (const member of members) {
      // Nearly no pin has any: the others are not made for it.
      for (const requirement of member.likeness.requires) {
        const { pin } = member;
        const { anyOf } = requirement;
        if (isInherited(pin) && !anyOf.some((name) => taken.has(name))) continue;
        if (anyOf.some((name) => presence().has(name))) continue;
        const names = anyOf.map((name) => catalog.summary(name)?.name ?? t('a component that provides {0}', name));
        const [name, needed] = [nameOfPin(pin), list(names, 'or')];
        const hasChoice = anyOf.length > 1;
        drafts.push({
          range: componentRange(pin),
          message: hasChoice
            ? t(
                '{0} needs one of {1}, and this stack has none. Pin it here if it is part of this platform.',
                name,
                needed,
              )
            : t('{0} needs {1}, and this stack has none. Pin it here if it is part of this platform.', name, needed),
          components: [pin.component.id],
          pins: [pinName(pin)],
          evidence: [
            evidenceOf(
              requirement,
              hasChoice ? t('{0} needs one of {1}.', name, needed) : t('{0} needs {1}.', name, needed),
            ),
          ],
          related: relatedPlaces(pin, []),
          fix: { kind: 'add', document: stack.document, anyOf },
        });
      }
    }
    return drafts;
  },
};
