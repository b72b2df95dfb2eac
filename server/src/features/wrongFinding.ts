/** The text of an issue about a finding that somebody takes for wrong: what it says, and what it rests on. */
import { t } from '@vscode/l10n';
import { CODE_INFO } from '../analysis/codes.ts';
import type { Finding } from '../analysis/finding.ts';
import { explain } from '../resolve/explain/explain.ts';
import { type CheckedDocument, toRange } from './document.ts';
import { stepBlocks } from './explanationBlocks.ts';
import { type Block, bullets, heading, paragraph, render } from './prose.ts';
import { citations } from './supportWords.ts';

export interface IssueText {
  readonly title: string;
  /** Markdown, whole lines. */
  readonly body: string;
}

/**
 * Writes it. It goes to the public, so it names no file and quotes nothing of the manifest but the pins that the finding is about; what a
 * finding without pins says may quote a path or a key, so that its message is left out.
 * @param asked the diagnostic as the client has it (`code`, `range`, `message`), or anything else that it may have sent
 * @returns undefined where the manifest has no such finding
 */
export function wrongFinding(
  checked: CheckedDocument,
  asked: unknown,
  isCancelled: () => boolean,
): IssueText | undefined {
  const finding = findingAsked(checked, asked);
  if (finding === undefined) return undefined;
  const { code, severity, message, evidence } = finding;
  const { pins, steps } = explain(checked.analysis, finding, isCancelled);
  const names = pins.length > 0 ? pins : finding.pins.map(({ component }) => component);
  const { catalog, date } = checked.analysis.context;
  const { version, updated } = catalog.metadata;
  const said = finding.pins.length > 0 ? message : CODE_INFO[code].title;
  const blocks: Block[] = [
    heading(2, t('What is wrong')),
    paragraph(t('Write here what upstream says, with the address of its page.')),
    heading(2, t('The finding')),
    paragraph({ code: `${severity}[${code}]` }, ' ', said),
    ...section(t('Pins'), names.length === 0 ? [] : [bullets(names.map((name) => [{ code: name }]))]),
    ...section(
      t('What it rests on'),
      steps.length > 0 ? stepBlocks(steps) : evidence.map((one) => paragraph(one.statement, ...citations([one]))),
    ),
    heading(2, t('Versions')),
    bullets([[t('Catalog {0} of {1}', version, updated)], [t('Checked as of {0}', date)]]),
  ];
  const about = names.length === 0 ? '' : `: ${names.join(', ')}`;
  return { title: t('Wrong finding: {0}', `${code}${about}`), body: `${render(blocks, 'markdown').value}\n` };
}

function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(2, title), ...blocks];
}

/** Of several findings of a code at one place, the one that says the same. */
function findingAsked({ analysis, lines }: CheckedDocument, asked: unknown): Finding | undefined {
  const { code, range, message } = (asked ?? {}) as {
    readonly code?: unknown;
    readonly range?: unknown;
    readonly message?: unknown;
  };
  const wanted = placeOf(range);
  const alike = analysis.findings.filter((one) => one.code === code && placeOf(toRange(lines, one.range)) === wanted);
  return alike.find((one) => one.message === message) ?? alike[0];
}

/** Where a range begins, as a text; undefined for what is no range. */
function placeOf(range: unknown): string | undefined {
  const { start } = (range ?? {}) as {
    readonly start?: { readonly line?: unknown; readonly character?: unknown } | null;
  };
  return start === undefined || start === null ? undefined : `${start.line}:${start.character}`;
}
