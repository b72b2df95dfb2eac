/** What one run measures, and how often: from the arguments of the command. */
import { parseArgs } from 'node:util';

/** The parts of the benchmark, in the order in which they run. */
export const PARTS = [
  'size',
  'start',
  'memory',
  'edits',
  'requests',
  'bursts',
  'typing',
  'engine',
  'cli',
  'tree',
  'catalog',
  'workspace',
  'soak',
  'resolver',
  'fixAll',
  'planner',
] as const;
export type Part = (typeof PARTS)[number];

/** Those that run only when they are named: they take an hour. */
const NAMED_ONLY: readonly Part[] = ['soak'];

/** Those that are about resolving: they stand by themselves. */
export const RESOLVER_PARTS: readonly Part[] = ['resolver', 'fixAll', 'planner'];

export interface Plan {
  readonly parts: readonly Part[];
  /** Lengths of documents, in lines. */
  readonly sizes: readonly number[];
  /** Every server has its turn in each of them, the other way round in every second. */
  readonly rounds: number;
  /** Processes that are started to measure the start, in each round. */
  readonly starts: number;
  /** Pairs of an edit and its undoing, in each round; in long documents fewer. */
  readonly pairs: number;
  /** Requests of each kind in each round; in long documents fewer. */
  readonly requests: number;
  /** Fresh processes for what is measured in one's own. */
  readonly processes: number;
  /** Manifests of the tree that the command line checks, and those of them that a linter of others is given. */
  readonly manifests: number;
  readonly linted: number;
  /** Numbers of components of the stacks that the resolver is measured with. */
  readonly stacks: readonly number[];
  /** Stacks of each kind and size that the resolver and others are measured with. */
  readonly seeds: number;
  /** Small stacks of each kind and size of which only the answers are compared. */
  readonly small: number;
  /** Stacks of each size that are planned for. */
  readonly plans: number;
  /** Seconds after which another engine's answer is not waited for any more. */
  readonly limit: number;
  /** Long sessions: how much of everything, and how often the memory is looked at. */
  readonly soak: {
    readonly documents: number;
    readonly edits: number;
    readonly othersEdits: number;
    readonly every: number;
    readonly clients: number;
    readonly manifests: number;
    readonly bursts: number;
  };
  /** Servers that are measured; all when it is empty. */
  readonly servers: readonly string[];
  /** A page that the tables are written into. */
  readonly page: string | undefined;
}

const FULL = {
  sizes: [50, 500, 5000, 20_000],
  rounds: 2,
  starts: 5,
  pairs: 20,
  requests: 24,
  processes: 15,
  manifests: 5000,
  linted: 50,
  stacks: [10, 30, 100, 300],
  seeds: 3,
  small: 15,
  plans: 100,
  limit: 20,
  soak: {
    documents: 200,
    edits: 100_000,
    othersEdits: 20_000,
    every: 5000,
    clients: 50,
    manifests: 5000,
    bursts: 20,
  },
};
const QUICK = {
  sizes: [50, 500],
  rounds: 1,
  starts: 3,
  pairs: 6,
  requests: 5,
  processes: 3,
  manifests: 200,
  linted: 5,
  stacks: [10, 30],
  seeds: 1,
  small: 3,
  plans: 10,
  limit: 5,
  soak: { documents: 20, edits: 4000, othersEdits: 400, every: 400, clients: 5, manifests: 300, bursts: 4 },
};

export const USAGE = `Usage: npm run bench -- [options]

  --quick          documents of 50 and 500 lines and small trees, once
  --only PARTS     only these, divided by commas: ${PARTS.join(', ')};
                   ${NAMED_ONLY.join(', ')} runs only so
  --sizes LINES    documents of these lengths, divided by commas
  --servers NAMES  only these servers, divided by commas (names as in the tables)
  --rounds NUMBER  so many rounds
  --stacks NUMBERS resolve stacks of so many components, divided by commas
  --limit SECONDS  how long other engines are waited for where the resolver is measured
  --md FILE        write the tables into a Markdown page, between its markers
  --no-build       measure what is in dist/ as it is
`;

/** Reads the arguments; a text is what is wrong with them. */
export function readPlan(args: readonly string[]): Plan | string {
  const given = parsed(args);
  if (typeof given === 'string') return given;
  const base = given.quick === true ? QUICK : FULL;
  const only = list(given.only);
  const unknown = only.find((part) => !isPart(part));
  if (unknown !== undefined) return `There is no part ${unknown}: ${PARTS.join(', ')}.`;
  const sizes = list(given.sizes).map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= 50)) return '--sizes takes numbers from 50 on.';
  const rounds = Number(given.rounds ?? base.rounds);
  if (!(Number.isInteger(rounds) && rounds > 0)) return '--rounds takes a number.';
  const stacks = list(given.stacks).map(Number);
  if (!stacks.every((count) => Number.isInteger(count) && count > 1)) return '--stacks takes numbers from 2 on.';
  const limit = Number(given.limit ?? base.limit);
  if (!(Number.isFinite(limit) && limit > 0)) return '--limit takes a number of seconds.';
  return {
    ...base,
    rounds,
    limit,
    stacks: stacks.length === 0 ? base.stacks : stacks,
    parts:
      only.length === 0
        ? PARTS.filter((part) => !NAMED_ONLY.includes(part))
        : PARTS.filter((part) => only.includes(part)),
    sizes: sizes.length === 0 ? base.sizes : sizes,
    servers: list(given.servers),
    page: given.md,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    quick: { type: 'boolean' },
    only: text,
    sizes: text,
    servers: text,
    rounds: text,
    limit: text,
    stacks: text,
    md: text,
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function list(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(',').map((one) => one.trim());
}

function isPart(text: string): text is Part {
  return (PARTS as readonly string[]).includes(text);
}

/** How often something is done in a document: long ones take longer, and vary less. */
export function timesIn(lines: number, times: number): number {
  const share = lines >= 20_000 ? 0.3 : lines >= 5000 ? 0.6 : 1;
  return Math.max(3, Math.round(times * share));
}
