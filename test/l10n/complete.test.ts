/** Nothing that a person reads is said past `t`: with a language of our own, what was not translated shows. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkExample } from '../../scripts/pages/checkExample.ts';
import { acknowledgingFixes } from '../../server/src/analysis/acknowledgingFix.ts';
import type { Analysis } from '../../server/src/analysis/analysis.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { CODE_INFO } from '../../server/src/analysis/codes.ts';
import { CODES } from '../../server/src/analysis/finding.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';
import { KEYWORDS } from '../../server/src/manifest/ignoreComments.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { validateStack } from '../../server/src/manifest/stackFormat.ts';
import { fixDocument } from '../../server/src/resolve/fix/fixAll.ts';
import { fixesFor } from '../../server/src/resolve/fix/fixesFor.ts';
import { fixing } from '../../server/src/resolve/fix/fixing.ts';
import { fixAllTitle } from '../../server/src/resolve/fix/titles.ts';
import { fixtureCatalog } from '../analysis/check.ts';
import { casesOf, filesOf } from '../suite/cases.ts';
import { bundledCatalog } from '../support/compiled.ts';
import { contextIn, originOf } from '../support/ownCatalogs.ts';
import { toldOfCatalogs } from './brokenCatalogs.ts';
import { outsideOf, speakEnglish, speakPseudo, wordsIn } from './languages.ts';
import { ROOT } from './sources.ts';

beforeAll(speakPseudo);
afterAll(speakEnglish);

/** Everything that the findings of a file say and offer. */
function textsOf(analysis: Analysis): string[] {
  const made = fixing(analysis);
  const said = analysis.findings.flatMap((finding) => [
    finding.message,
    ...finding.related.map(({ message }) => message),
    ...fixesFor(made, finding).map(({ title }) => title),
    ...acknowledgingFixes(analysis, finding).map(({ title }) => title),
  ]);
  const all = analysis.manifests.flatMap(({ document }) => fixDocument(document.index, made) ?? []);
  return all.length === 0 ? said : [...said, fixAllTitle(all, made.readersOf)];
}

const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

/** Words that texts may hold in any language: what the formats and the checker are named after. */
const NAMES = new Set(
  [
    ...[read('schemas/stack.schema.json'), read('schemas/catalog.schema.json')].flatMap(
      (schema) => schema.match(/"[^"\s]+"/g) ?? [],
    ),
    ...CODES,
    ...Object.values(KEYWORDS),
    'null true false',
    // What the host of these tests says.
    'there is no such file',
  ].flatMap(wordsIn),
);

/** The untranslated words of texts that stand neither in the files nor in the catalog, nor are names. */
function strangers(texts: readonly string[], ...sources: readonly string[]): string[] {
  const known = new Set(sources.flatMap(wordsIn));
  return texts.flatMap((text) => wordsIn(text).filter((word) => !known.has(word) && !NAMES.has(word)));
}

describe('findings', () => {
  const catalogText = read('test/analysis/fixture.catalog.yaml');

  test.each(CODES.map((code) => [code, casesOf(code)] as const))(
    '%s: every text is translated as a whole',
    async (_, cases) => {
      for (const { fixture } of cases) {
        const files = filesOf(fixture);
        const workspace = files.some(({ name }) => name.startsWith('platform/')) ? { workspace: 'platform/' } : {};
        for (const { analysis } of await checkExample({ files, ...workspace }, fixtureCatalog())) {
          const texts = textsOf(analysis);
          expect(texts.map(outsideOf).filter((text) => text !== '')).toEqual([]);
          expect(strangers(texts, fixture, catalogText, ...files.map(({ name }) => name))).toEqual([]);
        }
      }
    },
  );

  test('examples: every text is translated as a whole', async () => {
    const folder = new URL('../../examples/', import.meta.url);
    const texts: string[] = [];
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.stack.yaml'))) {
      const file = parseYaml(read(`examples/${name}`));
      const origin = await originOf(new URL(name, folder), file, folder);
      const context = { catalog: bundledCatalog(), date: '2026-11-24', severities: {} };
      const analysis = analyze(file, await contextIn(origin, file, context), origin);
      texts.push(...textsOf(analysis));
    }
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.map(outsideOf).filter((text) => text !== '')).toEqual([]);
  });

  test('what the codes are called', () => {
    const titles = CODES.map((code) => CODE_INFO[code].title);
    expect(titles.map(outsideOf).filter((text) => text !== '')).toEqual([]);
    expect(strangers(titles)).toEqual([]);
  });
});

test('what is wrong with catalogs: every text is translated as a whole', () => {
  const texts = toldOfCatalogs();
  expect(texts.length).toBeGreaterThan(40);
  expect(texts.map(outsideOf).filter((text) => text !== '')).toEqual([]);
});

/** Pieces of which YAML is made, and of which it is broken. */
const piece = fc.constantFrom(
  ...['apiVersion: stackpin/v1\n', 'kind: Stack\n', 'kind: Catalog\n', 'components:\n', '  istio: 1.28.1\n', '  a:\n'],
  ...['policy: {unpinned: maybe}\n', 'extends: x\n', 'environments: []\n', 'metadata: {nam: 1, labels: true}\n'],
  ...[
    'key',
    ': ',
    ':',
    '- ',
    '\n',
    '\n  ',
    '\n    ',
    '\t',
    '#',
    ' # ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ', ',
    '? ',
    '|\n',
    '> x\n',
  ],
  ...[
    '&a ',
    '*a',
    '*',
    '&',
    '!tag ',
    '!',
    '%YAML 1.2\n',
    '---\n',
    '---',
    '...\n',
    '\\x',
    '"\\q"',
    '@',
    '`',
    '<<: ',
    '\0',
    '\u0001',
    '\ufffd',
  ],
);
const yaml = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

test('whatever is wrong with a text: the problem is translated as a whole, and quotes nothing else than the text', () => {
  fc.assert(
    fc.property(yaml, (text) => {
      const { documents } = parseYaml(text);
      const messages = [
        ...documents.flatMap(({ problems }) => problems.map(({ message }) => message)),
        ...documents.flatMap(validateStack).map(({ message }) => message),
        ...readCatalog(text).problems.map(({ message }) => message),
      ];
      expect(messages.map(outsideOf).filter((one) => one !== '')).toEqual([]);
      expect(
        strangers(
          messages.map((message) => message.replace(/U\+[0-9A-F]{4}/g, '')),
          text,
        ),
      ).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
