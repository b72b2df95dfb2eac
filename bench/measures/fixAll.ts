/** "Fix all" in stacks of the catalog, through the whole of it: pair tables, search, edits, and trying them. */
import type { Figures } from '../figures.ts';
import { worked } from '../inProcess/work.ts';
import type { Plan } from '../plan.ts';
import { componentsOf } from '../report/resolver.ts';
import { shown, type Table } from '../report/table.ts';
import { OURS } from '../resolver/engines/index.ts';

const TOLD = ['first', 'warm', 'cpu', 'edits', 'resolved'] as const;

export function measureFixAll(plan: Plan, figures: Figures, tell: (message: string) => void): void {
  for (const lines of plan.stacks) {
    tell(`fix all, ${componentsOf(lines)}`);
    for (let seed = 0; seed < plan.seeds; seed += 1) {
      const told = worked('fixAll', lines, seed);
      for (const what of TOLD) figures.add({ of: OURS, what: `fixAll.${what}`, lines }, told[what] ?? 0);
      figures.add({ of: OURS, what: 'fixAll.fixed', lines }, Number((told.edits ?? 0) > 0));
    }
  }
}

/** One table. */
export function fixAllTable(figures: Figures, { seeds, stacks }: Plan): Table {
  return {
    title: 'Fix all',
    note: `Milliseconds until the edits are there, tried, of a document that is open and checked: stacks of the catalog, drawn with pins that do not go together${seeds === 1 ? '' : `; medians of ${seeds}`}.`,
    head: ['', 'first', 'warm', 'warm, CPU', 'pins changed', 'findings resolved', 'fixed'],
    rows: stacks.map((lines) => {
      const values = (what: string) => figures.values({ of: OURS, what: `fixAll.${what}`, lines });
      const fixed = values('fixed').reduce((sum, one) => sum + one, 0);
      const medians = TOLD.map((what) => shown(figures.median({ of: OURS, what: `fixAll.${what}`, lines })));
      return [componentsOf(lines), ...medians, `${fixed} of ${values('fixed').length}`];
    }),
  };
}
