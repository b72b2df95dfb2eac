/** What can be done with a manifest beside mending it. */
import * as vscode from 'vscode';
import { actionsAt, codeOf, expectSame, expectTrue, type HostTest, open, placeOf, untilCodes, uriOf } from './host.ts';

const SHOP = 'refactor/shop.stack.yaml';

async function apply({ edit, title }: vscode.CodeAction): Promise<void> {
  if (edit === undefined) throw new Error(`"${title}" has no edit`);
  expectTrue(await vscode.workspace.applyEdit(edit), `"${title}" could not be applied`);
}

const at = (document: vscode.TextDocument, text: string): vscode.Range => {
  const place = placeOf(document, text);
  return new vscode.Range(place, place);
};

/** The action of a title, with its edit. */
async function actionOf(document: vscode.TextDocument, text: string, kind: string, title: RegExp) {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    at(document, text),
    kind,
    // Edits are made when an action is taken; a command has to ask for so many of them.
    20,
  );
  const found = actions.find((action) => title.test(action.title));
  if (found === undefined) throw new Error(`${title} in ${actions.map((action) => action.title).join(' | ')}`);
  return found;
}

export const refactorings: readonly HostTest[] = [
  [
    'refactorings',
    async () => {
      const document = await open(SHOP);
      const titles = async (text: string, kind: string) =>
        (await actionsAt(document.uri, at(document, text), kind)).map(({ title }) => title);
      expectSame(await titles('components:', 'refactor'), [
        'Sort components by layer',
        'Add the environment production',
      ]);
      expectSame(await titles('kubernetes:', 'refactor.extract'), ['Extract kubernetes into a new base']);
    },
  ],
  [
    'sort components',
    async () => {
      const document = await open(SHOP);
      const before = document.getText();
      await apply(await actionOf(document, 'components:', 'refactor.rewrite', /^Sort components by layer$/));
      const [head] = before.split('  # Who');
      expectSame(
        document.getText(),
        `${head}  kubernetes: 1.36.4\n  # Who talks to whom.\n  istio: 1.30.3\n  django: "5.2"\n`,
      );
      await vscode.commands.executeCommand('undo');
      expectSame(document.getText(), before);
    },
  ],
  [
    'extract into a base',
    async () => {
      const document = await open(SHOP);
      const before = document.getText();
      await apply(await actionOf(document, 'kubernetes:', 'refactor.extract', /^Extract kubernetes into a new base$/));
      expectSame(
        document.getText(),
        before
          .replace('components:', 'extends:\n  - ./base.stack.yaml\ncomponents:')
          .replace('  kubernetes: 1.36.4\n', ''),
      );
      const base = await vscode.workspace.openTextDocument(uriOf('refactor/base.stack.yaml'));
      expectSame(base.getText(), 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: 1.36.4\n');
      // As it was, for who comes next.
      await vscode.window.showTextDocument(document);
      const whole = new vscode.WorkspaceEdit();
      whole.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), before);
      whole.deleteFile(base.uri);
      await vscode.workspace.applyEdit(whole);
    },
  ],
  [
    'add what is missing',
    async () => {
      const document = await open(SHOP);
      const before = document.getText();
      await untilCodes(document.uri, (codes) => codes.includes('missing-requirement'));
      const range = vscode.languages
        .getDiagnostics(document.uri)
        .find((one) => codeOf(one) === 'missing-requirement' && document.getText(one.range) === 'django')?.range;
      if (range === undefined) throw new Error('nothing is missing');
      const action = (await actionsAt(document.uri, range)).find(({ title }) => title.startsWith('Add python '));
      if (action === undefined) throw new Error('nothing to add');
      const [, version] = /^Add python (3\.\d+\.\d+): resolves 1 finding$/.exec(action.title) ?? [];
      await apply(action);
      expectSame(document.getText(), `${before}  python: ${version}\n`);
      await vscode.commands.executeCommand('undo');
      expectSame(document.getText(), before);
    },
  ],
];
