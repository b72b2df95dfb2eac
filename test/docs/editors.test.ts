/** docs/editors.md shows the files of docs/editors/ as they are: what people copy is what the tests run. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const docs = new URL('../../docs/', import.meta.url);
const page = readFileSync(new URL('editors.md', docs), 'utf8');

/** Each file that the page shows, with the text that it shows. */
const shown = [...page.matchAll(/<!-- (editors\/\S+) -->\n\n```\w+\n([\s\S]*?)```\n/g)].map(
  ([, path = '', text]) => [path, text] as const,
);

test('every set-up is shown, as its file is', () => {
  const files = readdirSync(new URL('editors/', docs), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replace(/^.*\/docs\//, '').replaceAll('//', '/'));
  expect(shown.map(([path]) => path).sort()).toEqual(files.sort());
  for (const [path, text] of shown)
    expect({ path, text }).toEqual({ path, text: readFileSync(new URL(path, docs), 'utf8') });
});

test('every command of VS Code is described', () => {
  const read = (path: string) => JSON.parse(readFileSync(new URL(`../${path}`, docs), 'utf8'));
  const texts = read('package.nls.json');
  const titles: string[] = read('package.json').contributes.commands.map(
    ({ title }: { readonly title: string }) => texts[title.replaceAll('%', '')],
  );
  expect(titles.filter((title) => !page.includes(title))).toEqual([]);
});
