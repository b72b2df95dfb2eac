/** Judges any two pins within one stack by itself, without tables: what others find is held against it. */
import type { AnalysisContext } from '../../server/src/analysis/analysis.ts';
import { judgedPair } from '../../server/src/analysis/judgedPair.ts';
import type { KnownPin, PinPair } from '../../server/src/analysis/pairs.ts';
import { verdictMemory } from '../../server/src/analysis/verdictMemory.ts';

/** @param pinned ids that the stack pins explicitly */
export function pairJudge(pinned: ReadonlySet<string>, { catalog }: Pick<AnalysisContext, 'catalog'>) {
  const memory = verdictMemory(catalog);
  const isPinned = (id: string) => pinned.has(id);
  const participant = (pin: KnownPin) => memory.participant(memory.likeness(pin), isPinned);
  return {
    pair: (a: KnownPin, b: KnownPin): PinPair => judgedPair(a, participant(a), b, participant(b), memory, isPinned),
  };
}
