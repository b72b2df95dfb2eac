/** Which versions of a component every statement about another one treats alike: one stands for all of them. */

import type { Component, IsoDate } from '../catalog/model.ts';
import { releasedAfter } from '../catalog/queries.ts';
import { statementsBetween } from '../catalog/relations.ts';
import { inRange, parseRange, parseVersion, placesAmong, type Version } from '../version/index.ts';

/** The classes of versions of a component before another one. */
export interface VersionClasses {
  /** Whether the class of a version is known already, so that it costs nothing to ask. */
  has(text: string): boolean;
  /** The class of a version, by its text. */
  of(text: string): number;
  /** A version of a class. */
  example(ofClass: number): string;
}

const known = new WeakMap<Component, WeakMap<Component, VersionClasses>>();

/** The same each time, by component object: what a version is asked once it is not asked again. */
export function versionClasses(component: Component, other: Component): VersionClasses {
  const ofComponent = known.get(component) ?? new WeakMap<Component, VersionClasses>();
  known.set(component, ofComponent);
  const made = ofComponent.get(other) ?? classify(component, other);
  ofComponent.set(other, made);
  return made;
}

function classify(component: Component, other: Component): VersionClasses {
  const { ranges, days } = questionsAbout(component, other);
  const classes = new Map<string, number>();
  const byMarks = new Map<string, number>();
  const examples: string[] = [];
  const { scheme } = component.versions;
  const placeOf = placesAmong(ranges.flatMap((range) => parseRange(range, scheme) ?? []));
  const insideByPlace = new Map<number, string>();
  // Thousands of versions lie between a few limits.
  const insideOf = (version: Version): string => {
    const place = placeOf(version);
    const before = place === undefined ? undefined : insideByPlace.get(place);
    if (before !== undefined) return before;
    const inside = ranges.map((range) => (inRange(version, range) ? '1' : '0')).join('');
    if (place !== undefined) insideByPlace.set(place, inside);
    return inside;
  };
  const marksOf = (text: string): string => {
    const version = parseVersion(text, scheme);
    if (version === undefined) return text;
    return insideOf(version) + days.map((day) => (releasedAfter(component, version, day) ? '1' : '0')).join('');
  };
  return {
    has: (text) => classes.has(text),
    of: (text) => {
      const before = classes.get(text);
      if (before !== undefined) return before;
      const marks = marksOf(text);
      const place = byMarks.get(marks) ?? examples.push(text) - 1;
      byMarks.set(marks, place);
      classes.set(text, place);
      return place;
    },
    example: (ofClass) => examples[ofClass] ?? '',
  };
}

/** What statements ask of a version of a component when they are about it and another one. */
function questionsAbout(component: Component, other: Component) {
  const ranges = new Set<string>();
  // What came out after a statement was read, it could not know.
  const days = new Set<IsoDate>();
  for (const { speaker, rule } of statementsBetween(component, other)) {
    if (speaker === 'a') ranges.add(rule.when);
    else {
      for (const range of [rule.supported, rule.tested, rule.breaks]) if (range !== undefined) ranges.add(range);
      days.add(rule.checked);
    }
  }
  return { ranges: [...ranges], days: [...days] };
}
