/** Puts the tables of a run into a page of the documentation, in place of those of the run before. */

/** What is measured by itself has its own place in the page. */
export type Place = 'servers' | 'resolver';

const NAMES: { readonly [place in Place]: string } = { servers: 'bench', resolver: 'bench resolver' };

/** The page with these figures between the markers of their place. */
export function withFigures(page: string, figures: string, place: Place): string {
  const name = NAMES[place];
  const [beginning, ending] = [
    `<!-- ${name}: begin (written by \`npm run bench -- --md FILE\`) -->`,
    `<!-- ${name}: end -->`,
  ];
  const begin = page.indexOf(beginning);
  const end = page.indexOf(ending);
  if (begin < 0 || end < begin) throw new Error(`The page needs the lines "${beginning}" and "${ending}".`);
  return `${page.slice(0, begin + beginning.length)}\n\n${figures.trim()}\n\n${page.slice(end)}`;
}
