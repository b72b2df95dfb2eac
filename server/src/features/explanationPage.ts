/** The page that explains findings of a manifest step by step, and the Markdown of the command that does. */
import { CODE_INFO } from '../analysis/codes.ts';
import type { Finding } from '../analysis/finding.ts';
import { list } from '../analysis/texts.ts';
import { explain } from '../resolve/explain/explain.ts';
import { findingsFor } from '../resolve/explain/select.ts';
import { type CheckedDocument, toRange } from './document.ts';
import { stepBlocks } from './explanationBlocks.ts';
import { type Block, bullets, heading, paragraph, render, type Span } from './prose.ts';
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
    const of = wanted.length === 0 ? '' : ` of ${list(wanted)}`;
    return markdown([
      heading(1, 'Nothing to explain'),
      paragraph({ code: nameOf(checked.uri) }, ` has no such finding${of} any more (`, { code: String(code) }, ').'),
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
    paragraph(`As of ${date}.`),
  ]);
}

function blocksOf(checked: CheckedDocument, finding: Finding, isCancelled: () => boolean): Block[] {
  const { code, message, severity, environments, related } = finding;
  const named = environments.filter((environment) => environment !== null);
  const where = named.length === 0 ? '' : `, in ${list(named)}`;
  const steps = stepBlocks(explain(checked.analysis, finding, isCancelled).steps);
  const { title, docs } = CODE_INFO[code];
  return [
    heading(1, title),
    paragraph({ code: `${severity}[${code}]` }, ` in `, ...placeSpans(checked, finding.range), `${where}: ${message}`),
    ...(steps.length === 0 ? [] : [heading(2, 'Why'), ...steps]),
    ...(related.length === 0 ? [] : [heading(2, 'Where'), bullets(related.map((one) => relatedSpans(checked, one)))]),
    paragraph('What it means, and how to mend it: ', { link: code, to: docs }, '.'),
  ];
}

function placeSpans(checked: CheckedDocument, range: Finding['range']): Span[] {
  return [{ code: nameOf(checked.uri) }, `, line ${toRange(checked.lines, range).start.line + 1}`];
}

function relatedSpans(checked: CheckedDocument, { layer, range, message }: Finding['related'][number]): Span[] {
  const uri = layer?.uri ?? checked.uri;
  const lines = layer?.manifest.document.source ?? checked.lines;
  return [{ code: nameOf(uri) }, `, line ${toRange(lines, range).start.line + 1}: ${message}`];
}

/** What people call a file. */
function nameOf(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function markdown(blocks: readonly Block[]): string {
  return `${render(blocks, 'markdown').value}\n`;
}
