/** Files that come with the extension. */
import { type ExtensionContext, Uri, workspace } from 'vscode';

/** Reads one as text; also in a browser, where the extension comes over the network. */
export async function ownText({ extensionUri }: Pick<ExtensionContext, 'extensionUri'>, path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, path)));
}
