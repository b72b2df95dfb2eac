/** "New Stack from Template": reference stacks of the extension as documents to go on from. */
import {
  commands,
  type ExtensionContext,
  env,
  FileType,
  l10n,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { ownText } from './texts.ts';

/** An entry of templates/index.json. */
interface Template {
  readonly file: string;
  readonly title: Words;
  readonly description: Words;
}

/** A text by its language; there is always an English one. */
type Words = { readonly en: string } & { readonly [language: string]: string | undefined };

/** Asks which template, and shows a new, unsaved stack made from it. */
export async function newStack(context: ExtensionContext): Promise<void> {
  const templates: readonly Template[] = JSON.parse(await ownText(context, 'templates/index.json'));
  const say = (words: Words): string => words[env.language] ?? words.en;
  const picked = await window.showQuickPick(
    templates.map(({ file, title, description }) => ({ label: say(title), detail: say(description), file })),
    {
      title: l10n.t('New Stack from Template'),
      placeHolder: l10n.t('Which stack is nearest to yours?'),
      matchOnDetail: true,
    },
  );
  if (picked === undefined) return;
  const text = await ownText(context, `templates/${picked.file}`);
  await window.showTextDocument(await unsavedStack(picked.file, text));
}

/**
 * A stack that is in no file yet. In a folder on disk it has a name there, so that saving it needs no question and gives a
 * file that is recognised.
 */
async function unsavedStack(name: string, content: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  if (folder === undefined) return workspace.openTextDocument({ language: 'stack-manifest', content });
  const uri = (await freeName(folder.uri, name)).with({ scheme: 'untitled' });
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.insert(uri, document.positionAt(0), content);
  await workspace.applyEdit(edit);
  return document;
}

/** `kubernetes.stack.yaml`, or `kubernetes-2.stack.yaml` where that is taken by a file or another unsaved stack. */
async function freeName(folder: Uri, name: string): Promise<Uri> {
  for (let count = 1; ; count += 1) {
    const uri = Uri.joinPath(folder, count === 1 ? name : name.replace('.', `-${count}.`));
    const isOpen = workspace.textDocuments.some((one) => one.uri.path === uri.path);
    if (!isOpen && !(await exists(uri))) return uri;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type !== FileType.Unknown;
  } catch {
    return false;
  }
}

/** Registers the command. */
export const registerNewStack = (context: ExtensionContext) =>
  commands.registerCommand('stackpin.newStack', () => newStack(context));
