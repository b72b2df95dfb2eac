/** Puts the tables of a run into a page of the documentation, in place of those of the run before. */

const BEGIN = '<!-- bench: begin (written by `npm run bench -- --md FILE`) -->';
const END = '<!-- bench: end -->';

/** The page with these figures between its markers. */
export function withFigures(page: string, figures: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page needs the lines "${BEGIN}" and "${END}".`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${figures.trim()}\n\n${page.slice(end)}`;
}
