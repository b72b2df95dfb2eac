/** An effective stack as its rules see it: what several of them ask for is worked out once, and only when it is asked for. */
import type { EffectiveStack } from './analysis.ts';
import type { KnownMember } from './judgedPairs.ts';
import { once } from './once.ts';
import type { KnownPin, PinPair } from './pairs.ts';
import { type Brought, broughtBy, type Presence, presenceIn, type StackPresence } from './presence.ts';
import type { Remembered } from './remembered.ts';
import type { LaidStack } from './stacks.ts';
import type { VerdictMemory } from './verdictMemory.ts';

export interface StackView {
  readonly stack: EffectiveStack;
  /** The pins whose component and versions are known, in their order. */
  readonly members: readonly KnownMember[];
  /** Those of one component. */
  membersOf(id: string): readonly KnownMember[];
  /** The pairs with a verdict worth a finding. */
  readonly reported: readonly PinPair[];
  /** The pins that an incompatibility could touch: of which some version is incompatible with one of another. */
  readonly constrained: readonly KnownPin[];
  /** Whether all pairs were judged that something is said about: a limit keeps files from hanging the editor. */
  readonly areAllJudged: boolean;
  /** What the file removes of its bases. */
  readonly taken: Presence;
  presence(): StackPresence;
  readonly verdicts: VerdictMemory;
  /**
   * An answer that takes long to find, remembered between checks.
   * @param question all that the answer depends on
   */
  remembered<T>(question: string, find: () => T): T;
}

/** What rules about stacks remember between checks. */
export interface StackRuleMemory {
  readonly verdicts: VerdictMemory;
  /** What the known pins of a stack bring, by the stack. */
  readonly brought: Remembered<Brought>;
  /** Answers that take long to find, by the question. */
  readonly answers: Remembered<{ readonly answer: unknown }>;
}

/** Puts a view together. */
export function stackView(
  parts: Pick<StackView, 'stack' | 'members' | 'reported' | 'constrained' | 'areAllJudged' | 'taken'>,
  laid: LaidStack,
  memory: StackRuleMemory,
): StackView {
  const { members } = parts;
  const byComponent = once(() => grouped(members));
  return {
    ...parts,
    verdicts: memory.verdicts,
    presence: once(() => {
      const brought = broughtBy(members, memory.brought.get(laid.key));
      memory.brought.set(laid.key, brought);
      return presenceIn(laid, brought);
    }),
    membersOf: (id) => byComponent().get(id) ?? [],
    remembered: <T>(question: string, find: () => T): T => {
      const known = memory.answers.get(question) ?? { answer: find() };
      memory.answers.set(question, known);
      return known.answer as T;
    },
  };
}

function grouped(members: readonly KnownMember[]): Map<string, KnownMember[]> {
  const lists = new Map<string, KnownMember[]>();
  for (const member of members) {
    const { id } = member.likeness.component;
    const list = lists.get(id);
    if (list === undefined) lists.set(id, [member]);
    else list.push(member);
  }
  return lists;
}
