/** The report beside a manifest: a panel for each, which comes back when the window is loaded again. */
import { commands, Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { fillPanel, type PanelHost, resourceRoot } from './panel.ts';

/** Names the panels in what the editor keeps of a window. */
const VIEW_TYPE = 'stackpin.report';

/** Registers the command and what brings panels back. */
export function reportView(host: PanelHost): Disposable {
  const panels = new Map<string, WebviewPanel>();
  const adopt = (panel: WebviewPanel, uri: Uri): void => {
    panels.set(uri.toString(), panel);
    panel.onDidDispose(() => panels.delete(uri.toString()));
    fillPanel(panel, uri, host);
  };
  const options = { enableScripts: true, localResourceRoots: [resourceRoot(host)] };
  /** @param given by the menu of an editor; a person in the palette means the editor that they look at */
  const show = (given: unknown): void => {
    const uri = given instanceof Uri ? given : window.activeTextEditor?.document.uri;
    if (uri === undefined) return;
    const known = panels.get(uri.toString());
    if (known !== undefined) {
      known.reveal();
      return;
    }
    adopt(window.createWebviewPanel(VIEW_TYPE, titleOf(uri), ViewColumn.Beside, options), uri);
  };
  return Disposable.from(
    commands.registerCommand('stackpin.showReport', show),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
        const { uri } = (state ?? {}) as { readonly uri?: unknown };
        if (typeof uri !== 'string' || uri === '' || panels.has(uri)) {
          panel.dispose();
          return;
        }
        panel.webview.options = options;
        adopt(panel, Uri.parse(uri, true));
      },
    }),
  );
}

function titleOf(uri: Uri): string {
  return l10n.t('Report: {0}', uri.path.slice(uri.path.lastIndexOf('/') + 1));
}
