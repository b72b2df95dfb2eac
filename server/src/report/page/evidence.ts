/** Who says what about each pair, worst first. What a cell of the matrix links to. */
import { t } from '@vscode/l10n';
import type { ReportPair } from '../report.ts';
import { filled, type Html, html, name } from './html.ts';
import { evidenceList, type PagedStack, pairId, placeLink } from './links.ts';
import { type Shown, worstOf } from './matrix.ts';
import { pinName, VERDICTS, verdictSign, verdictWord } from './words.ts';

/** A list for each verdict, which can be folded. */
export function evidenceLists(paged: PagedStack, { pairs }: Pick<Shown, 'pairs'>): readonly Html[] {
  return VERDICTS.flatMap((verdict) => {
    const own = pairs.filter((pair) => worstOf(pair) === verdict);
    if (own.length === 0) return [];
    const items = own.map((pair) => item(paged, pair));
    const count = own.length === 1 ? t('1 pair') : t('{0} pairs', own.length);
    return html`<details open>
<summary>${verdictSign(verdict)} ${verdictWord(verdict)}: ${count}</summary>
<ul class="pairs">
${items}</ul>
</details>
`;
  });
}

function item(paged: PagedStack, pair: ReportPair): Html {
  const { stack, live } = paged;
  const { row, column, verdict, reason, evidence, worst, at } = pair;
  const [one, two] = [stack.pins[row], stack.pins[column]];
  const place = stack.pins[at]?.place;
  const pins = filled(t('{0} and {1}'), strong(one && pinName(one)), strong(two && pinName(two)));
  const where = place && html` (${placeLink(place, live)})`;
  return html`<li id="${pairId(paged, pair)}" tabindex="-1">${pins}: ${verdictSign(verdict)} ${verdictWord(verdict)}${where}
${verdict === 'compatible' ? undefined : words(reason)}${evidenceList(evidence)}${worst && worse(worst)}</li>
`;
}

/** What holds for some versions only. */
function worse({ verdict, reason, evidence }: NonNullable<ReportPair['worst']>): Html {
  const lead = filled(
    t('Some of the versions that are admitted: {0}'),
    html`${verdictSign(verdict)} ${verdictWord(verdict)}`,
  );
  return html`<p>${lead}</p>\n${words(reason)}${evidenceList(evidence)}`;
}

function strong(part: Html | undefined): Html {
  return html`<strong>${part}</strong>`;
}

/** A reason as a sentence. */
function words(reason: string): Html | undefined {
  return reason === '' ? undefined : html`<p>${name(/[.!?\u3002]$/u.test(reason) ? reason : `${reason}.`)}</p>\n`;
}
