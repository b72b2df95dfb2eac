/** Components of generated instances: their release lines, what they are pinned to, and what each version costs. */
import type { Cost, Variable } from '../../server/src/resolve/engine/problem.ts';
import type { Random } from './random.ts';

/** Versions stand oldest first, by release lines. */
export interface Component {
  /** Of each version its line, from 0. */
  readonly lineOf: readonly number[];
  /** Of each line its major version. */
  readonly majorOf: readonly number[];
  /** Lines before this one are out of support. */
  readonly firstSupported: number;
}

/** What may be chosen for a component, in a stack that pins it. */
export interface Pin {
  readonly component: Component;
  /** Its place among the component's versions. */
  readonly pinned: number;
  /** Places of the versions that may be chosen, oldest first; the pinned one is among them. */
  readonly choices: readonly number[];
}

const MOST_VERSIONS = 200;

/** A component as upstreams have them: many have few lines, some have many, and some of these many patches. */
export function componentOf(random: Random): Component {
  const lines = 2 + Math.floor(random.next() ** 2 * 24);
  const patches = 1 + Math.floor(random.next() ** 2 * 20);
  const minors = random.between(3, 12);
  const lineOf: number[] = [];
  for (let line = 0; line < lines; line += 1) {
    const most = Math.max(1, Math.min(random.between(1, patches), MOST_VERSIONS - lineOf.length - (lines - line - 1)));
    for (let patch = 0; patch < most; patch += 1) lineOf.push(line);
  }
  const majorOf = Array.from({ length: lines }, (_, line) => Math.floor(line / minors));
  return { lineOf, majorOf, firstSupported: Math.max(0, lines - random.between(2, 6)) };
}

export function linesOf({ majorOf }: Component): number {
  return majorOf.length;
}

/** The line that was the newest at a time between 0 and 1, which are the same for all components. */
export function lineAt(component: Component, time: number): number {
  return Math.max(0, Math.min(linesOf(component) - 1, Math.floor(time * linesOf(component))));
}

/** One version of a line. */
export function versionIn({ lineOf }: Component, line: number, random: Random): number {
  const first = lineOf.indexOf(line);
  return random.between(first, lineOf.lastIndexOf(line));
}

/** A pin as what the resolver searches over. */
export function variableOf(pin: Pin): Variable {
  return { costs: pin.choices.map((version) => costOf(pin, version)) };
}

/** The price of a version: changed, downgrade, out of support, jump, lines jumped, newer patches left out. */
function costOf({ component, pinned }: Pin, version: number): Cost {
  const { lineOf, majorOf, firstSupported } = component;
  const [from = 0, to = 0] = [lineOf[pinned], lineOf[version]];
  const jump = from === to ? 0 : majorOf[from] === majorOf[to] ? 1 : 2;
  return [
    version === pinned ? 0 : 1,
    version < pinned ? 1 : 0,
    to < firstSupported ? 1 : 0,
    jump,
    Math.abs(to - from),
    lineOf.lastIndexOf(to) - version,
  ];
}
