/** What is to be mended in a document: what its findings are about, as far as nobody accepts them. */
import type { Analysis, AnalysisContext, EffectiveStack, ResolvedPin } from '../../analysis/analysis.ts';
import { endOfLife } from '../../analysis/codes/endOfLife.ts';
import type { Code, Finding } from '../../analysis/finding.ts';
import { once } from '../../analysis/once.ts';
import { BADNESS, type KnownPin } from '../../analysis/pairs.ts';
import type { EntryNode } from '../../manifest/tree.ts';
import { isWorse } from './milder.ts';

/** The findings that another version mends, and that make a stack no good one. */
export const MENDED: ReadonlySet<Code> = new Set([
  'incompatible',
  'unsupported',
  'unsatisfiable',
  'withdrawn-version',
  'override-not-allowed',
]);

export interface Targets {
  /** Whether two pins are to be mended. `now` is their badness as they are written. */
  isPair(one: KnownPin, two: KnownPin, now: number): boolean;
  /** Whether a pin cannot stay where it is, whatever the others are. */
  mustMove(pin: KnownPin): boolean;
  /** Whether it takes part in what cannot be told pair by pair. */
  isInvolved(pin: KnownPin): boolean;
  /**
   * Whether a pin may be moved to a version whose support has ended: where that is told of it anyway, or where worse is. Anywhere
   * else another finding would come of it, which is known before it is tried.
   */
  mayEnd(pin: KnownPin): boolean;
}

/** Finds the targets of a document. */
export function targetsOf(
  { findings, acknowledged }: Pick<Analysis, 'findings' | 'acknowledged'>,
  stacks: readonly EffectiveStack[],
  { severities }: AnalysisContext,
): Targets {
  const composition = stacks[0]?.composition;
  const named = namesIn(stacks);
  const entriesOf = (some: readonly Finding[], codes: readonly Code[]): ReadonlySet<EntryNode> =>
    new Set(some.filter(({ code }) => codes.includes(code)).flatMap((one) => named(one).flat()));
  const moving = entriesOf(findings, ['withdrawn-version', 'override-not-allowed']);
  const involved = entriesOf(findings, ['unsatisfiable']);
  const accepted = new Map<EntryNode, Set<EntryNode>>();
  for (const finding of acknowledged.filter(({ code }) => code === 'incompatible' || code === 'unsupported'))
    for (const entries of named(finding))
      for (const one of entries) {
        const others = accepted.get(one) ?? new Set();
        accepted.set(one, others);
        for (const other of entries) others.add(other);
      }
  const ending = severities['end-of-life'] ?? endOfLife.severity;
  const ended = entriesOf([...findings, ...acknowledged], ['end-of-life']);
  const worse = once(
    () => new Set(findings.filter(({ severity }) => isWorse(severity, ending)).flatMap((one) => named(one).flat())),
  );
  const isTold = (now: number) => severities[now >= BADNESS.incompatible ? 'incompatible' : 'unsupported'] !== 'off';
  return {
    isPair: (one, two, now) =>
      now >= BADNESS.unsupported &&
      isTold(now) &&
      accepted.get(one.entry.entry)?.has(two.entry.entry) !== true &&
      // What a base holds whole is told in the base.
      composition?.composedBelow([one.layer, two.layer]) !== true,
    mustMove: ({ entry }) => moving.has(entry.entry),
    isInvolved: ({ entry }) => involved.has(entry.entry),
    mayEnd: ({ entry }) => ending === 'off' || ended.has(entry.entry) || worse().has(entry.entry),
  };
}

/** The entries that a finding is about, in each stack that it holds in. */
function namesIn(stacks: readonly EffectiveStack[]): (finding: Finding) => EntryNode[][] {
  const known = new Map<EffectiveStack, ReadonlyMap<string, ResolvedPin>>();
  return ({ environments, pins }) =>
    stacks
      .filter(({ environment }) => environments.includes(environment))
      .map((stack) => {
        const byName = known.get(stack) ?? new Map(stack.pins.map((pin) => [pin.entry.instance, pin]));
        known.set(stack, byName);
        return pins.flatMap(({ instance }) => byName.get(instance)?.entry.entry ?? []);
      });
}
