/** What is judged: pins whose component and versions are known, and pairs of them. */
import type { Component } from '../catalog/model.ts';
import { parseVersion } from '../version/index.ts';
import type { LookedUpPin, ResolvedPin } from './analysis.ts';
import type { PairVerdict, Verdict } from './verdict-types.ts';

/** How bad a verdict is; higher is worse. */
export const BADNESS: { readonly [verdict in Verdict]: number } = {
  compatible: 0,
  unknown: 1,
  untested: 2,
  unsupported: 3,
  incompatible: 4,
};

/** A pin whose component and versions are known, whatever stack it takes part in. */
export interface LookedUpKnown extends LookedUpPin {
  readonly component: Component;
}

/** The same without where it is written. */
export type PinnedVersions = Omit<LookedUpKnown, 'entry'>;

/** A pin of a stack whose component and versions are known. */
export interface KnownPin extends ResolvedPin {
  readonly component: Component;
}

/** The verdict on two pins of a stack. */
export interface PinPair {
  /** The pin a finding is about: the one nearest to the checked file that wins, else the one whose upstream speaks. */
  readonly pin: KnownPin;
  readonly other: KnownPin;
  /** Pins of the same version as `other`, which the same is true of. */
  readonly alike?: readonly KnownPin[];
  /** The best that any two versions of the pins reach: what is sure to hold. */
  readonly best: PairVerdict;
  /** The worst that two versions of the pins reach; differs from `best` only when a pin is a range or a line. */
  readonly worst: PairVerdict;
  /** Which candidates of one of the two are incompatible with every version of the other that it may meet, newest first. */
  readonly badCandidates: (of: KnownPin) => readonly string[];
}

/** Whether there is anything to judge: a component, and versions of it. */
export function isKnown<P extends LookedUpPin>(pin: P): pin is P & { readonly component: Component } {
  return pin.component !== undefined && pin.candidates.length > 0;
}

/** The same pin as if one of its versions were pinned. */
export function atVersion<P extends LookedUpKnown>(pin: P, text: string): P {
  const version = parseVersion(text, pin.component.versions.scheme);
  return { ...pin, candidates: [text], value: version === undefined ? pin.value : { kind: 'exact', text, version } };
}
