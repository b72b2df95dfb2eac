/** What the project claims of the resolver, beside what was measured. */
import { type Figures, quantile } from '../figures.ts';
import { OURS } from '../resolver/engines/index.ts';
import type { Claim } from './claims.ts';
import { componentsOf } from './resolver.ts';
import { NOTHING, shown, shownRatio } from './table.ts';

/** Sizes of stacks that something is claimed of. */
const STACKS = [10, 30, 100, 300];
/** Components, and milliseconds. */
const FIX_ALL = [
  [10, 5],
  [300, 100],
] as const;

/** The answers, the share of the fastest other engine's time that ours take, and "fix all"; also what was not measured. */
export function resolverClaims(figures: Figures): readonly Claim[] {
  return [
    answers(figures),
    ...STACKS.flatMap((lines) => [share(figures, 'solve', lines), share(figures, 'whole', lines)]),
    ...FIX_ALL.map(([lines, most]) => fixAll(figures, lines, most)),
  ];
}

function answers(figures: Figures): Claim {
  const [asked, worse] = ['asked', 'worse'].map((what) => figures.median({ of: OURS, what: `resolver.${what}` }));
  return {
    claim: 'answers of the resolver',
    target: 'none costs more than that of another engine',
    figure: asked === undefined ? NOTHING : `${worse} of ${asked} cost more`,
    isMet: worse === undefined ? undefined : worse === 0,
  };
}

/** Met by the median of all stacks of a size; processor time, which a busy machine leaves as it is, and the worst are told. */
function share(figures: Figures, what: 'solve' | 'whole', lines: number): Claim {
  const of = (name: string, part: number): number | undefined =>
    quantile(figures.values({ of: OURS, what: `resolver.share.${name}`, lines }), part);
  const median = of(what, 0.5);
  const cpu = of(what === 'solve' ? 'cpu' : 'wholeCpu', 0.5);
  return {
    claim: `a least answer, ${componentsOf(lines)}${what === 'solve' ? '' : ', others with encoding'}`,
    target: 'at most 1/10 of the fastest of the others',
    figure:
      median === undefined
        ? NOTHING
        : `${shownRatio(median, 1)}, CPU ${shownRatio(cpu, 1)}, at worst ${shownRatio(of(what, 1), 1)}`,
    isMet: median === undefined ? undefined : median <= 0.1,
  };
}

function fixAll(figures: Figures, lines: number, most: number): Claim {
  const warm = figures.median({ of: OURS, what: 'fixAll.warm', lines });
  return {
    claim: `fix all, ${componentsOf(lines)}`,
    target: `under ${most} ms`,
    figure: warm === undefined ? NOTHING : `${shown(warm)} ms`,
    isMet: warm === undefined ? undefined : warm < most,
  };
}
