/** The least change that makes a whole document good, or as good as it can be: all its stacks together. */
import type { EffectiveStack } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { isKnown, type KnownPin } from '../../analysis/pairs.ts';
import { isInherited } from '../../analysis/texts.ts';
import type { StackManifest } from '../../manifest/stack.ts';
import { isTenable } from '../stack/choices.ts';
import { partsOf } from '../stack/parts.ts';
import { type StackProblem, stackProblem } from '../stack/stackProblem.ts';
import { without } from '../stack/without.ts';
import { editsOf } from './edits.ts';
import { farthest } from './farthest.ts';
import type { Fixing } from './fixing.ts';
import { type LeastChange, type Move, together } from './leastChange.ts';
import { lessons } from './lessons.ts';
import { aliasOf, canOverride, type Edit } from './places.ts';
import { rememberedOf } from './remembered.ts';
import { type Searching, searching } from './searching.ts';
import { MENDED, type Targets } from './targets.ts';
import type { Tried } from './trial.ts';

/** What becomes of a document when all is fixed that can be. */
export interface FixedDocument extends Tried {
  /** Position in the YAML stream. */
  readonly document: number;
  readonly edits: readonly Edit[];
  /** Findings that should be mended by other versions, and for which none were found. */
  readonly left: readonly Finding[];
  /** No less would do for what is resolved; otherwise the search stopped at its bound with the best it had seen. */
  readonly proven: boolean;
}

/** Answers that are tried before it is given up: another finding can come of the least. */
const MOST_TRIED = 8;

/** Steps of all searches together. */
const MOST_STEPS = 100_000;

/** Parts that are tried one by one where they cannot be changed all at once. */
const MOST_PARTS = 16;

/** Which pins may be changed, and whether those that share one text are changed together. */
interface Way {
  readonly isFree: (pin: KnownPin) => boolean;
  readonly tied: boolean;
}

/**
 * Finds the least change of a document, and tries it. The file's own pins are changed if that is enough, otherwise those that
 * it inherits are overridden as well. Pins that share a text by an alias keep sharing it if they can. What has no answer is
 * left as it is.
 * @param document position in the YAML stream
 * @returns undefined where nothing has to be changed, or nothing can be
 */
export const fixDocument: (document: number, made: Fixing) => FixedDocument | undefined = rememberedOf(
  (document: number, made) => {
    const manifest = made.analysis.manifests.find((one) => one.document.index === document);
    if (manifest === undefined || !made.findingsOf(document).some(({ code }) => MENDED.has(code))) return undefined;
    const within = searching(made.limits, MOST_STEPS);
    let best: FixedDocument | undefined;
    for (const way of waysOf(made.stacksOf(document), manifest)) {
      const fixed = search(document, way, within, made);
      if (fixed !== undefined && (best === undefined || isFarther(fixed, best))) best = fixed;
      if (best?.left.length === 0 || within.isOver()) break;
    }
    return best;
  },
);

/** The ways in which there is something else to change than in those before. */
function waysOf(stacks: readonly EffectiveStack[], manifest: StackManifest): readonly Way[] {
  const pins = stacks.flatMap((stack) => stack.pins.filter(isKnown));
  const isOwn = (pin: KnownPin) => !isInherited(pin);
  const reached = new Set(pins.filter((pin) => isInherited(pin) && canOverride(pin, manifest)));
  const isReached = (pin: KnownPin) => isOwn(pin) || reached.has(pin);
  const hasAliases = pins.some((pin) => isOwn(pin) && aliasOf(pin.entry) !== undefined);
  return [isOwn, ...(reached.size > 0 ? [isReached] : [])].flatMap((isFree) => [
    { isFree, tied: true },
    ...(hasAliases ? [{ isFree, tied: false }] : []),
  ]);
}

/** Whether one leaves fewer errors, or as many and fewer of all. */
function isFarther({ left }: FixedDocument, best: FixedDocument): boolean {
  const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error').length;
  return errors(left) - errors(best.left) < 0 || (errors(left) === errors(best.left) && left.length < best.left.length);
}

function search(document: number, way: Way, within: Searching, made: Fixing): FixedDocument | undefined {
  const learned = lessons(made.workshopOf(document).offered);
  const problem = problemFor(document, way, made);
  if (problem === undefined) return undefined;
  let parts: readonly Change[] = [];
  for (let attempts = 0; attempts < MOST_TRIED; attempts += 1) {
    parts = changesOf(without(problem, learned), made.targetsOf(document), within);
    const { moves, takes, proven } = together(parts);
    if (moves.length === 0) return undefined;
    const edits = editsOf(moves, way.tied, made.readersOf(document));
    const tried = made.trials.outcome(document, edits);
    if (tried.kind === 'good') return fixed(document, edits, tried, proven && learned.isExact());
    if (tried.kind === 'unwritable') break;
    const narrowed = narrowing(tried.came, takes, way);
    if (narrowed.length > 0) {
      const more = editsOf([...moves, ...narrowed], way.tied, made.readersOf(document));
      const again = made.trials.outcome(document, more);
      if (again.kind === 'good') return fixed(document, more, again, false);
    }
    learned.learn(tried.came, moves);
    if (within.isOver()) break;
  }
  return oneByOne(document, way, parts, made);
}

/**
 * Where all that came is of ranges that admit more than what they take beside the others: these, at that version.
 * @param takes what ranges take
 */
function narrowing(came: readonly Finding[], takes: readonly Move[], { isFree }: Way): readonly Move[] {
  if (!came.every(({ code }) => code === 'range-admits-incompatible')) return [];
  const about = new Set(came.flatMap(({ pins }) => pins.map(({ instance }) => instance)));
  return takes.filter(({ pins }) =>
    pins.every((pin) => about.has(pin.entry.instance) && isFree(pin) && !pin.entry.locked),
  );
}

function fixed(document: number, edits: readonly Edit[], tried: Tried, proven: boolean): FixedDocument | undefined {
  const left = tried.after.filter(({ code }) => MENDED.has(code));
  return tried.resolved.length === 0 ? undefined : { ...tried, document, edits, left, proven };
}

type Change = Extract<LeastChange, { readonly kind: 'found' }>;

/** What is to be solved in one way; undefined where there are more pairs than can be looked at. */
function problemFor(document: number, { isFree, tied }: Way, made: Fixing): StackProblem | undefined {
  const shared = made.workshopOf(document);
  const targets = made.targetsOf(document);
  return stackProblem(made.stacksOf(document), shared, {
    isFree,
    tied,
    isTarget: targets.isPair,
    mayStay: (pin, text) => !targets.mustMove(pin) || isTenable(pin, text, shared.offered),
    mayEnd: targets.mayEnd,
  });
}

/** The least change of each part that has something to mend. */
function changesOf(problem: StackProblem, { isInvolved }: Targets, within: Searching): readonly Change[] {
  return partsOf(problem).flatMap((part) => {
    const isAsked =
      part.links.some(({ isTarget }) => isTarget) ||
      part.choices.some(({ untenable, pins }) => untenable.size > 0 || pins.some(isInvolved));
    return isAsked ? (farthest(part, within) ?? []) : [];
  });
}

/** Where the whole brings other findings: the parts that can be changed without. */
function oneByOne(document: number, { tied }: Way, parts: readonly Change[], made: Fixing): FixedDocument | undefined {
  let best: FixedDocument | undefined;
  let kept: readonly Change[] = [];
  const moving = parts.filter(({ moves }) => moves.length > 0);
  if (moving.length < 2) return undefined;
  for (const part of moving.slice(0, MOST_PARTS)) {
    if (made.limits.isCancelled?.() === true) break;
    const edits = editsOf(together([...kept, part]).moves, tied, made.readersOf(document));
    const tried = made.trials.attempt(document, edits);
    const next = tried && fixed(document, edits, tried, false);
    if (next === undefined || next.resolved.length <= (best?.resolved.length ?? 0)) continue;
    best = next;
    kept = [...kept, part];
  }
  return best;
}
