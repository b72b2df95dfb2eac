/**
 * The verdict on a pair of exact versions, from the statements that upstream makes about it. The rules are those of
 * docs/verdicts.md; each step below names its own.
 */
import { t } from '@vscode/l10n';
import type { CompatibilityRule } from '../catalog/model.ts';
import { heightOf } from '../catalog/overlay.ts';
import { releasedAfter } from '../catalog/queries.ts';
import { type SpokenRule, statementsBetween } from '../catalog/relations.ts';
import { inRange, isAboveRange, isBefore, parseRange, satisfies } from '../version/index.ts';
import { statementRow, withNote } from '../words.ts';
import type { Evidence } from './finding.ts';
import { rangeInWords } from './texts.ts';
import type { AppliedStatement, PairVerdict, Subject, Verdict } from './verdict-types.ts';

/** What one statement says about the other side's version. */
type Position = 'inside' | 'untested' | 'outside' | 'too-new';

/** What holds for a version of either side of the statements between two components, by its text. */
interface Holding {
  readonly a: Map<string, readonly CompatibilityRule[]>;
  readonly b: Map<string, readonly CompatibilityRule[]>;
}

/** By what is said between two components, of which there is one list. A version is judged against many. */
const holding = new WeakMap<readonly SpokenRule[], Holding>();

/** What one side of a pair says that holds for its version. */
function rulesOf(
  side: 'a' | 'b',
  { version }: Subject,
  statements: readonly SpokenRule[],
): readonly CompatibilityRule[] {
  const ofBoth = holding.get(statements) ?? { a: new Map(), b: new Map() };
  holding.set(statements, ofBoth);
  const known = ofBoth[side].get(version.text);
  if (known !== undefined) return known;
  const made = statements.flatMap(({ speaker, rule }) =>
    speaker === side && inRange(version, rule.when) ? [rule] : [],
  );
  ofBoth[side].set(version.text, made);
  return made;
}

/** What is said of two versions: first by the one, then by the other. */
function appliedStatements(a: Subject, b: Subject): AppliedStatement[] {
  const statements = statementsBetween(a.component, b.component);
  return [
    ...rulesOf('a', a, statements).map((rule) => ({ rule, own: a, other: b })),
    ...rulesOf('b', b, statements).map((rule) => ({ rule, own: b, other: a })),
  ];
}

/** Whether a statement speaks for a pair (1), against it (-1) or neither. Mere advice speaks for nothing. */
function stanceOf(one: AppliedStatement): -1 | 0 | 1 {
  const { level, breaks } = one.rule;
  if (level === 'recommended') return 0;
  if (level === 'broken') return breaks !== undefined && inRange(one.other.version, breaks) ? -1 : 0;
  const at = position(one);
  if (at === 'outside') return -1;
  return at === 'too-new' ? 0 : 1;
}

/**
 * The statements without those that a higher catalog contradicts: of two catalogs of a user's own the upper one is right,
 * and both are over the bundled one. A test that was not made contradicts nothing.
 */
function withoutOverruled(applied: readonly AppliedStatement[]): readonly AppliedStatement[] {
  const top = Math.max(...applied.map(({ rule }) => heightOf(rule)), 0);
  if (top === 0) return applied;
  const placed = applied.map((one) => ({ one, height: heightOf(one.rule), stance: stanceOf(one) }));
  const ruling = placed.filter(({ one, stance }) => stance !== 0 && one.rule.level !== 'tested');
  const highest = Math.max(...ruling.map(({ height }) => height), 0);
  const stances = new Set(ruling.filter(({ height }) => height === highest).map(({ stance }) => stance));
  if (highest === 0 || stances.size !== 1) return applied;
  return placed
    .filter(({ height, stance }) => height >= highest || stance === 0 || stances.has(stance))
    .map(({ one }) => one);
}

/** The range that a statement's level is about. */
function statedRange(rule: CompatibilityRule): string | undefined {
  return rule.level === 'tested' ? rule.tested : (rule.supported ?? rule.tested);
}

function position({ rule, other }: AppliedStatement): Position {
  const text = statedRange(rule);
  const range = text === undefined ? undefined : parseRange(text, other.version.scheme);
  if (range === undefined) return 'inside';
  if (satisfies(other.version, range, 'as-release')) {
    return rule.level !== 'tested' && rule.tested !== undefined && !inRange(other.version, rule.tested)
      ? 'untested'
      : 'inside';
  }
  // A statement cannot know what was released after it was read.
  if (isAboveRange(other.version, range) && releasedAfter(other.component, other.version, rule.checked))
    return 'too-new';
  return 'outside';
}

function named(subject: Subject): string {
  return withCarrier(subject.label, subject);
}

function withCarrier(name: string, { via }: Subject): string {
  return via === undefined ? name : t('{0}, which {1} carries', name, via);
}

/** "1.36.4", where the component has just been named. */
function shortly(subject: Subject): string {
  const { label, component } = subject;
  const short = label.startsWith(`${component.name} `) ? label.slice(component.name.length + 1) : label;
  return withCarrier(short, subject);
}

/** Says a statement in words, without a full stop: "Istio 1.28.1 supports Kubernetes 1.30 to 1.34". */
export function worded({ rule, own, other }: AppliedStatement): string {
  const { label } = own;
  const { name } = other.component;
  const within = (range: string | undefined) => rangeInWords(range ?? '*', other.component);
  if (rule.inSeries !== undefined)
    return t('{0} belongs to {1}, as does {2} {3}', label, rule.inSeries, name, within(rule.tested));
  switch (rule.level) {
    case 'required':
      return t('{0} needs {1} {2}', label, name, within(statedRange(rule)));
    case 'tested':
      return t('{0} is tested with {1} {2}', label, name, within(statedRange(rule)));
    case 'broken':
      return t('{0} does not work with {1} {2}', label, name, within(rule.breaks));
    default:
      return t('{0} supports {1} {2}', label, name, within(statedRange(rule)));
  }
}

function evidence(applied: readonly AppliedStatement[]): Evidence[] {
  return applied.map((one) => {
    const { source, checked, note } = one.rule;
    return { statement: withNote(worded(one), note), source, checked };
  });
}

/** A reason with what upstream says besides. */
function noted(words: string, { note }: CompatibilityRule): string {
  return note === undefined ? words : withNote(words, note);
}

/** Words are made when somebody reads them: of most of what is judged nobody does. */
function verdict(kind: Verdict, deciding: readonly AppliedStatement[], reason: () => string): PairVerdict {
  let words: string | undefined;
  let statements: readonly Evidence[] | undefined;
  return {
    verdict: kind,
    get reason() {
      words ??= reason();
      return words;
    },
    get evidence() {
      statements ??= evidence(deciding);
      return statements;
    },
    deciding,
  };
}

/** Two statements about one pair, of which one says that it works and the other that it does not. */
export interface Disagreement {
  readonly including: Evidence;
  readonly excluding: Evidence;
}

/**
 * Whether the two sides of a pair contradict each other: one declares it supported, and the other excludes it or says that
 * it fails. A component that contradicts itself is not meant.
 */
export function disagreementOn(a: Subject, b: Subject): Disagreement | undefined {
  const applied = appliedStatements(a, b).filter(({ rule }) => rule.level !== 'tested' && rule.level !== 'recommended');
  const excludes = (one: AppliedStatement): boolean =>
    one.rule.level === 'broken'
      ? one.rule.breaks !== undefined && inRange(one.other.version, one.rule.breaks)
      : position(one) === 'outside';
  const excluding = applied.find(excludes);
  const including = applied.find((one) => one.own !== excluding?.own && one.rule.level !== 'broken' && !excludes(one));
  if (excluding === undefined || including === undefined || position(including) === 'too-new') return undefined;
  const [yes, no] = [...evidence([including]), ...evidence([excluding])];
  return yes === undefined || no === undefined ? undefined : { including: yes, excluding: no };
}

/** Nobody says anything. */
export const NOTHING_KNOWN: PairVerdict = { verdict: 'unknown', reason: '', evidence: [], deciding: [] };

/**
 * Judges two exact versions.
 * @returns the verdict with its reason (without a full stop) and the statements that decided; `unknown` when nobody speaks
 */
export function judgePair(a: Subject, b: Subject): PairVerdict {
  const applied = withoutOverruled(appliedStatements(a, b));
  if (applied.length === 0) return NOTHING_KNOWN;

  // 1. A broken rule covers the pair, or a required rule excludes it.
  for (const one of applied) {
    if (one.rule.level === 'broken' && one.rule.breaks !== undefined && inRange(one.other.version, one.rule.breaks)) {
      return verdict('incompatible', [one], () =>
        noted(t('{0} does not work with {1}', named(one.own), named(one.other)), one.rule),
      );
    }
  }
  const stated = applied.filter(({ rule }) => rule.level === 'required' || rule.level === 'supported');
  const placed = stated.map((one) => ({ one, at: position(one) }));
  const refusal = placed.find(({ one, at }) => one.rule.level === 'required' && at === 'outside');
  if (refusal) {
    const { one } = refusal;
    return verdict('incompatible', [one], () => {
      const needed = statedRange(one.rule) ?? '*';
      const { component } = one.other;
      const [own, other, words] = [named(one.own), named(one.other), rangeInWords(needed, component)];
      return isBefore(needed, component.versions.scheme)
        ? t('{0} cannot work with {1}: it needs a version {2}', own, other, words)
        : t('{0} cannot work with {1}: it needs {2}', own, other, words);
    });
  }

  // 2. What upstream declares as supported. Where statements disagree, both are quoted.
  const inside = placed.filter(({ at }) => at === 'inside' || at === 'untested').map(({ one }) => one);
  const outside = placed.filter(({ at }) => at === 'outside').map(({ one }) => one);
  const tests = applied.filter(({ rule }) => rule.level === 'tested');
  const passed = tests.filter((one) => position(one) === 'inside');
  const [excluding] = outside;
  const including = inside[0] ?? passed[0];
  if (excluding !== undefined && including !== undefined) {
    return verdict('untested', [excluding, including], () =>
      t('{0}, not {1}; but {2}', worded(excluding), shortly(excluding.other), worded(including)),
    );
  }
  const leavesOut = (one: AppliedStatement): string => t('{0}, not {1}', worded(one), shortly(one.other));
  if (excluding !== undefined) return verdict('unsupported', outside, () => leavesOut(excluding));

  // 3. Newer than the statement could know, or inside the supported range but outside the tested one.
  const beyond = placed.find(({ at }) => at === 'too-new')?.one;
  if (beyond !== undefined && including === undefined) {
    return verdict('untested', [beyond], () =>
      t('{0} as of {1}, before {2} was released', worded(beyond), beyond.rule.checked, shortly(beyond.other)),
    );
  }
  const narrow = placed.find(({ at }) => at === 'untested')?.one;
  if (narrow !== undefined && !placed.some(({ at }) => at === 'inside')) {
    if (narrow.rule.inSeries !== undefined) {
      return verdict('untested', [narrow], () => noted(leavesOut(narrow), narrow.rule));
    }
    return verdict('untested', [narrow], () => {
      const tested = rangeInWords(narrow.rule.tested ?? '*', narrow.other.component);
      return t('{0} but tested only {1}, not {2}', worded(narrow), tested, shortly(narrow.other));
    });
  }
  if (inside.length > 0) return verdict('compatible', inside, () => statementRow(inside.map(worded)));

  // 4. Only tests speak.
  if (passed.length > 0) return verdict('compatible', passed, () => statementRow(passed.map(worded)));
  const [untried] = tests;
  if (untried !== undefined) return verdict('untested', tests, () => leavesOut(untried));

  // 5. A recommendation never makes a finding, and a broken rule that does not cover the pair says nothing about it.
  return NOTHING_KNOWN;
}
