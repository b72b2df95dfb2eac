/** The upgrade planner on drawn stacks of the catalog. */
import type { Figures } from '../figures.ts';
import { worked } from '../inProcess/work.ts';
import type { Plan } from '../plan.ts';
import { componentsOf } from '../report/resolver.ts';
import { shown, type Table } from '../report/table.ts';
import { OURS } from '../resolver/engines/index.ts';

/** Components of a stack; more than the last do not have to do with Kubernetes. */
const SIZES = [10, 30, 60];
const MEASURED = ['first', 'middle', 'most', 'slowest', 'steps'] as const;
const COUNTED = ['found', 'proven', 'stacks'] as const;

export function measurePlanner({ plans }: Plan, figures: Figures, tell: (message: string) => void): void {
  for (const lines of SIZES) {
    tell(`plans of ${plans} stacks, ${componentsOf(lines)}`);
    const told = worked('plans', lines, plans);
    for (const what of [...MEASURED, ...COUNTED])
      figures.add({ of: OURS, what: `plan.${what}`, lines }, told[what] ?? 0);
  }
}

/** One table. */
export function plannerTable(figures: Figures): Table {
  return {
    title: 'Plans',
    note: 'Stacks of the catalog around Kubernetes, from the newest versions that went together on 2025-05-01 to the newest of the day. Milliseconds of a plan; every plan is checked by the independent checker. Proven: no plan has fewer steps, or there is none.',
    head: ['', 'first', 'median', '95 of 100 below', 'slowest', 'steps', 'found', 'proven', 'stacks'],
    rows: SIZES.map((lines) => {
      const of = (what: string): number | undefined => figures.median({ of: OURS, what: `plan.${what}`, lines });
      return [
        componentsOf(lines),
        ...MEASURED.slice(0, -1).map((what) => shown(of(what))),
        ...['steps', ...COUNTED].map((what) => String(of(what))),
      ];
    }),
  };
}
