/** Two components of which neither carries anything: what their versions make of each other holds in every stack. */

import type { Component } from '../catalog/model.ts';
import { parseVersion } from '../version/index.ts';
import { judgePair } from './verdict.ts';
import type { PairVerdict, Subject } from './verdict-types.ts';
import { type VersionClasses, versionClasses } from './versionClasses.ts';

export interface PlainTable {
  readonly one: VersionClasses;
  readonly two: VersionClasses;
  /** The verdict on versions of two classes; judged once. */
  verdict(classOfOne: number, classOfTwo: number): PairVerdict;
}

const known = new WeakMap<Component, WeakMap<Component, PlainTable>>();

/** The same each time, by component object. */
export function plainTable(a: Component, b: Component): PlainTable {
  const ofA = known.get(a) ?? new WeakMap<Component, PlainTable>();
  known.set(a, ofA);
  const made = ofA.get(b) ?? makeTable(a, b);
  ofA.set(b, made);
  return made;
}

/** More classes than any component has before another. */
const ROW = 0x10000;

function makeTable(a: Component, b: Component): PlainTable {
  const [one, two] = [versionClasses(a, b), versionClasses(b, a)];
  const verdicts = new Map<number, PairVerdict>();
  return {
    one,
    two,
    verdict: (classOfOne, classOfTwo) => {
      const key = classOfOne * ROW + classOfTwo;
      const before = verdicts.get(key);
      if (before !== undefined) return before;
      const [first, second] = [subjectOf(a, one.example(classOfOne)), subjectOf(b, two.example(classOfTwo))];
      const verdict = first === undefined || second === undefined ? SILENT : judgePair(first, second);
      verdicts.set(key, verdict);
      return verdict;
    },
  };
}

const SILENT: PairVerdict = { verdict: 'unknown', reason: '', evidence: [], deciding: [] };

function subjectOf(component: Component, text: string): Subject | undefined {
  const version = parseVersion(text, component.versions.scheme);
  return version && { component, version, label: `${component.name} ${version.text}` };
}
