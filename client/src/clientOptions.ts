/** What the language clients of both hosts are told. */
import type { LogOutputChannel } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { documentSelector } from './languages.ts';
import { showDocument } from './pages.ts';

/** Options for a client that writes to an output channel. */
export function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: { window: { showDocument } },
  };
}
