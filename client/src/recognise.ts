/**
 * Files whose name alone does not say that they are ours. The editor's `firstLine` patterns do not help: they are asked
 * only about files that no extension claims by name, and `.yaml` is always claimed.
 *
 * - `stack.yaml` is the name that Haskell's Stack uses. Where the first lines name our format a person is asked.
 * - `*.catalog.yaml` is used by other tools. Where the first lines name our format there is nothing to ask.
 */
import {
  Disposable,
  l10n,
  languages,
  type Memento,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { isOwn } from './languages.ts';

const RECOGNISED: readonly { readonly name: RegExp; readonly language: string; readonly ask: boolean }[] = [
  { name: /\/stack\.ya?ml$/, language: 'stack-manifest', ask: true },
  { name: /\.catalog\.ya?ml$/, language: 'stack-catalog', ask: false },
];
const OUR_FORMAT = /^apiVersion:\s*["']?stackpin\//;
const FIRST_LINES = 20;
/** Key of the answers in the workspace's memory: a record from document URI to `switch` or `keep`. */
const ANSWERS = 'languageAnswers';

type Answer = 'switch' | 'keep';

/**
 * Watches the documents a person looks at and switches, or offers to switch, the language of those that are ours.
 * An answer is remembered for the document in `memory`; a notification closed without one asks again in the next
 * session. A language that was switched and set back by hand stays as it is.
 */
export function recogniseDocuments(memory: Memento): Disposable {
  const asked = new Set<string>();
  // By identity: setting a language keeps the document object, closing and opening the file makes another.
  const switched = new WeakSet<TextDocument>();

  const answerFor = (document: TextDocument): Answer | undefined =>
    memory.get<Record<string, Answer>>(ANSWERS, {})[document.uri.toString()];
  const remember = async (document: TextDocument, answer: Answer): Promise<void> => {
    const answers = memory.get<Record<string, Answer>>(ANSWERS, {});
    await memory.update(ANSWERS, { ...answers, [document.uri.toString()]: answer });
  };
  const switchLanguage = async (document: TextDocument, language: string): Promise<void> => {
    await languages.setTextDocumentLanguage(document, language);
    switched.add(document);
  };

  const look = async (document: TextDocument): Promise<void> => {
    const kind = RECOGNISED.find((candidate) => candidate.name.test(document.uri.path));
    if (kind === undefined || document.languageId !== 'yaml' || !isOwn(document) || !namesOurFormat(document)) {
      return;
    }
    if (switched.has(document)) {
      await remember(document, 'keep');
      return;
    }
    const answer = answerFor(document) ?? (kind.ask ? await ask(document) : 'switch');
    if (answer === 'switch' && !document.isClosed) {
      await switchLanguage(document, kind.language);
    }
  };

  const ask = async (document: TextDocument): Promise<Answer | undefined> => {
    if (asked.has(document.uri.toString())) {
      return undefined;
    }
    asked.add(document.uri.toString());
    const name = workspace.asRelativePath(document.uri);
    const yes = l10n.t('Switch');
    const picked = await window.showInformationMessage(
      l10n.t(
        '{0} is a Stackpin manifest, but its language is YAML, so it is not checked. Switch it to Stack Manifest?',
        name,
      ),
      yes,
      l10n.t('Not now'),
    );
    if (picked === undefined) {
      return undefined;
    }
    const answer = picked === yes ? 'switch' : 'keep';
    await remember(document, answer);
    return answer;
  };

  const lookAt = (editor: TextEditor | undefined): void => {
    if (editor !== undefined) {
      void look(editor.document);
    }
  };
  lookAt(window.activeTextEditor);
  return Disposable.from(
    window.onDidChangeActiveTextEditor(lookAt),
    workspace.onDidSaveTextDocument((document) => void look(document)),
  );
}

/** Whether one of the first lines says `apiVersion: stackpin/...`. */
function namesOurFormat(document: TextDocument): boolean {
  const count = Math.min(document.lineCount, FIRST_LINES);
  return Array.from({ length: count }, (_, line) => document.lineAt(line).text).some((text) => OUR_FORMAT.test(text));
}
