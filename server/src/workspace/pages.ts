/** Pages about open manifests (features/virtualDocument.ts): their text when a client asks for it, and word when it is another. */
import { t } from '@vscode/l10n';
import {
  type Connection,
  type TextDocumentContentOptions,
  TextDocumentContentRefreshRequest,
  TextDocumentContentRequest,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Environment } from '../environment.ts';
import { PAGE_SCHEME, PLAN_PAGES } from '../features/advertised.ts';
import { guardedRequest, type LogError, logFailure } from './handlers.ts';
import { inTurns } from './inTurns.ts';
import { manifestFeatures, planFeatures } from './programParts.ts';
import type { Session } from './session.ts';

/** Pages that are followed: nobody says which of them are still looked at. */
const MOST_FOLLOWED = 8;
/** Milliseconds without an edit after which pages are made again. */
const QUIET = 500;

/** What the client is told. */
export const PAGES_CAPABILITY: { readonly textDocumentContent: TextDocumentContentOptions } = {
  textDocumentContent: { schemes: [PAGE_SCHEME] },
};

/** Answers with pages, and tells the client after edits to ask again. */
export function registerPages(
  connection: Pick<Connection, 'onRequest' | 'sendRequest'>,
  documents: Pick<TextDocuments<TextDocument>, 'onDidChangeContent'>,
  session: Session,
  environment: Pick<Environment, 'schedule'>,
  log: LogError,
): void {
  /** In the order in which they were last asked for. */
  const followed = new Set<string>();
  let cancel = (): void => undefined;
  const { method } = TextDocumentContentRequest;
  connection.onRequest(
    TextDocumentContentRequest.type,
    guardedRequest(method, { text: '' }, log, async ({ uri }, token) => {
      followed.delete(uri);
      followed.add(uri);
      for (const oldest of followed) if (followed.size > MOST_FOLLOWED) followed.delete(oldest);
      return { text: await textOf(uri, session, environment, () => token.isCancellationRequested) };
    }),
  );
  documents.onDidChangeContent(() => {
    cancel();
    if (followed.size === 0) return;
    cancel = environment.schedule(() => {
      for (const uri of followed)
        connection
          .sendRequest(TextDocumentContentRefreshRequest.type, { uri })
          .catch((error: unknown) => logFailure(log, TextDocumentContentRefreshRequest.method, { uri }, error));
    }, QUIET);
  });
}

function noPage(): string {
  return page(t('No such page'), t('There is no page of Stackpin at this address.'));
}

function page(title: string, text: string): string {
  return `# ${title}\n\n${text}\n`;
}

// The planner is loaded when something is planned.

async function textOf(
  uri: string,
  session: Session,
  environment: Pick<Environment, 'schedule'>,
  isCancelled: () => boolean,
): Promise<string> {
  const { pageText, readPageAddress } = await manifestFeatures();
  const address = readPageAddress(uri);
  const checked = address === undefined ? undefined : await session.checked(address.manifest);
  if (address === undefined) return noPage();
  if (checked === undefined)
    return page(t('Not open'), t('Open the manifest that this page is about, and then the page again.'));
  if (address.path.startsWith(PLAN_PAGES)) {
    const { planText } = await session.loadedFor(checked, planFeatures);
    const [question] = address.wanted;
    const text = await inTurns(planText(checked, question, isCancelled), environment, isCancelled);
    return text ?? page(t('Nothing to plan'), t('The manifest has no such stack any more.'));
  }
  return pageText(checked, address, isCancelled) ?? noPage();
}
