/** The address of the page where an issue is written, with its text in it. */

const NEW_ISSUE = 'https://github.com/stackpin/stackpin/issues/new';

/** Characters that GitHub's servers take in the address of a page; a longer one is refused. */
export const LONGEST_ADDRESS = 8000;

/** The page with title and body filled in. */
export function issueAddress(title: string, body: string): string {
  return `${NEW_ISSUE}?title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}
