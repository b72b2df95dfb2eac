/** The pins alone: what each is, until when it is in support, and who says so. The timeline in words. */
import { t } from '@vscode/l10n';
import type { ReportPin } from '../report.ts';
import { bounded, MOST_ROWS } from './bounds.ts';
import { type Html, html, name } from './html.ts';
import { type PagedStack, pinId, placeLink, sourceOf } from './links.ts';
import { supportState } from './words.ts';

/** Where nothing is known. */
const NOTHING = '–';
/** From what is written to the version that it takes. */
const ARROW = '→';

/** The table of all pins of a stack. */
export function pinsTable(paged: PagedStack): Html {
  const { stack, id } = paged;
  const headings = [
    t('Pin'),
    t('Version'),
    t('Layer'),
    t('Support'),
    t('Last day'),
    t('Newest'),
    t('Written in'),
    t('Source'),
  ];
  const { shown, note } = bounded(stack.pins, MOST_ROWS);
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-title ${id}-pins">
<table>
<caption>${t('Each pin with its support on {0}.', stack.timeline.today)}</caption>
<thead>
<tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr>
</thead>
<tbody>
${shown.map((pin, place) => row(paged, pin, place))}</tbody>
</table>
</div>
${note}`;
}

function row(paged: PagedStack, pin: ReportPin, place: number): Html {
  const { instance, component, layer, newest, support } = pin;
  const kind = instance === component ? undefined : html` <span class="version">(${name(component)})</span>`;
  return html`<tr id="${pinId(paged, place)}" tabindex="-1"><th scope="row">${name(instance)}${kind}</th>
<td>${versionOf(pin)}</td><td>${dash(layer)}</td><td class="short">${supportState(support)}</td><td class="short">${lastDay(pin)}</td>
<td>${dash(newest)}</td><td>${placeLink(pin.place, paged.live)}</td><td>${support.evidence === undefined ? NOTHING : sourceOf(support.evidence)}</td></tr>
`;
}

/** As written, and for a range or a line the version that its dates are of. */
function versionOf({ written, version }: ReportPin): Html {
  if (written === undefined || version === undefined || written === version) return dash(written);
  return html`${name(written)} <span class="version">${ARROW} ${name(version)}</span>`;
}

function lastDay({ support: { lastDay: day, paidUntil } }: ReportPin): Html {
  if (day === undefined || paidUntil === undefined) return dash(day);
  return html`${t('{0}, paid {1}', day, paidUntil)}`;
}

function dash(text: string | undefined): Html {
  return text === undefined || text === '' ? html`${NOTHING}` : name(text);
}
