/**
 * No text takes a regular expression of the product more than linear time. What tells is recheck
 * (https://makenowjust-labs.github.io/recheck/): by an automaton where the pattern has one, else by searching for an attack.
 */
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checker, faultOf } from './checker.ts';
import { madeBy, nameOf, type Pattern, schemaPatterns, sourcePatterns } from './patterns.ts';
import SAFE from './safe.json';

/** Patterns that were examined. At length `npm run fuzz` examines them anew. */
const KNOWN: ReadonlySet<string> = new Set(SAFE);

/** What makes the patterns of the files that put them together. */
const MAKING: { readonly [file: string]: () => Promise<unknown> } = {
  'cli/src/report/columns.ts': () => import('../../../cli/src/report/columns.ts'),
  'server/src/adopt/hcl.ts': async () => (await import('../../../server/src/adopt/hcl.ts')).blocksOf(''),
  'server/src/adopt/images.ts': async () => {
    const { versionTexts } = await import('../../../server/src/adopt/images.ts');
    const { IMAGES } = await import('../../../server/generated/images.js');
    return IMAGES.map((row) => versionTexts('1.2.3-4', row));
  },
  'server/src/manifest/simpleValues.ts': () => import('../../../server/src/manifest/simpleValues.ts'),
  'server/src/version/codename.ts': () => import('../../../server/src/version/codename.ts'),
  'server/src/version/parse.ts': () => import('../../../server/src/version/parse.ts'),
  'server/src/version/suffix.ts': () => import('../../../server/src/version/suffix.ts'),
  'server/src/version/syntax.ts': () => import('../../../server/src/version/syntax.ts'),
};

test('the checker finds what it is there for', () => {
  const { checkSync } = checker();
  const told = ['^(a+)+$', String.raw`\s+$`, '^a+$'].map(
    (source) => checkSync(source, '', { timeout: null }).complexity?.summary,
  );
  expect(told).toEqual(['exponential', '2nd degree polynomial', 'linear']);
});

test('every pattern in the source, in the schemas, and put together while it runs', async () => {
  const { patterns, making } = sourcePatterns();
  expect(making).toEqual(Object.keys(MAKING));
  const made: Pattern[] = [];
  for (const [at, run] of Object.entries(MAKING)) made.push(...(await madeBy(at, run)));
  const all = new Map([...patterns, ...schemaPatterns(), ...made].map((pattern) => [nameOf(pattern), pattern]));
  expect(all.size).toBeGreaterThan(300);
  const faults = [...all].flatMap(([name, pattern]) => (KNOWN.has(name) ? [] : (faultOf(pattern) ?? [])));
  expect(faults).toEqual([]);
  // What was just found to be safe, and what is no longer there: to be added to the list, and taken out of it (UPDATE_PATTERNS=1 does it).
  const list = new URL('safe.json', import.meta.url);
  if (process.env.UPDATE_PATTERNS === '1') writeFileSync(list, `${JSON.stringify([...all.keys()].sort(), null, 2)}\n`);
  expect([...all.keys()].sort()).toEqual(SAFE);
}, 600_000);
