/**
 * Code lenses over the components of a manifest and over those of each environment: what there is to know of that stack in one
 * line, and what can be done with it.
 */
import { t } from '@vscode/l10n';
import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { EffectiveStack } from '../analysis/analysis.ts';
import { contextOf } from '../analysis/ownCatalogs.ts';
import type { StackManifest } from '../manifest/stack.ts';
import { type EntryNode, type MappingNode, rangeOf, type TreeNode } from '../manifest/tree.ts';
import { MENDED } from '../resolve/fix/targets.ts';
import { FIX_DOCUMENT_COMMAND, SHOW_REPORT } from './advertised.ts';
import { componentCount } from './coverageWords.ts';
import { type CheckedDocument, type ClientTraits, toRange } from './document.ts';
import { touches } from './pinAt.ts';
import { planCommand } from './plan/planPage.ts';
import { stackDeadlines, supportTitle } from './plan/supportSummary.ts';

type LensKind = 'summary' | 'fix' | 'plan' | 'report';

/** What a lens is about, kept in it until a client shows it. */
interface LensData {
  readonly uri: string;
  readonly document: number;
  readonly environment: string | null;
  readonly kind: LensKind;
}

type LensTraits = Pick<ClientTraits, 'pages' | 'appliesEdits'>;

/**
 * The lenses of a document, without titles: those are made for what is in sight. What is about the whole file stands over the
 * file's own components.
 */
export function codeLenses(checked: CheckedDocument, traits: LensTraits): CodeLens[] {
  const { uri, lines, analysis } = checked;
  return analysis.stacks.flatMap((stack): CodeLens[] => {
    const { manifest, document, environment } = stack;
    const entry = stack.pins.length === 0 ? undefined : componentsEntry(manifest, environment);
    if (entry === undefined) return [];
    const range = toRange(lines, rangeOf(entry.key));
    return kindsFor(stack, checked, traits).map((kind) => {
      return { range, data: { uri, document, environment, kind } satisfies LensData };
    });
  });
}

function kindsFor(stack: EffectiveStack, checked: CheckedDocument, { pages, appliesEdits }: LensTraits): LensKind[] {
  const isWhole = stack.environment === null;
  const kinds: LensKind[] = ['summary'];
  if (isWhole && appliesEdits && findingsOf(stack, checked).some(({ code }) => MENDED.has(code))) kinds.push('fix');
  kinds.push('plan');
  // Whoever opens no pages has nowhere to show it.
  if (isWhole && pages.opened) kinds.push('report');
  return kinds;
}

/** A lens with its title and its command. A lens of a stack that is gone does nothing. */
export function resolveCodeLens(checked: CheckedDocument, lens: CodeLens, { pages }: LensTraits): CodeLens {
  const { analysis } = checked;
  // Some clients drop what is null on its way.
  const { document, environment = null, kind = 'summary' } = (lens.data ?? {}) as Partial<LensData>;
  const stack = analysis.stacks.find((one) => one.document === document && one.environment === environment);
  if (stack === undefined) return { ...lens, command: { title: t('This stack is gone'), command: '' } };
  return { ...lens, command: commandOf(kind, stack, checked, pages) };
}

function commandOf(
  kind: LensKind,
  stack: EffectiveStack,
  checked: CheckedDocument,
  pages: ClientTraits['pages'],
): Command {
  const { uri } = checked;
  switch (kind) {
    case 'summary':
      return { title: summaryOf(stack, checked), command: '' };
    case 'fix':
      return { title: t('Fix all'), command: FIX_DOCUMENT_COMMAND, arguments: [uri] };
    case 'plan':
      return planCommand(checked, stack, pages);
    case 'report':
      return { title: t('Report'), command: SHOW_REPORT, arguments: [uri] };
  }
}

/** "12 components · 2 findings · 40 of 66 pairs known · support ends 2026-11-30 (istio)". */
function summaryOf(stack: EffectiveStack, checked: CheckedDocument): string {
  const { pins, pairs, pairsKnown } = stack.coverage;
  const count = findingsOf(stack, checked).length;
  const findings = count === 0 ? t('no findings') : count === 1 ? t('1 finding') : t('{0} findings', count);
  const parts = [componentCount(pins), findings];
  if (pairs > 0) parts.push(t('{0} of {1} pairs known', pairsKnown, pairs));
  const support = supportTitle(stackDeadlines(stack, contextOf(checked.analysis.context, stack.document)));
  if (support !== '') parts.push(support);
  return parts.join(' · ');
}

/** The findings that hold in a stack. */
function findingsOf({ manifest, environment }: EffectiveStack, { analysis }: CheckedDocument) {
  return analysis.findings.filter(
    ({ range, environments }) => environments.includes(environment) && touches(manifest.document.range, range.start),
  );
}

/** The entry of `components` in this file; what an alias stands for is written elsewhere. */
function componentsEntry(manifest: StackManifest, environment: string | null): EntryNode | undefined {
  if (environment === null) return manifest.componentsEntry;
  const environments = entryOf(mapping(manifest.document.root), 'environments');
  const own = entryOf(mapping(environments?.value), environment);
  return entryOf(mapping(own?.value), 'components');
}

function mapping(node: TreeNode | undefined): MappingNode | undefined {
  return node?.kind === 'mapping' ? node : undefined;
}

function entryOf(node: MappingNode | undefined, key: string): EntryNode | undefined {
  return node?.entries.find((entry) => entry.key.text === key);
}
