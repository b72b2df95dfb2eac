/** Names lead to each other across manifests, by the commands behind the keys that people press. */
import * as vscode from 'vscode';
import { expectSame, type HostTest, locationOf, open, placeOf, until } from './host.ts';

/** Both are open, for the web host gives its servers no files. */
async function openBoth(): Promise<{ readonly base: vscode.TextDocument; readonly leaf: vscode.TextDocument }> {
  const base = await open('navigate/base.stack.yaml');
  const leaf = await open('navigate/leaf.stack.yaml');
  return { base, leaf };
}

function placesOf(found: readonly (vscode.Location | vscode.LocationLink)[]): string[] {
  return found.map((one) =>
    'uri' in one
      ? locationOf(one.uri, one.range)
      : locationOf(one.targetUri, one.targetSelectionRange ?? one.targetRange),
  );
}

/** `name: children`, by name. */
function outline({ name, children }: vscode.DocumentSymbol): unknown {
  return children.length === 0 ? name : { [name]: children.map(outline) };
}

export const navigation: readonly HostTest[] = [
  [
    'definition',
    async () => {
      const { leaf } = await openBoth();
      const found = await until(
        'definition',
        () =>
          vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
            'vscode.executeDefinitionProvider',
            leaf.uri,
            placeOf(leaf, 'db:'),
          ),
        (all) => all.length > 0,
      );
      expectSame(placesOf(found), ['navigate/base.stack.yaml 6:2-6:4']);
    },
  ],
  [
    'references',
    async () => {
      const { base } = await openBoth();
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        base.uri,
        placeOf(base, 'db:'),
      );
      expectSame(placesOf(found), ['navigate/base.stack.yaml 6:2-6:4', 'navigate/leaf.stack.yaml 7:2-7:4']);
    },
  ],
  [
    'rename',
    async () => {
      const { base, leaf } = await openBoth();
      const before = [base.getText(), leaf.getText()];
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        leaf.uri,
        placeOf(leaf, 'db:'),
        'data',
      );
      await vscode.workspace.applyEdit(edit);
      expectSame(
        [base.getText(), leaf.getText()],
        before.map((text) => text.replace('  db:', '  data:')),
      );
      for (const document of [base, leaf]) {
        await vscode.window.showTextDocument(document);
        if (document.getText().includes('data:')) await vscode.commands.executeCommand('undo');
      }
      expectSame([base.getText(), leaf.getText()], before);
    },
  ],
  [
    'workspace symbols',
    async () => {
      const { base } = await openBoth();
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'kube',
      );
      const own = found.filter(({ location }) => location.uri.toString() === base.uri.toString());
      expectSame(
        own.map(({ name, containerName, location }) => [name, containerName, locationOf(location.uri, location.range)]),
        [['kubernetes', 'data-base', 'navigate/base.stack.yaml 5:2-5:12']],
      );
    },
  ],
  [
    'document symbols',
    async () => {
      const { leaf } = await openBoth();
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        leaf.uri,
      );
      expectSame(found.map(outline), [
        { 'data-leaf': [{ extends: ['./base.stack.yaml'] }, { components: ['db', 'containerd'] }] },
      ]);
    },
  ],
];
