/** What `stackpin fix` says of what it did. */
import { t } from '@vscode/l10n';
import { type Style, severityWord, styleOf } from '../report/block.ts';
import { printable, wordsOf, wrapped } from '../report/columns.ts';
import { type Counted, counted } from '../report/numbers.ts';
import type { FixedFile } from './fixText.ts';

export interface FixReportOptions {
  /** That are there afterwards, whatever they are about. */
  readonly errors: number;
  readonly dryRun: boolean;
  /** The day and the catalog. */
  readonly basis: string;
  readonly colour: boolean;
  readonly columns: number | undefined;
}

/** Files in which something is set or left, then the figures. */
export function fixReport(files: readonly FixedFile[], options: FixReportOptions): string {
  const style = styleOf(options);
  const told = files
    .filter(({ set, left }) => set.length + left.length > 0)
    .map((file) => `${fileLines(file, style)}\n`);
  return `${told.join('')}${figures(files, options)}\n${wrapped(wordsOf(options.basis), options.columns, '  ')}\n`;
}

function fileLines({ name, set, resolved, proven, left }: FixedFile, { colours, columns, of }: Style): string {
  const lines = [colours.bold(printable(name))];
  for (const one of set) lines.push(wrapped(wordsOf(`  ${t('set {0}', printable(one))}`), columns, '    '));
  if (set.length > 0) {
    const gone = resolved === 1 ? t('resolves 1 finding') : t('resolves {0} findings', resolved);
    lines.push(`  ${proven ? gone : t('{0} (good, but not proven least)', gone)}`);
  }
  for (const { code, severity, message, line, column } of left) {
    const tag = of[severity](`${severityWord(severity)}[${code}]`);
    const words = wordsOf(t('no answer for {0}: {1}: {2}', `${line}:${column}`, tag, printable(message)));
    lines.push(`  ${wrapped(words, columns === undefined ? undefined : columns - 2, '    ')}`);
  }
  return `${lines.join('\n')}\n`;
}

function figures(files: readonly FixedFile[], { dryRun, errors }: FixReportOptions): string {
  const changed = files.filter(({ before, text }) => before !== text);
  const total = (of: (file: FixedFile) => number) => files.reduce((sum, file) => sum + of(file), 0);
  const left = total((file) => file.left.length);
  const all = plainly(files.length, 'file');
  const pins = plainly(
    total(({ set }) => set.length),
    'pin',
  );
  const findings = plainly(
    total(({ resolved }) => resolved),
    'finding',
  );
  const made =
    changed.length === 0
      ? t('{0}: nothing to set', all)
      : dryRun
        ? t('{0} of {1} would be changed: {2} set, {3} resolved', changed.length, all, pins, findings)
        : t('{0} of {1} changed: {2} set, {3} resolved', changed.length, all, pins, findings);
  const unanswered = left === 0 ? made : t('{0}, {1} without an answer', made, left);
  return errors === 0 ? unanswered : t('{0}; {1} left', unanswered, plainly(errors, 'error'));
}

/** As a number is written where it is compared with others in the same line. */
function plainly(count: number, thing: Counted): string {
  return counted(count, thing, String(count));
}
