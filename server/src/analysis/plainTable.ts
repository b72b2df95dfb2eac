/** Two components of which neither carries anything: what their versions make of each other holds in every stack. */

import type { Component } from '../catalog/model.ts';
import { parseVersion } from '../version/index.ts';
import { once } from './once.ts';
import { BADNESS } from './pairs.ts';
import { judgePair, NOTHING_KNOWN } from './verdict.ts';
import type { PairVerdict, Subject, Verdict } from './verdict-types.ts';
import { type VersionClasses, versionClasses } from './versionClasses.ts';

export interface PlainTable {
  readonly one: VersionClasses;
  readonly two: VersionClasses;
  /** The verdict on versions of two classes; judged once. Its words name one version of each class. */
  verdict(classOfOne: number, classOfTwo: number): PairVerdict;
  /** How bad that is (analysis/pairs.ts). */
  badness(classOfOne: number, classOfTwo: number): number;
  /** The verdict on two versions, by their texts; its words name these. */
  between(one: string, two: string): PairVerdict;
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

function makeTable(a: Component, b: Component): PlainTable {
  const [one, two] = [versionClasses(a, b), versionClasses(b, a)];
  // By the class of the one and that of the other: a search asks millions of times.
  const verdicts: PairVerdict[][] = [];
  const badnesses: number[][] = [];
  const judge = (first: string, second: string): PairVerdict => {
    const [subject, other] = [subjectOf(a, first), subjectOf(b, second)];
    return subject === undefined || other === undefined ? NOTHING_KNOWN : judgePair(subject, other);
  };
  const verdict = (classOfOne: number, classOfTwo: number): PairVerdict => {
    verdicts[classOfOne] ??= [];
    const row = verdicts[classOfOne];
    row[classOfTwo] ??= judge(one.example(classOfOne), two.example(classOfTwo));
    return row[classOfTwo];
  };
  return {
    one,
    two,
    verdict,
    badness: (classOfOne, classOfTwo) => {
      badnesses[classOfOne] ??= [];
      const row = badnesses[classOfOne];
      row[classOfTwo] ??= BADNESS[verdict(classOfOne, classOfTwo).verdict];
      return row[classOfTwo];
    },
    between: (first, second) => {
      const alike = verdict(one.of(first), two.of(second));
      // Most are asked for what they are, and few for what they say.
      return alike.verdict === 'unknown' ? alike : named(alike.verdict, () => judge(first, second));
    },
  };
}

/** A verdict that is known, and whose words are made when somebody reads them. */
function named(kind: Verdict, judge: () => PairVerdict): PairVerdict {
  const judged = once(judge);
  return {
    verdict: kind,
    get reason() {
      return judged().reason;
    },
    get evidence() {
      return judged().evidence;
    },
    get deciding() {
      return judged().deciding;
    },
  };
}

function subjectOf(component: Component, text: string): Subject | undefined {
  const version = parseVersion(text, component.versions.scheme);
  return version && { component, version, label: `${component.name} ${version.text}` };
}
