/** The finding that the verdict on a pair makes; its code is the verdict's name. */
import type { EffectiveStack } from './analysis.ts';
import type { PinPair } from './pairs.ts';
import type { Draft } from './rule.ts';
import { pinRef, relatedPlaces, sentence, versionRange } from './texts.ts';

/** A finding at the pair's pin, with the other pin as its related place and both sides as what may be changed. */
export function pairFinding(pair: PinPair, stack: EffectiveStack): Draft {
  const { pin, other, best } = pair;
  return {
    range: versionRange(pin),
    message: sentence(best.reason),
    components: [pin.component.id, other.component.id],
    evidence: best.evidence,
    related: relatedPlaces(pin, [other]),
    fix: { kind: 'pins', pins: [pinRef(stack, pin), pinRef(stack, other)], goal: 'fits' },
  };
}
