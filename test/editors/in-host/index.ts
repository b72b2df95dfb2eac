/** Runs inside an extension host, Node's or the web's, against the real `vscode` interface. Needs nothing but it. */
import * as vscode from 'vscode';
import { bases } from './bases.ts';
import { checking } from './checking.ts';
import { commands } from './commands.ts';
import { drift } from './drift.ts';
import { errorsOf, expectTrue, type HostTest, open, until } from './host.ts';
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
    ...checking(document),
    ...bases(document),
    ...commands(document),
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
