/** The report for people: every finding with its place in the source, who says so and what mends it, then the figures. */
import { t } from '@vscode/l10n';
import type { Severity } from '../../../server/src/analysis/finding.ts';
import { judgedBy } from '../../../server/src/features/plan/planWords.ts';
import type { LineIndex } from '../../../server/src/manifest/lines.ts';
import { enumeration } from '../../../server/src/words.ts';
import { findingBlock, note, type Style, styleOf } from './block.ts';
import { printable, wordsOf, wrapped } from './columns.ts';
import { environmentNote, placeNotes, sourceNote } from './notes.ts';
import { counted, grouped } from './numbers.ts';
import {
  type CheckedFile,
  type CheckedFinding,
  type CheckedStack,
  type CheckResult,
  linesOf,
  SEVERITIES,
  type Summary,
  summarise,
} from './result.ts';

export interface PrettyOptions {
  /** Which severities are listed; the figures count all. */
  readonly lists: (severity: Severity) => boolean;
  /** Only the findings, without stacks and figures: nothing at all when there are none. */
  readonly quiet: boolean;
  readonly colour: boolean;
  /** Width of the terminal; undefined leaves long lines to whoever reads them. */
  readonly columns: number | undefined;
}

/** A part of the report. Lines about stacks stand together; everything else is set off by an empty line. */
interface Part {
  readonly kind: 'finding' | 'stack' | 'figures';
  readonly text: string;
}

/** Writes a result for a terminal or a log; plain ASCII besides what is quoted, and coloured where asked for. */
export function prettyReport(result: CheckResult, options: PrettyOptions): string {
  const style = styleOf(options);
  const parts = result.files.flatMap((file) => fileReport(file, options, style, result.named));
  if (!options.quiet) parts.push({ kind: 'figures', text: figures(result, options, style) });
  return parts
    .map(({ kind, text }, index) => {
      const next = parts[index + 1]?.kind;
      return next === undefined || (kind === 'stack' && next === 'stack') ? `${text}\n` : `${text}\n\n`;
    })
    .join('');
}

function fileReport(
  file: CheckedFile,
  { lists, quiet }: PrettyOptions,
  style: Style,
  named: CheckResult['named'],
): Part[] {
  const lines = linesOf(file);
  const parts = file.findings
    .filter(({ severity }) => lists(severity))
    .map((finding): Part => ({ kind: 'finding', text: blockOf(finding, file, lines, style, named) }));
  if (quiet) return parts;
  return [...parts, ...file.stacks.map((stack): Part => ({ kind: 'stack', text: stackLine(stack, file, style) }))];
}

function blockOf(
  finding: CheckedFinding,
  file: CheckedFile,
  lines: LineIndex,
  style: Style,
  named: CheckResult['named'],
): string {
  const { severity, code, range, message, evidence, related, fixes } = finding;
  const notes = [
    ...environmentNote(finding, file.stacks.length),
    ...evidence.map((one) => sourceNote(one, message)),
    ...placeNotes(related, file, named),
    ...fixes.map(({ title }) => note('fix', title)),
  ];
  return findingBlock({ path: file.path, lines, range, severity, code, message, notes }, style);
}

function stackLine(stack: CheckedStack, file: CheckedFile, { colours, columns }: Style): string {
  const { document, name, environment, pins, pairs, pairsKnown } = stack;
  const own = t('stack {0}', name === null ? document + 1 : printable(name));
  const title = environment === null ? own : t('{0}, environment {1}', own, printable(environment));
  const coverage =
    pairs === 0
      ? t('no pairs to judge')
      : pairs === 1
        ? t('{0} of 1 pair has a statement', pairsKnown)
        : t('{0} of {1} pairs have a statement', pairsKnown, grouped(pairs));
  const path = printable(file.path);
  const text = t('{0}: {1}, {2}', title, counted(pins, 'pin'), coverage);
  const line = wrapped([`${path}:`, ...wordsOf(text)], columns, '  ');
  return colours.bold(path) + line.slice(path.length);
}

function figures(result: CheckResult, { lists }: PrettyOptions, { columns, colours, of }: Style): string {
  const { asOf, catalog, extraCatalogs } = result;
  const summary = summarise(result);
  const found = SEVERITIES.flatMap((severity) => countOf(summary, severity, lists, of[severity]));
  const all = found.length === 0 ? colours.green(t('nothing found')) : enumeration(found);
  const counts = summary.acknowledged === 0 ? all : t('{0}, {1} acknowledged', all, summary.acknowledged);
  const first = t('{0}, {1}: {2}', counted(summary.files, 'file'), counted(summary.stacks, 'stack'), counts);
  const second = judgedBy({ asOf }, { ...catalog, extras: extraCatalogs.map(printable) });
  return [first, ...sinceLines(result), wrapped(wordsOf(second), columns, '  ')].join('\n');
}

/** What was there before, as it is in none of the figures. */
function sinceLines({ since }: CheckResult): string[] {
  if (since === undefined) return [];
  const { known, gone } = since;
  const name = printable(since.name);
  return [
    known === 1
      ? t('compared with {0}: 1 known finding left out, {1} gone', name, gone)
      : t('compared with {0}: {1} known findings left out, {2} gone', name, known, gone),
  ];
}

function countOf(
  summary: Summary,
  severity: Severity,
  lists: PrettyOptions['lists'],
  tint: (text: string) => string,
): string[] {
  const count = {
    error: summary.errors,
    warning: summary.warnings,
    information: summary.information,
    hint: summary.hints,
  }[severity];
  if (count === 0) return [];
  const text = tint(counted(count, severity, severity === 'information' ? String(count) : grouped(count)));
  return [lists(severity) ? text : t('{0} (see {1})', text, '--verbose')];
}
