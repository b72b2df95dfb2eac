/** What the language clients of both hosts are told. */
import type { LogOutputChannel } from 'vscode';
import { CloseAction, ErrorAction, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { CrashWatch } from './crashes.ts';
import { documentSelector } from './languages.ts';
import type { NamedFiles } from './namedFiles.ts';
import { showDocument } from './pages.ts';
import { trustedConfiguration } from './trust.ts';

/** Options for a client that writes to an output channel, and is told the files that it cannot read. */
export function clientOptions(output: LogOutputChannel, files: NamedFiles, crashes: CrashWatch): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // What went wrong is in the output; the library would show it to the person too, in its own words.
    initializationFailedHandler: () => false,
    errorHandler: {
      // Writing to a server that has just ended; the end itself is told below.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({ action: CloseAction.DoNotRestart, message: crashes.ended(), handled: true }),
    },
    middleware: { window: { showDocument }, workspace: { configuration: trustedConfiguration }, ...files.middleware },
  };
}
