import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODE_INFO } from '../../server/src/analysis/codes.ts';
import { CODES } from '../../server/src/analysis/finding.ts';

const page = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');

test('the page has a section for each code, in order, with its title and default severity', () => {
  const sections = [...page.matchAll(/^### (\S+)\n\n\*\*([^*]+)\*\* \((error|warning|information|hint)/gm)];
  expect(sections.map(([, code, title, severity]) => [code, title, severity])).toEqual(
    CODES.map((code) => [code, CODE_INFO[code].title, CODE_INFO[code].severity]),
  );
});
