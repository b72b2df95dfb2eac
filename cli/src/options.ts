/** Parsers of options that several commands have. */
import { t } from '@vscode/l10n';
import { type Command, InvalidArgumentError } from 'commander';
import { isIsoDate } from '../../server/src/catalog/dates.ts';

/** More than any machine has a use for. */
const MOST_THREADS = 256;

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

/** The options of a command that reads the configuration. */
export function configOptions(command: Command): Command {
  return command
    .option('--catalog <file>', t('lay a catalog of your own over the bundled one (repeatable)'), added)
    .option('--config <file>', t('read this configuration (default: {0}, found upwards)', 'stackpin.config.yaml'))
    .option('--no-config', t('read no configuration'));
}

/** The place of a document in a file, from 1. */
export function place(text: string): number {
  const count = whole(text);
  if (count === undefined)
    throw new InvalidArgumentError(t('Write a whole number, such as {0} for the first document.', 1));
  return count;
}

/** Threads that check. */
export function threadCount(text: string): number {
  const count = whole(text);
  if (count === undefined || count > MOST_THREADS)
    throw new InvalidArgumentError(t('Write a whole number from {0} to {1}.', 1, MOST_THREADS));
  return count;
}

/** A whole number from 1; undefined for any other text. */
export function whole(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
