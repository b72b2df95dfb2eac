import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => join('docs', path));
const pages = [...readdirSync(root), ...docs].filter((path) => path.endsWith('.md'));

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8').replace(/^```[\s\S]*?^```/gm, '');

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(path: string): string[] {
  return [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The links of a page within the repository that lead nowhere. */
function deadLinks(path: string): string[] {
  const links = [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : join(dirname(path), file);
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
  });
}

test.each(pages)('the links of %s lead somewhere', (path) => {
  expect(deadLinks(path)).toEqual([]);
});

test('addresses of pages that findings and settings name lead to pages that there are', () => {
  const texts = ['package.nls.json', 'server/src/analysis/codes.ts', 'server/src/features/drift/answers.ts'].map(
    (path) => readFileSync(join(root, path), 'utf8'),
  );
  const named = texts.flatMap((text) =>
    [...text.matchAll(/stackpin\/blob\/main\/([\w./-]+)/g)].map(([, path = '']) => path),
  );
  expect(named).toEqual([
    'docs/diagnostics/README.md',
    'docs/catalog-updates.md',
    'docs/import.md',
    'docs/diagnostics',
    'docs/import.md',
  ]);
  for (const path of named) expect(existsSync(join(root, path))).toBe(true);
});
