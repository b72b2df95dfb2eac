/** Runs inside an extension host, Node's or the web's, against the real `vscode` interface. Needs nothing but it. */
import * as vscode from 'vscode';
import { drift } from './drift.ts';
import {
  actionsAt,
  codeOf,
  errorsOf,
  expectTrue,
  type HostTest,
  open,
  placeOf,
  until,
  untilCodes,
  uriOf,
} from './host.ts';
import { navigation } from './navigation.ts';
import { refactorings } from './refactorings.ts';
import { structure } from './structure.ts';

export async function run(): Promise<void> {
  const document = await open('platform.stack.yaml');
  const tests: readonly HostTest[] = [
    [
      'language ids',
      async () => {
        const known = await vscode.languages.getLanguages();
        expectTrue(known.includes('stack-manifest') && known.includes('stack-catalog'), `languages: ${known.join()}`);
        expectTrue(document.languageId === 'stack-manifest', `language: ${document.languageId}`);
      },
    ],
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
        expectTrue(
          lines.length === 1 && /^ {2}argo-cd: \d/.test(lines[0] ?? ''),
          `changed lines: ${lines.join(' | ')}`,
        );
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
          () =>
            vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', ranges.uri, whole),
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
    ...navigation,
    ...structure,
    ...refactorings,
    ...drift,
    [
      'severity setting',
      async () => {
        const settings = vscode.workspace.getConfiguration('stackpin');
        await settings.update('severity', { incompatible: 'off' }, vscode.ConfigurationTarget.Global);
        await until(
          'errors when switched off',
          () => errorsOf(document),
          (all) => all.length === 0,
        );
        await settings.update('severity', undefined, vscode.ConfigurationTarget.Global);
        await until(
          'errors when switched on',
          () => errorsOf(document),
          (all) => all.length === 1,
        );
      },
    ],
    [
      'restart',
      async () => {
        await vscode.commands.executeCommand('stackpin.restartServer');
        await until(
          'errors after a restart',
          () => errorsOf(document),
          (all) => all.length === 1,
        );
      },
    ],
  ];
  let failed = 0;
  for (const [name, body] of tests) {
    try {
      await body();
      console.log(`[in-host] ok ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`[in-host] FAILED ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failed > 0) throw new Error(`${failed} failed`);
}
