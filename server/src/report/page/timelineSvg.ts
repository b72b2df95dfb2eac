/** The timeline as a picture. Everything in it is in the table of pins too. */
import { t } from '@vscode/l10n';
import { addDays, daysBetween } from '../../catalog/dates.ts';
import type { IsoDate } from '../../catalog/model.ts';
import type { LineSupport, Phase, Timeline, TimelineRow } from '../report.ts';
import { bounded, MOST_ROWS } from './bounds.ts';
import { type Html, html } from './html.ts';
import type { PagedStack } from './links.ts';
import { namesOf, phaseWord, pinText } from './words.ts';

/** In units of the picture. */
const WIDTH = 1000;
const LEFT = 250;
const RIGHT = 900;
const TOP = 44;
const ROW = 26;
/** What a row with a second line is higher by. */
const SECOND = 18;
const BAR = 14;
const MOST_LETTERS = 32;
/** Days shown before and after today at most: what lies beyond is cut at the edge. */
const MOST_BEFORE = 3 * 365;
const MOST_AFTER = 5 * 365;
const LEAST = 180;

/** Where days are in the picture. */
interface Scale {
  readonly first: IsoDate;
  readonly last: IsoDate;
  x(day: IsoDate): number;
}

/** The picture with its legend; in words only, where no day is known. */
export function timelineSvg(paged: PagedStack): Html {
  const { stack, id } = paged;
  const { timeline } = stack;
  const undated =
    timeline.undated.length === 0
      ? undefined
      : html`<p class="note"><bdi>${t('No day is known of: {0}.', namesOf(stack, timeline.undated))}</bdi></p>\n`;
  if (timeline.rows.length === 0) return html`${undated}`;
  const scale = scaleOf(timeline);
  let y = TOP;
  const rows: Html[] = [];
  const { shown, note } = bounded(timeline.rows, MOST_ROWS);
  for (const row of shown) {
    rows.push(drawRow(paged, row, y, scale));
    y += heightOf(row);
  }
  const height = y + 8;
  return html`${legend()}<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-title ${id}-timeline">
<svg class="timeline" role="img" viewBox="0 0 ${WIDTH} ${height}" aria-labelledby="${id}-picture ${id}-summary">
<title id="${id}-picture">${t('Support of each pin over time')}</title>
<desc id="${id}-summary">${summary(paged)}</desc>
<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="3" height="6"/></pattern></defs>
${grid(scale, height)}${days(timeline, scale, height)}${rows}</svg>
</div>
${note}${undated}`;
}

/** When support is lost, in a sentence or two. */
export function summary({ stack }: PagedStack): string {
  const { lost, nextLoss } = stack.timeline;
  const over = lost.length === 0 ? [] : [t('Out of support: {0}.', namesOf(stack, lost))];
  const next =
    nextLoss === undefined
      ? t('No further day is known on which support ends.')
      : t('Support is next lost on {0}: {1}.', nextLoss.day, namesOf(stack, nextLoss.pins));
  return [...over, next].join(' ');
}

function scaleOf({ today, rows }: Timeline): Scale {
  const phases = rows.flatMap(({ own, newest }) => [...own.phases, ...(newest?.phases ?? [])]);
  const froms = phases.flatMap(({ from }) => from ?? []);
  const untils = phases.flatMap(({ until }) => until ?? []);
  const bounded = (wanted: number, most: number): number => Math.min(Math.max(wanted + 20, LEAST), most);
  const first = addDays(today, -bounded(daysBetween(least(froms, today), today), MOST_BEFORE));
  const last = addDays(today, bounded(daysBetween(today, greatest(untils, today)), MOST_AFTER));
  const length = daysBetween(first, last);
  const x = (day: IsoDate): number => {
    const share = Math.min(Math.max(daysBetween(first, day) / length, 0), 1);
    return Math.round((LEFT + share * (RIGHT - LEFT)) * 10) / 10;
  };
  return { first, last, x };
}

function least(days: readonly IsoDate[], or: IsoDate): IsoDate {
  return [or, ...days].sort().at(0) ?? or;
}

function greatest(days: readonly IsoDate[], or: IsoDate): IsoDate {
  return [or, ...days].sort().at(-1) ?? or;
}

/** A line at the beginning of each year. */
function grid({ first, last, x }: Scale, height: number): Html[] {
  const years: Html[] = [];
  for (let year = Number(first.slice(0, 4)) + 1; year <= Number(last.slice(0, 4)); year += 1) {
    const at = x(`${String(year).padStart(4, '0')}-01-01`);
    years.push(
      html`<path class="grid" d="M${at} ${TOP - 10}V${height}"/><text class="year" x="${at}" y="12">${year}</text>\n`,
    );
  }
  return years;
}

/** Today, and the day on which support is next lost. */
function days({ today, nextLoss }: Timeline, { x, last }: Scale, height: number): Html {
  const at = x(today);
  const now = html`<path class="today" d="M${at} ${TOP - 10}V${height}"/><text class="day" x="${at}" y="${TOP - 15}">${t('today')}</text>\n`;
  if (nextLoss === undefined || nextLoss.day > last) return now;
  const end = x(nextLoss.day);
  // Beside the word "today", and never upon it.
  const text = Math.max(end, at + 90);
  return html`${now}<path class="loss" d="M${end} ${TOP - 10}V${height}"/><text class="day" x="${text}" y="${TOP - 15}">${t('next loss {0}', nextLoss.day)}</text>\n`;
}

function heightOf({ newest }: TimelineRow): number {
  return newest === undefined ? ROW : ROW + SECOND;
}

function drawRow(paged: PagedStack, { pin, own, newest }: TimelineRow, y: number, scale: Scale): Html {
  const found = paged.stack.pins[pin];
  const label = found === undefined ? '' : pinText(found);
  const second =
    newest &&
    html`<text class="newest" x="${LEFT - 10}" y="${y + BAR + 14}">${fitted(t('newest line {0}', newest.line))}</text>${bars(newest, y + BAR + 5, 8, paged, scale)}`;
  return html`<g><text class="pin" x="${LEFT - 10}" y="${y + 12}">${fitted(label)}</text>${bars(own, y, BAR, paged, scale)}${second}</g>\n`;
}

/** A text in the picture, cut where it is too long for its place. */
function fitted(text: string): string {
  const letters = [...text];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : text;
}

/** The phases of a line, and the last day of free support behind them. */
function bars({ phases }: LineSupport, y: number, height: number, paged: PagedStack, scale: Scale): Html {
  const drawn = phases.map((phase) => bar(phase, y, height, paged, scale));
  const free = phases.findLast(({ kind }) => kind !== 'extended');
  const end = phases.at(-1)?.until;
  const at = end === undefined ? RIGHT : scale.x(end);
  const words = free?.until ?? t('no end known');
  return html`${drawn}<text class="end" x="${at + 6}" y="${y + height - 2}">${words}</text>`;
}

function bar({ kind, from, until }: Phase, y: number, height: number, { id }: PagedStack, scale: Scale): Html {
  const left = scale.x(from ?? scale.first);
  const right = scale.x(until ?? scale.last);
  const width = Math.round((right - left) * 10) / 10;
  if (width <= 0) return html``;
  const box = html`x="${left}" y="${y}" width="${width}" height="${height}"`;
  const hatch = kind === 'maintenance' ? html`<rect ${box} fill="url(#${id}-hatch)"/>` : undefined;
  return html`<rect class="${kind}" ${box}/>${hatch}`;
}

/** The three ways in which a bar is drawn. */
function legend(): Html {
  const kinds = ['active', 'maintenance', 'extended'] as const;
  const items = kinds.map((kind) => html`<li><span class="swatch ${kind}"></span> ${phaseWord(kind)}</li>\n`);
  return html`<ul class="legend">\n${items}</ul>\n`;
}
