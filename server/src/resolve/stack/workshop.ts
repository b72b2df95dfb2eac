/** What several problems of one catalog and one day share, so that nothing is worked out twice. */
import type { AnalysisContext, EffectiveStack } from '../../analysis/analysis.ts';
import { isKnown, type KnownPin } from '../../analysis/pairs.ts';
import { type PairTables, pairTables } from '../../analysis/pairTable.ts';
import { type IsPinned, sharedVerdicts } from '../../analysis/verdictMemory.ts';
import { linksAmong } from './links.ts';
import { type Offers, offers } from './offered.ts';

export interface Workshop {
  readonly context: Pick<AnalysisContext, 'catalog' | 'date'>;
  readonly offered: Offers;
  readonly tables: PairTables;
  linked(stack: EffectiveStack): LinkedStack;
}

/** The pins of a stack whose component and versions are known, and which of them have to do with each other. */
export interface LinkedStack {
  readonly pins: readonly KnownPin[];
  readonly isPinned: IsPinned;
  /** The places of pins that somebody says something about together with one, ascending. */
  linksOf(place: number): readonly number[];
}

/** Makes an empty one. It is given up with the analysis that it was made for. */
export function workshop(context: Pick<AnalysisContext, 'catalog' | 'date'>): Workshop {
  const stacks = new WeakMap<EffectiveStack, LinkedStack>();
  return {
    context,
    offered: offers(context),
    tables: pairTables(context, sharedVerdicts(context.catalog)),
    linked: (stack) => {
      const known = stacks.get(stack) ?? linkedStack(stack, context);
      stacks.set(stack, known);
      return known;
    },
  };
}

function linkedStack(stack: EffectiveStack, { catalog }: Pick<AnalysisContext, 'catalog'>): LinkedStack {
  const pins = stack.pins.filter(isKnown);
  const ids = new Set(pins.map(({ component }) => component.id));
  const isPinned: IsPinned = (id) => ids.has(id);
  return { pins, isPinned, linksOf: linksAmong(pins, catalog, isPinned) };
}
