/** Parsers of options that several commands have. */
import { InvalidArgumentError } from 'commander';
import { isIsoDate } from '../../server/src/catalog/dates.ts';

/** A day of the calendar. */
export function day(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('Write a day that exists as YYYY-MM-DD, such as 2026-11-24.');
  return text;
}

/** An option that may be repeated. */
export function added(path: string, paths: readonly string[] = []): readonly string[] {
  return [...paths, path];
}
