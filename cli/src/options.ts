/** Parsers of options that several commands have. */
import { t } from '@vscode/l10n';
import { InvalidArgumentError } from 'commander';
import { isIsoDate } from '../../server/src/catalog/dates.ts';

/** A day of the calendar. */
export function day(text: string): string {
  if (!isIsoDate(text))
    throw new InvalidArgumentError(t('Write a day that exists as {0}, such as {1}.', 'YYYY-MM-DD', '2026-11-24'));
  return text;
}

/** An option that may be repeated. */
export function added(path: string, paths: readonly string[] = []): readonly string[] {
  return [...paths, path];
}
