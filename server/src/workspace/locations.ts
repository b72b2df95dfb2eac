/** Where the files that settings name are. */

const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
const WINDOWS_PATH = /^[a-z]:[\\/]/i;

/** Characters that a path may hold and a URI may not. */
function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * The URI of a file that a setting names.
 * @param path a path relative to `folder`, an absolute path of this host, or a URI
 * @param folder URI of the folder that relative paths start from
 * @returns undefined when the path is relative and there is nothing to start from
 */
export function resolveLocation(path: string, folder: string | undefined): string | undefined {
  if (WINDOWS_PATH.test(path)) return `file:///${path.slice(0, 2)}${encoded(path.slice(2).replaceAll('\\', '/'))}`;
  if (path.startsWith('/')) return `file://${encoded(path)}`;
  if (SCHEME.test(path)) return path;
  if (folder === undefined) return undefined;
  try {
    return new URL(encoded(path.replaceAll('\\', '/')), folder.endsWith('/') ? folder : `${folder}/`).href;
  } catch {
    return undefined;
  }
}

/** The workspace folder that holds a document: the innermost. Without one, the folder that the document itself is in. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const folder of folders) {
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    if (uri.startsWith(start) && start.length > (best?.length ?? 0)) best = start;
  }
  if (best !== undefined) return best;
  return /^[a-z][a-z0-9+.-]*:\/\/[^/]*\//i.test(uri) ? uri.slice(0, uri.lastIndexOf('/') + 1) : undefined;
}

/** Whether a location is below a folder, by their names. */
export function isWithin(uri: string, folder: string): boolean {
  const start = normalized(folder.endsWith('/') ? folder : `${folder}/`);
  return normalized(uri).startsWith(start);
}

/** Whether two URIs name one file: clients escape more than is needed, and Windows drives come in both cases. */
export function isSameLocation(a: string, b: string): boolean {
  return a === b || normalized(a) === normalized(b);
}

function normalized(uri: string): string {
  let plain = uri;
  try {
    plain = decodeURIComponent(uri);
  } catch {
    // A stray percent sign: the text as it is.
  }
  return plain.replace(/^file:\/\/\/([A-Z]):/, (_, drive: string) => `file:///${drive.toLowerCase()}:`);
}
