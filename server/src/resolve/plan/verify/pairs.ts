/** Judges two versions for the checker: by every statement about the two, about what they carry, and about their series. */
import { t } from '@vscode/l10n';
import { judgePair } from '../../../analysis/verdict.ts';
import type { PairVerdict } from '../../../analysis/verdict-types.ts';
import type { Catalog, Component, Conflict } from '../../../catalog/model.ts';
import { candidatesOf } from '../../../catalog/queries.ts';
import { carriedBy } from '../../../catalog/relations.ts';
import { parseRange, parseVersion, satisfies, type Version } from '../../../version/index.ts';
import { seriesApart } from './series.ts';

/** Something that is wrong with two versions. */
export interface Fault {
  readonly kind: 'verdict' | 'conflict' | 'series';
  /** How bad it is, among those of its kind. */
  readonly degree: number;
  /** Two pins, by their names with their versions: "istio 1.28 and kubernetes 1.36 are incompatible: …" */
  readonly words: (one: string, two: string) => string;
  /** What lifts it, if anything of that is in the stack. */
  readonly unless: readonly string[];
  /** Whether it is none while the upgrade runs. */
  readonly endsOnly: boolean;
}

/** A component at versions of which it is one. */
export interface Part {
  readonly component: Component;
  readonly versions: readonly Version[];
}

const DEGREES: { readonly [verdict: string]: number } = { unsupported: 1, incompatible: 2 };

/**
 * Finds all that is wrong with a version of one component beside a version of another.
 * @param pinned ids that the stack pins itself: what is carried of these does not count
 */
export function faultsBetween(
  one: Component,
  a: Version,
  two: Component,
  b: Version,
  catalog: Catalog,
  pinned: ReadonlySet<string>,
): readonly Fault[] {
  const [first, second] = [partsOf(one, a, catalog, pinned), partsOf(two, b, catalog, pinned)];
  const faults: Fault[] = [];
  let worst: Judged | undefined;
  for (const own of first) {
    for (const other of second) {
      // What one carries stands beside the other, not beside what that carries.
      if (own.component !== one && other.component !== two) continue;
      const best = bestOf(own, other);
      if (best !== undefined && best.degree > (worst?.degree ?? 0)) worst = best;
    }
  }
  if (worst !== undefined) {
    const {
      degree,
      verdict: { reason },
    } = worst;
    const words = (first: string, second: string): string =>
      degree === 2
        ? t('{0} and {1} are incompatible: {2}.', first, second, reason)
        : t('{0} and {1} are unsupported together: {2}.', first, second, reason);
    // A whole may be of another series than its part while an upgrade runs.
    const near = seriesApart(one, a, two, b, catalog);
    const endsOnly = worst.degree === 1 && near?.isWhole === true && near.distance <= near.most;
    faults.push({ kind: 'verdict', degree: worst.degree, words, unless: [], endsOnly });
  }
  const conflict = conflictOf(one, a, two, b) ?? conflictOf(two, b, one, a);
  if (conflict !== undefined)
    faults.push({
      kind: 'conflict',
      degree: 1,
      words: (first, second) => t('{0} and {1} are not run together.', first, second),
      unless: conflict.unless ?? [],
      endsOnly: false,
    });
  const apart = seriesApart(one, a, two, b, catalog);
  if (apart !== undefined && apart.distance > apart.most) {
    const { distance, whole, most } = apart;
    const words = (first: string, second: string): string =>
      t('{0} and {1} are {2} series of {3} apart, and {4} is the most.', first, second, distance, whole, most);
    faults.push({ kind: 'series', degree: distance, words, unless: [], endsOnly: false });
  }
  return faults;
}

/** The thing itself, then each thing that it carries and the stack does not pin. */
export function partsOf(
  component: Component,
  version: Version,
  catalog: Catalog,
  pinned: ReadonlySet<string>,
): readonly Part[] {
  const carried = new Map<Component, Version[]>();
  for (const { with: id, versions, statement } of carriedBy(component, version)) {
    const inside = statement.default === true || pinned.has(id) ? undefined : catalog.component(id);
    if (inside === undefined) continue;
    carried.set(inside, [...(carried.get(inside) ?? []), ...versionsIn(inside, versions)]);
  }
  const parts = [...carried].map(([inside, versions]) => ({ component: inside, versions }));
  return [{ component, versions: [version] }, ...parts.filter(({ versions }) => versions.length > 0)];
}

function versionsIn(component: Component, text: string): Version[] {
  const { scheme } = component.versions;
  const one = parseVersion(text, scheme);
  if (one !== undefined) return [one];
  const range = parseRange(text, scheme);
  if (range === undefined) return [];
  return candidatesOf(component, { kind: 'range', text, range }).flatMap((each) => parseVersion(each, scheme) ?? []);
}

interface Judged {
  readonly degree: number;
  readonly verdict: PairVerdict;
}

/** A part that may be several versions is as good as the best of them; undefined where that is no fault. */
function bestOf(one: Part, two: Part): Judged | undefined {
  let best: Judged | undefined;
  for (const a of one.versions) {
    for (const b of two.versions) {
      const verdict = judgePair(
        { component: one.component, version: a, label: `${one.component.name} ${a.text}` },
        { component: two.component, version: b, label: `${two.component.name} ${b.text}` },
      );
      const degree = DEGREES[verdict.verdict] ?? 0;
      if (degree === 0) return undefined;
      if (best === undefined || degree < best.degree) best = { degree, verdict };
    }
  }
  return best;
}

function conflictOf(speaker: Component, own: Version, about: Component, other: Version): Conflict | undefined {
  return speaker.conflicts?.find(({ with: id, when, range }) => {
    if (id !== about.id) return false;
    const [mine, theirs] = [parseRange(when, own.scheme), parseRange(range, other.scheme)];
    if (mine === undefined || theirs === undefined) return false;
    return satisfies(own, mine, 'as-release') && satisfies(other, theirs, 'as-release');
  });
}
