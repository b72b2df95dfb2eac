/** Whether a text can take a regular expression more than linear time. */
import { toolsOf } from '../../tools/install.ts';
import { nameOf, type Pattern } from './patterns.ts';

interface Attack {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
  readonly pattern: string;
}

interface Verdict {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  readonly checker: 'automaton' | 'fuzz';
  readonly complexity?: { readonly type: 'exponential' | 'polynomial' | 'linear' | 'safe'; readonly summary: string };
  readonly attack?: Attack;
  readonly error?: { readonly kind: string };
}

export interface Checker {
  checkSync(source: string, flags: string, parameters: object): Verdict;
}

/** Patterns that may take longer, and what bounds the text that they are given. */
const BOUNDED: ReadonlyMap<string, string> = new Map([
  [String.raw`^(\S.*?)\s+-\s+(\S.*)$`, 'A range is refused beyond 256 characters (server/src/version/parse.ts).'],
]);

/** An automaton of a long pattern takes minutes to be looked through; an attack on it is searched for. */
const LONGEST_EXAMINED = 60;

/** Characters of a text that an attack is tried with, and milliseconds that are far more than linear time for them. */
const TRIED = 30_000;
const LONG = 100;

/** What is loaded when it is asked first. */
export function checker(): Checker {
  return toolsOf('redos')('recheck/lib/browser.js') as Checker;
}

/** What is wrong with a pattern. */
export function faultOf(pattern: Pattern): string | undefined {
  const { at, source } = pattern;
  if (BOUNDED.has(source)) return undefined;
  // The checker tries a sticky pattern everywhere, as if it were none.
  const anchored = pattern.flags.includes('y') ? `^(?:${source})` : source;
  const flags = pattern.flags.replace('y', '');
  const kind = source.length > LONGEST_EXAMINED ? 'fuzz' : 'auto';
  const verdict = checker().checkSync(anchored, flags, { checker: kind, timeout: null });
  if (verdict.status === 'safe' || !isTrue(verdict, new RegExp(anchored, flags.replace('g', '')))) return undefined;
  const { status, complexity, attack, error } = verdict;
  return `${at}: ${nameOf(pattern)} is ${status}: ${complexity?.summary ?? error?.kind}, ${attack?.pattern}`;
}

/**
 * What was found by searching counts the steps of another machine, which are many more with look-behinds and classes: it holds
 * where it holds here.
 */
function isTrue({ checker, complexity, attack }: Verdict, pattern: RegExp): boolean {
  if (checker !== 'fuzz' || complexity?.type !== 'polynomial' || attack === undefined) return true;
  const { pumps, suffix } = attack;
  const length = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(TRIED / length)).join('') + suffix;
  pattern.test(text);
  const start = performance.now();
  pattern.test(text);
  return performance.now() - start > LONG;
}
