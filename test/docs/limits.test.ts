/** docs/limits.md has the numbers of the code. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/limits.md', root), 'utf8');

/** The first words of a row, and where its number is in the code. */
const LIMITS: readonly (readonly [row: string, file: string, constant: string])[] = [
  ['size of a file', 'server/src/environment.node.ts', 'MOST_MEGABYTES'],
  ['length of a text', 'server/src/manifest/parse.ts', 'MOST_CHARACTERS'],
  ['collections in collections', 'server/src/manifest/tokens.ts', 'MOST_LEVELS'],
  ['values that aliases', 'server/src/manifest/anchors.ts', 'MOST_EXPANDED'],
  ['files that one stack', 'server/src/composition/compose.ts', 'MOST_FILES'],
  ['a version or a range', 'server/src/version/parse.ts', 'MAX_LENGTH'],
  ['problems told of one text', 'server/src/manifest/parseBlock.ts', 'MOST_PROBLEMS'],
  ['problems told of one text', 'server/src/manifest/validate.ts', 'MOST_PROBLEMS'],
  ['different pairs judged', 'server/src/analysis/seats.ts', 'MOST_JUDGED'],
  ['findings of pins that are alike', 'server/src/analysis/judgedPairs.ts', 'MOST_REPORTED'],
  ['acknowledgements read', 'server/src/analysis/readAcknowledgements.ts', 'MOST_READ'],
  ['pins among which', 'server/src/analysis/codes/unsatisfiable.ts', 'MOST_PINS'],
  ['statements of a catalog', 'server/src/catalog/lint/contradictions.ts', 'MOST_COMPARED'],
  ['problems told of one catalog', 'server/src/catalog/lint/lint.ts', 'MOST_PROBLEMS'],
  ['whether the versions of a stack', 'server/src/analysis/codes/unsatisfiable.ts', 'SEARCH'],
  ['the reason why they do not', 'server/src/analysis/codes/unsatisfiable.ts', 'PROOF'],
  ['the same, explained', 'server/src/resolve/explain/explain.ts', 'PROOF'],
  ['one quick fix', 'server/src/resolve/fix/pinFixes.ts', 'MOST_STEPS'],
  ['everything that is offered', 'server/src/resolve/fix/fixing.ts', 'MOST_STEPS'],
  ['fix all', 'server/src/resolve/fix/fixAll.ts', 'MOST_STEPS'],
  ['an upgrade plan, in the editor', 'server/src/features/plan/planText.ts', 'MOST_STEPS'],
  ['an upgrade plan, on the command line', 'cli/src/plan/plan.ts', 'MOST_STEPS'],
];

test.each(LIMITS)('%s: %s, %s', (row, file, constant) => {
  const source = readFileSync(new URL(file, root), 'utf8');
  const number = new RegExp(`const ${constant}\\b[^=]*= (?:\\{ steps: )?([\\d_]+)`).exec(source)?.[1];
  const written = page.split('\n').find((line) => line.startsWith(`| ${row}`));
  expect(written).toContain(`| ${Number(number?.replaceAll('_', '')).toLocaleString('en')}`);
});
