/**
 * "Report a Wrong Finding": an issue with what the finding rests on, as a document that a person reads, changes and only then
 * takes to the page where issues are written. Nothing is sent by itself.
 */
import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  Disposable,
  type ExtensionContext,
  env,
  l10n,
  languages,
  type Position,
  Range,
  type TextDocument,
  version,
  window,
  workspace,
} from 'vscode';
import { codeOf, findingsOf } from './findings.ts';
import { issueAddress, LONGEST_ADDRESS } from './issueAddress.ts';

/** What the server writes (server/src/features/wrongFinding.ts). */
interface IssueText {
  readonly title: string;
  readonly body: string;
}

/** The context key that holds the issues that are being written, for the button above them. */
const DRAFTS = 'stackpin.issueDrafts';

const ICONS: { readonly [severity in DiagnosticSeverity]: string } = {
  [DiagnosticSeverity.Error]: '$(error)',
  [DiagnosticSeverity.Warning]: '$(warning)',
  [DiagnosticSeverity.Information]: '$(info)',
  [DiagnosticSeverity.Hint]: '$(lightbulb)',
};

/** Registers the commands, and the entry at the end of the quick fixes. */
export function registerWrongFinding(context: ExtensionContext): Disposable {
  const drafts = new Set<string>();
  const tell = (): Thenable<unknown> => commands.executeCommand('setContext', DRAFTS, [...drafts]);
  const report = async (chosen?: Diagnostic): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor === undefined) return;
    const { document, selection } = editor;
    const finding = chosen ?? (await pick(document, selection.active));
    if (finding === undefined) return;
    const issue = await commands.executeCommand<IssueText | null>(
      'stackpin.wrongFinding',
      document.uri.toString(),
      asLsp(finding),
    );
    if (issue === null) return;
    const { packageJSON } = context.extension;
    const versions = l10n.t('Stackpin {0}, VS Code {1}', String(packageJSON.version), version);
    const content = `# ${issue.title}\n\n${issue.body}- ${versions}\n`;
    const draft = await workspace.openTextDocument({ language: 'markdown', content });
    drafts.add(draft.uri.toString());
    await tell();
    await window.showTextDocument(draft);
    const open = l10n.t('Open Issue Page');
    const words = l10n.t(
      'Read it, write what is wrong, and take out what is not to be public. Nothing is sent before you open the page and send it there.',
    );
    // Not waited for: the notification may stay for as long as the text is written.
    void window.showInformationMessage(words, open).then((answer) => {
      if (answer === open) return openIssuePage(draft);
    });
  };
  const openPage = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (document !== undefined && drafts.has(document.uri.toString())) await openIssuePage(document);
  };
  return Disposable.from(
    commands.registerCommand('stackpin.reportFinding', report),
    commands.registerCommand('stackpin.openIssuePage', openPage),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (drafts.delete(uri.toString())) void tell();
    }),
    languages.registerCodeActionsProvider({ language: 'stack-manifest' }, reporting, {
      providedCodeActionKinds: [CodeActionKind.QuickFix],
    }),
  );
}

/** The last of the quick fixes of a finding. */
const reporting: CodeActionProvider = {
  provideCodeActions(_document, _range, { diagnostics, only }) {
    if (only !== undefined && !only.contains(CodeActionKind.QuickFix)) return [];
    return diagnostics
      .filter(({ source }) => source === 'stackpin')
      .slice(0, 1)
      .map((finding) => {
        const title = l10n.t('Report as wrong: {0}', codeOf(finding));
        const action = new CodeAction(title, CodeActionKind.QuickFix);
        action.command = { command: 'stackpin.reportFinding', title, arguments: [finding] };
        return action;
      });
  },
};

/** The part of it by which the server knows it again; the editor's own ranges have another form as JSON. */
function asLsp(finding: Diagnostic) {
  const { range, message } = finding;
  const at = ({ line, character }: Position) => ({ line, character });
  return { code: codeOf(finding), range: { start: at(range.start), end: at(range.end) }, message };
}

/** Asks which finding is meant; those at the cursor come first, and a single one there is not asked about. */
async function pick(document: TextDocument, cursor: Position): Promise<Diagnostic | undefined> {
  const all = findingsOf(document.uri);
  const here = all.filter(({ range }) => new Range(range.start, range.end).contains(cursor));
  if (here.length === 1) return here[0];
  const rows = [...here, ...all.filter((one) => !here.includes(one))].map((finding) => ({
    label: `${ICONS[finding.severity]} ${codeOf(finding)}`,
    description: l10n.t('line {0}', finding.range.start.line + 1),
    detail: finding.message,
    finding,
  }));
  if (rows.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing is found in this file.'));
    return undefined;
  }
  const picked = await window.showQuickPick(rows, {
    title: l10n.t('Report a Wrong Finding'),
    placeHolder: l10n.t('Which finding is wrong?'),
    matchOnDetail: true,
  });
  return picked?.finding;
}

/** Opens the page with what the document says now: its first line is the title. */
async function openIssuePage(document: TextDocument): Promise<void> {
  const text = document.getText();
  const [, title = '', body = ''] = /^# ([^\n]*)\n+([\s\S]*)$/.exec(text) ?? [text, '', text];
  const address = issueAddress(title, body);
  if (address.length > LONGEST_ADDRESS) {
    // What is too long for an address is pasted by hand.
    await env.clipboard.writeText(body);
    void window.showInformationMessage(
      l10n.t('The text is too long for an address. It is in the clipboard: paste it into the page.'),
    );
    await commands.executeCommand('vscode.open', issueAddress(title, ''));
    return;
  }
  await commands.executeCommand('vscode.open', address);
}
