/** The fixes of a finding that change pins: the nearest version of each side, and where no single one does, several together. */
import type { FixData, PinRef } from '../../analysis/finding.ts';
import { isKnown, type KnownPin } from '../../analysis/pairs.ts';
import { isInherited } from '../../analysis/texts.ts';
import type { Cost } from '../engine/problem.ts';
import { FOR_ONE, type Tolerance } from '../stack/tolerance.ts';
import { exactPin } from './exactPin.ts';
import type { Fixing } from './fixing.ts';
import { suitsGoal } from './goals.ts';
import { leastChange } from './leastChange.ts';
import { type Edit, type PlaceKind, placesOf } from './places.ts';
import type { Tried } from './trial.ts';

/** The data of a fix that changes pins. */
export type PinsFix = Extract<FixData, { readonly kind: 'pins' }>;

/** A change of pins that was tried. */
export interface PinFix extends Tried {
  readonly edits: readonly Edit[];
  /** As `priceOf` counts it. */
  readonly cost: Cost;
}

/** Answers that are tried before a pin is given up: another finding can come of the nearest. */
const MOST_TRIED = 6;

/** Another pin may stay as bad as it is, where there is nothing to mend but the pin itself. */
const LIFECYCLE: readonly Tolerance[] = FOR_ONE.filter((_, index) => index % 2 === 1);

/** A pin that a fix names, and where it may be changed. */
interface Named {
  readonly ref: PinRef;
  readonly pin: KnownPin;
  readonly places: readonly PlaceKind[];
}

/**
 * Makes them. Each was tried: the finding is gone after it, and no other came.
 * @returns single pins, in no order; where there are none, one change of several pins, if there is any
 */
export function pinFixes(fix: PinsFix, made: Fixing): readonly PinFix[] {
  const named = fix.pins.flatMap((ref) => find(ref, made) ?? []);
  const single = named.flatMap((one) => one.places.flatMap((place) => singleFix(one, place, fix, made) ?? []));
  if (single.length > 0 || fix.goal === 'exact' || fix.goal === 'patch') return single;
  const [first] = named;
  const several = first && severalFix(first, fix, made);
  return several === undefined ? [] : [several];
}

function find(ref: PinRef, { analysis, stacksOf }: Fixing): Named | undefined {
  const stack = stacksOf(ref.document).find(({ environment }) => environment === ref.environment);
  const pin = stack?.pins.find(({ entry }) => entry.instance === ref.instance);
  const manifest = analysis.manifests.find(({ document }) => document.index === ref.document);
  if (pin === undefined || manifest === undefined || !isKnown(pin) || pin.entry.locked) return undefined;
  return { ref, pin, places: placesOf(pin, manifest) };
}

/** The nearest version of one pin, in one place. */
function singleFix({ ref, pin }: Named, place: PlaceKind, fix: PinsFix, made: Fixing): PinFix | undefined {
  if (fix.goal === 'exact') {
    const exact = exactPin(pin, place, ref.document, made, () => false);
    return exact === undefined || exact.resolved.length === 0 ? undefined : { ...exact, cost: [1] };
  }
  // In its text a pin changes with those that refer to it.
  const tied = place === 'text';
  const isIt = (other: KnownPin) =>
    tied ? other.entry.version === pin.entry.version : other.entry.entry === pin.entry.entry;
  return search(isIt, tied, ref, fix, made, (changed) => (changed.some(isIt) ? [place] : []), pin);
}

/** The least change of several pins of the file. */
function severalFix({ ref, pin }: Named, fix: PinsFix, made: Fixing): PinFix | undefined {
  return search(
    (other) => !isInherited(other),
    true,
    ref,
    fix,
    made,
    () => ['text'],
    pin,
  );
}

function search(
  isFree: (pin: KnownPin) => boolean,
  tied: boolean,
  { document }: PinRef,
  { goal, pins }: PinsFix,
  made: Fixing,
  placesFor: (pins: readonly KnownPin[]) => readonly PlaceKind[],
  about: KnownPin,
): PinFix | undefined {
  const { trials, limits, stacksOf, contextOf, workshopOf } = made;
  const shared = workshopOf(document);
  const names = new Set(pins.map(({ instance }) => instance));
  const isAbout = (pin: KnownPin) => pin.entry.version === about.entry.version;
  const suits = suitsGoal(goal, contextOf(document), shared.offered);
  const failed = new Set<string>();
  for (let attempts = 0; attempts < MOST_TRIED; attempts += 1) {
    const change = leastChange(
      stacksOf(document),
      shared,
      {
        isFree,
        tied,
        isTarget: (one, two) => pins.length > 1 && names.has(one.entry.instance) && names.has(two.entry.instance),
        suits: (pin, text) => !(failed.has(text) && isAbout(pin)) && (!isAbout(pin) || suits(pin, text)),
        mayStay: goal === 'fits' ? undefined : (pin) => !isAbout(pin),
      },
      goal === 'fits' ? FOR_ONE : LIFECYCLE,
      limits,
    );
    if (change.kind !== 'found' || change.moves.length === 0) return undefined;
    const edits = change.moves.flatMap(({ pins: [first, ...others], to }): Edit[] =>
      placesFor([first, ...others]).map((kind) => ({ kind, pin: kind === 'text' ? first : about, to })),
    );
    const tried = trials.attempt(document, edits);
    if (tried !== undefined && tried.resolved.length > 0) return { ...tried, edits, cost: change.cost };
    const own = change.moves.find((move) => move.pins.some(isAbout));
    if (own === undefined) return undefined;
    failed.add(own.to);
  }
  return undefined;
}
