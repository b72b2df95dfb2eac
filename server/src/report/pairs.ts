/** How the pins of a stack stand to each other, two by two. */
import type { AnalysisContext, EffectiveStack } from '../analysis/analysis.ts';
import type { Finding } from '../analysis/finding.ts';
import { judgedPair } from '../analysis/judgedPair.ts';
import { linksBetween } from '../analysis/linkedGroups.ts';
import { BADNESS, isKnown, type KnownPin, type PinPair } from '../analysis/pairs.ts';
import { verdictMemory } from '../analysis/verdictMemory.ts';
import type { ReportPair } from './report.ts';

/** Pairs judged at most; what lies beyond counts as unknown, as it does for the checker. */
const MOST_JUDGED = 50_000;

/**
 * The pairs that something is known of.
 * @param found what is found in the stack, also where it is accepted
 */
export function reportPairs(stack: EffectiveStack, context: AnalysisContext, found: readonly Finding[]): ReportPair[] {
  const places = new Map(stack.pins.map((pin, place) => [pin.entry.instance, place]));
  const pairs = new Map<string, ReportPair>();
  const add = (pair: ReportPair): void => {
    const key = `${pair.row} ${pair.column}`;
    const known = pairs.get(key);
    if (known === undefined || BADNESS[pair.verdict] > BADNESS[known.verdict]) pairs.set(key, pair);
  };
  for (const pair of judged(stack.pins.filter(isKnown), context)) {
    const at = places.get(pair.pin.entry.instance);
    const other = places.get(pair.other.entry.instance);
    if (at !== undefined && other !== undefined) add(reportPair(pair, at, other));
  }
  for (const finding of found) {
    const pair = conflict(finding, places);
    if (pair !== undefined) add(pair);
  }
  return [...pairs.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Those of which anybody says anything. */
function* judged(pins: readonly KnownPin[], { catalog }: AnalysisContext): Iterable<PinPair> {
  const memory = verdictMemory(catalog);
  const ids = new Set(pins.map(({ component }) => component.id));
  const isPinned = (id: string): boolean => ids.has(id);
  const participants = pins.map((pin) => memory.participant(memory.likeness(pin), isPinned));
  const linksOf = linksBetween(participants);
  let left = MOST_JUDGED;
  for (const [index, pin] of pins.entries()) {
    for (const place of linksOf(index)) {
      const [own, other] = [participants[index], participants[place]];
      const against = pins[place];
      if (own === undefined || other === undefined || against === undefined) continue;
      // Of two of one component nobody says anything.
      if (against.component === pin.component) continue;
      if (left === 0) return;
      left -= 1;
      const pair = judgedPair(pin, own, against, other, memory, isPinned);
      if (pair.best.verdict !== 'unknown' || pair.worst.verdict !== 'unknown') yield pair;
    }
  }
}

function reportPair({ best, worst }: PinPair, at: number, other: number): ReportPair {
  const isWorse = worst.verdict !== 'unknown' && BADNESS[worst.verdict] > BADNESS[best.verdict];
  return {
    row: Math.max(at, other),
    column: Math.min(at, other),
    verdict: best.verdict,
    reason: best.reason,
    evidence: best.evidence,
    worst: isWorse ? { verdict: worst.verdict, reason: worst.reason, evidence: worst.evidence } : undefined,
    at,
  };
}

/** Two that upstream says are not run together, at whatever versions. */
function conflict(
  { code, pins, message, evidence }: Finding,
  places: ReadonlyMap<string, number>,
): ReportPair | undefined {
  if (code !== 'conflicting-components') return undefined;
  const [at, other] = pins.map(({ instance }) => places.get(instance));
  if (at === undefined || other === undefined) return undefined;
  return {
    row: Math.max(at, other),
    column: Math.min(at, other),
    verdict: 'incompatible',
    reason: message.replace(/\.$/, ''),
    evidence,
    worst: undefined,
    at,
  };
}
