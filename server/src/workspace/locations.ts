/** Where the files that settings name are. */

const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
const WINDOWS_PATH = /^[a-z]:[\\/]/i;

/** Characters that a path may hold and a URI may not. Half a character is none that a file system knows. */
function encoded(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/**
 * The URI of a file that a setting names.
 * @param path a path relative to `folder`, an absolute path of this host, or a URI
 * @param folder URI of the folder that relative paths start from
 * @returns undefined when the path is relative and there is nothing to start from
 */
export function resolveLocation(path: string, folder: string | undefined): string | undefined {
  if (WINDOWS_PATH.test(path))
    return straight(`file:///${path.slice(0, 2)}${encoded(path.slice(2).replaceAll('\\', '/'))}`);
  if (path.startsWith('/')) return straight(`file://${encoded(path)}`);
  if (SCHEME.test(path)) return straight(path);
  if (folder === undefined) return undefined;
  return parsedUrl(encoded(path.replaceAll('\\', '/')), folder.endsWith('/') ? folder : `${folder}/`)?.href;
}

/** A URI without `.` and `..`, also where these are escaped: whoever reads it goes there, so whoever asks where it is has to see it. */
function straight(uri: string): string {
  return parsedUrl(uri)?.href ?? uri;
}

function parsedUrl(uri: string, base?: string): URL | undefined {
  try {
    return new URL(uri, base);
  } catch {
    return undefined;
  }
}

/**
 * Whether a file is on another machine than the one that names it: to ask for it would be to go to the network, and on Windows to tell a share
 * of somebody's choice who asks.
 */
export function isOnAnotherMachine(uri: string, from: string): boolean {
  return /^file:/i.test(uri) && hostOf(uri) !== '' && hostOf(uri) !== hostOf(from);
}

function hostOf(uri: string): string {
  const host = /^file:\/\/([^/]*)/i.exec(uri)?.[1]?.toLowerCase() ?? '';
  return host === 'localhost' ? '' : host;
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
  const plain = normalized(uri);
  // What goes up again may begin anywhere.
  return plain.startsWith(start) && !/\/\.\.(?:\/|$)/.test(plain);
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
