/** The version that each range or release line takes now, all of them together. */
import type { EffectiveStack } from '../../analysis/analysis.ts';
import { BADNESS, type KnownPin } from '../../analysis/pairs.ts';
import type { Limits } from '../engine/problem.ts';
import { type Group, groupsOf } from './groups.ts';
import { stackProblem } from './stackProblem.ts';
import { type Takeable, type TakeableLink, takeable, takeableLink } from './takeable.ts';
import { type GroupTaken, takenTogether } from './takenGroup.ts';
import type { Workshop } from './workshop.ts';

/** What a pin takes. */
export type TakenVersion =
  | {
      readonly kind: 'version';
      readonly text: string;
      /** What it would take if there were no other pins. */
      readonly newest: string;
      /** It can work with the other pins; what two pins make of each other that both leave nothing open is not looked at. */
      readonly fits: boolean;
      /** Nothing better goes together; otherwise the search stopped at its bound with the best it had seen. */
      readonly proven: boolean;
    }
  /** No versions of it and of the pins that it depends on go together. */
  | { readonly kind: 'none' }
  /** The search stopped before it found any, or that there are none. */
  | { readonly kind: 'unknown' };

/** Ranges and lines of more are not resolved: they are no platform but a stress test, and the editor must stay alive in it. */
const MOST_OPEN = 1_500;

/** Gives what a pin of the stacks takes; of an exact pin its own version. */
export type Taken = (pin: KnownPin) => TakenVersion;

/**
 * Resolves the ranges and lines of stacks together, without changing a pin. No pair of pins is worse than it has to be
 * (takenGroup.ts). Of all versions of which that is true, pins that depend on each other take, in this order: those that their
 * charts install; as few as can be that are out of support; the newest, which is to say that as few newer ones as can be are
 * left out, of all of them together. What upstream took back, or had not released by the day, is taken only where there is
 * nothing else.
 * @param stacks of one document; a pin that several share takes one version in all of them
 * @param limits of the search for each group of pins that depend on each other; it is made when one of them is asked for
 */
export function versionsTaken(stacks: readonly EffectiveStack[], shared: Workshop, limits: Limits): Taken {
  const isOpen = ({ candidates }: Pick<KnownPin, 'candidates'>) => candidates.length > 1;
  const open = new Set(stacks.flatMap(({ pins }) => pins.filter(isOpen)));
  const problem =
    open.size > MOST_OPEN
      ? undefined
      : stackProblem(stacks, shared, {
          isFree: () => false,
          isTarget: () => false,
          tied: false,
          takesPart: isOpen,
        });
  if (problem === undefined) return () => ({ kind: 'unknown' });
  const choices = problem.choices.map((choice) => takeable(choice, shared));
  const placeOf = new Map(choices.flatMap(({ pins }, place) => pins.map(({ entry }) => [entry, place] as const)));
  // Most pairs go together whatever their pins take.
  const links = problem.links.map((link) => takeableLink(link, choices)).filter(({ worst }) => worst > BADNESS.unknown);
  const takenAt = resolving(choices, links, shared, limits);
  const fits = fitting(links, takenAt);
  return ({ entry, candidates }) => {
    const place = placeOf.get(entry);
    const versions = place === undefined ? candidates : (choices[place]?.versions ?? []);
    const [newest] = versions;
    if (newest === undefined) return { kind: 'none' };
    if (place === undefined) return { kind: 'version', text: newest, newest, fits: true, proven: true };
    const taken = takenAt(place);
    if (taken.kind !== 'solved') return taken;
    const text = versions[taken.version] ?? newest;
    return { kind: 'version', text, newest, fits: fits(place, taken.version), proven: taken.proven };
  };
}

/** The version that a choice takes, by its place. */
type TakenAt = (
  place: number,
) =>
  | { readonly kind: 'solved'; readonly version: number; readonly proven: boolean }
  | Exclude<GroupTaken, { readonly kind: 'solved' }>;

/** Resolves groups when one of their choices is asked for. */
function resolving(
  choices: readonly Takeable[],
  links: readonly TakeableLink[],
  shared: Workshop,
  limits: Limits,
): TakenAt {
  const groups = groupsOf(
    choices.map(({ versions }) => versions.length > 1),
    links,
  );
  const groupOf = new Map(groups.flatMap((group) => group.open.map((place) => [place, group] as const)));
  const solved = new Map<Group<TakeableLink>, GroupTaken>();
  return (place) => {
    const group = groupOf.get(place);
    if (group === undefined) return { kind: 'solved', version: 0, proven: true };
    const taken = solved.get(group) ?? takenTogether(group, choices, shared, limits);
    // A search that nobody waited for is not the last word.
    if (limits.isCancelled?.() !== true) solved.set(group, taken);
    return taken.kind === 'solved'
      ? { kind: 'solved', version: taken.versions.get(place) ?? 0, proven: taken.proven }
      : taken;
  };
}

/** Whether a version of a choice can work with what the others take. */
function fitting(links: readonly TakeableLink[], takenAt: TakenAt): (place: number, version: number) => boolean {
  const hard = new Map<number, TakeableLink[]>();
  for (const link of links) {
    if (link.worst < BADNESS.incompatible) continue;
    for (const place of [link.one, link.two]) hard.set(place, [...(hard.get(place) ?? []), link]);
  }
  return (place, version) =>
    (hard.get(place) ?? []).every(({ one, two, classesOfOne, classesOfTwo, badness }) => {
      const other = takenAt(one === place ? two : one);
      if (other.kind !== 'solved') return true;
      const [first, second] = one === place ? [version, other.version] : [other.version, version];
      return badness(classesOfOne()[first] ?? 0, classesOfTwo()[second] ?? 0) < BADNESS.incompatible;
    });
}
