/** Completion of paths under `extends` and `catalogs`, folder by folder. */
import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { TextSlot } from './slot.ts';

/** What a path under a key leads to. */
export type PathKind = 'manifests' | 'catalogs';

/**
 * What lies one step further than the path that is written so far.
 * @param files URIs of the files that a path may lead to
 * @param from URI of the file that the path is written in
 * @param present paths that stand in the same list already
 */
export function pathItems(
  files: readonly string[],
  from: string,
  slot: TextSlot,
  present: ReadonlySet<string>,
): CompletionItem[] {
  const { typed, range, written } = slot;
  const start = typed.slice(0, typed.lastIndexOf('/') + 1);
  // Whole paths, addresses and other slashes are written by people who know what they write.
  if (/^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(start) || typed.includes('\\')) return [];
  const folder = folderAt(start, folderOf(from));
  if (folder === undefined) return [];
  const own = plain(from);
  const [names, folders] = [new Set<string>(), new Set<string>()];
  for (const file of files.map(plain)) {
    if (file === own || !file.startsWith(folder)) continue;
    const rest = file.slice(folder.length);
    const slash = rest.indexOf('/');
    const first = rest.slice(0, slash + 1);
    if (slash < 0) names.add(rest);
    // Nobody climbs out of the own folder to come back into it.
    else if (start === '' || !own.startsWith(folder + first)) folders.add(first);
  }
  const above = folderAt('../', folder);
  const isClimbing = /^(?:\.\/)?(?:\.\.\/)*$/.test(start);
  const leadsOut = isClimbing && above !== undefined && files.some((file) => leadsTo(plain(file), above, folder));
  const lead = start === '' ? './' : start;
  const item = (path: string, kind: CompletionItemKind, group: number, detail: string): CompletionItem => ({
    label: path,
    kind,
    detail,
    // Whoever begins with the name itself finds it as well.
    filterText: typed.startsWith('.') || start !== '' ? path : path.replace(/^\.\//, ''),
    sortText: `${group}${path}`,
    textEdit: { range, newText: written(path) },
  });
  return [
    ...[...names].map((name) => item(`${lead}${name}`, CompletionItemKind.File, 0, t('file'))),
    ...[...folders].map((name) => item(`${lead}${name}`, CompletionItemKind.Folder, 1, t('folder'))),
    ...(leadsOut ? [item(`${start.replace(/^\.\//, '')}../`, CompletionItemKind.Folder, 2, t('folder above'))] : []),
  ].filter(({ label }) => !present.has(label));
}

function leadsTo(file: string, above: string, folder: string): boolean {
  return file.startsWith(above) && !file.startsWith(folder);
}

/** The URI without its escapes: paths are written without them. */
function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A stray percent sign: the text as it is.
    return uri;
  }
}

function folderOf(uri: string): string {
  const path = plain(uri);
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The folder that a relative path ends in; undefined above the root. */
function folderAt(path: string, from: string): string | undefined {
  let folder = from;
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') folder += `${part}/`;
    else if (/^[a-z][a-z0-9+.-]*:\/\/[^/]*\/$/i.test(folder)) return undefined;
    else folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return folder;
}
