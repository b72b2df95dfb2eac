/** One stack in the page. */
import { t } from '@vscode/l10n';
import type { Severity } from '../../analysis/finding.ts';
import type { FileReport, StackReport } from '../report.ts';
import { evidenceLists } from './evidence.ts';
import { findingList } from './findings.ts';
import { type Html, html, name } from './html.ts';
import type { Live, PagedStack } from './links.ts';
import { matrix, shownOf } from './matrix.ts';
import { pinsTable } from './pinsTable.ts';
import { summary, timelineSvg } from './timelineSvg.ts';
import { VERDICTS, verdictSign, verdictWord } from './words.ts';

/** What a stack is called: its name, or its place in the file; and its environment. */
export function titleOf({ name: own, document, environment }: StackReport): string {
  const title = own ?? t('Stack {0}', document + 1);
  return environment === null ? title : `${title} · ${environment}`;
}

/**
 * A section with everything about a stack.
 * @param id begins the ids of its parts
 */
export function stackSection(stack: StackReport, { name: file }: FileReport, id: string, live: Live | undefined): Html {
  const paged: PagedStack = { stack, id, live };
  const shown = shownOf(stack);
  const part = (key: string, title: string, body: Html | readonly Html[]): Html =>
    html`<div class="part">\n<h3 id="${id}-${key}">${title}</h3>\n${body}</div>\n`;
  return html`<section class="stack" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${name(titleOf(stack))}</h2>
<p class="file">${name(file)}</p>
${figures(paged)}${part('matrix', t('Compatibility'), matrix(paged, shown))}${part('timeline', t('Support over time'), timelineSvg(paged))}${part('pins', t('Pins'), pinsTable(paged))}${part('findings', t('Findings'), findings(stack, live))}${shown.pairs.length === 0 ? undefined : part('evidence', t('Evidence'), evidenceLists(paged, shown))}</section>
`;
}

/** What matters most, in numbers. */
function figures(paged: PagedStack): Html {
  const { stack } = paged;
  const { coverage, pairs } = stack;
  const counts = VERDICTS.filter((verdict) => verdict !== 'unknown').flatMap((verdict) => {
    const count = pairs.filter((pair) => pair.verdict === verdict).length;
    return count === 0
      ? []
      : html` <span class="count">${verdictSign(verdict)} ${count} ${verdictWord(verdict)}</span>`;
  });
  const spoken = t(
    'Pins: {0}. Pairs: {1}, of which upstream speaks about {2}.',
    coverage.pins,
    coverage.pairs,
    coverage.pairsKnown,
  );
  return html`<ul class="figures">
<li>${spoken}${counts}</li>
<li><bdi>${summary(paged)}</bdi></li>
<li>${found(stack)}</li>
</ul>
`;
}

function found({ findings: all, acknowledged }: StackReport): string {
  const count = (severity: Severity): number => all.filter((finding) => finding.severity === severity).length;
  return t(
    'Errors: {0}. Warnings: {1}. Information: {2}. Hints: {3}. Accepted: {4}.',
    count('error'),
    count('warning'),
    count('information'),
    count('hint'),
    acknowledged.length,
  );
}

function findings({ findings: all, acknowledged }: StackReport, live: Live | undefined): Html {
  const accepted =
    acknowledged.length === 0 ? undefined : html`<h4>${t('Accepted')}</h4>\n${findingList(acknowledged, live, '')}`;
  return html`${findingList(all, live, t('Nothing is found.'))}${accepted}`;
}
