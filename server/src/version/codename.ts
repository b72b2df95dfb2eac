import { MAX_DIGITS } from './identifiers.ts';
import { NO_SUFFIX, readSuffix, type Suffix } from './suffix.ts';

/**
 * Release trains that are named: `Hoxton.SR12`. The name becomes two numbers in alphabetical order, so that a codename
 * is ordered, compared and ranged over like any other release; the update follows as the third number.
 */

const LETTERS_PER_NUMBER = 11;
const NAME_NUMBERS = 2;
/** 27^11 is still an exact number; a letter is one digit to the base 27, nothing is 0. */
const BASE = 27;
/** Stands where the names stand, and is greater than all of them. */
const AFTER_ALL_NAMES: readonly number[] = [BASE ** LETTERS_PER_NUMBER, 0];

const NAMED = /^([a-z]+)(?:[-. ](.+))?$/i;
const UPDATE = new RegExp(String.raw`^(?:sr|sp|u|update)?[-.]?(\d{1,${MAX_DIGITS}})(?!\d)(.*)$`, 'i');

export interface NamedRelease extends Suffix {
  readonly release: readonly number[];
}

/** How many of the first numbers of a codename's release are its name. */
export const CODENAME_NUMBERS = NAME_NUMBERS;

/** Reads `Hoxton`, `Hoxton.SR12`, `Hoxton.RELEASE`, `Finchley.RC1`; undefined for what is none. */
export function readCodename(text: string): NamedRelease | undefined {
  const [, name, rest] = NAMED.exec(text) ?? [];
  if (name === undefined || name.length > LETTERS_PER_NUMBER * NAME_NUMBERS) return undefined;
  const release = nameNumbers(name.toLowerCase());
  if (rest === undefined) return { release, ...NO_SUFFIX };
  const [, update, suffixText] = UPDATE.exec(rest) ?? [];
  const suffix = update === undefined ? readSuffix(`-${rest}`) : readSuffix(suffixText ?? '');
  if (suffix === undefined) return undefined;
  return { release: update === undefined ? release : [...release, Number(update)], ...suffix };
}

/** A train that went from names to numbers (Spring Cloud: Hoxton, then 2020.0): the numbers are newer than every name. */
export function afterAllNames(release: readonly number[]): number[] {
  return [...AFTER_ALL_NAMES, ...release];
}

/** True for a release that `afterAllNames` made. */
export function isAfterAllNames(release: readonly number[]): boolean {
  return release[0] === AFTER_ALL_NAMES[0];
}

function nameNumbers(name: string): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < NAME_NUMBERS; i++) {
    const letters = name.slice(i * LETTERS_PER_NUMBER, (i + 1) * LETTERS_PER_NUMBER);
    let number = 0;
    for (let j = 0; j < LETTERS_PER_NUMBER; j++) {
      number = number * BASE + (j < letters.length ? letters.charCodeAt(j) - 96 : 0);
    }
    numbers.push(number);
  }
  return numbers;
}
