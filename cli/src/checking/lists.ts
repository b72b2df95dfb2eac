/** Which findings a report lists. */
import type { CheckOptions } from '../check.ts';
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
