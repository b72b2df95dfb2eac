/** A manifest over others: they count as they are in editors, and as they are on disk. */
import * as vscode from 'vscode';
import { codeOf, expectTrue, type HostTest, open, untilCodes, uriOf } from './host.ts';

/** @param document with one error; it is shown again where another was */
export const bases = (document: vscode.TextDocument): readonly HostTest[] => [
  [
    'bases in editors',
    async () => {
      const base = await open('base.stack.yaml');
      const leaf = await open('leaf.stack.yaml');
      await untilCodes(leaf.uri, (codes) => codes.length > 0 && !codes.includes('unsupported'));
      const edit = new vscode.WorkspaceEdit();
      const start = base.positionAt(base.getText().indexOf('1.36.4'));
      edit.replace(base.uri, new vscode.Range(start, start.translate(0, '1.36.4'.length)), '1.27.16');
      await vscode.workspace.applyEdit(edit);
      await untilCodes(leaf.uri, (codes) => codes.includes('unsupported'));
      const found = vscode.languages.getDiagnostics(leaf.uri).find((one) => codeOf(one) === 'unsupported');
      expectTrue(
        found?.relatedInformation?.[0]?.location.uri.path.endsWith('/base.stack.yaml') === true,
        `related: ${JSON.stringify(found?.relatedInformation)}`,
      );
      await vscode.window.showTextDocument(base);
      await vscode.commands.executeCommand('undo');
      await untilCodes(leaf.uri, (codes) => !codes.includes('unsupported'));
      await vscode.window.showTextDocument(document);
    },
  ],
  [
    'bases on disk',
    async () => {
      // The web host gives its language servers no files: what the open manifests name is read by the client.
      const isWeb = globalThis.process?.versions?.node === undefined;
      // A base that no editor has shown: what is open would count before what is on disk.
      const base = uriOf('disk/base.stack.yaml');
      const leaf = uriOf('disk/leaf.stack.yaml');
      const unopened = uriOf('disk/unopened.stack.yaml');
      const bytes = await vscode.workspace.fs.readFile(base);
      const text = new TextDecoder().decode(bytes);
      await open('disk/leaf.stack.yaml');
      await vscode.workspace.fs.writeFile(base, new TextEncoder().encode(text.replace('1.36.4', '1.27.16')));
      const checked = isWeb ? [leaf] : [leaf, unopened];
      for (const uri of checked) await untilCodes(uri, (codes) => codes.includes('unsupported'));
      await vscode.workspace.fs.delete(base);
      // Where the server has no files, what is not there is not called missing.
      if (isWeb) await untilCodes(leaf, (codes) => !codes.includes('unsupported'));
      else for (const uri of checked) await untilCodes(uri, (codes) => codes.includes('missing-base'));
      await vscode.workspace.fs.writeFile(base, bytes);
      for (const uri of checked) {
        await untilCodes(uri, (codes) => !codes.includes('missing-base') && !codes.includes('unsupported'));
      }
      await vscode.window.showTextDocument(document);
    },
  ],
];
