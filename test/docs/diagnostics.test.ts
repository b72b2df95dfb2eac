import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { CODE_INFO } from '../../server/src/analysis/codes.ts';
import { CODES } from '../../server/src/analysis/finding.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { bundledCatalog } from '../support/compiled.ts';
import { contextIn } from '../support/ownCatalogs.ts';

const page = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');

test('the page has a section for each code, in order, with its title and default severity', () => {
  const sections = [...page.matchAll(/^### (\S+)\n\n\*\*([^*]+)\*\* \((error|warning|information|hint)/gm)];
  expect(sections.map(([, code, title, severity]) => [code, title, severity])).toEqual(
    CODES.map((code) => [code, CODE_INFO[code].title, CODE_INFO[code].severity]),
  );
});

/** Each code with the example in its section. */
const examples = [...page.matchAll(/^### (\S+)\n((?:(?!^#)[\s\S])*?)```yaml\n([\s\S]*?)```/gm)].map(
  ([, code = '', , example = '']) => [code, example] as const,
);

test.each(examples)('the example of %s raises it', async (code, example) => {
  const text = `apiVersion: stackpin/v1\nkind: Stack\n${example}`;
  const file = parseYaml(text);
  const given = { catalog: bundledCatalog(), date: '2026-11-24', severities: {} };
  const context = await contextIn(new URL('../../examples/', import.meta.url), file, given);
  expect(analyze(file, context).findings.map((finding) => finding.code)).toContain(code);
});

test('most codes have an example', () => {
  expect(examples.map(([code]) => code)).toEqual([
    'yaml',
    'schema',
    'duplicate-component',
    'unquoted-version',
    'invalid-version',
    'unknown-component',
    'unknown-version',
    'newer-than-catalog',
    'chart-mismatch',
    'incompatible',
    'unsupported',
    'missing-requirement',
    'end-of-life',
    'retired-component',
    'prerelease',
    'unpinned',
    'missing-catalog',
    'invalid-catalog',
  ]);
});
