/** The addresses of the pages that plan an upgrade. */
import { t } from '@vscode/l10n';
import type { Command } from 'vscode-languageserver-types';
import type { EffectiveStack } from '../../analysis/analysis.ts';
import { PLAN_COMMAND, PLAN_PAGES, SHOW_PAGE } from '../advertised.ts';
import type { CheckedDocument, ClientTraits } from '../document.ts';
import { pageAddress } from '../virtualPage.ts';
import type { WrittenQuestion } from './planQuestion.ts';

/** What is asked of a stack where nobody says where to: the newest versions that go together. */
export function plainQuestion({ document, environment }: EffectiveStack): WrittenQuestion {
  return { document, environment };
}

/** The address of the page about a stack, which is called by it. */
export function planAddress({ uri }: Pick<CheckedDocument, 'uri'>, stack: EffectiveStack): string {
  const { document, environment } = stack;
  const name = [stack.name ?? `stack-${document + 1}`, environment].filter((part) => part !== null).join('-');
  // A slash would begin a folder, and what else a name holds a client may decode on its way.
  const path = `${PLAN_PAGES}${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.md`;
  return pageAddress({ path: encodeURI(path), manifest: uri, wanted: [{ document, environment }] });
}

/** What plans the upgrade of a stack: it opens the page, or answers with its text where the client opens no pages. */
export function planCommand(checked: CheckedDocument, stack: EffectiveStack, pages: ClientTraits['pages']): Command {
  const title = t('Plan upgrade');
  return pages.opened
    ? { title, command: SHOW_PAGE, arguments: [planAddress(checked, stack)] }
    : { title, command: PLAN_COMMAND, arguments: [checked.uri, plainQuestion(stack)] };
}
