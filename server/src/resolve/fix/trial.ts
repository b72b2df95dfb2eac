/** Trying a fix before it is offered: what it resolves, and that nothing else comes of it. */
import type { Analysis, EffectiveStack } from '../../analysis/analysis.ts';
import type { Code, Finding, TextChange } from '../../analysis/finding.ts';
import { type AnalysisMemory, analysisMemory } from '../../analysis/memory.ts';
import { once } from '../../analysis/once.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import { basesChanged, type Rewriting, recheck, recheckBase, UNCHANGED } from '../../analysis/recheck.ts';
import type { Verdict } from '../../analysis/verdict-types.ts';
import { sharedVerdicts } from '../../analysis/verdictMemory.ts';
import type { Workshop } from '../stack/workshop.ts';
import { type Fact, factKeys, factsOf } from './facts.ts';
import { isMilder } from './milder.ts';
import type { Edit } from './places.ts';
import type { Readers } from './readers.ts';
import { type Written, written } from './written.ts';

/** A fix that was tried, and of which no other finding came. */
export interface Tried {
  readonly changes: readonly TextChange[];
  /** The findings that are gone after it. */
  readonly resolved: readonly Finding[];
  /** What is left of them: of the same pins, and less severe. */
  readonly milder: readonly Finding[];
  /** All that is shown after it. */
  readonly after: readonly Finding[];
}

export type Outcome =
  | ({ readonly kind: 'good' } & Tried)
  /** Other findings came of it. */
  | { readonly kind: 'worse'; readonly came: readonly Finding[] }
  /** There is no place for it. */
  | { readonly kind: 'unwritable' };

/** Whether a finding may come of a change. */
export type MayCome = (finding: Finding) => boolean;

export interface Trials {
  /**
   * Tries some edits together.
   * @param document position in the YAML stream
   * @param mayCome which findings may come of them; none where this is absent
   */
  outcome(document: number, edits: readonly Edit[], mayCome?: MayCome): Outcome;
  /** The same: undefined where they cannot be written, or another finding comes of them. */
  attempt(document: number, edits: readonly Edit[], mayCome?: MayCome): Tried | undefined;
  /** Tries what is written already. */
  attemptWritten(document: number, written: Written): Tried | undefined;
  /** How often a document was checked. */
  readonly work: { checks: number };
}

/** What trials are made with. */
export interface TrialParts {
  readonly analysis: Analysis;
  stacksOf(document: number): readonly EffectiveStack[];
  workshopOf(document: number): Workshop;
  readersOf(document: number): Readers;
}

/** Findings of the same text under several sets of pins: what one check finds out is not worked out again for the next. */
interface Checks {
  /** As it is written. */
  readonly before: () => readonly Finding[];
  readonly after: (rewriting: Rewriting) => readonly Finding[];
}

/** Makes trials of one analysis. */
export function trials(parts: TrialParts): Trials {
  const { analysis } = parts;
  const work = { checks: 0 };
  const checks = new Map<string, Checks>();
  const checksOf = (name: string, check: (rewriting: Rewriting, memory: AnalysisMemory) => readonly Finding[]) => {
    const memory = analysisMemory(sharedVerdicts);
    const after = (rewriting: Rewriting) => {
      work.checks += 1;
      return check(rewriting, memory);
    };
    const made = checks.get(name) ?? { before: once(() => after(UNCHANGED)), after };
    checks.set(name, made);
    return made;
  };
  /** What findings of a base would come of it. */
  const cameBelow = (document: number, rewriting: Rewriting): readonly Finding[] =>
    basesChanged(analysis, document, rewriting).flatMap((layer) => {
      const { before, after } = checksOf(`${document} ${layer.uri}`, (one, memory) =>
        recheckBase(analysis, layer, one, memory),
      );
      return compared(before(), after(rewriting), () => false).came;
    });
  const outcomeOf = (document: number, { changes, rewriting }: Written, mayCome: MayCome): Outcome => {
    const { before, after } = checksOf(String(document), (one, memory) => recheck(analysis, document, one, memory));
    const found = after(rewriting);
    const wasSo = heldBefore(parts.stacksOf(document), parts.workshopOf(document));
    const { resolved, milder, came } = compared(before(), found, wasSo);
    const worse = [...came, ...cameBelow(document, rewriting)].filter((finding) => !mayCome(finding));
    if (worse.length > 0) return { kind: 'worse', came: worse };
    const isTold = toldIn(analysis);
    return { kind: 'good', changes, resolved: resolved.filter(isTold), milder, after: found.filter(isShown) };
  };
  const outcome: Trials['outcome'] = (document, edits, mayCome = NOTHING_MORE) => {
    const manifest = analysis.manifests.find((one) => one.document.index === document);
    const made = manifest && written(edits, manifest, parts.readersOf(document));
    return made === undefined ? { kind: 'unwritable' } : outcomeOf(document, made, mayCome);
  };
  const good = (tried: Outcome) => (tried.kind === 'good' ? tried : undefined);
  return {
    work,
    outcome,
    attempt: (document, edits, mayCome) => good(outcome(document, edits, mayCome)),
    attemptWritten: (document, made) => good(outcomeOf(document, made, NOTHING_MORE)),
  };
}

const NOTHING_MORE: MayCome = () => false;

/** What is gone, what is left of it, and what came besides. */
interface Comparison {
  readonly resolved: readonly Finding[];
  readonly milder: readonly Finding[];
  readonly came: readonly Finding[];
}

/**
 * Compares what is found before and after.
 * @param wasSo whether something held before without being listed
 */
function compared(
  before: readonly Finding[],
  after: readonly Finding[],
  wasSo: (fact: Fact, code: Code) => boolean,
): Comparison {
  const left = factKeys(after);
  const [shown, hidden] = [before.filter(isShown), before.filter((one) => !isShown(one))];
  const isGone = (one: Finding) => !factsOf(one).some(({ key }) => left.has(key));
  const resolved = shown.filter(isGone);
  const there = factKeys(shown);
  const accepted = factKeys(hidden);
  const isUnused = hidden.some(isGone);
  const milder: Finding[] = [];
  const came: Finding[] = [];
  for (const one of after) {
    // What accepted a finding that is gone may be taken away.
    if (one.code === 'unused-acknowledgement' && isUnused) continue;
    // What a file accepts by its place is not meant for a pin that has none yet.
    if (!isShown(one) && !isUnplaced(one)) continue;
    const isKnown = ({ key }: Fact) => there.has(key) || (!isShown(one) && accepted.has(key));
    const fresh = factsOf(one).filter((fact) => !isKnown(fact) && !wasSo(fact, one.code));
    if (fresh.length === 0) continue;
    if (fresh.every((fact) => isMilder(fact, one, resolved))) milder.push(one);
    else came.push(one);
  }
  return { resolved, milder, came };
}

function isShown({ acknowledged }: Finding): boolean {
  return acknowledged === null;
}

function isUnplaced({ range }: Finding): boolean {
  return range.start >= Number.MAX_SAFE_INTEGER;
}

/** The findings of an analysis that are told; some acknowledgements are only unused as far as one file knows. */
function toldIn({ findings }: Analysis): (finding: Finding) => boolean {
  const told = once(
    () => new Set(findings.filter(({ code }) => code === 'unused-acknowledgement').map(({ range }) => range.start)),
  );
  return ({ code, range }) => code !== 'unused-acknowledgement' || told().has(range.start);
}

/** The verdicts that make findings of pairs, by the codes of these. */
const VERDICTS: { readonly [code in Code]?: { readonly is: Verdict; readonly at: 'best' | 'worst' } } = {
  incompatible: { is: 'incompatible', at: 'best' },
  unsupported: { is: 'unsupported', at: 'best' },
  untested: { is: 'untested', at: 'best' },
  'range-admits-incompatible': { is: 'incompatible', at: 'worst' },
};

/** Tells whether something about a pair held before, and was left out of a list that was too long. */
function heldBefore(
  stacks: readonly EffectiveStack[],
  { linked, tables }: Workshop,
): (fact: Fact, code: Code) => boolean {
  const named = new Map<EffectiveStack, ReadonlyMap<string, KnownPin>>();
  const namesIn = (stack: EffectiveStack) => {
    const known = named.get(stack) ?? new Map(linked(stack).pins.map((pin) => [pin.entry.instance, pin]));
    named.set(stack, known);
    return known;
  };
  return ({ environment, names: [one, two] }, code) => {
    const verdict = VERDICTS[code];
    const stack = stacks.find((other) => other.environment === environment);
    if (verdict === undefined || stack === undefined || one === undefined || two === undefined) return false;
    const [first, second] = [namesIn(stack).get(one), namesIn(stack).get(two)];
    if (first === undefined || second === undefined) return false;
    // What a base holds whole was told in the base, and not here.
    if (stack.composition.composedBelow([first.layer, second.layer])) return false;
    return tables.asWritten(first, second, linked(stack).isPinned)[verdict.at].verdict === verdict.is;
  };
}
