/**
 * What happens when the language server ends by itself: it is started again, and is given all open documents as they are now. When
 * it ends again and again it is left alone, and the person is told what happened and what can be done.
 */
import { commands, type ExtensionContext, env, l10n, version, window } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { issueAddress } from './commands/issueAddress.ts';
import { CRASH_WINDOW, crashCount, MOST_CRASHES } from './crashCount.ts';

/** Makes the handler of one client; a client that is started by hand counts from the beginning. */
export function crashHandler(context: ExtensionContext): ErrorHandler {
  const crashes = crashCount(() => performance.now());
  return {
    // Writing to a server that has just ended; the end itself is told below.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      if (crashes.ended()) {
        const message = l10n.t('The Stackpin language server ended unexpectedly. It is started again.');
        return { action: CloseAction.Restart, message, handled: true };
      }
      const message = l10n.t(
        'The Stackpin language server ended {0} times within {1} minutes, so it is not started again. Manifests are not checked. The output may say why.',
        MOST_CRASHES,
        CRASH_WINDOW / 60_000,
      );
      void offer(message, context);
      return { action: CloseAction.DoNotRestart, message, handled: true };
    },
  };
}

/** Says it, and does what the person chooses. */
async function offer(message: string, context: ExtensionContext): Promise<void> {
  const restart = l10n.t('Restart');
  const output = l10n.t('Show Output');
  const report = l10n.t('Report');
  const chosen = await window.showErrorMessage(message, restart, output, report);
  if (chosen === restart) await commands.executeCommand('stackpin.restartServer');
  if (chosen === output) await commands.executeCommand('stackpin.showOutput');
  if (chosen === report) await commands.executeCommand('vscode.open', crashIssue(context));
}

/** The page where an issue is written; nothing of the person's files is in it. */
function crashIssue({ extension }: ExtensionContext): string {
  const title = l10n.t('The language server ends again and again');
  const versions = l10n.t('Stackpin {0}, VS Code {1}', String(extension.packageJSON.version), version);
  const wanted = l10n.t(
    'Please put here what "Stackpin: Show Output" says, without what is not to be public, and what you did before.',
  );
  return issueAddress(title, `${wanted}\n\n- ${versions}, ${env.appHost}\n`);
}
