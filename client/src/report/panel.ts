/** One panel with the report of one manifest. It follows the manifest as long as it is open. */
import { commands, Disposable, l10n, languages, Uri, type WebviewPanel, workspace } from 'vscode';
import { isOpenMessage, openPlace } from './places.ts';

/** The server's command that makes the page (docs/language-server.md, "Reports"). */
const REPORT_COMMAND = 'stackpin.report';
/** Milliseconds without a change after which the page is made again. */
const QUIET = 300;

/** What a panel needs besides itself. */
export interface PanelHost {
  readonly extensionUri: Uri;
  /** Resolves when the language server is there, if it is to be. */
  ready(): Promise<unknown>;
}

/** Where the scripts of the panel are, and nothing else that it may load. */
export function resourceRoot({ extensionUri }: Pick<PanelHost, 'extensionUri'>): Uri {
  return Uri.joinPath(extensionUri, 'dist', 'client');
}

/** Fills a panel, and keeps it filled until it is closed. */
export function fillPanel(panel: WebviewPanel, uri: Uri, host: PanelHost): void {
  const { webview } = panel;
  const script = webview.asWebviewUri(Uri.joinPath(resourceRoot(host), 'reportPage.js')).toString(true);
  const frame = { nonce: nonce(), script };
  let page: string | undefined;
  let isClosed = false;
  let made = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = async (): Promise<void> => {
    made += 1;
    const own = made;
    const next = await pageOf(uri, frame, host);
    // A later one is on its way.
    if (isClosed || own !== made) return;
    const isFirst = page === undefined;
    if (typeof next !== 'string') {
      // What was shown last stays while there is nothing else to show.
      if (isFirst) webview.html = plainPage(next.instead);
      return;
    }
    if (next === page) return;
    page = next;
    if (isFirst || !panel.visible) webview.html = next;
    else await webview.postMessage({ page: next });
  };
  const refreshSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), QUIET);
  };
  const isOurs = (other: Uri): boolean => other.toString() === uri.toString();
  const watching = Disposable.from(
    workspace.onDidChangeTextDocument(({ document }) => isOurs(document.uri) && refreshSoon()),
    languages.onDidChangeDiagnostics(({ uris }) => uris.some(isOurs) && refreshSoon()),
    webview.onDidReceiveMessage((message: unknown) => {
      if (isOpenMessage(message)) void openPlace(message, panel);
    }),
    // A hidden panel is loaded anew when it comes back: from what stands here, and not from the messages.
    panel.onDidChangeViewState(() => {
      if (!panel.visible && page !== undefined && webview.html !== page) webview.html = page;
    }),
  );
  panel.onDidDispose(() => {
    isClosed = true;
    clearTimeout(timer);
    watching.dispose();
  });
  void refresh();
}

/** The page, or what is said instead of it: the file is gone, or it is no manifest (any more). */
async function pageOf(
  uri: Uri,
  frame: { readonly nonce: string; readonly script: string },
  host: PanelHost,
): Promise<string | { readonly instead: string }> {
  try {
    // The server knows what is open; the editor closes what nobody looks at.
    await workspace.openTextDocument(uri);
    await host.ready();
    const page = await commands.executeCommand<string | null>(REPORT_COMMAND, uri.toString(), frame);
    return page ?? { instead: l10n.t('There is no report: this file is no stack manifest.') };
  } catch (error) {
    return { instead: l10n.t('There is no report: {0}', error instanceof Error ? error.message : String(error)) };
  }
}

/** A page that says one thing. */
function plainPage(text: string): string {
  const escaped = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
  return `<!DOCTYPE html><html><head><meta charset="utf-8">${policy}</head><body><p>${escaped}</p></body></html>`;
}

/** A fresh one for each panel, so that no other script or style runs in it (CSP Level 3, "nonce-source"). */
function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
