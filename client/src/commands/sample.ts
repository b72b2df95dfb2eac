/** The sample of the walkthrough: a stack with three findings, and which steps are done as they go. */
import { commands, Disposable, type ExtensionContext, languages, type TextDocument, window, workspace } from 'vscode';
import { codeOf, findingsOf } from './findings.ts';
import { ownText } from './texts.ts';

/** Context keys that the walkthrough's steps complete on (`onContext:` in package.json). */
const FIXED_ONE = 'stackpin.sampleFixedOne';
const FIXED_ALL = 'stackpin.sampleFixedAll';

/** Codes of the three findings; as time goes by there may be others. */
const CODES: readonly string[] = ['unsupported', 'end-of-life', 'unknown-component'];

/** Registers the command that opens the sample. */
export function registerSample(context: ExtensionContext): Disposable {
  let sample: TextDocument | undefined;
  /** Version of the sample as it was opened: findings that go without an edit, as when the server restarts, are not mended. */
  let opened = 0;
  /** Most of the findings that have been there together: none are before the first check. */
  let most = 0;
  const open = async (): Promise<void> => {
    const content = await ownText(context, 'client/walkthrough/first.stack.yaml');
    sample = await workspace.openTextDocument({ language: 'stack-manifest', content });
    opened = sample.version;
    most = 0;
    await window.showTextDocument(sample);
  };
  const look = async (): Promise<void> => {
    if (sample === undefined || sample.isClosed) return;
    const left = findingsOf(sample.uri).filter((one) => CODES.includes(codeOf(one))).length;
    most = Math.max(most, left);
    if (most < CODES.length || sample.version === opened) return;
    if (left < most) await commands.executeCommand('setContext', FIXED_ONE, true);
    if (left === 0) await commands.executeCommand('setContext', FIXED_ALL, true);
  };
  return Disposable.from(
    commands.registerCommand('stackpin.openSample', open),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === sample?.uri.toString())) void look();
    }),
  );
}
