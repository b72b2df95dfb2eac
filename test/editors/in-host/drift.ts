/** What the files say that a setting of the workspace names, beside the pins. */
import * as vscode from 'vscode';
import { codeOf, expectSame, type HostTest, open, spanOf, until } from './host.ts';

const driftsOf = ({ uri }: vscode.TextDocument) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter((one) => codeOf(one) === 'drift')
    .map(({ severity, message, range }) => [vscode.DiagnosticSeverity[severity], message, spanOf(range)]);

const FOUND = [
  'Information',
  'drift/deploy/kubeadm.yaml:3 has another version of this: 1.35.2. The pin is Kubernetes 1.36.1.',
  '5:14-5:20',
];

export const drift: readonly HostTest[] = [
  [
    'drift',
    async () => {
      // The web host gives its language servers no files, so there is nothing to compare with.
      const isWeb = globalThis.process?.versions?.node === undefined;
      const document = await open('drift/shop.stack.yaml');
      const settings = vscode.workspace.getConfiguration('stackpin', document.uri);
      const set = (name: string, value: unknown) => settings.update(name, value, vscode.ConfigurationTarget.Workspace);
      const untilChecked = (isOff: boolean) =>
        until(
          'findings',
          () => vscode.languages.getDiagnostics(document.uri).map(codeOf),
          (codes) => codes.includes('outdated-patch') !== isOff,
        );
      expectSame(driftsOf(document), []);
      await set('drift.sources', ['drift/deploy/**/*.yaml']);
      if (!isWeb) {
        await until(
          'drift',
          () => driftsOf(document),
          (all) => all.length > 0,
        );
      }
      // A setting of later that shows that the one of before was taken.
      await set('severity', { 'outdated-patch': 'off' });
      await untilChecked(true);
      expectSame(driftsOf(document), isWeb ? [] : [FOUND]);
      await set('drift.sources', undefined);
      await until(
        'no drift',
        () => driftsOf(document),
        (all) => all.length === 0,
      );
      await set('severity', undefined);
      await untilChecked(false);
      expectSame(driftsOf(document), []);
    },
  ],
];
