import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkExample } from '../../scripts/pages/checkExample.ts';
import { diagnosticPages } from '../../scripts/pages/diagnosticPages.ts';
import { type Acceptance, acceptanceOf } from '../../scripts/pages/silencing.ts';
import type { Example } from '../../server/src/analysis/codeDocs.ts';
import { CODE_DOCS } from '../../server/src/analysis/codes.docs.ts';
import { CODE_INFO } from '../../server/src/analysis/codes.ts';
import { CODES, type Code, UNACKNOWLEDGEABLE } from '../../server/src/analysis/finding.ts';
import { bundledCatalog } from '../support/compiled.ts';

const folder = new URL('../../docs/diagnostics/', import.meta.url);
const catalog = bundledCatalog();

/** The codes that the manifests of an example raise, each once. */
async function codesOf(example: Example): Promise<Code[]> {
  const checked = await checkExample(example, catalog);
  return [...new Set(checked.flatMap(({ analysis }) => analysis.findings.map(({ code }) => code)))].sort();
}

describe('the example of', () => {
  test.each(CODES)('%s raises it and nothing else', async (code) => {
    const { bad, together = [] } = CODE_DOCS[code];
    expect(await codesOf(bad)).toEqual([code, ...together].sort());
  });

  test.each(CODES)('%s raises nothing when it is put right', async (code) => {
    const checked = await checkExample(CODE_DOCS[code].good, catalog);
    expect(checked.flatMap(({ analysis }) => analysis.findings.map(({ message }) => message))).toEqual([]);
  });
});

describe('what the page shows to silence it is what hides', () => {
  const acceptable = CODES.filter((code) => !UNACKNOWLEDGEABLE.has(code));

  /** The codes that are left in the file of the finding when its text is another. */
  async function leftOver(code: Code, change: (text: string, acceptance: Acceptance) => string): Promise<Code[]> {
    const { bad } = CODE_DOCS[code];
    const acceptance = acceptanceOf(code, await checkExample(bad, catalog));
    if (acceptance === undefined) throw new Error(`Nothing accepts ${code}.`);
    const files = bad.files.map((file) =>
      file.name === acceptance.name ? { ...file, text: change(file.text, acceptance) } : file,
    );
    const checked = await checkExample({ ...bad, files }, catalog);
    const found = checked.find(({ name }) => name === acceptance.name)?.analysis.findings ?? [];
    return [...new Set(found.map((finding) => finding.code))].sort();
  }

  test.each(acceptable)('%s: a comment', async (code) => {
    const left = await leftOver(code, (text, { line, comment }) => text.replace(line, () => `${comment}\n${line}`));
    expect(left).toEqual([...(CODE_DOCS[code].together ?? [])].sort());
  });

  test.each(acceptable)('%s: an entry', async (code) => {
    const left = await leftOver(code, (text, { entry }) => `${text}${entry}\n`);
    expect(left).toEqual([...(CODE_DOCS[code].together ?? [])].sort());
  });

  test.each([...UNACKNOWLEDGEABLE])('%s: nothing', async (code) => {
    expect(acceptanceOf(code, await checkExample(CODE_DOCS[code].bad, catalog))).toBe(undefined);
  });
});

test('the pages are what `npm run docs` writes', async () => {
  const pages = await diagnosticPages(catalog);
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  const outdated = [...pages].filter(([name, page]) => readFileSync(new URL(name, folder), 'utf8') !== page);
  expect(outdated.map(([name]) => name)).toEqual([]);
});

test('each code has the page that findings link to, with its title and its default severity', () => {
  for (const code of CODES) {
    const { docs, title, severity } = CODE_INFO[code];
    expect(docs).toBe(`https://github.com/stackpin/stackpin/blob/main/docs/diagnostics/${code}.md`);
    const page = readFileSync(new URL(`${code}.md`, folder), 'utf8');
    expect(page).toContain(`# ${code}\n`);
    expect(page).toContain(`**${title}.** Group: [${CODE_DOCS[code].group}]`);
    expect(page).toContain(`Severity: ${severity}, unless you set another.`);
  }
});

test('texts are whole sentences of a sensible number, filed under their code', () => {
  for (const code of CODES) {
    const { meaning, why, remedy, quickFixes, bad, good } = CODE_DOCS[code];
    expect(CODE_DOCS[code].code).toBe(code);
    expect(meaning.length, code).toBeLessThanOrEqual(5);
    for (const sentences of [meaning, why, remedy, quickFixes, bad.words, good.words]) {
      expect(sentences.length, code).toBeGreaterThan(0);
      for (const sentence of sentences) expect(sentence, code).toMatch(/^[A-Z0-9`"[].*\.$/s);
    }
  }
});

test('nothing that is shipped imports the texts of pages, but the report that gives help with every rule', () => {
  const importing = ['server/src', 'cli/src', 'client/src'].flatMap((place) => {
    const root = fileURLToPath(new URL(`../../${place}`, import.meta.url));
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.docs.ts'))
      .filter((path) => /from '[^']*(\.docs|codeDocs)\.ts'/.test(readFileSync(`${root}/${path}`, 'utf8')));
  });
  expect(importing).toEqual(['report/sarifRules.ts']);
});
