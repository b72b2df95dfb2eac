/** Which findings a report lists, and of which it tells fixes. */
import type { CheckOptions } from '../check.ts';
import type { Format } from '../choices.ts';
import { reaches } from '../report/result.ts';
import type { Lists } from './checkFile.ts';

/** In a report for people hints would bury the rest, since almost every pin has a later patch some day. */
export function listing({
  format,
  failOn,
  quiet,
  verbose,
}: Pick<CheckOptions, 'format' | 'failOn' | 'quiet' | 'verbose'>): Lists {
  if (quiet) return (severity) => reaches(failOn, severity);
  return (severity) => format === 'json' || verbose || severity !== 'hint';
}

/** The reports that have a place for fixes. */
const WITH_FIXES: ReadonlySet<Format> = new Set(['pretty', 'json', 'sarif']);

/** The severities whose findings get fixes: looking for these takes as long as the check itself. */
export function mending(options: Parameters<typeof listing>[0]): Lists {
  return WITH_FIXES.has(options.format) ? listing(options) : () => false;
}
