import type { Conflict } from '../../catalog/model.ts';
import { parseVersion } from '../../version/index.ts';
import { isKnown, type KnownPin } from '../pairs.ts';
import { presenceIn } from '../presence.ts';
import type { Draft, Rule } from '../rule.ts';
import { takenOut } from '../takenOut.ts';
import { evidenceOf, isInherited, nameOfPin, pinName, relatedPlaces, sentence, versionRange } from '../texts.ts';
import { inRange } from '../verdict.ts';

/** Two components that upstream says are not run together, unless something between them lifts it. */
export const conflictingComponents: Rule = {
  code: 'conflicting-components',
  severity: 'error',
  title: 'These two are not run together',
  stack: (stack, { catalog }) => {
    const known = stack.pins.filter(isKnown);
    // A base that cannot be read may hold what lifts the conflict.
    const { complete, composedBelow } = stack.composition;
    const taken = takenOut(stack.manifest, stack.composition, stack.environment, catalog);
    const drafts: Draft[] = [];
    for (const pin of known) {
      for (const conflict of pin.component.conflicts ?? []) {
        if (!complete && conflict.unless !== undefined) continue;
        if (!everyCandidate(pin, conflict.when)) continue;
        for (const other of known) {
          if (other.component.id !== conflict.with || !everyCandidate(other, conflict.range)) continue;
          // What the two bring along themselves does not stand between them.
          const rest = presenceIn({ pins: stack.pins.filter((one) => one !== pin && one !== other) }, (id) =>
            catalog.summary(id),
          );
          if (conflict.unless?.some((name) => rest.has(name)) === true) continue;
          // Between two pins of a base it is told there, unless something stands between them there.
          const isTold = composedBelow([pin.layer, other.layer]) && !conflict.unless?.some((name) => taken.has(name));
          if (!isTold) drafts.push(draft(pin, other, conflict));
        }
      }
    }
    return drafts;
  },
};

function everyCandidate(pin: KnownPin, range: string): boolean {
  return pin.candidates.every((text) => {
    const version = parseVersion(text, pin.component.versions.scheme);
    return version !== undefined && inRange(version, range);
  });
}

function draft(pin: KnownPin, other: KnownPin, conflict: Conflict): Draft {
  const words = `${nameOfPin(pin)} and ${nameOfPin(other)} are not run together`;
  const [nearest, further] = isInherited(pin) && !isInherited(other) ? [other, pin] : [pin, other];
  return {
    range: versionRange(nearest),
    message: `${words}.${conflict.note === undefined ? '' : ` ${sentence(conflict.note)}`}`,
    components: [pin.component.id, other.component.id],
    pins: [pinName(pin), pinName(other)],
    evidence: [evidenceOf(conflict, `${words}.`)],
    related: relatedPlaces(nearest, [further]),
  };
}
