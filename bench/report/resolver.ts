/** Tables of the resolver: times, first answers, memory, and how answers agree. */
import { type Figures, quantile } from '../figures.ts';
import { type Comparison, ENGINES_IN_TURN, KINDS } from '../measures/resolver.ts';
import type { Plan } from '../plan.ts';
import { OURS, PEERS } from '../resolver/engines/index.ts';
import { NOTHING, shown, shownRatio, type Table } from './table.ts';

const ABOUT_KINDS =
  'Generated: usual, tight, ranges (some pins locked or held to a line), impossible (no answer). Stacks of the catalog: strict (all is to be supported) and lenient (what nobody tested may stay).';

const MOST_TOLD = 20;

/** What the engines are, in sentences for the report. */
export const ENGINES_TOLD = [
  'stackpin: the resolver of this project, with the bound that fixes have.',
  'clingo: clingo 5.8.1, an answer set solver, compiled to WebAssembly (clingo-wasm 0.6.0); by unsatisfiable cores.',
  'z3: Z3, a solver of satisfiability modulo theories that also optimises, compiled to WebAssembly (z3-solver 5.2.0; the program says 5.1.0).',
  'logic-solver: MiniSat, compiled to JavaScript, with sums that are minimised (logic-solver 2.0.1).',
];

/** How many components, in words. */
export function componentsOf(components: number): string {
  return `${components} components`;
}

/** All tables of this part but that of "fix all". */
export function resolverTables(figures: Figures, compared: Comparison, plan: Plan): readonly Table[] {
  return [answerTable(compared), solveTable(figures, plan), costTable(figures, plan)];
}

function answerTable({ standings, proven, asked, differences }: Comparison): Table {
  const rows = PEERS.map((peer) => {
    const of = standings.get(peer);
    return [peer, ...(['same', 'better', 'worse', 'open'] as const).map((one) => String(of?.get(one) ?? 0))];
  });
  const told =
    differences.length === 0
      ? ''
      : ` Where they differ: ${differences.slice(0, MOST_TOLD).join('; ')}${differences.length > MOST_TOLD ? ` and ${differences.length - MOST_TOLD} more` : ''}.`;
  return {
    title: 'The answers of the resolver beside those of other engines',
    note: `Every answer is judged by the problem alone: whether the values go together, and what they cost, part by part. Of ${asked} problems ${OURS} proved its answer least, or that there is none, in ${proven}.${told}`,
    head: ['', 'same', `${OURS} costs less`, `${OURS} costs more`, 'one did not end'],
    rows,
  };
}

function solveTable(figures: Figures, { limit, seeds, stacks }: Plan): Table {
  return {
    title: 'The resolver beside other engines',
    note: `Milliseconds from a problem to its least answer, engine loaded and warm: the median of ${seeds} stacks each. In brackets with what it takes our encoder to say the problem in the engine's language, which others need. ${ABOUT_KINDS}`,
    head: ['', ...ENGINES_IN_TURN, `${OURS} / best`, 'with encoding'],
    rows: stacks.flatMap((lines) =>
      KINDS.map((kind) => {
        const of = (name: string, what: string): number | undefined =>
          figures.median({ of: name, what: `resolver.${kind}.${what}`, lines });
        const best = (what: string): number | undefined => least(PEERS.map((peer) => of(peer, what)));
        const cells = PEERS.map((peer) => withBrackets(of(peer, 'solve'), of(peer, 'whole'), limit));
        return [
          `${kind}, ${componentsOf(lines)}`,
          ended(of(OURS, 'solve'), limit),
          ...cells,
          ...['solve', 'whole'].map((what) => ratio(of(OURS, what), best(what))),
        ];
      }),
    ),
  };
}

function costTable(figures: Figures, { limit, stacks }: Plan): Table {
  const row = (title: string, what: string, lines: number): string[] => {
    const of = (name: string): number | undefined =>
      figures.median({ of: name, what: `resolver.${what}`, ...(lines === 0 ? {} : { lines }) });
    return [
      title,
      ...ENGINES_IN_TURN.map((name) => ended(of(name), limit)),
      ratio(of(OURS), least(PEERS.map((peer) => of(peer)))),
    ];
  };
  return {
    title: 'The resolver beside other engines: start, first answer, processor time and memory',
    note: 'Medians over all kinds. Milliseconds, and MB by which the peak of resident memory grew up to the first answer; each engine in a fresh process. The start loads the engine and makes it ready (WebAssembly compiled); the first answer does not count it. Processor time is of warm answers, all threads.',
    head: ['', ...ENGINES_IN_TURN, `${OURS} / best`],
    rows: [
      row('start (ms)', 'start', 0),
      ...(['first', 'cpu', 'memory'] as const).flatMap((what) =>
        stacks.map((lines) => row(`${TITLES[what]}, ${componentsOf(lines)}`, what, lines)),
      ),
    ],
  };
}

const TITLES = { first: 'first answer (ms)', cpu: 'CPU of an answer (ms)', memory: 'memory (MB)' };

function withBrackets(alone: number | undefined, whole: number | undefined, limit: number): string {
  if (alone === undefined || alone === Number.POSITIVE_INFINITY) return ended(alone, limit);
  return `${shown(alone)} (${shown(whole)})`;
}

/** @param limit seconds after which one was not waited for any more */
function ended(value: number | undefined, limit: number): string {
  return value === Number.POSITIVE_INFINITY ? `> ${shown(1000 * limit)}` : shown(value);
}

function ratio(own: number | undefined, other: number | undefined): string {
  return [own, other].includes(Number.POSITIVE_INFINITY) ? NOTHING : shownRatio(own, other);
}

function least(values: readonly (number | undefined)[]): number | undefined {
  return quantile(
    values.filter((value) => value !== undefined),
    0,
  );
}
