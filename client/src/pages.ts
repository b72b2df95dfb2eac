/** Pages that the language server makes: shown as a reader sees them, and not as the Markdown that they are written in. */
import { commands, Uri } from 'vscode';
import type { ShowDocumentRequest } from 'vscode-languageclient';

/** The scheme of the pages' addresses. */
const PAGE_SCHEME = 'stackpin';

/** Opens a page in the editor's own preview of Markdown; everything else as the language client does it, and a page too where there is no preview. */
export const showDocument: ShowDocumentRequest.MiddlewareSignature = async (params, token, next) => {
  const uri = Uri.parse(params.uri);
  if (uri.scheme !== PAGE_SCHEME) return next(params, token);
  try {
    await commands.executeCommand('markdown.showPreview', uri);
    return { success: true };
  } catch {
    return next(params, token);
  }
};
