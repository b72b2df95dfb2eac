/** What is found, in lists. */
import { t } from '@vscode/l10n';
import { CODE_INFO } from '../../analysis/codes.ts';
import type { ReportFinding } from '../report.ts';
import { bounded, MOST_FINDINGS } from './bounds.ts';
import { type Html, html, name } from './html.ts';
import { evidenceList, type Live, placeLink } from './links.ts';
import { severitySign, severityWord } from './words.ts';

/** @param none what is said where there is nothing */
export function findingList(findings: readonly ReportFinding[], live: Live | undefined, none: string): Html {
  if (findings.length === 0) return html`<p>${none}</p>\n`;
  const { shown, note } = bounded(findings, MOST_FINDINGS);
  return html`<ul class="findings">\n${shown.map((finding) => item(finding, live))}</ul>\n${note}`;
}

function item({ code, severity, message, evidence, place, accepted }: ReportFinding, live: Live | undefined): Html {
  const link = html`<a href="${CODE_INFO[code].docs}" rel="noreferrer">${code}</a>`;
  return html`<li>${severitySign(severity)} ${severityWord(severity)} [${link}] ${placeLink(place, live)}
<p>${name(message)}</p>
${accepted && acceptance(accepted)}${evidenceList(evidence)}</li>
`;
}

function acceptance({ reason, until }: NonNullable<ReportFinding['accepted']>): Html {
  const words = until === undefined ? t('Accepted: {0}', reason) : t('Accepted until {0}: {1}', until, reason);
  return html`<p>${name(words)}</p>\n`;
}
