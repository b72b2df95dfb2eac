/** Fresh copies of the test manifests: what one test edits, no other sees. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORK, WORKSPACE } from './paths.ts';

/** A new folder with the manifests of another in it. */
export function copyOfWorkspace(from = WORKSPACE): string {
  mkdirSync(join(WORK, 'copies'), { recursive: true });
  // The name is what the window shows.
  const folder = join(mkdtempSync(join(WORK, 'copies/')), 'platform');
  cpSync(from, folder, { recursive: true });
  return folder;
}

/** The same with settings of its own. */
export function workspaceWith(settings: { readonly [name: string]: unknown }, from = WORKSPACE): string {
  const folder = copyOfWorkspace(from);
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  return folder;
}
