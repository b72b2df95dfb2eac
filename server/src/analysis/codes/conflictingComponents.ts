import type { Conflict } from '../../catalog/model.ts';
import { rangeOf } from '../../manifest/tree.ts';
import { parseVersion } from '../../version/index.ts';
import { isKnown, type KnownPin } from '../pairs.ts';
import { presenceIn } from '../presence.ts';
import type { Draft, Rule } from '../rule.ts';
import { evidenceOf, nameOfPin, sentence, versionRange } from '../texts.ts';
import { inRange } from '../verdict.ts';

/** Two components that upstream says are not run together, unless something between them lifts it. */
export const conflictingComponents: Rule = {
  code: 'conflicting-components',
  severity: 'error',
  title: 'These two are not run together',
  stack: (stack, { catalog }) => {
    const known = stack.pins.filter(isKnown);
    // A base may hold what lifts the conflict.
    const complete = stack.manifest.extends.length === 0;
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
          if (conflict.unless?.some((name) => rest.has(name)) !== true) drafts.push(draft(pin, other, conflict));
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
  return {
    range: versionRange(pin),
    message: `${words}.${conflict.note === undefined ? '' : ` ${sentence(conflict.note)}`}`,
    components: [pin.component.id, other.component.id],
    evidence: [evidenceOf(conflict, `${words}.`)],
    related: [{ range: rangeOf(other.entry.entry), message: `${nameOfPin(other)} is pinned here.` }],
  };
}
