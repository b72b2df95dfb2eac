/** Generated instances: stacks of components that nobody makes, with statements as upstreams make them. Drawn from a seed. */
import type { Problem } from '../../server/src/resolve/engine/problem.ts';
import { type Component, componentOf, lineAt, type Pin, variableOf, versionIn } from './components.ts';
import { chain, lockedEnds, ring } from './impossible.ts';
import { type Random, randomOf } from './random.ts';
import { constraintOf, type Statement, statementOf, type Width } from './statements.ts';

/**
 * What an instance is like.
 *   usual       few pins are behind the others, and what upstreams support is wide
 *   tight       many pins are behind the others, and what upstreams support is narrow
 *   ranges      some pins are locked, some take one line or major version only; of odd seeds there may be no answer
 *   impossible  five components are in the way of each other: there is no answer
 */
export type Kind = 'usual' | 'tight' | 'ranges' | 'impossible';
export const KINDS: readonly Kind[] = ['usual', 'tight', 'ranges', 'impossible'];

export interface Generated {
  readonly kind: Kind;
  readonly components: number;
  readonly seed: number;
}

interface Manner {
  /** The share of pins that are behind. */
  readonly behind: number;
  /** Statements beyond those about the hub and in chains, for each component. */
  readonly more: number;
  readonly width: Width;
}

const MANNERS: { readonly [kind in Kind]: Manner } = {
  usual: { behind: 0.15, more: 0.6, width: { lines: 4, silent: 0.3 } },
  tight: { behind: 0.35, more: 1.2, width: { lines: 2, silent: 0.1 } },
  ranges: { behind: 0.2, more: 0.6, width: { lines: 3, silent: 0.2 } },
  impossible: { behind: 0.2, more: 0.6, width: { lines: 3, silent: 0.2 } },
};

/** When the stack was made, when what is behind was, and the most by which a component differs from that. */
const TIME = { stack: 0.75, behind: 0.45, jitter: 0.08 };
const CHAIN = 5;

/** The problem that is drawn from this seed. */
export function generate({ kind, components, seed }: Generated): Problem {
  const random = randomOf(seed * 4096 + components * 4 + KINDS.indexOf(kind));
  const { behind } = MANNERS[kind];
  const all = Array.from({ length: components }, () => componentOf(random));
  const sure = all.map((component) => lineAt(component, around(TIME.stack, random)));
  const pins = all.map((component, index): Pin => {
    const line = random.chance(behind) ? lineAt(component, around(TIME.behind, random)) : (sure[index] ?? 0);
    const pinned = versionIn(component, line, random);
    const some = kind === 'ranges' ? chosen(component, pinned, random) : everything(component);
    const isSure = some.includes(component.lineOf.lastIndexOf(sure[index] ?? 0));
    return { component, pinned, choices: isSure || seed % 2 === 1 ? some : everything(component) };
  });
  const statements = said(kind, pins, sure, random);
  if (kind !== 'impossible') return problemOf(pins, statements);
  return seed % 2 === 0
    ? problemOf(pins, [...statements, ...ring(pins)])
    : problemOf(lockedEnds(pins), [...statements, ...chain(pins)]);
}

function problemOf(pins: readonly Pin[], statements: readonly Statement[]): Problem {
  return {
    variables: pins.map(variableOf),
    constraints: statements.map((statement) => constraintOf(statement, pins)),
  };
}

function around(time: number, random: Random): number {
  return time + (2 * random.next() - 1) * TIME.jitter;
}

function everything({ lineOf }: Component): readonly number[] {
  return lineOf.map((_, version) => version);
}

/** What a person lets be chosen: nothing else, patches of the line, or what stays in the major version; mostly anything. */
function chosen(component: Component, pinned: number, random: Random): readonly number[] {
  const { lineOf, majorOf } = component;
  const line = lineOf[pinned] ?? 0;
  const draw = random.next();
  if (draw < 0.05) return [pinned];
  if (draw < 0.1) return everything(component).filter((version) => lineOf[version] === line);
  if (draw < 0.3) return everything(component).filter((version) => majorOf[lineOf[version] ?? 0] === majorOf[line]);
  return everything(component);
}

/** Most are about the first component, as most are about Kubernetes; others make chains, of which some end where they began. */
function said(kind: Kind, pins: readonly Pin[], sure: readonly number[], random: Random): readonly Statement[] {
  const { more, width } = MANNERS[kind];
  const found: Statement[] = [];
  const say = (by: number, about: number): void => {
    const [one, two] = [pins[by], pins[about]];
    if (one === undefined || two === undefined || by === about) return;
    const party = (index: number, pin: Pin) => ({ index, pin, sure: sure[index] ?? 0 });
    found.push(statementOf(party(by, one), party(about, two), width, random));
  };
  for (let index = 1; index < pins.length; index += 1) {
    if (random.chance(0.7)) say(index, 0);
    // The hub speaks of some of them too.
    if (random.chance(0.05)) say(0, index);
    if (index % CHAIN > 1) say(index, index - 1);
    if (index % CHAIN === CHAIN - 1 && random.chance(0.4)) say(index - 2, index);
  }
  for (let count = Math.round(more * pins.length); count > 0; count -= 1) {
    say(random.between(1, pins.length - 1), random.between(1, pins.length - 1));
  }
  return found;
}
