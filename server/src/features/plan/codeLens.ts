/** Code lenses: over the components of a manifest and over those of each environment, the plan of that stack. */
import { t } from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver-types';
import { contextOf } from '../../analysis/ownCatalogs.ts';
import type { StackManifest } from '../../manifest/stack.ts';
import { type EntryNode, type MappingNode, rangeOf, type TreeNode } from '../../manifest/tree.ts';
import { PLAN_COMMAND, SHOW_PAGE } from '../advertised.ts';
import { type CheckedDocument, type ClientTraits, toRange } from '../document.ts';
import { plainQuestion, planAddress } from './planPage.ts';
import { stackDeadlines, supportTitle } from './supportSummary.ts';

/** What a lens is about, kept in it until a client shows it. */
interface LensData {
  readonly uri: string;
  readonly document: number;
  readonly environment: string | null;
}

/** The lenses of a document, without titles: those are made for what is in sight. */
export function codeLenses({ uri, lines, analysis }: CheckedDocument): CodeLens[] {
  return analysis.stacks.flatMap(({ manifest, document, environment, pins }): CodeLens[] => {
    const entry = pins.length === 0 ? undefined : componentsEntry(manifest, environment);
    if (entry === undefined) return [];
    const data: LensData = { uri, document, environment };
    return [{ range: toRange(lines, rangeOf(entry.key)), data }];
  });
}

/**
 * A lens with its title and its command: that opens the page, or answers with its text where the client opens no pages. A
 * lens of a stack that is gone does nothing.
 */
export function resolveCodeLens(
  checked: CheckedDocument,
  lens: CodeLens,
  { pages }: Pick<ClientTraits, 'pages'>,
): CodeLens {
  const { analysis, uri } = checked;
  // Some clients drop what is null on its way.
  const { document, environment = null } = (lens.data ?? {}) as Partial<LensData>;
  const stack = analysis.stacks.find((one) => one.document === document && one.environment === environment);
  if (stack === undefined) return { ...lens, command: { title: t('Plan upgrade'), command: '' } };
  const support = supportTitle(stackDeadlines(stack, contextOf(analysis.context, stack.document)));
  const title = support === '' ? t('Plan upgrade') : t('Plan upgrade · {0}', support);
  const command = pages.opened
    ? { title, command: SHOW_PAGE, arguments: [planAddress(checked, stack)] }
    : { title, command: PLAN_COMMAND, arguments: [uri, plainQuestion(stack)] };
  return { ...lens, command };
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
