/**
 * What happens when the language server ends by itself: another is started, and is given all open documents as they are now. When
 * it ends again and again, or cannot be started at all, it is left alone, and the person is told what happened and what can be done.
 */
import { commands, type ExtensionContext, env, l10n, version, window } from 'vscode';
import { issueAddress } from './commands/issueAddress.ts';
import { CRASH_WINDOW, type CrashCount, MOST_CRASHES } from './crashCount.ts';

/** Milliseconds in which a server that could not be started may turn out to have ended; the end itself is told then. */
const END_AFTER_FAILURE = 1000;

/** Looks after one client, which has one server. */
export interface CrashWatch {
  /** The server ended by itself. @returns what the output is to say of it */
  ended(): string;
  /** The client could not be started. */
  failed(): void;
}

/**
 * Makes it.
 * @param crashes the ends of this server and of those before it, back to one that was started by hand
 * @param again starts another client. The library's own restart leaves a client whose server ended while it started in no clear state
 */
export function crashWatch(context: ExtensionContext, crashes: CrashCount, again: () => void): CrashWatch {
  let isOver = false;
  return {
    ended: () => {
      // A server that could not be started is ended by the library.
      if (isOver) return 'The server ended.';
      isOver = true;
      if (crashes.ended()) {
        // Not before the client knows that its server is gone.
        setTimeout(again, 0);
        return l10n.t('The Stackpin language server ended unexpectedly. It is started again.');
      }
      const message = l10n.t(
        'The Stackpin language server ended {0} times within {1} minutes, so it is not started again. Manifests are not checked. The output may say why.',
        MOST_CRASHES,
        CRASH_WINDOW / 60_000,
      );
      void offer(message, l10n.t('The language server ends again and again'), context);
      return message;
    },
    failed: () => {
      setTimeout(() => {
        if (isOver) return;
        isOver = true;
        const message = l10n.t(
          'The Stackpin language server could not be started. Manifests are not checked. The output may say why.',
        );
        void offer(message, l10n.t('The language server cannot be started'), context);
      }, END_AFTER_FAILURE);
    },
  };
}

/** Says it, and does what the person chooses. */
async function offer(message: string, title: string, context: ExtensionContext): Promise<void> {
  const restart = l10n.t('Restart');
  const output = l10n.t('Show Output');
  const report = l10n.t('Report');
  const chosen = await window.showErrorMessage(message, restart, output, report);
  if (chosen === restart) await commands.executeCommand('stackpin.restartServer');
  if (chosen === output) await commands.executeCommand('stackpin.showOutput');
  if (chosen === report) await commands.executeCommand('vscode.open', crashIssue(title, context));
}

/** The page where an issue is written; nothing of the person's files is in it. */
function crashIssue(title: string, { extension }: ExtensionContext): string {
  const versions = l10n.t('Stackpin {0}, VS Code {1}', String(extension.packageJSON.version), version);
  const wanted = l10n.t(
    'Please put here what "Stackpin: Show Output" says, without what is not to be public, and what you did before.',
  );
  return issueAddress(title, `${wanted}\n\n- ${versions}, ${env.appHost}\n`);
}
