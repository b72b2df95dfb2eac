/** What a client asks of the planner: the argument of the command and of the page, read from JSON that may hold anything. */
import type { EffectiveStack } from '../../analysis/analysis.ts';
import { isIsoDate } from '../../catalog/dates.ts';
import type { Wish } from '../../resolve/plan/report.ts';
import type { CheckedDocument } from '../document.ts';

/** What is asked of one manifest. */
export interface PlanQuestion {
  readonly stack: EffectiveStack;
  readonly wish: Wish;
  readonly daysPerStep: number | undefined;
}

/** As it is written in JSON; what is absent, or has another form, counts as not said. */
export interface WrittenQuestion {
  /** Position of the document in the file, from 0; the first that holds a stack where nothing is said. */
  readonly document?: number;
  /** Null, or nothing: the stack without an environment. */
  readonly environment?: string | null;
  /** Versions, lines or ranges by the key under `components` or the id of a component. */
  readonly set?: { readonly [pin: string]: string };
  /** A day: to versions in support until then. */
  readonly supportedUntil?: string;
  readonly daysPerStep?: number;
}

/** The most days that one step may take. */
const MOST_DAYS = 3650;

/**
 * Reads a question.
 * @returns undefined where the manifest has no such stack
 */
export function readQuestion({ analysis }: CheckedDocument, value: unknown): PlanQuestion | undefined {
  const written: { readonly [key in keyof WrittenQuestion]?: unknown } = isObject(value) ? value : {};
  const { document, environment } = written;
  const index = typeof document === 'number' ? document : analysis.stacks[0]?.document;
  const name = typeof environment === 'string' ? environment : null;
  const stack = analysis.stacks.find((one) => one.document === index && one.environment === name);
  if (stack === undefined) return undefined;
  const { daysPerStep: days } = written;
  const isDays = typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
  return { stack, wish: wishOf(written), daysPerStep: isDays ? days : undefined };
}

function wishOf({ set, supportedUntil }: { readonly set?: unknown; readonly supportedUntil?: unknown }): Wish {
  if (isObject(set)) {
    const versions = Object.entries(set).filter((one): one is [string, string] => typeof one[1] === 'string');
    return { kind: 'set', versions: new Map(versions) };
  }
  if (typeof supportedUntil === 'string' && isIsoDate(supportedUntil))
    return { kind: 'supported-until', day: supportedUntil };
  return { kind: 'newest' };
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
