/** Ranges that are plain comparisons, `>=1.33 <1.35 || 2`: nearly all of a catalog, and the start of a check reads hundreds. */
import { makeLimit } from './limit.ts';
import type { Comparator, Operator, Scheme } from './types.ts';

/** Numbers with no more digits are exact, and their successors too. */
const COMPARISON = /^(>=|<=|>|<|=)?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?$/;

/**
 * Reads them as npm does (https://github.com/npm/node-semver#ranges): a number that is not written is any, so that `<=1.34` is
 * `<1.35.0-0`, `>1.34` is `>=1.35.0`, and `1.34` both of its ends.
 * @returns undefined for everything else, among it what npm takes for everything or for nothing (`>=0`, `<0`)
 */
export function readSimply(parts: readonly string[], scheme: Scheme): Comparator[][] | undefined {
  const alternatives: Comparator[][] = [];
  for (const part of parts) {
    const comparators: Comparator[] = [];
    for (const text of part.trim().split(/\s+/)) {
      const match = COMPARISON.exec(text);
      if (match === null) return undefined;
      const [, operator = '', first = '', second, third] = match;
      const [major, minor, patch] = [Number(first), Number(second ?? 0), Number(third ?? 0)];
      if (major === 0 && minor === 0 && patch === 0) return undefined;
      const add = (sign: Operator, end: readonly number[], lowest = false) =>
        comparators.push({ operator: sign, version: makeLimit(end, scheme, lowest) });
      const begin = [major, minor, patch];
      const next = second === undefined ? [major + 1, 0, 0] : [major, minor + 1, 0];
      if (third !== undefined) add(operatorOf(operator), begin);
      else if (operator === '>=') add('>=', begin);
      else if (operator === '>') add('>=', next);
      else if (operator === '<') add('<', begin, true);
      else if (operator === '<=') add('<', next, true);
      else {
        add('>=', begin);
        add('<', next, true);
      }
    }
    alternatives.push(comparators);
  }
  return alternatives;
}

function operatorOf(text: string): Operator {
  return text === '>=' || text === '<=' || text === '>' || text === '<' ? text : '=';
}
