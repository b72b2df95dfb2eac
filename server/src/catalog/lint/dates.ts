/** Days exist and follow each other, and every statement says when it was read. */
import { t } from '@vscode/l10n';
import { isIsoDate } from '../dates.ts';
import type { IsoDate, Line } from '../model.ts';
import { statementsOf } from './statements.ts';
import type { Subject, Told } from './subject.ts';

const DATE_KEYS = ['released', 'activeSupportEnds', 'supportEnds', 'extendedSupportEnds'] as const;

/** Days of lines and of the retirement exist; those of a line follow each other. */
export function checkDates({ written }: Subject): Told[] {
  const told = (written.versions?.lines ?? []).flatMap((line, index) => ofLine(line, index));
  const ended = written.retirement?.date;
  if (ended !== undefined && !isIsoDate(ended)) told.push(noDay(['retirement', 'date'], ended));
  return told;
}

function ofLine(line: Line, index: number): Told[] {
  const told: Told[] = [];
  let before: { readonly key: string; readonly date: IsoDate } | undefined;
  for (const key of DATE_KEYS) {
    const date = line[key];
    if (date === undefined) continue;
    const path = ['versions', 'lines', index, key];
    if (!isIsoDate(date)) told.push(noDay(path, date));
    else if (before !== undefined && date < before.date) {
      const message = t(
        '"{0}" ({1}) lies before "{2}" ({3}) of line {4}. Correct the one that is wrong.',
        key,
        date,
        before.key,
        before.date,
        line.line,
      );
      told.push({ code: 'date-order', severity: 'warning', path, message });
    }
    before = { key, date };
  }
  return told;
}

/** The days on which statements were read exist and are not later than the catalog's own. */
export function checkReadingDays({ written, updated }: Subject): Told[] {
  return statementsOf(written).flatMap(({ path, statement: { checked } }): Told[] => {
    // What was filled in from the file's own day is told there.
    if (checked === updated || checked === '') return [];
    if (!isIsoDate(checked)) return [noDay([...path, 'checked'], checked)];
    if (updated === '' || checked < updated) return [];
    const message = t(
      "This was read on {0}, after the catalog's update on {1}. Correct one of them.",
      checked,
      updated,
    );
    return [{ code: 'date-order', severity: 'warning', path: [...path, 'checked'], message }];
  });
}

/** A text that looks like a day and is none: 30 February. */
export function noDay(path: readonly (string | number)[], date: string): Told {
  return { code: 'bad-date', severity: 'error', path, message: t('There is no day {0}. Correct it.', date) };
}
