/** What the language clients of both hosts are told. */
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { crashHandler } from './crashes.ts';
import { documentSelector } from './languages.ts';
import type { NamedFiles } from './namedFiles.ts';
import { showDocument } from './pages.ts';
import { trustedConfiguration } from './trust.ts';

/** Options for a client that writes to an output channel, and is told the files that it cannot read. */
export function clientOptions(
  context: ExtensionContext,
  output: LogOutputChannel,
  files: NamedFiles,
): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: crashHandler(context),
    middleware: { window: { showDocument }, workspace: { configuration: trustedConfiguration }, ...files.middleware },
  };
}
