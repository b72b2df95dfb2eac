/** The fixes of a finding that change pins: the nearest version of each side, and where no single one does, several together. */
import type { Finding, FixData, PinRef } from '../../analysis/finding.ts';
import { isKnown, type KnownPin } from '../../analysis/pairs.ts';
import { isInherited } from '../../analysis/texts.ts';
import type { Cost } from '../engine/problem.ts';
import { stackProblem } from '../stack/stackProblem.ts';
import { FOR_ALL, FOR_ITSELF, FOR_ONE, type Tolerances } from '../stack/tolerance.ts';
import { without } from '../stack/without.ts';
import { editsOf } from './edits.ts';
import { exactPin } from './exactPin.ts';
import type { Fixing } from './fixing.ts';
import { suitsGoal } from './goals.ts';
import { leastChange, type Move } from './leastChange.ts';
import { lessons } from './lessons.ts';
import { type Edit, type PlaceKind, placesOf } from './places.ts';
import { searching } from './searching.ts';
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
const MOST_TRIED = 8;

/** Steps of all searches for one change. */
const MOST_STEPS = 40_000;

/** A pin that a fix names, and where it may be changed. */
interface Named {
  readonly ref: PinRef;
  readonly pin: KnownPin;
  readonly places: readonly PlaceKind[];
}

/** What is looked for. */
interface Question {
  readonly finding: Pick<Finding, 'code' | 'message' | 'range'>;
  readonly fix: PinsFix;
  readonly document: number;
  /** The pin that is to reach the goal. */
  readonly about: KnownPin;
  readonly isFree: (pin: KnownPin) => boolean;
  /** Whether pins that share one text change together. */
  readonly tied: boolean;
  readonly tolerances: readonly Tolerances[];
  /** How moves are written; undefined where they are no answer. */
  readonly edits: (moves: readonly Move[]) => readonly Edit[] | undefined;
}

/**
 * Makes them. Each was tried: the finding is gone after it, and no other came.
 * @returns single pins, in no order; where there are none, one change of several pins, if there is any
 */
export function pinFixes(
  finding: Pick<Finding, 'code' | 'message' | 'range'>,
  fix: PinsFix,
  made: Fixing,
): readonly PinFix[] {
  const named = fix.pins.flatMap((ref) => find(ref, made) ?? []);
  const single = named.flatMap((one) => one.places.flatMap((place) => singleFix(one, place, finding, fix, made) ?? []));
  if (single.length > 0 || fix.goal === 'exact' || fix.goal === 'patch') return single;
  for (const one of named) {
    if (made.several.left === 0) break;
    made.several.left -= 1;
    const several = severalFix(one, finding, fix, made);
    // What makes a pair fit is the same from both sides.
    if (several !== undefined || fix.goal === 'fits') return several === undefined ? [] : [several];
  }
  return [];
}

function find(ref: PinRef, { analysis, stacksOf }: Fixing): Named | undefined {
  const stack = stacksOf(ref.document).find(({ environment }) => environment === ref.environment);
  const pin = stack?.pins.find(({ entry }) => entry.instance === ref.instance);
  const manifest = analysis.manifests.find(({ document }) => document.index === ref.document);
  if (pin === undefined || manifest === undefined || !isKnown(pin) || pin.entry.locked) return undefined;
  return { ref, pin, places: placesOf(pin, manifest) };
}

/** The nearest version of one pin, in one place. */
function singleFix(
  { ref: { document }, pin }: Named,
  place: PlaceKind,
  finding: Question['finding'],
  fix: PinsFix,
  made: Fixing,
): PinFix | undefined {
  if (fix.goal === 'exact') {
    const exact = exactPin(pin, place, document, made, () => false);
    return exact !== undefined && isAmong(finding, exact) ? { ...exact, cost: [1] } : undefined;
  }
  // In its text a pin changes with those that refer to it.
  const tied = place === 'text';
  const isIt = ({ entry }: KnownPin) => (tied ? entry.version === pin.entry.version : entry.entry === pin.entry.entry);
  return search(
    {
      finding,
      fix,
      document,
      about: pin,
      isFree: isIt,
      tied,
      tolerances: fix.goal === 'fits' ? FOR_ONE : FOR_ITSELF,
      edits: ([move, ...others]) =>
        move === undefined || others.length > 0 ? undefined : [{ kind: place, pin, to: move.to }],
    },
    made,
  );
}

/** The least change of several pins of the file. */
function severalFix(
  { ref: { document }, pin }: Named,
  finding: Question['finding'],
  fix: PinsFix,
  made: Fixing,
): PinFix | undefined {
  return search(
    {
      finding,
      fix,
      document,
      about: pin,
      isFree: (other) => !isInherited(other),
      tied: true,
      tolerances: fix.goal === 'fits' ? FOR_ALL : FOR_ITSELF,
      edits: (moves) => editsOf(moves, true, made.readersOf(document)),
    },
    made,
  );
}

function search(question: Question, made: Fixing): PinFix | undefined {
  const { finding, fix, document, about, isFree, tied, tolerances, edits } = question;
  const { trials, limits, stacksOf, contextOf, workshopOf } = made;
  const shared = workshopOf(document);
  const names = new Set(fix.pins.map(({ instance }) => instance));
  const isAbout = ({ entry }: KnownPin) => entry.version === about.entry.version;
  const suits = suitsGoal(fix.goal, contextOf(document), shared.offered);
  const problem = stackProblem(stacksOf(document), shared, {
    isFree,
    tied,
    isTarget: (one, two) => names.size > 1 && names.has(one.entry.instance) && names.has(two.entry.instance),
    mayStay: fix.goal === 'fits' ? undefined : (pin) => !isAbout(pin),
    mayEnd: made.targetsOf(document).mayEnd,
  });
  if (problem === undefined) return undefined;
  const reaching = without(problem, {
    suits: (pin, text) => !isAbout(pin) || suits(pin, text),
    barred: () => [],
  });
  const learned = lessons(shared.offered);
  const within = searching(limits, MOST_STEPS);
  for (let attempts = 0; attempts < MOST_TRIED && !within.isOver(); attempts += 1) {
    const change = leastChange(without(reaching, learned), tolerances, within);
    if (change.kind !== 'found' || change.stuck > 0 || change.moves.length === 0) return undefined;
    const wanted = edits(change.moves);
    if (wanted === undefined) return undefined;
    const tried = trials.outcome(document, wanted);
    if (tried.kind === 'unwritable') return undefined;
    if (tried.kind === 'good' && isAmong(finding, tried)) return { ...tried, edits: wanted, cost: change.cost };
    learned.learn(tried.kind === 'good' ? [] : tried.came, change.moves);
  }
  return undefined;
}

/** Whether a finding is one of those that are resolved. */
export function isAmong(
  { code, message, range }: Pick<Finding, 'code' | 'message' | 'range'>,
  { resolved }: Pick<Tried, 'resolved'>,
): boolean {
  return resolved.some((one) => one.code === code && one.message === message && one.range.start === range.start);
}
