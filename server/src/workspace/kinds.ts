/** Which open documents are ours, whatever language a client says they are in. */

/** A stack manifest, a user's catalog, or neither. */
export type DocumentKind = 'manifest' | 'catalog' | 'other';

/** What is asked of a document. */
interface Described {
  readonly uri: string;
  readonly languageId: string;
  getText(range: { start: { line: number; character: number }; end: { line: number; character: number } }): string;
}

const MANIFEST_NAME = /(?:^|[/\\])(?:[^/\\]+\.stack|stackpin)\.ya?ml$/i;
const OUR_FORMAT = /^apiVersion:\s*["']?stackpin\//m;
const CATALOG_NAME = /[^/\\]\.catalog\.ya?ml$/i;
const OUR_CATALOG = /^kind:\s*["']?Catalog\b/m;
/** As many lines as may stand above `apiVersion`: comments and directives. */
const FIRST_LINES = 20;
const LONGEST_LINE = 200;

/**
 * Tells what a document is: by its language id, else by the name of its file, else by its first lines, so that editors
 * that know only YAML are served as well, and other tools' files are left alone.
 */
export function kindOf(document: Described): DocumentKind {
  if (document.languageId === 'stack-manifest') return 'manifest';
  if (document.languageId === 'stack-catalog') return 'catalog';
  if (MANIFEST_NAME.test(pathOf(document.uri))) return 'manifest';
  const start = { line: 0, character: 0 };
  const head = document.getText({ start, end: { line: FIRST_LINES, character: LONGEST_LINE } });
  if (!OUR_FORMAT.test(head)) return 'other';
  return OUR_CATALOG.test(head) || CATALOG_NAME.test(pathOf(document.uri)) ? 'catalog' : 'manifest';
}

function pathOf(uri: string): string {
  const [path = ''] = uri.split(/[?#]/, 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
