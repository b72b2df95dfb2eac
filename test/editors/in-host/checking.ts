/** What is found in a manifest, and what is offered to mend it. */
import * as vscode from 'vscode';
import { actionsAt, codeOf, errorsOf, expectTrue, type HostTest, placeOf, until, untilCodes } from './host.ts';

/** @param document with one error; it is shown again where another was */
export const checking = (document: vscode.TextDocument): readonly HostTest[] => [
  [
    'diagnostics',
    async () => {
      const errors = await until(
        'errors',
        () => errorsOf(document),
        (all) => all.length === 1,
      );
      const [error] = errors;
      expectTrue(
        error !== undefined && codeOf(error) === 'incompatible' && error.source === 'stackpin',
        JSON.stringify(errors),
      );
      expectTrue(document.getText(error?.range) === '1.8.7', `range: ${JSON.stringify(error?.range)}`);
    },
  ],
  [
    'completion',
    async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        placeOf(document, '1.27.16'),
      );
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      expectTrue(labels.includes('1.36.4'), `versions: ${labels.slice(0, 10).join()}`);
    },
  ],
  [
    'hover',
    async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        placeOf(document, '1.8.7'),
      );
      const text = hovers
        .flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)))
        .join('\n');
      expectTrue(text.includes('https://github.com/argoproj/argo-cd/'), `hover: ${text}`);
    },
  ],
  [
    'quick fix',
    async () => {
      const [error] = errorsOf(document);
      if (error === undefined) throw new Error('no error to fix');
      const actions = await actionsAt(document.uri, error.range);
      const action = actions.find(({ title, edit }) => title.startsWith('Set argo-cd to ') && edit !== undefined);
      if (action?.edit === undefined) throw new Error(`actions: ${actions.map(({ title }) => title).join()}`);
      const before = document.getText();
      await vscode.workspace.applyEdit(action.edit);
      await until(
        'errors after the fix',
        () => errorsOf(document),
        (all) => all.length === 0,
      );
      const lines = document
        .getText()
        .split('\n')
        .filter((line, index) => line !== before.split('\n')[index]);
      expectTrue(lines.length === 1 && /^ {2}argo-cd: \d/.test(lines[0] ?? ''), `changed lines: ${lines.join(' | ')}`);
      await vscode.commands.executeCommand('undo');
      await until(
        'errors after undoing',
        () => errorsOf(document),
        (all) => all.length === 1,
      );
    },
  ],
  [
    'fix all',
    async () => {
      const [error] = errorsOf(document);
      if (error === undefined) throw new Error('no error to fix');
      const [action] = await actionsAt(document.uri, error.range, 'source.fixAll');
      expectTrue(/^Fix all: set argo-cd to \d/.test(action?.title ?? ''), `action: ${action?.title}`);
      if (action?.edit === undefined) throw new Error('the action has no edit');
      await vscode.workspace.applyEdit(action.edit);
      await untilCodes(document.uri, (codes) => !codes.includes('incompatible') && !codes.includes('unsupported'));
      await vscode.commands.executeCommand('undo');
      await untilCodes(document.uri, (codes) => codes.includes('incompatible'));
    },
  ],
  [
    'ranges',
    async () => {
      const ranges = await vscode.workspace.openTextDocument({
        language: 'stack-manifest',
        content: 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: ">=1.30 <1.34"\n',
      });
      await vscode.window.showTextDocument(ranges);
      const whole = new vscode.Range(0, 0, ranges.lineCount, 0);
      const hints = await until(
        'inlay hints',
        () => vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', ranges.uri, whole),
        (all) => all.length > 0,
      );
      const labels = hints.map(({ label }) =>
        typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
      );
      expectTrue(
        labels.length === 2 &&
          /^→ 1\.33\.\d+$/.test(labels[0]?.trim() ?? '') &&
          /^support ended \d+ days ago$/.test(labels[1]?.trim() ?? ''),
        `hints: ${labels.join(' | ')}`,
      );
      await vscode.window.showTextDocument(document);
    },
  ],
  [
    'explanation',
    async () => {
      const unsatisfiable = await vscode.workspace.openTextDocument({
        language: 'stack-manifest',
        content: [
          'apiVersion: stackpin/v1',
          'kind: Stack',
          'components:',
          '  php: ">=8.1"',
          '  drupal: 11.2.4',
          '  nextcloud: 27.1.5',
          '',
        ].join('\n'),
      });
      await vscode.window.showTextDocument(unsatisfiable);
      await untilCodes(unsatisfiable.uri, (codes) => codes.includes('unsatisfiable'));
      const found = vscode.languages.getDiagnostics(unsatisfiable.uri).find((one) => codeOf(one) === 'unsatisfiable');
      if (found === undefined) throw new Error('nothing to explain');
      const actions = await actionsAt(unsatisfiable.uri, found.range);
      const action = actions.find(({ title }) => title === 'Explain: why these versions do not go together');
      if (action?.command === undefined) throw new Error(`actions: ${actions.map(({ title }) => title).join()}`);
      const { command, arguments: args = [] } = action.command;
      await vscode.commands.executeCommand(command, ...args);
      const pageOf = () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'stackpin');
      const page = await until('the page', pageOf, (one) => one !== undefined);
      expectTrue(page?.getText().includes('Nextcloud 27.1.5 needs PHP') === true, `page: ${page?.getText()}`);
      const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
      await until('the preview', tabs, (labels) => labels.some((label) => label.includes('unsatisfiable.md')));
      await vscode.window.showTextDocument(document);
    },
  ],
];
