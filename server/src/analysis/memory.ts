/** What is remembered between two checks of one document, so that the second costs what was changed. */
import type { Catalog, IsoDate } from '../catalog/model.ts';
import type { AnalysisContext } from './analysis.ts';
import { RULES } from './codes.ts';
import { type PinWork, pinRecords } from './pinRecords.ts';
import { type Remembered, remembered } from './remembered.ts';
import type { Rule } from './rule.ts';
import type { Seats } from './seats.ts';
import type { StackMemory } from './stacks.ts';
import type { StackRuleMemory } from './stackView.ts';
import { type VerdictMemory, verdictMemory } from './verdictMemory.ts';

/** What the last check had to do because it was not remembered. */
export interface AnalysisWork extends PinWork {
  pairsJudged: number;
}

/**
 * Is kept by whoever checks the same document again, and given to each check of it. What is remembered is found by the very
 * objects that it was made of, so that nobody has to tell it what changed.
 */
export interface AnalysisMemory {
  readonly work: AnalysisWork;
  /**
   * Runs a check with what is remembered. On another day, or with other codes off, that is nothing; what took no part in the
   * check is forgotten afterwards, where it is much.
   */
  during<T>(context: AnalysisContext, check: (under: (catalog: Catalog) => CatalogMemory) => T): T;
}

/** What is remembered under one catalog. */
export interface CatalogMemory extends StackMemory, StackRuleMemory {
  /** The modules whose codes are not off. */
  readonly rules: readonly Rule[];
  /** Those of them that look at a whole document. */
  readonly documentRules: readonly Rule[];
  /** Those of them that look at a stack, its pairs, or pins that take the place of others. */
  readonly stackRules: readonly Rule[];
  /** What is judged of stacks, by the stack. */
  readonly stacks: Remembered<Seats>;
}

/** All that is remembered holds for one day and some codes. */
interface Kept {
  readonly date: IsoDate;
  readonly rules: readonly Rule[];
  readonly catalogs: Map<Catalog, CatalogMemory>;
}

/**
 * Makes an empty one, for one document.
 * @param verdictsOf the memory of verdicts, where there is one to share
 */
export function analysisMemory(verdictsOf?: (catalog: Catalog) => VerdictMemory): AnalysisMemory {
  const work: AnalysisWork = { pinsResolved: 0, pinsChecked: 0, pairsJudged: 0 };
  let kept: Kept | undefined;
  return {
    work,
    during: ({ date, severities }, check) => {
      Object.assign(work, { pinsResolved: 0, pinsChecked: 0, pairsJudged: 0 });
      const rules = RULES.filter(({ code }) => severities[code] !== 'off');
      const now = kept !== undefined && holdsFor(kept, date, rules) ? kept : { date, rules, catalogs: new Map() };
      kept = now;
      const used = new Set<Catalog>();
      const result = check((catalog) => {
        used.add(catalog);
        const known = now.catalogs.get(catalog) ?? catalogMemory(catalog, now, work, verdictsOf?.(catalog));
        now.catalogs.set(catalog, known);
        return known;
      });
      for (const [catalog, { verdicts, lists, layouts, stacks, brought, answers }] of now.catalogs) {
        if (!used.has(catalog)) now.catalogs.delete(catalog);
        verdicts.trim();
        for (const one of [lists, layouts, stacks, brought, answers]) one.end();
      }
      return result;
    },
  };
}

function holdsFor(kept: Kept, date: IsoDate, rules: readonly Rule[]): boolean {
  return kept.date === date && kept.rules.length === rules.length && rules.every((rule, at) => rule === kept.rules[at]);
}

function catalogMemory(
  catalog: Catalog,
  { date, rules }: Kept,
  work: AnalysisWork,
  verdicts = verdictMemory(catalog, work),
): CatalogMemory {
  const pins = pinRecords({ catalog, date }, rules, verdicts, work);
  return {
    rules,
    documentRules: rules.filter(({ document }) => document !== undefined),
    stackRules: rules.filter(({ stack, pair, override }) => (stack ?? pair ?? override) !== undefined),
    pins,
    lists: remembered(),
    layouts: remembered(),
    verdicts,
    stacks: remembered(),
    brought: remembered(),
    answers: remembered(),
  };
}
