/** What the extension's own commands do. */
import * as vscode from 'vscode';
import { actionsAt, codeOf, errorsOf, expectTrue, type HostTest, until, untilCodes } from './host.ts';

/** @param document with one error; it is shown again where another was */
export const commands = (document: vscode.TextDocument): readonly HostTest[] => [
  [
    'upgrade plan',
    async () => {
      const lenses = await until(
        'code lenses',
        () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 9),
        (all) => all.some(({ command }) => command?.title.startsWith('Plan upgrade') === true),
      );
      const command = lenses.find(({ command: one }) => one?.title.startsWith('Plan upgrade'))?.command;
      const titles = lenses.map(({ command: one }) => one?.title ?? '');
      expectTrue(
        /^3 components · \d findings · 2 of 3 pairs known · out of support: .*kubernetes/.test(titles[0] ?? '') &&
          titles.slice(1).join() === 'Fix all,Plan upgrade,Report',
        `titles: ${titles.join(' | ')}`,
      );
      await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
      const pageOf = () => vscode.workspace.textDocuments.find(({ uri }) => uri.path === '/plan/platform.md');
      const page = await until('the plan', pageOf, (one) => one !== undefined);
      const text = page?.getText() ?? '';
      expectTrue(text.startsWith('# Upgrade plan for platform\n') && text.includes('- [ ] 1. '), `plan: ${text}`);
      await vscode.window.showTextDocument(document);
    },
  ],
  [
    'coverage',
    async () => {
      const answer = await vscode.commands.executeCommand<{
        readonly catalog: { readonly version: string; readonly days: number };
        readonly stacks: readonly { readonly pins: number; readonly pairsKnown: number }[];
      }>('stackpin.coverage', document.uri.toString());
      const [stack] = answer.stacks;
      expectTrue(
        /^\d{4}\./.test(answer.catalog.version) && stack?.pins === 3 && stack.pairsKnown > 0,
        `coverage: ${JSON.stringify(answer)}`,
      );
    },
  ],
  [
    'new stack from template',
    async () => {
      void vscode.commands.executeCommand('stackpin.newStack');
      const isNew = (one: vscode.TextDocument): boolean =>
        one.isUntitled && one.getText().includes('name: my-platform');
      await until(
        'the new stack',
        async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return vscode.workspace.textDocuments.find(isNew)?.languageId;
        },
        (language) => language === 'stack-manifest',
      );
      await vscode.window.showTextDocument(document);
    },
  ],
  [
    'sample stack',
    async () => {
      await vscode.commands.executeCommand('stackpin.openSample');
      const sample = vscode.window.activeTextEditor?.document;
      if (sample === undefined) throw new Error('no sample is open');
      await untilCodes(sample.uri, (codes) =>
        ['unsupported', 'end-of-life', 'unknown-component'].every((code) => codes.includes(code)),
      );
      // Given again where it was dropped, as `actionsAt` says. What stays is for a person to choose.
      const mended = async () => {
        await vscode.commands.executeCommand('stackpin.fixAll');
        return vscode.languages.getDiagnostics(sample.uri).map(codeOf);
      };
      await until(
        'the sample mended',
        mended,
        (codes) => !codes.includes('unsupported') && codes.includes('end-of-life'),
      );
      await vscode.window.showTextDocument(document);
    },
  ],
  [
    'wrong finding',
    async () => {
      const [error] = errorsOf(document);
      if (error === undefined) throw new Error('no error to report');
      const actions = await actionsAt(document.uri, error.range);
      const action = actions.findLast(({ title }) => title === 'Report as wrong: incompatible');
      const { command = '', arguments: args = [] } = action?.command ?? {};
      await vscode.commands.executeCommand(command, ...args);
      const draft = vscode.window.activeTextEditor?.document;
      const text = draft?.getText() ?? '';
      expectTrue(
        draft?.languageId === 'markdown' &&
          text.startsWith('# Wrong finding: incompatible: Kubernetes 1.27.16, Argo CD 1.8.7\n') &&
          text.includes('https://github.com/argoproj/argo-cd/') &&
          /\n- Catalog \S+ of \S+\n- Checked as of \S+\n- Stackpin \S+, VS Code \S+\n$/.test(text) &&
          !text.includes('platform'),
        `draft: ${text}`,
      );
      await vscode.window.showTextDocument(document);
    },
  ],
  [
    'plan by its name',
    async () => {
      await vscode.commands.executeCommand('stackpin.planUpgrade');
      const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
      await until('the preview', tabs, (labels) => labels.some((label) => label.includes('platform.md')));
      await vscode.window.showTextDocument(document);
    },
  ],
];
