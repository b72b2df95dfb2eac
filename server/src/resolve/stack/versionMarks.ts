/** Which versions of a component every statement about another one treats alike. */
import type { Likeness } from '../../analysis/likeness.ts';
import { inRange } from '../../analysis/verdict.ts';
import type { IsPinned } from '../../analysis/verdictMemory.ts';
import type { Catalog, Component, IsoDate } from '../../catalog/model.ts';
import { releasedAfter } from '../../catalog/queries.ts';
import { statementsBetween } from '../../catalog/relations.ts';
import { parseVersion } from '../../version/index.ts';

/** What statements ask of a version of a component when they are about it and another one. */
interface Questions {
  readonly ranges: readonly string[];
  /** Days on which statements about it were read: what came out later, they could not know. */
  readonly days: readonly IsoDate[];
  readonly marks: Map<string, string>;
}

const questions = new WeakMap<Component, WeakMap<Component, Questions>>();

/** The same questions each time: what was answered is kept, by component object. */
function questionsOf(component: Component, other: Component): Questions {
  const known = questions.get(component) ?? new WeakMap<Component, Questions>();
  questions.set(component, known);
  const made = known.get(other);
  if (made !== undefined) return made;
  const ranges = new Set<string>();
  const days = new Set<IsoDate>();
  for (const { speaker, rule } of statementsBetween(component, other)) {
    if (speaker === 'a') ranges.add(rule.when);
    else {
      for (const range of [rule.supported, rule.tested, rule.breaks]) if (range !== undefined) ranges.add(range);
      days.add(rule.checked);
    }
  }
  const asked = { ranges: [...ranges], days: [...days], marks: new Map<string, string>() };
  known.set(other, asked);
  return asked;
}

/** What every statement about two components makes of a version of the first: equal marks, equal verdicts. */
function marksOf(component: Component, text: string, other: Component): string {
  const { ranges, days, marks } = questionsOf(component, other);
  const known = marks.get(text);
  if (known !== undefined) return known;
  const version = parseVersion(text, component.versions.scheme);
  const made =
    version === undefined
      ? text
      : [
          ...ranges.map((range) => (inRange(version, range) ? '1' : '0')),
          ...days.map((day) => (releasedAfter(component, version, day) ? '1' : '0')),
        ].join('');
  marks.set(text, made);
  return made;
}

/** The components that versions of one carry, of those that a stack does not pin itself. */
export function carriedComponents(component: Component, catalog: Catalog, isPinned: IsPinned): readonly Component[] {
  if (component.carries === undefined) return [];
  const ids = new Set(component.carries.flatMap((one) => (one.default === true ? [] : one.with)));
  return [...ids].flatMap((id) => (isPinned(id) ? [] : (catalog.component(id) ?? [])));
}

/**
 * A text that two versions of a component share when every statement about it and another component, or about what either
 * of them carries, treats them alike.
 * @param likeness of the one version; asked for where it may carry something
 * @param carriedByOther what versions of the other carry
 */
export function signatureOf(
  component: Component,
  text: string,
  likeness: () => Likeness,
  other: Component,
  carriedByOther: readonly Component[],
  isPinned: IsPinned,
): string {
  const parts = [marksOf(component, text, other)];
  for (const carried of carriedByOther) parts.push(marksOf(component, text, carried));
  if (component.carries === undefined) return parts.join(' ');
  const { carries, carriedSide } = likeness();
  for (const id of carries) {
    const side = isPinned(id) ? undefined : carriedSide(id);
    if (side === undefined) continue;
    const marks = new Set(side.versions.map((version) => marksOf(side.component, version, other)));
    parts.push(`${id}:${[...marks].sort().join('|')}`);
  }
  return parts.join(' ');
}

/** Whether anybody says anything about two components, or about what either of them carries. */
export function isSpokenOf(
  a: Component,
  carriedByA: readonly Component[],
  b: Component,
  carriedByB: readonly Component[],
): boolean {
  const isStated = (one: Component, two: Component) => statementsBetween(one, two).length > 0;
  return isStated(a, b) || carriedByB.some((two) => isStated(a, two)) || carriedByA.some((one) => isStated(one, b));
}
