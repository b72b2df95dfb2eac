/** What an edit of a long manifest costs, counted: it does not depend on how long the manifest is. */
import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { analysisMemory } from '../../server/src/analysis/memory.ts';
import { parseYaml, reparse } from '../../server/src/manifest/parse.ts';
import { STACK_FORMAT } from '../../server/src/manifest/stackFormat.ts';
import type { YamlFile } from '../../server/src/manifest/tree.ts';
import { validateDocument } from '../../server/src/manifest/validate.ts';
import { TODAY, testCatalog } from '../support/catalog.ts';

const COMPONENTS = 2_000;
const TEXT = [
  'apiVersion: stackpin/v1',
  'kind: Stack',
  'components:',
  '  kubernetes: 1.33.5',
  '  postgresql: 16.4',
  ...Array.from({ length: COMPONENTS }, (_, index) => `  own-${index}:\n    version: 1.${index}.0\n    locked: false`),
  '  istio: 1.28.1',
  '',
].join('\n');

/** What is done for a text, and then for each further one. */
function workFor(...texts: readonly string[]) {
  const context = { catalog: testCatalog(), date: TODAY, severities: {} };
  const memory = analysisMemory();
  let validated = 0;
  const format: typeof STACK_FORMAT = {
    ...STACK_FORMAT,
    checkPart: (entry) => {
      validated += 1;
      return STACK_FORMAT.checkPart(entry);
    },
  };
  let file: YamlFile | undefined;
  return texts.map((text) => {
    const { file: next, parsedBlocks } = file === undefined ? { file: parseYaml(text) } : reparse(file, text);
    file = next;
    validated = 0;
    for (const document of next.documents) validateDocument(document, format);
    const { findings } = analyze(next, context, undefined, memory);
    const { pinsResolved, pinsChecked, pairsJudged } = memory.work;
    const found = findings.filter(({ code }) => code !== 'unknown-component').map(({ code }) => code);
    return { parsedBlocks, validated, pinsResolved, pinsChecked, pairsJudged, found };
  });
}

test('at first, everything is looked at', () => {
  const [first] = workFor(TEXT);
  expect(first).toMatchObject({ validated: COMPONENTS + 3, pinsResolved: COMPONENTS + 3, pinsChecked: COMPONENTS + 3 });
});

test.each([
  [
    'the version of a pin that the catalog knows',
    ['istio: 1.28.1', 'istio: 1.27.4'],
    { parsedBlocks: 1, validated: 1, pinsResolved: 1, pinsChecked: 1, pairsJudged: 1 },
  ],
  [
    'the version of a pin that others speak about',
    ['kubernetes: 1.33.5', 'kubernetes: 1.34.2'],
    { parsedBlocks: 1, validated: 1, pinsResolved: 1, pinsChecked: 1, pairsJudged: 1 },
  ],
  [
    'the version of a pin that nobody says anything of',
    ['postgresql: 16.4', 'postgresql: 16.3'],
    { parsedBlocks: 1, validated: 1, pinsResolved: 1, pinsChecked: 1, pairsJudged: 0 },
  ],
  [
    'a pin of no catalog',
    ['version: 1.900.0', 'version: 1.900.1'],
    { parsedBlocks: 1, validated: 1, pinsResolved: 1, pinsChecked: 1, pairsJudged: 0 },
  ],
  [
    'a quotation mark without a partner',
    ['version: 1.900.0', 'version: "1.900.0'],
    { parsedBlocks: 1, validated: 1, pinsResolved: 1, pinsChecked: 1, pairsJudged: 0 },
  ],
  [
    'a new line',
    ['  own-900:', '  new: 1.0.0\n  own-900:'],
    { parsedBlocks: 1, validated: 1, pinsResolved: 1, pinsChecked: 1, pairsJudged: 0 },
  ],
  [
    'a value that is wrong',
    ['1.900.0\n    locked: false', '1.900.0\n    locked: perhaps'],
    { parsedBlocks: 1, validated: 1, pinsResolved: 1, pinsChecked: 1, pairsJudged: 0 },
  ],
] as const)('an edit of %s', (_, [from, to], expected) => {
  const [, edited] = workFor(TEXT, TEXT.replace(from, to));
  expect(edited).toMatchObject(expected);
  // And it is found what checking anew finds.
  expect(edited?.found).toEqual(workFor(TEXT.replace(from, to))[0]?.found);
});

test('what is wrong elsewhere is not validated again, wherever it has moved', () => {
  const wrong = TEXT.replace('1.900.0\n    locked: false', '1.900.0\n    locked: perhaps');
  const longer = wrong.replace('1.100.0', '1.100.12');
  const [, edited] = workFor(wrong, longer);
  expect(edited).toMatchObject({ parsedBlocks: 1, validated: 1, found: ['schema'] });
  expect(edited?.found).toEqual(workFor(longer)[0]?.found);
});

test('where nothing is different nothing is done', () => {
  const [, edited] = workFor(TEXT, TEXT);
  expect(edited).toMatchObject({ parsedBlocks: 0, validated: 0, pinsResolved: 0, pinsChecked: 0, pairsJudged: 0 });
});
