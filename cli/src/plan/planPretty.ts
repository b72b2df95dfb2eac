/** An upgrade plan for people who read it in a terminal. */
import { t } from '@vscode/l10n';
import { type SupportRow, supportRows } from '../../../server/src/features/plan/deadlineWords.ts';
import {
  judgedBy,
  type MoveWords,
  type Moving,
  planWords,
  type Said,
  type UsedCatalogs,
} from '../../../server/src/features/plan/planWords.ts';
import type { PlanReport } from '../../../server/src/resolve/plan/report.ts';
import { enumeration } from '../../../server/src/words.ts';
import type { Output } from '../host.ts';
import { type Style, styleOf } from '../report/block.ts';
import { printable, wordsOf, wrapped } from '../report/columns.ts';
import { table } from '../report/table.ts';

/**
 * Writes a report; plain ASCII besides what is quoted, and coloured where asked for.
 * @param path of the manifest, as reports write it
 */
export function planPretty(
  path: string,
  report: PlanReport,
  catalogs: UsedCatalogs,
  output: Pick<Output, 'colour' | 'columns'>,
): string {
  const style = styleOf(output);
  const { colours } = style;
  const words = planWords(report);
  const isFound = report.plan.found && report.faults?.length !== 1;
  const tint = isFound ? colours.green : colours.yellow;
  const parts = [
    heading(`${path}:`, words.aim === '' ? words.title : t('{0} {1}', words.title, words.aim), style),
    ...(words.outcome === '' ? [] : [tint(flowing(words.outcome, '', style))]),
    ...words.blockedBy.map((move) => moveBlock('-', move, style)),
    ...words.notes.map((text) => flowing(text, '', style)),
    ...listed(t('not good at the start'), words.before, style),
    ...words.steps.map((step, place) => moveBlock(numbered(place, words.steps.length), step, style)),
    ...listed(t('untested at the end'), words.untested, style),
    ...versions(words.moved, words.staying, style),
    ...(report.wish.kind === 'none'
      ? supportTable(supportRows(report), style)
      : listed(t('deadlines'), words.deadlines, style)),
    flowing(judgedBy(report, catalogs), '', style),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** " 9." and "10." */
function numbered(place: number, count: number): string {
  return `${place + 1}.`.padStart(String(count).length + 1);
}

function heading(label: string, text: string, { colours, columns }: Style): string {
  const safe = printable(label);
  const line = wrapped([safe, ...wordsOf(printable(text))], columns, '  ');
  return colours.bold(safe) + line.slice(safe.length);
}

/** Text over as many lines as it takes, each with the indent. */
function flowing(text: string, indent: string, { columns }: Style): string {
  const room = columns === undefined ? undefined : columns - indent.length;
  return (
    indent +
    wrapped(wordsOf(printable(text)), room, '')
      .split('\n')
      .join(`\n${indent}`)
  );
}

function moveBlock(mark: string, { instance, from, to, why, notes }: MoveWords, style: Style): string {
  const indent = ' '.repeat(mark.length + 1);
  const { colours } = style;
  const way = from === to ? t('at {0}', printable(from)) : `${printable(from)} -> ${printable(to)}`;
  return [
    `${mark} ${colours.bold(printable(instance))} ${way}`,
    ...said(why, indent, style),
    ...notes.flatMap((note) => said(note, indent, style, colours.yellow)),
  ].join('\n');
}

function said({ text, sources }: Said, indent: string, style: Style, tint = (plain: string) => plain): string[] {
  return [
    ...(text === '' ? [] : [tint(flowing(text, indent, style))]),
    ...sources.map((source) => `${indent}${style.colours.dim(printable(source))}`),
  ];
}

function listed(title: string, items: readonly Said[], style: Style): string[] {
  if (items.length === 0) return [];
  return [[style.colours.bold(title), ...items.flatMap((item) => said(item, '  ', style))].join('\n')];
}

function versions(moved: readonly Moving[], staying: readonly string[], style: Style): string[] {
  if (moved.length === 0) return [];
  const { head, rows } = table(
    [{ title: t('component') }, { title: t('start') }, { title: t('target') }],
    moved.map(({ instance, from, to }) => [instance, from, to]),
    style.columns,
  );
  const rest = staying.length === 0 ? [] : [flowing(t('as they are: {0}', enumeration(staying)), '', style)];
  return [[style.colours.bold(head), ...rows, ...rest].join('\n')];
}

function supportTable(found: readonly SupportRow[], style: Style): string[] {
  if (found.length === 0) return [];
  const { head, rows } = table(
    [{ title: t('last day') }, { title: t('left'), right: true }, { title: t('component') }, { title: t('said by') }],
    found.map(({ lastDay, left, pin, statement, source = '' }) => [
      lastDay,
      left,
      pin,
      `${statement} ${source}`.trim(),
    ]),
    style.columns,
  );
  return [[style.colours.bold(head), ...rows].join('\n')];
}
