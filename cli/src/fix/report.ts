/** What `stackpin fix` says of what it did. */
import { counted } from '../../../server/src/resolve/fix/titles.ts';
import { type Style, styleOf } from '../report/block.ts';
import { printable, wordsOf, wrapped } from '../report/columns.ts';
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
  for (const one of set) lines.push(wrapped(wordsOf(`  set ${printable(one)}`), columns, '    '));
  if (set.length > 0) {
    const least = proven ? '' : ' (good, but not proven least)';
    lines.push(`  resolves ${counted(resolved, 'finding')}${least}`);
  }
  for (const { code, severity, message, line, column } of left) {
    const tag = of[severity](`${severity}[${code}]`);
    const words = wordsOf(`no answer for ${line}:${column}: ${tag}: ${printable(message)}`);
    lines.push(`  ${wrapped(words, columns === undefined ? undefined : columns - 2, '    ')}`);
  }
  return `${lines.join('\n')}\n`;
}

function figures(files: readonly FixedFile[], { dryRun, errors }: FixReportOptions): string {
  const changed = files.filter(({ before, text }) => before !== text);
  const total = (of: (file: FixedFile) => number) => files.reduce((sum, file) => sum + of(file), 0);
  const left = total((file) => file.left.length);
  const without = left === 0 ? '' : `, ${left} without an answer`;
  const remaining = errors === 0 ? '' : `; ${counted(errors, 'error')} left`;
  if (changed.length === 0) return `${counted(files.length, 'file')}: nothing to set${without}${remaining}`;
  const verb = dryRun ? 'would be changed' : 'changed';
  const pins = counted(
    total(({ set }) => set.length),
    'pin',
  );
  const findings = counted(
    total(({ resolved }) => resolved),
    'finding',
  );
  return `${changed.length} of ${counted(files.length, 'file')} ${verb}: ${pins} set, ${findings} resolved${without}${remaining}`;
}
