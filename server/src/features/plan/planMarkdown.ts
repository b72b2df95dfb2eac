/** An upgrade plan as Markdown: a checklist to paste into an issue, and the page in the editor. */
import { t } from '@vscode/l10n';
import type { PlanReport } from '../../resolve/plan/report.ts';
import { enumeration, sentence, sentences } from '../../words.ts';
import { markdownLine, type Span } from '../prose.ts';
import { slot, withSpans } from '../spanText.ts';
import { capitalized, sourceLink } from '../supportWords.ts';
import { type SupportRow, supportRows } from './deadlineWords.ts';
import { judgedBy, type MoveWords, type Moving, planWords, type Said, type UsedCatalogs } from './planWords.ts';

/**
 * Writes a report.
 * @param catalogs the tables that it was made by
 * @returns whole lines, the last with its line break
 */
export function planMarkdown(report: PlanReport, catalogs: UsedCatalogs): string {
  const words = planWords(report);
  const blocks = [
    `# ${markdownLine([words.title])}`,
    markdownLine([
      sentences(
        words.aim === '' ? '' : sentence(capitalized(words.aim)),
        sentence(capitalized(judgedBy(report, catalogs))),
      ),
    ]),
    ...(words.outcome === '' ? [] : [markdownLine([words.outcome])]),
    ...(words.blockedBy.length === 0 ? [] : [words.blockedBy.map((move) => `- ${moveLine(move)}`).join('\n')]),
    ...(words.notes.length === 0 ? [] : [words.notes.map((text) => `- ${markdownLine([text])}`).join('\n')]),
    ...section(t('Not good at the start'), words.before.map(bullet)),
    ...section(t('Steps'), words.steps.map(stepItem)),
    ...section(t('Untested at the end'), words.untested.map(bullet)),
    ...versions(words.moved, words.staying),
    ...(report.wish.kind === 'none'
      ? supportTable(supportRows(report))
      : section(t('Deadlines'), words.deadlines.map(bullet))),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.join('\n')];
}

function stepItem(step: MoveWords, place: number): string {
  const notes = step.notes.map((said) => `\n  ${bullet(said)}`).join('');
  return `- [ ] ${place + 1}. ${moveLine(step)}${notes}`;
}

function moveLine({ instance, from, to, why }: MoveWords): string {
  const way = from === to ? `${markdownLine([instance])} ${markdownLine([from])}` : movement({ instance, from, to });
  return t('{0}: {1}', way, markdownLine(saidSpans(why)));
}

/** The arrow stays as it is written: nothing in a line takes it for markup. */
function movement({ instance, from, to }: Moving): string {
  return `${markdownLine([instance])} ${markdownLine([from])} -> ${markdownLine([to])}`;
}

function bullet(said: Said): string {
  return `- ${markdownLine(saidSpans(said))}`;
}

function saidSpans({ text, sources }: Said): readonly Span[] {
  if (sources.length === 0) return [text];
  const links = enumeration(sources.map((_, place) => slot(place)));
  return withSpans(t('{0} ({1})', text, links), ...sources.map((source) => [sourceLink(source)]));
}

function versions(moved: readonly Moving[], staying: readonly string[]): string[] {
  if (moved.length === 0) return [];
  const rows = moved.map(({ instance, from, to }) => [instance, from, to]);
  const rest = staying.length === 0 ? [] : [markdownLine([t('As they are: {0}.', enumeration(staying))])];
  return [
    `## ${t('Versions')}`,
    table(
      [t('component'), t('start'), t('target')],
      rows.map((row) => row.map((cell) => [cell])),
    ),
    ...rest,
  ];
}

function supportTable(rows: readonly SupportRow[]): string[] {
  return rows.length === 0
    ? []
    : [
        table(
          [t('last day'), t('left'), t('component'), t('said by')],
          rows.map(({ lastDay, left, pin, statement, source }) => [
            [lastDay],
            [left],
            [pin],
            [statement === '' ? '' : `${statement} `, ...(source === undefined ? [] : [sourceLink(source)])],
          ]),
        ),
      ];
}

/** A table of GitHub Flavored Markdown: https://github.github.com/gfm/#tables-extension- */
function table(titles: readonly string[], rows: readonly (readonly (readonly Span[])[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map((cells) => line(cells.map(cellOf)))].join('\n');
}

/** An address may have a bar of its own. */
function cellOf(spans: readonly Span[]): string {
  return markdownLine(spans).replace(/(?<!\\)\|/g, '\\|');
}
