/** The resolver beside other engines: the same problems to all, their answers compared, and what these cost. */
import type { Figures } from '../figures.ts';
import type { Plan } from '../plan.ts';
import { type EngineName, OURS, PEERS } from '../resolver/engines/index.ts';
import { KINDS as GENERATED_KINDS } from '../resolver/generate.ts';
import { CATALOG_KINDS, type Instance, nameOf } from '../resolver/instances.ts';
import { type Judged, type Standing, standingOf, told } from '../resolver/judge.ts';
import type { Report } from '../resolver/protocol.ts';
import { answered, type Outcome } from '../resolver/run.ts';
import type { Tell } from '../sessions.ts';

export const KINDS: readonly Instance['kind'][] = [...GENERATED_KINDS, ...CATALOG_KINDS];
export const ENGINES_IN_TURN: readonly EngineName[] = [OURS, ...PEERS];

/** Of small stacks only the answers count, so that there can be many. */
const SMALL_SIZES = [4, 7, 11];

/** Every answer is found again, so that code that runs often is measured as such. */
const AGAIN = { times: 10_000, ms: 1500 };
const ONCE = { times: 0, ms: 0 };

/** What is kept of how answers stand to each other. */
export interface Comparison {
  /** For each engine beside ours, how often ours stood how. */
  readonly standings: ReadonlyMap<EngineName, Map<Standing, number>>;
  /** How often ours was proven, or proven not to exist, and how often it was asked. */
  proven: number;
  asked: number;
  /** Where ours cost more than that of any other. */
  worse: number;
  /** Wherever ours and another's differ, in words. */
  readonly differences: string[];
  /** Of whom there was no answer, and why. */
  readonly failures: string[];
}

export function noComparison(): Comparison {
  return {
    standings: new Map(PEERS.map((peer) => [peer, new Map()])),
    proven: 0,
    asked: 0,
    worse: 0,
    differences: [],
    failures: [],
  };
}

/** All problems to all engines, which take turns: the other way round for every second problem. */
export async function measureResolver(plan: Plan, figures: Figures, compared: Comparison, tell: Tell): Promise<void> {
  await compareSmall(plan, compared, tell);
  for (const [place, instance] of measured(plan).entries()) {
    tell(`resolver: ${nameOf(instance)}`);
    const outcomes = new Map<EngineName, Outcome>();
    for (const engine of place % 2 === 0 ? ENGINES_IN_TURN : ENGINES_IN_TURN.toReversed()) {
      const all = await answered(engine, [instance], AGAIN, plan.limit);
      outcomes.set(engine, all.get(nameOf(instance)) ?? { failed: 'not asked' });
    }
    addFigures(instance, outcomes, figures);
    compare(instance, outcomes, compared);
  }
  figures.add({ of: OURS, what: 'resolver.asked' }, compared.asked);
  figures.add({ of: OURS, what: 'resolver.worse' }, compared.worse);
}

function measured({ seeds, stacks }: Plan): readonly Instance[] {
  return stacks.flatMap((components) =>
    KINDS.flatMap((kind) => Array.from({ length: seeds }, (_, seed): Instance => ({ kind, components, seed }))),
  );
}

/** One process of each engine answers them all. */
async function compareSmall({ small, limit }: Plan, compared: Comparison, tell: Tell): Promise<void> {
  const instances = SMALL_SIZES.flatMap((components) =>
    KINDS.flatMap((kind) => Array.from({ length: small }, (_, seed): Instance => ({ kind, components, seed }))),
  );
  const outcomes = new Map<EngineName, ReadonlyMap<string, Outcome>>();
  for (const engine of ENGINES_IN_TURN) {
    tell(`resolver, answers to ${instances.length} small stacks: ${engine}`);
    outcomes.set(engine, await answered(engine, instances, ONCE, limit));
  }
  for (const instance of instances) {
    const own = [...outcomes].flatMap(([engine, all]): [EngineName, Outcome][] => {
      const outcome = all.get(nameOf(instance));
      return outcome === undefined ? [] : [[engine, outcome]];
    });
    compare(instance, new Map(own), compared);
  }
}

function compare(instance: Instance, outcomes: ReadonlyMap<EngineName, Outcome>, compared: Comparison): void {
  const judgedOf = (engine: EngineName): Judged | undefined => {
    const outcome = outcomes.get(engine);
    return outcome !== undefined && 'report' in outcome ? outcome.report.judged : undefined;
  };
  const own = judgedOf(OURS) ?? { kind: 'unknown' };
  compared.asked += 1;
  if (own.kind === 'none' || (own.kind === 'solved' && own.proven)) compared.proven += 1;
  for (const [engine, outcome] of outcomes) {
    if ('failed' in outcome) compared.failures.push(`${engine}, ${nameOf(instance)}: ${outcome.failed}`);
  }
  if (PEERS.some((peer) => standingOf(own, judgedOf(peer)) === 'worse')) compared.worse += 1;
  for (const peer of PEERS) {
    const other = judgedOf(peer);
    const standing = standingOf(own, other);
    const counts = compared.standings.get(peer);
    counts?.set(standing, (counts.get(standing) ?? 0) + 1);
    if (standing === 'better' || standing === 'worse') {
      compared.differences.push(`${nameOf(instance)}: ${OURS} ${told(own)}, ${peer} ${told(other)}`);
    }
  }
}

/** The figures of one instance: of all that was found again the median. What did not end took without end. */
function addFigures(
  { kind, components: lines }: Instance,
  outcomes: ReadonlyMap<EngineName, Outcome>,
  figures: Figures,
): void {
  const add = (of: EngineName, what: string, value: number): void =>
    figures.add({ of, what: `resolver.${what}`, lines }, value);
  for (const [engine, outcome] of outcomes) {
    const report = 'report' in outcome ? outcome.report : undefined;
    const { solve, cpu, whole, first } = spentOn(report);
    add(engine, `${kind}.solve`, solve);
    add(engine, `${kind}.whole`, whole);
    add(engine, 'first', first);
    add(engine, 'cpu', cpu);
    if (report === undefined) continue;
    add(engine, 'memory', report.memory.grown);
    if (report.start !== undefined) figures.add({ of: engine, what: 'resolver.start' }, report.start.wall);
  }
  const own = outcomes.get(OURS);
  if (own === undefined || !('report' in own)) return;
  const ours = spentOn(own.report);
  const others = PEERS.flatMap((peer) => {
    const outcome = outcomes.get(peer);
    return outcome !== undefined && 'report' in outcome ? [spentOn(outcome.report)] : [];
  });
  if (others.length === 0) return;
  for (const what of SHARES) {
    add(OURS, `share.${what}`, ours[what] / Math.min(...others.map((other) => other[what])));
  }
}

/** What ours is told of as a share of the least of the others. */
const SHARES = ['solve', 'whole', 'cpu', 'wholeCpu'] as const;

/** In milliseconds: answering, the same with saying the problem before it, the processor time of both, and the first answer. */
function spentOn(report: Report | undefined) {
  if (report === undefined) return { solve: NEVER, whole: NEVER, cpu: NEVER, wholeCpu: NEVER, first: NEVER };
  const { solve, encode } = report;
  return {
    solve: solve.again.wall,
    whole: solve.again.wall + encode.again.wall,
    cpu: solve.again.cpu,
    wholeCpu: solve.again.cpu + encode.again.cpu,
    first: solve.first.wall,
  };
}

const NEVER = Number.POSITIVE_INFINITY;
