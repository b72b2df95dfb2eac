/** The pages that there are, by the beginnings of their paths. A client asks for their text by `workspace/textDocumentContent`. */
import { componentPage } from './componentPage.ts';
import type { CheckedDocument } from './document.ts';
import { explanationPage } from './explanationPage.ts';
import type { PageAddress, VirtualPage } from './virtualPage.ts';

const PAGES: readonly VirtualPage[] = [explanationPage, componentPage];

/** The Markdown of a page; undefined where there is no such page. */
export function pageText(
  checked: CheckedDocument,
  { path, wanted }: Pick<PageAddress, 'path' | 'wanted'>,
  isCancelled: () => boolean,
): string | undefined {
  return PAGES.find(({ prefix }) => path.startsWith(prefix))?.write(checked, wanted, isCancelled);
}
