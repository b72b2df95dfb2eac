/** What all pins of one component at one version, line or range share: worked out once, however many pins there are. */
import type { Catalog, Component, Conflict, Requirement } from '../catalog/model.ts';
import { carriedBy } from '../catalog/relations.ts';
import { inRange, parseVersion } from '../version/index.ts';
import { once } from './once.ts';
import type { LookedUpKnown, PinnedVersions } from './pairs.ts';
import { carriedRanges, carriedSide, type Side, sideOf } from './sides.ts';

export interface Likeness {
  readonly key: string;
  /** Number of the check that it took part in last. */
  seen: number;
  /** No longer handed out by the memory that made it: another stands for the same pins now. */
  dropped: boolean;
  readonly component: Component;
  readonly side: Side;
  /** Ids of what it carries, if that is more than a default. */
  readonly carries: readonly string[];
  /** One of these as a side; undefined where no catalog knows it or its versions. */
  carriedSide(id: string): Side | undefined;
  /** Its id, ids of what it carries, and the capabilities that any of these provide. */
  readonly gives: () => readonly string[];
  /** What all its versions need. */
  readonly requires: readonly Requirement[];
  /** What none of its versions is run together with. */
  readonly conflicts: readonly Conflict[];
  /** Whether all its versions are in a range. */
  isWithin(range: string): boolean;
}

/** Pins with equal keys are alike: a component and a text that is read as one kind of version have the same candidates. */
export function likenessKey({ component, value, candidates }: PinnedVersions): string {
  return `${component.id}\n${value?.kind ?? ''}\n${value?.text ?? ''}\n${candidates.length}`;
}

/** Makes it of one of the pins; the catalog decodes what is carried on first use. */
export function likenessOf({ component, value, candidates }: LookedUpKnown, catalog: Catalog): Likeness {
  // What is remembered must not hold the stack that a pin is of, nor the file.
  const pin: PinnedVersions = { component, value, candidates };
  const { scheme } = component.versions;
  const ranges = carriedRanges(pin);
  const sides = new Map<string, Side | undefined>();
  const isWithin = (range: string): boolean =>
    candidates.every((text) => {
      const version = parseVersion(text, scheme);
      return version !== undefined && inRange(version, range);
    });
  return {
    key: likenessKey(pin),
    seen: 0,
    dropped: false,
    component,
    side: sideOf(pin),
    carries: [...ranges.keys()],
    carriedSide: (id) => {
      const texts = ranges.get(id);
      if (texts === undefined || sides.has(id)) return sides.get(id);
      const side = carriedSide(pin, id, texts, catalog);
      sides.set(id, side);
      return side;
    },
    gives: once(() => given(pin, catalog)),
    requires: component.requires?.filter(({ when }) => isWithin(when)) ?? [],
    conflicts: component.conflicts?.filter(({ when }) => isWithin(when)) ?? [],
    isWithin,
  };
}

function given({ component, candidates }: PinnedVersions, catalog: Catalog): readonly string[] {
  const names = new Set([component.id, ...(component.provides ?? [])]);
  if (component.carries === undefined) return [...names];
  for (const text of candidates) {
    const version = parseVersion(text, component.versions.scheme);
    if (version === undefined) continue;
    for (const { with: id } of carriedBy(component, version)) {
      names.add(id);
      for (const capability of catalog.summary(id)?.provides ?? []) names.add(capability);
    }
  }
  return [...names];
}
