/** What VS Code makes of the text itself: folds, selections, white space and colours. */
import * as vscode from 'vscode';
import { TIDY } from '../tidy.ts';
import { expectSame, expectTrue, type HostTest, open, placeOf, spanOf, until } from './host.ts';

const MESSY = 'structure/messy.stack.yaml';

/** `text type.modifiers` of each token. */
function decoded(document: vscode.TextDocument, { data }: vscode.SemanticTokens, legend: vscode.SemanticTokensLegend) {
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    line += down;
    character = down === 0 ? character + right : right;
    const text = document.getText(new vscode.Range(line, character, line, character + length));
    const names = legend.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    found.push(`${text} ${[legend.tokenTypes[type], ...names].join('.')}`);
  }
  return found;
}

export const structure: readonly HostTest[] = [
  [
    'folding',
    async () => {
      const document = await open(MESSY);
      const found = await until(
        'folds',
        () => vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri),
        (all) => all.length > 0,
      );
      expectSame(
        found.map(({ start, end }) => [start, end]),
        [
          [4, 7],
          [10, 13],
          [11, 13],
          [12, 13],
        ],
      );
    },
  ],
  [
    'selection',
    async () => {
      const document = await open(MESSY);
      const [found] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [placeOf(document, 'kubernetes')],
      );
      const spans: string[] = [];
      for (let one = found; one !== undefined; one = one.parent) spans.push(document.getText(one.range));
      expectSame(spans.slice(0, 2), ['kubernetes', 'kubernetes:   1.36.4']);
      expectTrue(spans.at(-1) === document.getText(), `the last is ${spans.at(-1)}`);
    },
  ],
  [
    'formatting',
    async () => {
      const document = await open(MESSY);
      const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        { tabSize: 2, insertSpaces: true },
      );
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits);
      const before = document.getText();
      await vscode.workspace.applyEdit(edit);
      expectSame(document.getText(), TIDY);
      await vscode.commands.executeCommand('undo');
      expectSame(document.getText(), before);
    },
  ],
  [
    'colours',
    async () => {
      const document = await open('platform.stack.yaml');
      const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      );
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      expectSame(legend.tokenTypes.length > 0 && legend.tokenModifiers, ['deprecated']);
      expectSame(decoded(document, tokens, legend).slice(0, 5), [
        'kubernetes class',
        '1.27.16 number.deprecated',
        'argo-cd class',
        '1.8.7 number.deprecated',
        'containerd class',
      ]);
    },
  ],
  [
    'linked places',
    async () => {
      const document = await open('navigate/leaf.stack.yaml');
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      expectSame(
        links.map(({ range, target }) => [spanOf(range), target?.path.split('/').slice(-2).join('/')]),
        [['5:4-5:21', 'navigate/base.stack.yaml']],
      );
    },
  ],
];
