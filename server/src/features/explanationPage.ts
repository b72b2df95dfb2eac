/** The page that explains findings of a manifest step by step, and the Markdown of the command that does. */

import { t } from '@vscode/l10n';
import { CODE_INFO } from '../analysis/codes.ts';
import type { Finding } from '../analysis/finding.ts';
import { explain } from '../resolve/explain/explain.ts';
import { findingsFor } from '../resolve/explain/select.ts';
import { list } from '../words.ts';
import { type CheckedDocument, toRange } from './document.ts';
import { stepBlocks } from './explanationBlocks.ts';
import { fileName } from './fileName.ts';
import { type Block, bullets, heading, paragraph, render, type Span } from './prose.ts';
import { slot, withSpans } from './spanText.ts';
import { pageAddress, type VirtualPage } from './virtualPage.ts';

const PREFIX = '/explain/';

/** The address of the page about a finding. It names the pins and no place, so that it holds while the manifest is edited. */
export function explanationAddress({ uri }: Pick<CheckedDocument, 'uri'>, { code, pins }: Finding): string {
  const wanted = [code, pins.map(({ instance }) => instance)];
  return pageAddress({ path: `${PREFIX}${code}.md`, manifest: uri, wanted });
}

export const explanationPage: VirtualPage = {
  prefix: PREFIX,
  write: (checked, [code, instances], isCancelled) => {
    const wanted = Array.isArray(instances) ? instances.filter((one): one is string => typeof one === 'string') : [];
    const findings = checked.analysis.findings.filter(
      (finding) =>
        finding.code === code && wanted.every((name) => finding.pins.some(({ instance }) => instance === name)),
    );
    if (findings.length > 0) return explanationText(checked, findings, isCancelled);
    const text =
      wanted.length === 0
        ? t('{0} has no such finding any more ({1}).', slot(0), slot(1))
        : t('{0} has no such finding of {1} any more ({2}).', slot(0), list(wanted), slot(1));
    return markdown([
      heading(1, t('Nothing to explain')),
      paragraph(...withSpans(text, [{ code: fileName(checked.uri) }], [{ code: String(code) }])),
    ]);
  },
};

/**
 * Explains the findings that somebody asks for.
 * @param wanted as `findingsFor` takes it
 * @returns Markdown; undefined when there are none
 */
export function explanationOf(
  checked: CheckedDocument,
  wanted: string | undefined,
  isCancelled: () => boolean,
): string | undefined {
  const selection = findingsFor(checked.analysis, wanted);
  if (selection.kind === 'unknown' || selection.findings.length === 0) return undefined;
  return explanationText(checked, selection.findings, isCancelled);
}

function explanationText(checked: CheckedDocument, findings: readonly Finding[], isCancelled: () => boolean): string {
  const { date } = checked.analysis.context;
  return markdown([
    ...findings.flatMap((finding) => blocksOf(checked, finding, isCancelled)),
    paragraph(t('As of {0}.', date)),
  ]);
}

function blocksOf(checked: CheckedDocument, finding: Finding, isCancelled: () => boolean): Block[] {
  const { code, related } = finding;
  const steps = stepBlocks(explain(checked.analysis, finding, isCancelled).steps);
  const { title, docs } = CODE_INFO[code];
  return [
    heading(1, title),
    paragraph(...findingSpans(checked, finding)),
    ...(steps.length === 0 ? [] : [heading(2, t('Why')), ...steps]),
    ...(related.length === 0
      ? []
      : [heading(2, t('Where')), bullets(related.map((one) => relatedSpans(checked, one)))]),
    paragraph(...withSpans(t('What it means, and how to mend it: {0}.', slot(0)), [{ link: code, to: docs }])),
  ];
}

/** "error[incompatible] in a.stack.yaml, line 3, in production: ..." */
function findingSpans(
  { uri, lines }: CheckedDocument,
  { code, message, severity, environments, range }: Finding,
): readonly Span[] {
  const named = environments.filter((environment) => environment !== null);
  const line = toRange(lines, range).start.line + 1;
  const text =
    named.length === 0
      ? t('{0} in {1}, line {2}: {3}', slot(0), slot(1), line, message)
      : t('{0} in {1}, line {2}, in {3}: {4}', slot(0), slot(1), line, list(named), message);
  return withSpans(text, [{ code: `${severity}[${code}]` }], [{ code: fileName(uri) }]);
}

function relatedSpans(
  checked: CheckedDocument,
  { layer, range, message }: Finding['related'][number],
): readonly Span[] {
  const uri = layer?.uri ?? checked.uri;
  const lines = layer?.manifest.document.source ?? checked.lines;
  const text = t('{0}, line {1}: {2}', slot(0), toRange(lines, range).start.line + 1, message);
  return withSpans(text, [{ code: fileName(uri) }]);
}

function markdown(blocks: readonly Block[]): string {
  return `${render(blocks, 'markdown').value}\n`;
}
