import { t } from '@vscode/l10n';
import type { Conflict } from '../../catalog/model.ts';
import { withNote } from '../../words.ts';
import type { KnownPin } from '../pairs.ts';
import type { Draft, Rule } from '../rule.ts';
import { evidenceOf, isInherited, nameOfPin, pinName, relatedPlaces, sentence, versionRange } from '../texts.ts';

/** Two components that upstream says are not run together, unless something between them lifts it. */
export const conflictingComponents: Rule = {
  code: 'conflicting-components',
  severity: 'error',
  title: () => t('These two are not run together'),
  stack: ({ stack, members, membersOf, taken, presence }) => {
    // A base that cannot be read may hold what lifts the conflict.
    const { complete, composedBelow } = stack.composition;
    const drafts: Draft[] = [];
    for (const member of members) {
      // Nearly no pin has any: the others are not made for it.
      for (const conflict of member.likeness.conflicts) {
        const { pin } = member;
        const { unless = [], range } = conflict;
        if (!complete && conflict.unless !== undefined) continue;
        for (const against of membersOf(conflict.with)) {
          if (!against.likeness.isWithin(range)) continue;
          const { pin: other } = against;
          // What the two bring along themselves does not stand between them.
          if (unless.some((name) => presence().hasWithout(name, [member, against]))) continue;
          // Between two pins of a base it is told there, unless something stands between them there.
          const isTold = composedBelow([pin.layer, other.layer]) && !unless.some((name) => taken.has(name));
          if (!isTold) drafts.push(draft(pin, other, conflict));
        }
      }
    }
    return drafts;
  },
};

function draft(pin: KnownPin, other: KnownPin, conflict: Conflict): Draft {
  const words = t('{0} and {1} are not run together', nameOfPin(pin), nameOfPin(other));
  const [nearest, further] = isInherited(pin) && !isInherited(other) ? [other, pin] : [pin, other];
  return {
    range: versionRange(nearest),
    message: withNote(words, conflict.note === undefined ? undefined : sentence(conflict.note)),
    components: [pin.component.id, other.component.id],
    pins: [pinName(pin), pinName(other)],
    evidence: [evidenceOf(conflict, withNote(words, undefined))],
    related: relatedPlaces(nearest, [further]),
  };
}
