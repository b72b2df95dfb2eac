/** Which documents the language server is given. */
import { type TextDocument, workspace } from 'vscode';

export const LANGUAGES: readonly string[] = ['stack-manifest', 'stack-catalog'];

/**
 * The file systems that hold documents a person edits: the disk, unsaved buffers and those of the workspace folders
 * (a virtual workspace has its own scheme). Others are left out, so that the old side of a diff (`git:`) is not
 * reported a second time.
 */
function ownSchemes(): readonly string[] {
  const folders = workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map((folder) => folder.uri.scheme)])];
}

/** Filters for the documents that the server gets, by language and file system. */
export function documentSelector(): { readonly language: string; readonly scheme: string }[] {
  return LANGUAGES.flatMap((language) => ownSchemes().map((scheme) => ({ language, scheme })));
}

/** Whether the document stands in a file system that a person edits. */
export function isOwn(document: TextDocument): boolean {
  return ownSchemes().includes(document.uri.scheme);
}
