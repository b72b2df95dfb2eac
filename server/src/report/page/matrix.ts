/** The matrix: a table of the pins against each other, of which each pair stands in it once. */
import { t } from '@vscode/l10n';
import type { ReportPair, StackReport } from '../report.ts';
import { MOST_IN_MATRIX, MOST_PAIRS, MOST_ROWS } from './bounds.ts';
import { type Html, html } from './html.ts';
import { type PagedStack, pairId, pinId, placeAttributes } from './links.ts';
import { lookOf, namesOf, pinName, pinText, VERDICTS, verdictMeaning, verdictSign, verdictWord } from './words.ts';

/** What of a stack the page shows. */
export interface Shown {
  /** Places of the pins in the table, in the order of the stack. */
  readonly pins: readonly number[];
  /** Those with evidence in the page, worst first. */
  readonly pairs: readonly ReportPair[];
  /** How many others there are. */
  readonly pairsLeftOut: number;
  /** Places of pins that something is known of and that are not in the table. */
  readonly pinsLeftOut: readonly number[];
  /** Places of the pins that nothing is known of, together with any other. */
  readonly silent: readonly number[];
}

/** Chooses: what is worst is never left out before what is better. */
export function shownOf({ pins, pairs }: Pick<StackReport, 'pins' | 'pairs'>): Shown {
  const sorted = VERDICTS.flatMap((verdict) => pairs.filter((pair) => worstOf(pair) === verdict));
  const spoken = new Set<number>();
  const inTable = new Set<number>();
  for (const { row, column } of sorted) {
    for (const pin of [row, column]) {
      spoken.add(pin);
      if (inTable.size < MOST_IN_MATRIX) inTable.add(pin);
    }
  }
  const all = [...pins.keys()];
  return {
    pins: all.filter((pin) => inTable.has(pin)),
    pairs: sorted.slice(0, MOST_PAIRS),
    pairsLeftOut: Math.max(0, sorted.length - MOST_PAIRS),
    pinsLeftOut: all.filter((pin) => spoken.has(pin) && !inTable.has(pin)),
    silent: all.filter((pin) => !spoken.has(pin)),
  };
}

/** The worst that any versions of a pair reach. */
export function worstOf({ verdict, worst }: ReportPair): ReportPair['verdict'] {
  return worst?.verdict ?? verdict;
}

/** The table with its legend, and what is not in it. */
export function matrix(paged: PagedStack, shown: Shown): Html {
  const { stack, id } = paged;
  const { pins, silent } = shown;
  const hasStar = shown.pairs.some(({ worst }) => worst !== undefined);
  const rest = html`${leftOut(paged, shown)}${silence(stack, silent)}`;
  if (pins.length < 2) return html`<p>${t('Nobody says anything about any two of these pins.')}</p>\n${rest}`;
  const known = new Map(stack.pairs.map((pair) => [`${pair.row} ${pair.column}`, pair]));
  const linked = new Set(shown.pairs);
  const columns = pins.slice(0, -1).map((pin) => html`<th scope="col"><span>${name(stack, pin)}</span></th>`);
  const rows = pins.slice(1).map((row, index) => {
    const cells = pins.slice(0, index + 1).map((column) => {
      const pair = known.get(`${row} ${column}`);
      return pair === undefined ? html`<td>?</td>` : cell(paged, pair, linked.has(pair));
    });
    return html`<tr>${rowHeader(paged, row)}${cells}</tr>\n`;
  });
  return html`${legend(hasStar)}<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-title ${id}-matrix">
<table class="matrix">
<caption>${t('Each pair of pins once: a row against a column.')}</caption>
<thead>
<tr><td></td>${columns}</tr>
</thead>
<tbody>
${rows}</tbody>
</table>
</div>
${rest}`;
}

function name({ pins }: StackReport, pin: number): Html | undefined {
  const found = pins[pin];
  return found && pinName(found);
}

function rowHeader(paged: PagedStack, row: number): Html {
  const pin = paged.stack.pins[row];
  if (pin === undefined || row >= MOST_ROWS) return html`<th scope="row">${pin && pinName(pin)}</th>`;
  const attributes = placeAttributes(pin.place, paged.live);
  return html`<th scope="row"><a href="#${pinId(paged, row)}"${attributes}>${pinName(pin)}</a></th>`;
}

/** A pair as a link to who says so; in an editor it opens the pin as well. */
function cell(paged: PagedStack, pair: ReportPair, isLinked: boolean): Html {
  const { stack, live } = paged;
  const { className, sign } = lookOf(pair.verdict);
  const mark = pair.worst === undefined ? undefined : html`<sup>*</sup>`;
  const label = labelOf(stack, pair);
  if (!isLinked)
    return html`<td class="${className}"><span role="img" aria-label="${label}">${sign}${mark}</span></td>`;
  const place = stack.pins[pair.at]?.place;
  const attributes = place && placeAttributes(place, live);
  return html`<td class="${className}"><a href="#${pairId(paged, pair)}" aria-label="${label}"${attributes}>${sign}${mark}</a></td>`;
}

/** "istio 1.28.1 and kubernetes 1.30.0: unsupported". */
function labelOf({ pins }: StackReport, { row, column, verdict, worst }: ReportPair): string {
  const [one, two] = [pins[row], pins[column]].map((pin) => (pin === undefined ? '' : pinText(pin)));
  return worst === undefined
    ? t('{0} and {1}: {2}', one ?? '', two ?? '', verdictWord(verdict))
    : t('{0} and {1}: {2}, some versions {3}', one ?? '', two ?? '', verdictWord(verdict), verdictWord(worst.verdict));
}

function legend(hasStar: boolean): Html {
  const items = VERDICTS.map(
    (verdict) => html`<li>${verdictSign(verdict)} ${verdictMeaning(verdict)}</li>
`,
  );
  const words = t('some versions that a range or a release line admits are worse');
  const star = hasStar
    ? html`<li><span class="sign none" aria-hidden="true">*</span> ${words}</li>
`
    : undefined;
  return html`<ul class="legend">
${items}${star}</ul>
`;
}

function leftOut({ stack }: PagedStack, { pinsLeftOut, pairsLeftOut, pins, pairs }: Shown): readonly Html[] {
  const notes: string[] = [];
  if (pinsLeftOut.length > 0)
    notes.push(
      t(
        'The table holds {0} pins, those with the worst pairs first. Left out: {1}.',
        pins.length,
        namesOf(stack, pinsLeftOut),
      ),
    );
  if (pairsLeftOut > 0)
    notes.push(
      t('Evidence is listed for {0} pairs, the worst first. Left out: {1} pairs.', pairs.length, pairsLeftOut),
    );
  return notes.map((note) => html`<p class="note"><bdi>${note}</bdi></p>\n`);
}

function silence(stack: StackReport, silent: readonly number[]): Html | undefined {
  if (silent.length === 0) return undefined;
  const words = t('Nobody says anything about these together with another pin: {0}.', namesOf(stack, silent));
  return html`<p class="note"><bdi>${words}</bdi></p>\n`;
}
