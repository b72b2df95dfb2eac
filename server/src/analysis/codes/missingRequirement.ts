import { parseVersion } from '../../version/index.ts';
import { isKnown } from '../pairs.ts';
import { presenceIn } from '../presence.ts';
import type { Draft, Rule } from '../rule.ts';
import { takenOut } from '../takenOut.ts';
import { componentRange, evidenceOf, isInherited, list, nameOfPin, pinName, relatedPlaces } from '../texts.ts';
import { inRange } from '../verdict.ts';

/** Needs one of several, and none is in the stack. What a base needs is told in the base, unless this file removes it. */
export const missingRequirement: Rule = {
  code: 'missing-requirement',
  severity: 'information',
  title: 'Needs a component that is not in the stack',
  stack: (stack, { catalog }) => {
    // A base that cannot be read may hold it.
    if (!stack.composition.complete) return [];
    const presence = presenceIn(stack, (id) => catalog.summary(id));
    const taken = takenOut(stack.manifest, stack.composition, stack.environment, catalog);
    const drafts: Draft[] = [];
    for (const pin of stack.pins) {
      if (!isKnown(pin)) continue;
      for (const requirement of pin.component.requires ?? []) {
        const { anyOf, when } = requirement;
        if (isInherited(pin) && !anyOf.some((name) => taken.has(name))) continue;
        const applies = pin.candidates.every((text) => {
          const version = parseVersion(text, pin.component.versions.scheme);
          return version !== undefined && inRange(version, when);
        });
        if (!applies || anyOf.some((name) => presence.has(name))) continue;
        const names = anyOf.map((name) => catalog.summary(name)?.name ?? `a component that provides ${name}`);
        const words = `${nameOfPin(pin)} needs ${anyOf.length > 1 ? 'one of ' : ''}${list(names, 'or')}`;
        drafts.push({
          range: componentRange(pin),
          message: `${words}, and this stack has none. Pin it here if it is part of this platform.`,
          components: [pin.component.id],
          pins: [pinName(pin)],
          evidence: [evidenceOf(requirement, `${words}.`)],
          related: relatedPlaces(pin, []),
        });
      }
    }
    return drafts;
  },
};
