/** What code scanning shows of each code: its title, what it means, why it matters and what to do. */
import type { ReportingDescriptor } from 'sarif';
import { CODE_DOCS } from '../../../server/src/analysis/codes.docs.ts';
import { CODE_INFO } from '../../../server/src/analysis/codes.ts';
import type { Code, Severity } from '../../../server/src/analysis/finding.ts';

/** SARIF 2.1.0, 3.27.10: it has no level for hints. */
export const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies {
  readonly [severity in Severity]: string;
};

/** A link of Markdown, of which plain text keeps the words. Pages link to each other by relative paths. */
const LINK = /\[([^[\]]+)\]\(([^()]+)\)/g;
const PAGES = 'https://github.com/stackpin/stackpin/blob/main/docs/diagnostics/';

/** The rule of a code. */
export function ruleOf(code: Code): ReportingDescriptor {
  const { severity, title, docs } = CODE_INFO[code];
  const { group, meaning, why, remedy } = CODE_DOCS[code];
  const paragraphs = [meaning, why, remedy].map((sentences) => sentences.join(' '));
  const plain = (text: string): string => text.replace(LINK, '$1').replaceAll('`', '"');
  const markdown = (text: string): string =>
    text.replace(LINK, (_, words: string, to: string) => `[${words}](${new URL(to, PAGES).href})`);
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: plain(paragraphs[0] ?? title) },
    help: { text: paragraphs.map(plain).join('\n\n'), markdown: paragraphs.map(markdown).join('\n\n') },
    helpUri: docs,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [group], precision: 'very-high' },
  };
}
